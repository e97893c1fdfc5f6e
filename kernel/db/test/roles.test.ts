/** The roles of a product can do what their part of the work needs and nothing else. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureRoles, grantDatabase, rolesOf, type ProductRoles } from '../roles.ts'

const adminUrl = process.env['TERANGA_TEST_ADMIN_URL']!
const product = `r${randomBytes(4).toString('hex')}`
const made: string[] = [product]
let urls: ProductRoles

beforeAll(async () => {
  urls = await ensureRoles(adminUrl, product)
})
afterAll(async () => {
  for (const database of made) await ask(adminUrl, `drop database if exists ${database} with (force)`)
  for (const role of Object.values(rolesOf(product))) await ask(adminUrl, `drop role if exists ${role}`)
})

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

test('none of the roles has a right beyond its database', async () => {
  const rows = await ask(
    adminUrl,
    `select rolname from pg_roles where rolname like '${product}\\_%' and rolcanlogin
       and not (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication)`,
  )
  expect(rows.map(({ rolname }) => rolname).toSorted()).toEqual(Object.values(rolesOf(product)).toSorted())
})

test('the owner makes schemas; the application can neither make nor own anything', async () => {
  await ask(urls.ownerUrl, 'create schema shop', 'create table shop.item (id int primary key)')
  await expect(ask(urls.appUrl, 'create schema mine')).rejects.toThrow('permission denied for database')
  await expect(ask(urls.appUrl, 'create table public.mine (id int)')).rejects.toThrow('permission denied for schema')
  await expect(ask(urls.appUrl, 'select id from shop.item')).rejects.toThrow('permission denied for schema')
  await expect(ask(urls.appUrl, `set role ${product}_owner`)).rejects.toThrow('permission denied to set role')
})

test('the worker’s role makes its own schema and cannot see the others', async () => {
  await ask(urls.jobsUrl, 'create schema graphile_worker', 'create table graphile_worker.job (id int)')
  await expect(ask(urls.jobsUrl, 'select id from shop.item')).rejects.toThrow('permission denied for schema')
})

test('a clone of a template is closed to others until it is granted, then open to its three roles alone', async () => {
  const clone = `${product}_clone`
  made.push(clone)
  await ask(adminUrl, `create database ${clone} template ${product}`)
  await grantDatabase(adminUrl, clone, product)
  const stranger = `${product}_stranger`
  await ask(adminUrl, `create role ${stranger} login password 'x'`)
  const as = (url: string, name?: string) => {
    const changed = new URL(url)
    changed.pathname = `/${clone}`
    if (name) [changed.username, changed.password] = [name, 'x']
    return changed.href
  }
  for (const url of Object.values(urls)) expect(await ask(as(url), 'select 1 as one')).toEqual([{ one: 1 }])
  await expect(ask(as(adminUrl, stranger), 'select 1')).rejects.toThrow('permission denied for database')
  await ask(adminUrl, `drop role ${stranger}`)
})

test('to repeat changes nothing, also for ten callers at once', async () => {
  const all = await Promise.all(Array.from({ length: 10 }, () => ensureRoles(adminUrl, product)))
  for (const again of all) expect(again).toEqual(urls)
  expect(await ask(urls.appUrl, 'select current_user as me')).toEqual([{ me: `${product}_app` }])
})

test('another key gives other passwords, and the old ones stop working', async () => {
  const changed = await ensureRoles(adminUrl, product, { key: 'another' })
  await expect(ask(urls.appUrl, 'select 1')).rejects.toThrow('password authentication failed')
  expect(await ask(changed.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  urls = await ensureRoles(adminUrl, product)
})

test('an administrator that may only create roles and databases is enough', async () => {
  const manager = `${product}_manager`
  const other = `${product}x`
  made.push(other)
  await ask(adminUrl, `create role ${manager} login createdb createrole password 'secret'`)
  const url = new URL(adminUrl)
  url.username = manager
  url.password = 'secret'
  try {
    const first = await ensureRoles(url.href, other)
    expect(await ensureRoles(url.href, other)).toEqual(first)
    await ask(first.ownerUrl, 'create schema shop')
    await expect(ask(first.appUrl, 'create schema mine')).rejects.toThrow('permission denied')
  } finally {
    await ask(adminUrl, `drop database if exists ${other} with (force)`)
    for (const role of Object.values(rolesOf(other))) await ask(adminUrl, `drop role if exists ${role}`)
    await ask(adminUrl, `drop role ${manager}`)
  }
})
