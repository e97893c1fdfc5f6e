/** What a backup promises: everything comes back, to the moment asked for, and a damaged one is refused before harm is done. */
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listBackups, restoreBackup, takeBackup } from '../backup.ts'
import { startEmbedded, type Embedded } from '../embedded.ts'
import { filesOf, readPidFile } from '../server.ts'

let base: string
let dataDir: string
let server: Embedded | undefined

beforeEach(async () => {
  base = mkdtempSync(join(tmpdir(), 'backup 100% '))
  chmodSync(base, 0o755)
  dataDir = join(base, 'postgres')
  server = await startEmbedded({ dataDir })
  await ask('create table account (id int primary key, minor bigint not null)')
  await ask(
    'create table entry (id int generated always as identity primary key, account int not null references account, minor bigint not null)',
  )
  await ask('insert into account select i, 0 from generate_series(1, 50) i')
})
afterEach(async () => {
  await server?.stop()
  rmSync(base, { recursive: true, force: true })
})

async function ask(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: server!.url('postgres') })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** A transfer from one account to the next, both sides in one transaction. */
const transfers = (count: number) =>
  ask(`with t as (select i, i % 50 + 1 as payer, (i + 7) % 50 + 1 as payee from generate_series(1, ${count}) i),
         e as (insert into entry (account, minor) select payer, -i from t union all select payee, i from t returning account, minor)
       update account a set minor = a.minor + s.minor from (select account, sum(minor) as minor from e group by 1) s where a.id = s.account`)

const state = async () => ({
  entries: (await ask('select count(*)::int as n from entry'))[0]!['n'],
  sum: (await ask('select sum(minor)::int as n from entry'))[0]!['n'],
  balances: (await ask("select md5(string_agg(id || ':' || minor, ',' order by id)) as h from account"))[0]!['h'],
  unequal: await ask(
    'select a.id from account a left join entry e on e.account = a.id group by a.id having a.minor <> coalesce(sum(e.minor), 0)',
  ),
})

async function restart(): Promise<void> {
  server = await startEmbedded({ dataDir })
}

test('a moment between two acts comes back exactly, with the rows after it undone and the books still balanced', async () => {
  await transfers(300)
  await takeBackup(server!)
  await transfers(200)
  const wanted = await state()
  const moment = await ask(`select clock_timestamp()::text as t from pg_sleep(0.05)`)
  await ask('select pg_sleep(0.05)')
  await transfers(100)
  await ask('delete from entry where id % 2 = 0')
  await ask('create table later (id int)')
  await server!.stop()
  const restored = await restoreBackup(dataDir, { to: new Date(moment[0]!['t'] as string) })
  await restart()
  expect(await state()).toEqual(wanted)
  expect(wanted).toMatchObject({ entries: 1000, sum: 0, unequal: [] })
  expect(await ask("select to_regclass('later') as later")).toEqual([{ later: null }])
  expect(existsSync(restored.replaced)).toBe(true)
}, 60_000)

test('without a moment everything recorded comes back, also what a killed server had not archived', async () => {
  await takeBackup(server!)
  await transfers(300)
  const wanted = await state()
  const { pid } = readPidFile(filesOf(server!.folder).data)!
  process.kill(pid, 'SIGKILL')
  await server!.stop()
  rmSync(join(filesOf(server!.folder).data, 'base'), { recursive: true })
  await restoreBackup(dataDir)
  await restart()
  expect(await state()).toEqual(wanted)
}, 60_000)

test('a moment after the last act is everything there is', async () => {
  await takeBackup(server!)
  await transfers(10)
  const wanted = await state()
  await server!.stop()
  await restoreBackup(dataDir, { to: new Date(Date.now() + 60_000) })
  await restart()
  expect(await state()).toEqual(wanted)
}, 60_000)

test('a restored database takes backups again and can be restored again', async () => {
  await takeBackup(server!)
  await transfers(10)
  await server!.stop()
  await restoreBackup(dataDir)
  await restart()
  await transfers(10)
  await takeBackup(server!)
  await transfers(10)
  const wanted = await state()
  await server!.stop()
  await restoreBackup(dataDir)
  await restart()
  expect(await state()).toEqual(wanted)
}, 60_000)

test('a damaged backup is refused and the database left as it was', async () => {
  const { id } = await takeBackup(server!)
  await transfers(10)
  const wanted = await state()
  await server!.stop()
  const victim = join(filesOf(server!.folder).backups, id, 'data', 'global', 'pg_control')
  const bytes = readFileSync(victim)
  bytes[100]! ^= 1
  writeFileSync(victim, bytes)
  await expect(restoreBackup(dataDir)).rejects.toThrow(
    /not whole \(data\/global\/pg_control is damaged\); nothing was changed/,
  )
  await restart()
  expect(await state()).toEqual(wanted)
}, 60_000)

test('a moment before the first backup and a server in use are refused', async () => {
  await takeBackup(server!)
  await expect(restoreBackup(dataDir, { to: new Date('2020-01-01') })).rejects.toThrow('no backup from before 2020')
  await expect(restoreBackup(dataDir)).rejects.toThrow('in use; stop the platform')
}, 60_000)

test('only the newest backups and the log they need are kept', async () => {
  const first = await takeBackup(server!, { keep: 2 })
  await transfers(10)
  await takeBackup(server!, { keep: 2 })
  await transfers(10)
  const third = await takeBackup(server!, { keep: 2 })
  const kept = listBackups(server!.folder)
  expect(kept).toHaveLength(2)
  expect(kept[1]!.id).toBe(third.id)
  const archive = readdirSync(filesOf(server!.folder).archive)
  expect(archive).not.toContain(first.firstSegment)
  expect(archive).toContain(kept[0]!.firstSegment)
}, 60_000)
