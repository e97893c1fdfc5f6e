/**
 * One PostgreSQL process: creating its data folder, starting it with our settings, telling whether it lives, stopping it, and
 * saying in one sentence why it did not work. Who shares it and for how long is the work of embedded.ts.
 */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { EmbeddedError, giveTo, type Binaries } from './binaries.ts'

export const SUPERUSER = 'postgres'
export const START_MS_MAX = 60_000
const STOP_MS_MAX = 15_000

export interface ServerOptions {
  /** 0 or nothing: a free one. */
  port?: number
  /** False: nothing survives a crash of the machine, and everything is faster. For tests. */
  durable?: boolean
  /** More settings, `name=value`. */
  settings?: readonly string[]
  /** How long a start may take; recovery from a backup takes longer. */
  startMsMax?: number
  onProgress?: (line: string) => void
}

export interface Files {
  readonly folder: string
  readonly data: string
  readonly password: string
  readonly log: string
  readonly users: string
  readonly lock: string
  /** Base backups and the write-ahead log since the oldest of them; there once the first backup was taken. */
  readonly backups: string
  readonly archive: string
}

/** What lies where in the folder. */
export function filesOf(folder: string): Files {
  const at = (name: string) => join(folder, name)
  return {
    folder,
    data: at('data'),
    password: at('superuser-password'),
    log: at('server.log'),
    users: at('users'),
    lock: at('lock'),
    backups: at('backups'),
    archive: at('archive'),
  }
}

export async function initialise(files: Files, binaries: Binaries, options: ServerOptions): Promise<void> {
  if (existsSync(files.data)) return
  options.onProgress?.(`creating a PostgreSQL ${binaries.version} database in ${files.folder}`)
  // Made beside and moved into place, so an interrupted attempt leaves nothing half-made.
  const draft = `${files.data}.draft`
  rmSync(draft, { recursive: true, force: true })
  if (!existsSync(files.password))
    writeFileSync(files.password, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
  giveTo(files.password, binaries.user)
  const locale = process.platform === 'linux' ? 'C.UTF-8' : process.platform === 'darwin' ? 'en_US.UTF-8' : 'C'
  const made = await run(
    binaries.initdb,
    [
      '-D',
      draft,
      '-U',
      SUPERUSER,
      `--pwfile=${files.password}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      `--locale=${locale}`,
      '--locale-provider=icu',
      '--icu-locale=und',
      '--data-checksums',
      '--no-instructions',
      ...(options.durable === false ? ['--no-sync'] : []),
    ],
    binaries,
  )
  if (made.code !== 0) {
    rmSync(draft, { recursive: true, force: true })
    throw new EmbeddedError(explainFailure(made.output, `The database could not be created in ${files.folder}`))
  }
  renameSync(draft, files.data)
}

export async function launch(files: Files, binaries: Binaries, options: ServerOptions): Promise<Running> {
  const wanted = options.port ?? 0
  for (let attempt = 1; ; attempt++) {
    const port = wanted === 0 ? await freePort() : wanted
    const outcome = await launchOn(port, files, binaries, options)
    if ('pid' in outcome) return outcome
    const taken = /could not bind|Address already in use/.test(outcome.output)
    if (taken && wanted === 0 && attempt < 5) continue
    if (taken)
      throw new EmbeddedError(
        `Port ${port} for the database is in use; stop what uses it, or set TERANGA_PG_PORT to another port (0 takes a free one).`,
      )
    throw new EmbeddedError(explainFailure(outcome.output, `The database in ${files.folder} did not start`))
  }
}

async function launchOn(
  port: number,
  files: Files,
  binaries: Binaries,
  options: ServerOptions,
): Promise<Running | { output: string }> {
  if (existsSync(files.log) && statSync(files.log).size > 10_000_000) rmSync(files.log)
  const log = openSync(files.log, 'a', 0o600)
  const from = statSync(files.log).size
  const all = [...settingsFor(port, files, options.durable !== false), ...(options.settings ?? [])]
  const settings = all.flatMap((setting) => ['-c', setting])
  // In its own session: Ctrl-C in the terminal is for us, and the database must outlive the last query of a clean stop.
  const child = spawn(binaries.postgres, ['-D', files.data, ...settings], {
    cwd: files.folder,
    env: serverEnvironment(),
    stdio: ['ignore', log, log],
    detached: true,
    ...(binaries.user && { uid: binaries.user.uid, gid: binaries.user.gid }),
  })
  closeSync(log)
  child.unref()
  let exited = false
  child.once('exit', () => (exited = true))
  child.once('error', () => (exited = true))
  const deadline = Date.now() + (options.startMsMax ?? START_MS_MAX)
  while (!exited && Date.now() < deadline) {
    const state = readPidFile(files.data)
    if (state !== undefined && state.pid === child.pid && state.ready) return { port, pid: state.pid }
    await sleep(5)
  }
  if (!exited) process.kill(child.pid!, 'SIGQUIT')
  return { output: readFileSync(files.log).subarray(from).toString('utf8') }
}

/** Given on the command line at each start, so a newer version of this list also reaches older folders. */
function settingsFor(port: number, files: Files, durable: boolean): string[] {
  const common = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'ssl=off',
    'timezone=UTC',
    'log_timezone=UTC',
    'lc_messages=C',
    'log_line_prefix=%m [%p] %q%u@%d ',
    'random_page_cost=1.1',
  ]
  if (!durable)
    return [
      ...common,
      'max_connections=200',
      'shared_buffers=128MB',
      'fsync=off',
      'synchronous_commit=off',
      'full_page_writes=off',
      'wal_level=minimal',
      'max_wal_senders=0',
      'max_wal_size=2GB',
      'checkpoint_timeout=1h',
    ]
  return [
    ...common,
    'max_connections=100',
    'shared_buffers=256MB',
    'effective_cache_size=1GB',
    'synchronous_commit=on',
    'max_wal_size=2GB',
    'wal_level=replica',
    ...archiving(files),
  ]
}

/**
 * The write-ahead log is kept from the first backup on, for recovery to a moment; before it, keeping it would only fill the
 * disk. A segment is written aside, synced and renamed: a half-written one never bears the final name.
 */
function archiving({ archive }: Files): string[] {
  if (process.platform === 'win32') return []
  const folder = shellQuoted(archive)
  const write = `cp "%p" ${folder}/%f.part && sync ${folder}/%f.part && mv ${folder}/%f.part ${folder}/%f`
  // Offered again after a crash, the same segment is fine; another under its name never is.
  const keep = `if test -f ${folder}/%f; then cmp -s "%p" ${folder}/%f; else ${write}; fi`
  return ['archive_mode=on', 'archive_timeout=300', `archive_command=if test -d ${folder}; then ${keep}; fi`]
}

/** For a command PostgreSQL hands to the shell, where % stands for something else too. */
export function shellQuoted(path: string): string {
  return `'${path.replaceAll("'", `'\\''`).replaceAll('%', '%%')}'`
}

function serverEnvironment(): NodeJS.ProcessEnv {
  // PG* variables meant for clients must not bend the server, and TZ or LC_* not its messages.
  return {
    PATH: process.env['PATH'],
    HOME: '/',
    LC_ALL: process.platform === 'linux' ? 'C.UTF-8' : undefined,
    SystemRoot: process.env['SystemRoot'],
  }
}

export interface Running {
  readonly port: number
  readonly pid: number
}

export async function answers(files: Files, port: number): Promise<boolean> {
  const password = readFileSync(files.password, 'utf8').trim()
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: SUPERUSER,
    password,
    database: SUPERUSER,
    connectionTimeoutMillis: 2000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

export function readPidFile(data: string): { pid: number; port: number; ready: boolean } | undefined {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return pid > 0 ? { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' } : undefined
  } catch {
    return undefined
  }
}

export function isOurServer(pid: number, data: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(data)
  } catch {
    // No /proc on this system (then believe the file), or the process has just ended.
    return !existsSync('/proc/self') && isAlive(pid)
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Fast shutdown (open transactions are rolled back), immediate when it hangs or nothing is worth keeping. */
export async function stopServer(pid: number, temporary: boolean): Promise<void> {
  const signal = (name: 'SIGINT' | 'SIGQUIT') => isAlive(pid) && process.kill(pid, name)
  signal(temporary ? 'SIGQUIT' : 'SIGINT')
  const started = Date.now()
  let pressed = temporary
  while (isAlive(pid)) {
    if (!pressed && Date.now() - started > STOP_MS_MAX) {
      pressed = true
      signal('SIGQUIT')
    }
    if (Date.now() - started > 2 * STOP_MS_MAX)
      throw new EmbeddedError(`The database process ${pid} does not end; end it with \`kill -9 ${pid}\`.`)
    await sleep(5)
  }
}

/** A port nobody listens on just now. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  return new Promise((done, failed) => {
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => done(port))
    })
  })
}

function run(program: string, args: string[], { user }: Binaries): Promise<{ code: number; output: string }> {
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: '/',
      env: serverEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(user && { uid: user.uid, gid: user.gid }),
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.once('error', (error) => done({ code: -1, output: error.message }))
    child.once('close', (code) => done({ code: code ?? -1, output }))
  })
}

export function explainFailure(output: string, what: string): string {
  if (/No space left on device|ENOSPC/.test(output))
    return `${what}: the disk is full. Free some space (about 300 MB are needed) and try again.`
  if (/incompatible with server|initialized by PostgreSQL version/.test(output))
    return `${what}: it was made by another PostgreSQL version. Use the programs it was made with, or \`./teranga reset\` to begin anew (its data is lost).`
  if (/could not (create|map) shared memory|could not create semaphores|Cannot allocate memory|ENOMEM/.test(output))
    return `${what}: the system has too little memory for it. Close other programs and try again.`
  if (/Permission denied|EACCES|EROFS|Read-only file system/.test(output))
    return `${what}: its files may not be written by this user. Correct the owner of the folder, or set TERANGA_DATA_DIR to another one.`
  const lines = output
    .trim()
    .split('\n')
    .slice(-6)
    .map((line) => `  ${line}`)
  return `${what}. Its last lines say what is wrong; \`./teranga reset\` begins anew (its data is lost):\n${lines.join('\n')}`
}
