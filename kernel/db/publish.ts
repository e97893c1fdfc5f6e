/**
 * The published schema of a product: in a Postgres schema of the product's name, views with the table and column names that
 * analysts, reports and PostgREST rely on while the tables behind stay free to change. Written anew as a whole whenever its
 * text changed. Who reads it is in `<product>_reader`: may read the columns that the views need, and nothing else.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { sha256 } from '../crypto.ts'
import { quoted } from './migrate.ts'

export interface Published {
  /** Postgres schema, named after the product. */
  readonly schema: string
  /** Folder of `*.sql` files: `create view <name> with (security_invoker = true) as …` and comments, run in the order of names. */
  readonly folder: string
}

const PUBLISH_LOCK = 7_236_014

/**
 * Brings the published schema up to date; says whether it changed. Safe to repeat and to run from several processes at once.
 * Refuses a schema that holds anything but views, so that nobody's table is dropped.
 */
export async function publish(
  ownerUrl: string,
  { schema, folder }: Published,
  roles: { app: string; reader: string },
): Promise<boolean> {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()
  const text = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'teranga publish' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [PUBLISH_LOCK])
    await client.query(`create table if not exists kernel.published (
      schema text not null, hash text not null, applied_at timestamptz not null default now(),
      constraint published_pkey primary key (schema))`)
    const reader = await client.query('select 1 from pg_roles where rolname = $1', [roles.reader])
    // Rights are given again whenever the tables behind or the reader may be others than before.
    const hash = sha256(`${text}\n${await behindHash(client)}\n${reader.rowCount}`)
    const known = await client.query('select 1 from kernel.published where schema = $1 and hash = $2', [schema, hash])
    if (known.rowCount === 1) return false
    await client.query('begin')
    try {
      await refuseForeign(client, schema)
      await client.query(`drop schema if exists ${quoted(schema)} cascade`)
      await client.query(`create schema ${quoted(schema)}`)
      await client.query(`set local search_path to ${quoted(schema)}`)
      await client.query(text)
      await client.query('set local search_path to default')
      await requireInvoker(client, schema)
      await client.query(`grant usage on schema ${quoted(schema)} to ${quoted(roles.app)}`)
      await client.query(`grant select on all tables in schema ${quoted(schema)} to ${quoted(roles.app)}`)
      if (reader.rowCount === 1) await grantReader(client, schema, roles.reader)
      await client.query(
        `insert into kernel.published (schema, hash) values ($1, $2)
         on conflict (schema) do update set hash = excluded.hash, applied_at = now()`,
        [schema, hash],
      )
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw new Error(`publishing ${schema} failed: ${(error as Error).message}`, { cause: error })
    }
    return true
  } finally {
    await client.end()
  }
}

/** Changes with every migration: what a view reads may have moved. */
async function behindHash(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ hash: string }>(
    `select coalesce(string_agg(module || name || hash, ',' order by module, name), '') as hash from kernel.migration`,
  )
  return rows[0]!.hash
}

async function refuseForeign(client: pg.Client, schema: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and c.relkind not in ('v', 'c')`,
    [schema],
  )
  if (rows.length > 0) throw new Error(`the schema ${schema} holds ${rows.map(({ name }) => name).join(', ')}`)
}

/** A view that ran with its owner's rights would show every row to everybody. */
async function requireInvoker(client: pg.Client, schema: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = $1 and not coalesce(c.reloptions, '{}') && '{security_invoker=true,security_invoker=on}'`,
    [schema],
  )
  if (rows.length > 0) throw new Error(`not security_invoker: ${rows.map(({ name }) => name).join(', ')}`)
}

/** The reader sees all rows of just the columns that the views are made of. */
async function grantReader(client: pg.Client, schema: string, reader: string): Promise<void> {
  const role = quoted(reader)
  const { rows: before } = await client.query<{ tab: string }>(
    `select distinct format('%I.%I', table_schema, table_name) as tab
     from information_schema.column_privileges where grantee = $1`,
    [reader],
  )
  for (const { tab } of before) {
    await client.query(`revoke all on ${tab} from ${role}`)
    await client.query(`drop policy if exists published_rows on ${tab}`)
  }
  const { rows: behind } = await client.query<{ tab: string; home: string; columns: string; protected: boolean }>(
    `select format('%I.%I', u.table_schema, u.table_name) as tab, quote_ident(u.table_schema) as home,
       string_agg(distinct quote_ident(u.column_name), ', ') as columns, bool_or(c.relrowsecurity) as protected
     from information_schema.view_column_usage u
       join pg_class c on c.oid = format('%I.%I', u.table_schema, u.table_name)::regclass
     where u.view_schema = $1 and c.relkind in ('r', 'p')
     group by 1, 2`,
    [schema],
  )
  for (const { tab, home, columns, protected: rowSecurity } of behind) {
    await client.query(`grant usage on schema ${home} to ${role}`)
    await client.query(`grant select (${columns}) on ${tab} to ${role}`)
    if (rowSecurity) await client.query(`create policy published_rows on ${tab} for select to ${role} using (true)`)
  }
  await client.query(`grant usage on schema ${quoted(schema)} to ${role}`)
  await client.query(`grant select on all tables in schema ${quoted(schema)} to ${role}`)
}
