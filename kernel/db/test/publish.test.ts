/** The published schema: exact views, read with the reader's own rights, and no more of the tables behind than they need. */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { migrate } from '../migrate.ts'
import { publish } from '../publish.ts'
import { ensureRoles, readerOf, rolesOf, type ProductRoles } from '../roles.ts'

const adminUrl = process.env['TERANGA_TEST_ADMIN_URL']!
const product = `p${randomBytes(4).toString('hex')}`
const roles = { app: rolesOf(product).app, reader: readerOf(product) }
const analyst = `${product}_analyst`
const folder = mkdtempSync(join(tmpdir(), 'published-'))
const ANA = '0190a000-0000-7000-8000-000000000001'
let urls: ProductRoles

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
const write = (text: string) => writeFileSync(join(folder, 'views.sql'), text)
const bring = () => publish(urls.ownerUrl, { schema: product, folder }, roles)
const asAnalyst = (sql: string) => {
  const url = new URL(urls.appUrl)
  url.username = analyst
  url.password = 'x'
  return ask(url.href, sql)
}

const USERS = `create view users with (security_invoker = true) as select id, name from shop.person;
  comment on view users is 'People';`

beforeAll(async () => {
  urls = await ensureRoles(adminUrl, product)
  await migrate(urls.ownerUrl, [], roles)
  await ask(
    urls.ownerUrl,
    'create schema shop',
    'create table shop.person (id uuid primary key, name text, sealed_phone bytea)',
    "select kernel.protect('shop.person', 'id')",
    `grant usage on schema shop to ${roles.app}`,
    `grant select on shop.person to ${roles.app}`,
    `insert into shop.person values ('${ANA}', 'Ana', '\\x00'), (gen_random_uuid(), 'Bo', '\\x00')`,
  )
  await ask(adminUrl, `create role ${analyst} login password 'x' in role ${roles.reader}`)
})
beforeEach(() => write(USERS))
afterAll(async () => {
  await ask(adminUrl, `drop database if exists ${product} with (force)`)
  for (const role of [analyst, roles.reader, ...Object.values(rolesOf(product))])
    await ask(adminUrl, `drop role if exists ${role}`)
  rmSync(folder, { recursive: true })
})

test('an analyst reads every row of the views, and of the tables behind only the columns they are made of', async () => {
  await bring()
  expect(await asAnalyst(`select name from ${product}.users order by name`)).toEqual([{ name: 'Ana' }, { name: 'Bo' }])
  await expect(asAnalyst('select sealed_phone from shop.person')).rejects.toThrow('permission denied')
  await expect(asAnalyst(`delete from ${product}.users`)).rejects.toThrow('permission denied')
})

test('the server’s role sees through the views what row-level security lets it see', async () => {
  await bring()
  const names = (settings: string) => ask(urls.appUrl, settings, `select name from ${product}.users`)
  expect(await names('select 1')).toEqual([])
  expect(await names(`set app.user_id = '${ANA}'`)).toEqual([{ name: 'Ana' }])
})

test('what did not change is left alone; what changed is written anew, with the rights of the old text taken back', async () => {
  await bring()
  expect(await bring()).toBe(false)
  write(USERS.replace('id, name', 'id'))
  expect(await bring()).toBe(true)
  await expect(asAnalyst('select name from shop.person')).rejects.toThrow('permission denied')
  expect(await asAnalyst(`select count(*)::integer as people from ${product}.users`)).toEqual([{ people: 2 }])
})

test('a view that would show everybody everything is refused, and the views before stay', async () => {
  await bring()
  write('create view users as select id, name from shop.person;')
  await expect(bring()).rejects.toThrow('not security_invoker: users')
  expect(await asAnalyst(`select count(name)::integer as people from ${product}.users`)).toEqual([{ people: 2 }])
})

test('a schema of this name that holds a table is not dropped', async () => {
  await ask(urls.ownerUrl, `create schema ${product}_kept`, `create table ${product}_kept.mine (id int)`)
  await expect(publish(urls.ownerUrl, { schema: `${product}_kept`, folder }, roles)).rejects.toThrow('holds mine')
  expect(await ask(urls.ownerUrl, `select to_regclass('${product}_kept.mine') is not null as there`)).toEqual([
    { there: true },
  ])
})

test('ten who publish at once leave one schema', async () => {
  write(`${USERS} create view people with (security_invoker = true) as select id from shop.person;`)
  const changed = await Promise.all(Array.from({ length: 10 }, bring))
  expect(changed.filter(Boolean)).toHaveLength(1)
})
