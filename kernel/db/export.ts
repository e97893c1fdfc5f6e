/**
 * A product's data as plain files: one COPY text per table, all of one moment, and a manifest with counts and hashes. Works
 * with any server and no rights but those of the product's own roles. An import goes into an empty database and proves that
 * what arrived is what left.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { copyIn, copyOut } from './copy.ts'
import { quoted } from './migrate.ts'

/** An export cannot be written or read; the message says why. */
export class ExportError extends Error {
  override name = 'ExportError'
}

export interface ExportedTable {
  readonly role: Role
  readonly schema: string
  readonly table: string
  readonly columns: readonly string[]
  readonly rows: number
  readonly bytes: number
  readonly sha256: string
}

export interface ExportManifest {
  readonly kind: 'export'
  readonly product: string
  readonly takenAt: string
  readonly serverVersion: string
  readonly migrations: readonly string[]
  readonly tables: readonly ExportedTable[]
  readonly sequences: readonly { role: Role; name: string; value: string }[]
  /** Partitions made while running, which the migrations alone do not make. */
  readonly partitions: readonly { role: Role; name: string; parent: string; bound: string }[]
}

/** Tables belong either to the owner or to the worker of jobs. */
type Role = 'owner' | 'jobs'
interface Urls {
  readonly ownerUrl: string
  readonly jobsUrl: string
}

const MANIFEST = 'manifest.json'
/** Each side writes these itself when its schema is made. */
const OWN_RECORDS = ['kernel.migration', 'graphile_worker.migrations']

/** Writes the export into a new folder. */
export async function exportDatabase(urls: Urls, product: string, folder: string): Promise<ExportManifest> {
  if (existsSync(folder)) throw new ExportError(`${folder} is there already; give a new folder`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return withBoth(urls, async (owner, jobs) => {
    await owner.query('begin isolation level repeatable read read only')
    const { snapshot } = (await owner.query('select pg_export_snapshot() as snapshot')).rows[0] as { snapshot: string }
    await jobs.query('begin isolation level repeatable read read only')
    await jobs.query(`set transaction snapshot ${jobs.escapeLiteral(snapshot)}`)
    const tables: ExportedTable[] = []
    const sequences: ExportManifest['sequences'][number][] = []
    const partitions: ExportManifest['partitions'][number][] = []
    for (const [role, client] of [
      ['owner', owner],
      ['jobs', jobs],
    ] as const) {
      for (const { schema, table, columns } of await tablesOf(client)) {
        const sql = `copy (select ${columns.map(quoted).join(', ')} from ${quoted(schema)}.${quoted(table)}) to stdout`
        tables.push({
          role,
          schema,
          table,
          columns,
          ...(await copyOut(client, sql, join(folder, fileOf({ schema, table })))),
        })
      }
      sequences.push(...(await sequencesOf(client)).map((sequence) => ({ role, ...sequence })))
      partitions.push(...(await partitionsOf(client)).map((partition) => ({ role, ...partition })))
    }
    const about = (await owner.query("select current_setting('server_version') as version, now() as at")).rows[0] as {
      version: string
      at: Date
    }
    const manifest: ExportManifest = {
      kind: 'export',
      product,
      takenAt: about.at.toISOString(),
      serverVersion: about.version,
      migrations: await migrationsOf(owner),
      tables,
      sequences,
      partitions,
    }
    const file = openSync(join(folder, MANIFEST), 'wx', 0o600)
    writeSync(file, `${JSON.stringify(manifest, null, 1)}\n`)
    fsyncSync(file)
    closeSync(file)
    return manifest
  })
}

export function readExport(folder: string): ExportManifest {
  const path = join(folder, MANIFEST)
  if (!existsSync(path)) throw new ExportError(`${folder} holds no export (it has no ${MANIFEST})`)
  return JSON.parse(readFileSync(path, 'utf8')) as ExportManifest
}

/**
 * Loads an export into an empty database; `makeSchema` migrates it first. All or nothing per role: foreign keys are dropped
 * and added again in the same transaction, so every reference is proved, and counts and hashes must be the manifest's.
 */
export async function importDatabase(
  urls: Urls,
  folder: string,
  makeSchema: () => Promise<void>,
): Promise<{ rows: number }> {
  const manifest = readExport(folder)
  await withBoth(urls, async (owner) => {
    const { rows } = await owner.query(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' limit 1`,
    )
    if (rows[0])
      throw new ExportError(
        `the database is not empty (it has ${(rows[0] as { name: string }).name}); import into an empty one`,
      )
  })
  await makeSchema()
  await withBoth(urls, async (owner, jobs) => {
    const here = new Set(await migrationsOf(owner))
    const unknown = manifest.migrations.filter((migration) => !here.has(migration))
    if (unknown.length > 0 || here.size !== manifest.migrations.length)
      throw new ExportError(
        `the export was made by ${unknown.length > 0 ? 'a newer' : 'an older'} version of the platform; import it with that version${unknown.length > 0 ? '' : ', then migrate'}`,
      )
    for (const [role, client] of [
      ['owner', owner],
      ['jobs', jobs],
    ] as const)
      await load(client, role, manifest, folder)
  })
  return { rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0) }
}

async function load(client: pg.Client, role: Role, manifest: ExportManifest, folder: string): Promise<void> {
  const tables = manifest.tables.filter((table) => table.role === role)
  const names = tables.map(({ schema, table }) => `${quoted(schema)}.${quoted(table)}`)
  await client.query('begin')
  for (const { name, parent, bound } of manifest.partitions.filter((partition) => partition.role === role))
    await client.query(`create table if not exists ${name} partition of ${parent} ${bound}`)
  const references = (
    await client.query(
      `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(pg_constraint.oid) as definition
       from pg_constraint join pg_class on pg_class.oid = conrelid
       where contype = 'f' and conparentid = 0 and pg_get_userbyid(relowner) = current_user`,
    )
  ).rows as { table: string; name: string; definition: string }[]
  for (const { table, name } of references) await client.query(`alter table ${table} drop constraint ${quoted(name)}`)
  for (const name of names) await client.query(`alter table ${name} disable trigger user`)
  // What migrations themselves inserted is in the export too.
  if (names.length > 0) await client.query(`truncate ${names.join(', ')}`)
  for (const [index, table] of tables.entries()) {
    const sql = `copy ${names[index]} (${table.columns.map(quoted).join(', ')}) from stdin`
    const arrived = await copyIn(client, sql, join(folder, fileOf(table)))
    if (arrived.sha256 !== table.sha256 || arrived.rows !== table.rows)
      throw new ExportError(`${fileOf(table)} is damaged: it is not what the manifest says; nothing was kept`)
  }
  for (const name of names) await client.query(`alter table ${name} enable trigger user`)
  for (const { table, name, definition } of references)
    await client.query(`alter table ${table} add constraint ${quoted(name)} ${definition}`)
  for (const { name, value } of manifest.sequences.filter((sequence) => sequence.role === role))
    await client.query('select setval($1::regclass, $2::bigint)', [name, value])
  await client.query('commit')
  for (const name of names) await client.query(`analyze ${name}`)
}

interface Table {
  readonly schema: string
  readonly table: string
  readonly columns: string[]
}

/** The tables of the connected role, partitions through their parents, without generated columns. */
async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query(
    `select n.nspname as schema, c.relname as table, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind in ('r', 'p') and not c.relispartition and pg_get_userbyid(c.relowner) = current_user
       and n.nspname || '.' || c.relname <> all($1)
     group by 1, 2 order by 1, 2`,
    [OWN_RECORDS],
  )
  return rows as Table[]
}

async function sequencesOf(client: pg.Client): Promise<{ name: string; value: string }[]> {
  const { rows } = await client.query(
    `select format('%I.%I', schemaname, sequencename) as name, last_value::text as value
     from pg_sequences where sequenceowner = current_user and last_value is not null order by 1`,
  )
  return rows as { name: string; value: string }[]
}

async function partitionsOf(client: pg.Client): Promise<{ name: string; parent: string; bound: string }[]> {
  const { rows } = await client.query(
    `select c.oid::regclass::text as name, i.inhparent::regclass::text as parent, pg_get_expr(c.relpartbound, c.oid) as bound
     from pg_class c join pg_inherits i on i.inhrelid = c.oid
     where c.relispartition and c.relkind = 'r' and pg_get_userbyid(c.relowner) = current_user order by 1`,
  )
  return rows as { name: string; parent: string; bound: string }[]
}

async function migrationsOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(
    "select module || '/' || name || ' ' || hash as line from kernel.migration order by 1",
  )
  return rows.map((row: { line: string }) => row.line)
}

function fileOf({ schema, table }: { schema: string; table: string }): string {
  return `${schema}.${table}.copy`
}

async function withBoth<T>(urls: Urls, act: (owner: pg.Client, jobs: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: urls.ownerUrl, application_name: 'teranga export' })
  const jobs = new pg.Client({ connectionString: urls.jobsUrl, application_name: 'teranga export' })
  await owner.connect()
  try {
    await jobs.connect()
    return await act(owner, jobs)
  } finally {
    await Promise.all([owner.end(), jobs.end().catch(() => {})])
  }
}
