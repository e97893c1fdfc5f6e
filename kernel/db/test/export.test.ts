/** An export, read into an empty database, is the same data: counts, sums, sequences, jobs; and a damaged one leaves nothing. */
import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { prepareQueue } from '../../jobs/worker.ts'
import { exportDatabase, importDatabase } from '../export.ts'
import { migrate } from '../migrate.ts'
import { ensureRoles, grantDatabase, rolesOf, type ProductRoles } from '../roles.ts'

const adminUrl = process.env['TERANGA_TEST_ADMIN_URL']!
const product = `e${randomBytes(4).toString('hex')}`
const target = `${product}_target`
const base = mkdtempSync(join(tmpdir(), 'export-'))
const shop = { name: 'shop', folder: join(base, 'shop') }
let from: ProductRoles
let into: ProductRoles
let round = 0

const MIGRATION = `
create table shop.country (code text primary key);
insert into shop.country values ('SN');
create table shop.person (id uuid primary key, friend uuid references shop.person, country text not null references shop.country, name text, note text);
create table shop.entry (id bigint generated always as identity, at date not null, person uuid not null references shop.person, minor bigint not null,
  twice bigint generated always as (minor * 2) stored, primary key (id, at)) partition by range (at);
create table shop.entry_2026_01 partition of shop.entry for values from ('2026-01-01') to ('2026-02-01');
create trigger append_only before update or delete on shop.entry for each row execute function kernel.refuse_change();
create trigger never_emptied before truncate on shop.entry execute function kernel.refuse_change();
insert into shop.person values ('00000000-0000-7000-8000-000000000000', null, 'SN');
`

beforeAll(async () => {
  mkdirSync(join(shop.folder, 'migrations'), { recursive: true })
  writeFileSync(join(shop.folder, 'migrations', '0001_shop.sql'), MIGRATION)
  from = await ensureRoles(adminUrl, product)
  await makeSchema(from)
  await ask(
    from.ownerUrl,
    `create table shop.entry_2026_02 partition of shop.entry for values from ('2026-02-01') to ('2026-03-01')`,
    `insert into shop.country values ('FR')`,
    `insert into shop.person select gen_random_uuid(), null, 'SN', E'é\\\\N\\t"' || i, case when i % 3 = 0 then null else E'two\\nlines' end from generate_series(1, 200) i`,
    `update shop.person p set friend = (select id from shop.person q where q.id <> p.id order by q.id desc limit 1), country = 'FR'`,
    `insert into shop.entry (at, person, minor) select date '2026-01-01' + i % 50, (select id from shop.person order by id limit 1 offset i % 200), i * 1000000007::bigint from generate_series(1, 5000) i`,
  )
  await ask(from.appUrl, `select job_queue.enqueue('shop.remind', '{"n":1}', null, 5, 0)`)
})
afterAll(async () => {
  for (const database of [product, target]) await ask(adminUrl, `drop database if exists ${database} with (force)`)
  for (const role of Object.values(rolesOf(product))) await ask(adminUrl, `drop role if exists ${role}`)
  rmSync(base, { recursive: true })
})
beforeEach(async () => {
  round += 1
  await ask(adminUrl, `drop database if exists ${target} with (force)`, `create database ${target}`)
  await grantDatabase(adminUrl, target, product)
  into = await ensureRoles(adminUrl, product, { database: target })
})

async function makeSchema(urls: ProductRoles): Promise<void> {
  await migrate(urls.ownerUrl, [shop], { app: rolesOf(product).app })
  await prepareQueue(urls.jobsUrl, rolesOf(product).app)
}

async function ask(url: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    let rows: Record<string, unknown>[] = []
    for (const sql of statements) rows = (await client.query(sql)).rows
    return rows
  } finally {
    await client.end()
  }
}

const contents = async ({ ownerUrl, jobsUrl }: ProductRoles) => [
  ...(await ask(
    ownerUrl,
    `select count(*), sum(minor), sum(twice), md5(string_agg(e::text, '|' order by id)) from shop.entry e`,
  )),
  ...(await ask(ownerUrl, `select count(*), md5(string_agg(p::text, '|' order by id)) from shop.person p`)),
  ...(await ask(ownerUrl, `select count(*) from shop.country`)),
  ...(await ask(ownerUrl, `select last_value from shop.entry_id_seq`)),
  ...(await ask(jobsUrl, `select task, payload from job_queue.job`)),
]
const folder = () => join(base, `out-${round}`)

test('what is read back is what was written, with its references, triggers and numbering', async () => {
  const manifest = await exportDatabase(from, product, folder())
  expect(manifest.tables.find(({ table }) => table === 'entry')).toMatchObject({ rows: 5000 })
  await importDatabase(into, folder(), () => makeSchema(into))
  expect(await contents(into)).toEqual(await contents(from))
  await expect(ask(into.ownerUrl, 'delete from shop.entry')).rejects.toThrow('append-only')
  await expect(ask(into.ownerUrl, "update shop.person set country = 'XX'")).rejects.toThrow('foreign key')
})

test('an export changed by one line is refused and leaves nothing', async () => {
  await exportDatabase(from, product, folder())
  appendFileSync(join(folder(), 'shop.country.copy'), 'GB\n')
  await expect(importDatabase(into, folder(), () => makeSchema(into))).rejects.toThrow('shop.country.copy is damaged')
  // Only the one the migration itself made.
  expect(await ask(into.ownerUrl, 'select count(*)::int as n from shop.person')).toEqual([{ n: 1 }])
})

test('only an empty database and the same version are taken', async () => {
  await exportDatabase(from, product, folder())
  await expect(importDatabase(from, folder(), async () => {})).rejects.toThrow('the database is not empty')
  const older = async () => {
    await migrate(into.ownerUrl, [], { app: rolesOf(product).app })
    await prepareQueue(into.jobsUrl, rolesOf(product).app)
  }
  await expect(importDatabase(into, folder(), older)).rejects.toThrow('made by a newer version')
})
