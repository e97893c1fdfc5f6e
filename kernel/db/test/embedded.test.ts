/** The embedded server through its life: made, shared, killed, adopted, refused with a sentence. */
import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { existingFolder, startEmbedded, type Embedded } from '../embedded.ts'
import { explainFailure, filesOf, isAlive, readPidFile } from '../server.ts'

let base: string
let dataDir: string
const started: Embedded[] = []

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "embedded it's "))
  // Open to the server's user, as an ordinary project folder is.
  mkdirSync(join(base, 'open'), { mode: 0o755 })
  chmodSync(base, 0o755)
  dataDir = join(base, 'open', 'postgres')
})
afterEach(async () => {
  for (const server of started.splice(0)) await server.stop()
  const elsewhere = existsSync(dataDir) ? existingFolder(dataDir) : undefined
  if (elsewhere !== undefined && elsewhere !== dataDir) {
    rmSync(elsewhere, { recursive: true, force: true })
    // The programs may have been copied beside it, for other tests and the project itself.
    if (readdirSync(dirname(elsewhere)).length === 0) rmdirSync(dirname(elsewhere))
  }
  rmSync(base, { recursive: true, force: true })
})

async function start(options: Parameters<typeof startEmbedded>[0] = { dataDir }): Promise<Embedded> {
  const server = await startEmbedded(options)
  started.push(server)
  return server
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows[0]
  } finally {
    await client.end()
  }
}

test('a temporary one is fast, complete and leaves nothing behind', async () => {
  const server = await start({ durable: false })
  const row = await ask(
    server.url('postgres'),
    `select current_setting('timezone') as zone, current_setting('data_checksums') as checksums, current_setting('fsync') as fsync,
            (select datlocprovider from pg_database where datname = 'template1') as provider, uuidv7() is not null as uuidv7`,
  )
  expect(row).toEqual({ zone: 'UTC', checksums: 'on', fsync: 'off', provider: 'i', uuidv7: true })
  const { pid } = readPidFile(filesOf(server.folder).data)!
  await server.stop()
  expect(existsSync(server.folder)).toBe(false)
  expect(isAlive(pid)).toBe(false)
})

test('only who knows the password gets in', async () => {
  const server = await start({ durable: false })
  const url = new URL(server.url('postgres'))
  url.password = 'guess'
  await expect(ask(url.href, 'select 1')).rejects.toThrow('password authentication failed')
})

test('a folder keeps its data, survives kill -9 and a process number that now belongs to somebody else', async () => {
  const first = await start()
  await ask(first.url('postgres'), 'create table kept as select 7 as number')
  const files = filesOf(first.folder)
  const pidFile = readFileSync(join(files.data, 'postmaster.pid'), 'utf8')
  process.kill(readPidFile(files.data)!.pid, 'SIGKILL')
  await until(() => !isAlive(readPidFile(files.data)!.pid))
  writeFileSync(join(files.data, 'postmaster.pid'), pidFile.replace(/^\d+/, String(process.pid)))
  const second = await start()
  expect(second.adopted).toBe(false)
  expect(await ask(second.url('postgres'), 'select number from kept')).toEqual({ number: 7 })
})

test('durable settings: nothing that was committed is lost, and the log can be kept for recovery', async () => {
  const server = await start()
  const row = await ask(
    server.url('postgres'),
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, current_setting('wal_level') as wal, current_setting('archive_mode') as archive`,
  )
  expect(row).toEqual({ fsync: 'on', commit: 'on', wal: 'replica', archive: 'on' })
})

test('two users share one server and the last one stops it', async () => {
  const [one, other] = await Promise.all([start(), start()])
  expect(other.port).toBe(one.port)
  expect([one.adopted, other.adopted].toSorted()).toEqual([false, true])
  await one.stop()
  expect(await ask(other.url('postgres'), 'select 1 as one')).toEqual({ one: 1 })
  const { pid } = readPidFile(filesOf(other.folder).data)!
  await other.stop()
  expect(isAlive(pid)).toBe(false)
})

test('the server of a process that was killed is adopted and then stopped', async () => {
  const code = `import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, '../embedded.ts'))}
    await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} }); console.log('up'); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  await new Promise<void>((up, down) => {
    child.stdout.once('data', () => up())
    child.once('exit', () => down(new Error('the child ended early')))
  })
  child.kill('SIGKILL')
  await until(() => !isAlive(child.pid!))
  const server = await start()
  expect(server.adopted).toBe(true)
  const { pid } = readPidFile(filesOf(server.folder).data)!
  await server.stop()
  expect(isAlive(pid)).toBe(false)
})

test('a port in use is one sentence', async () => {
  const rival = createServer()
  await new Promise<void>((done) => rival.listen(0, '127.0.0.1', done))
  const { port } = rival.address() as { port: number }
  await expect(startEmbedded({ dataDir, port })).rejects.toThrow(
    new RegExp(`^Port ${port} for the database is in use; stop what uses it, or set TERANGA_PG_PORT`),
  )
  rival.close()
})

test('a folder that is no database says so with the last lines of the log', async () => {
  mkdirSync(filesOf(dataDir).data, { recursive: true })
  writeFileSync(filesOf(dataDir).password, 'x')
  await expect(startEmbedded({ dataDir })).rejects.toThrow(/did not start.*teranga reset/s)
})

test.runIf(process.getuid?.() === 0)(
  'below a folder only root may enter, the files go where the server may, and that is said',
  async () => {
    const lines: string[] = []
    chmodSync(base, 0o700)
    const first = await start({ dataDir, onProgress: (line) => lines.push(line) })
    expect(first.folder).not.toBe(dataDir)
    expect(lines.join()).toContain(`its files are in ${first.folder}`)
    await ask(first.url('postgres'), 'create table kept as select 7 as number')
    await first.stop()
    const second = await start()
    expect(await ask(second.url('postgres'), 'select number from kept')).toEqual({ number: 7 })
  },
)

test.each([
  ['could not write: No space left on device', /the disk is full\. Free some space/],
  ['FATAL: database files are incompatible with server', /made by another PostgreSQL version/],
  ['FATAL: could not map shared memory', /too little memory/],
  ['mkdir: Permission denied', /may not be written by this user/],
  ['something new', /last lines[\s\S]*something new/],
])('%s becomes a sentence that says what to do', (output, sentence) => {
  expect(explainFailure(output, 'It did not start')).toMatch(sentence)
})

async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000
  while (!holds() && Date.now() < deadline) await new Promise((done) => setTimeout(done, 10))
  expect(holds()).toBe(true)
}
