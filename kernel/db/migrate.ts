/**
 * Migrations: plain SQL files per module, forward only, in the order of the modules' needs. Each runs in one transaction
 * and is recorded with the hash of its text; an edited file is refused. Runners that start together wait for each other.
 * In the text, `:app` stands for the role the server connects as.
 *
 * Servers go on serving meanwhile. A statement that would have to wait for others longer than a moment gives up and is tried
 * again, so that nobody queues behind it; a file whose name ends with `.concurrent.sql` runs outside a transaction, statement by
 * statement, for `create index concurrently if not exists`. What the code before cannot live with is found by tools/migrations.ts.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { sha256 } from '../crypto.ts'

export interface MigrationSource {
  /** Module and schema name. */
  readonly name: string
  /** The module's folder. */
  readonly folder: string
}

export interface Migration {
  readonly module: string
  readonly name: string
  readonly text: string
  readonly hash: string
}

const KERNEL_SOURCE: MigrationSource = { name: 'kernel', folder: import.meta.dirname }

/** Reads the migrations of `sources` from disk, kernel first, then in the given order. */
export function readMigrations(sources: readonly MigrationSource[]): Migration[] {
  return [KERNEL_SOURCE, ...sources].flatMap(({ name, folder }) => {
    const path = join(folder, 'migrations')
    let files: string[]
    try {
      files = readdirSync(path)
    } catch {
      return []
    }
    return files
      .filter((file) => file.endsWith('.sql'))
      .sort()
      .map((file) => {
        const text = readFileSync(join(path, file), 'utf8')
        return { module: name, name: file, text, hash: sha256(text) }
      })
  })
}

const MIGRATION_LOCK = 7_236_011

/**
 * Brings the database at `ownerUrl` up to date and returns what it applied. Safe to run from several processes at once and
 * to repeat. Throws when a migration on record differs from its file or is missing on disk while newer code is expected.
 */
export async function migrate(
  ownerUrl: string,
  sources: readonly MigrationSource[],
  roles: { app: string },
  onApplied: (migration: Migration) => void = () => {},
): Promise<Migration[]> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'teranga migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await client.query('create schema if not exists kernel')
    await client.query(`create table if not exists kernel.migration (
      module text not null, name text not null, hash text not null, applied_at timestamptz not null default now(),
      constraint migration_pkey primary key (module, name))`)
    await client.query(`grant usage on schema kernel to ${quoted(roles.app)}`)
    await client.query(`grant select on kernel.migration to ${quoted(roles.app)}`)
    const known = new Map<string, string>()
    for (const row of (await client.query('select module, name, hash from kernel.migration')).rows as Migration[])
      known.set(`${row.module}/${row.name}`, row.hash)
    const applied: Migration[] = []
    for (const migration of readMigrations(sources)) {
      const hash = known.get(`${migration.module}/${migration.name}`)
      if (hash === migration.hash) continue
      if (hash !== undefined)
        throw new Error(
          `migration ${migration.module}/${migration.name} was changed after it had been applied; write a new one instead`,
        )
      await apply(client, migration, roles.app)
      applied.push(migration)
      onApplied(migration)
    }
    return applied
  } finally {
    await client.end()
  }
}

const LOCK_TIMEOUT = '1s'
const ATTEMPTS_MAX = 20
/** lock_not_available */
const LOCKED = '55P03'

async function apply(client: pg.Client, migration: Migration, app: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await (migration.name.endsWith('.concurrent.sql') ? applyOutside : applyWithin)(client, migration, app)
      return
    } catch (error) {
      const locked = (error as { code?: string }).code === LOCKED
      if (locked && attempt < ATTEMPTS_MAX) await setTimeout(200 * attempt)
      else
        throw new Error(`migration ${migration.module}/${migration.name} failed: ${(error as Error).message}`, {
          cause: error,
        })
    }
  }
}

const record = (client: pg.Client, { module, name, hash }: Migration) =>
  client.query('insert into kernel.migration (module, name, hash) values ($1, $2, $3)', [module, name, hash])

const textFor = (migration: Migration, app: string) => migration.text.replaceAll(/(?<![:\w]):app\b/g, quoted(app))

async function applyWithin(client: pg.Client, migration: Migration, app: string): Promise<void> {
  const schema = quoted(migration.module)
  try {
    await client.query(
      `begin; set local citus.multi_shard_modify_mode to 'sequential'; set local lock_timeout = '${LOCK_TIMEOUT}'`,
    )
    await client.query(`create schema if not exists ${schema}`)
    await client.query(`grant usage on schema ${schema} to ${quoted(app)}`)
    await client.query(textFor(migration, app))
    await record(client, migration)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** Every statement must be safe to repeat: what came before one that failed stays. */
async function applyOutside(client: pg.Client, migration: Migration, app: string): Promise<void> {
  const statements = textFor(migration, app)
    .replaceAll(/--[^\n]*/g, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
  await client.query(`set lock_timeout = '${LOCK_TIMEOUT}'`)
  try {
    // A try that was cut off leaves an index that nobody keeps up; by its name the next try would take it for done.
    const { rows } = await client.query<{ name: string }>(
      `select format('%I.%I', n.nspname, c.relname) as name from pg_index i
         join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = $1 and not i.indisvalid`,
      [migration.module],
    )
    for (const { name } of rows) await client.query(`drop index concurrently ${name}`)
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.query('reset lock_timeout')
  }
  await record(client, migration)
}

/** What is on disk but not in the database. Uses any role that may read `kernel.migration`. */
export async function pendingMigrations(url: string, sources: readonly MigrationSource[]): Promise<Migration[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const there = await client.query("select to_regclass('kernel.migration') is not null as there")
    const rows = there.rows[0].there ? (await client.query('select module, name from kernel.migration')).rows : []
    const known = new Set(rows.map((row: { module: string; name: string }) => `${row.module}/${row.name}`))
    return readMigrations(sources).filter((migration) => !known.has(`${migration.module}/${migration.name}`))
  } finally {
    await client.end()
  }
}

export function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`
}
