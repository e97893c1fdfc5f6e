/**
 * The embedded PostgreSQL: a real server in a folder of the project, for development, demonstrations and tests. Started on
 * first use, shared by processes that use the same folder, stopped by the last of them. Production uses DATABASE_URL.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { canEnter, EmbeddedError, findBinaries, giveTo, reachableHome, type Binaries } from './binaries.ts'
import {
  answers,
  explainFailure,
  filesOf,
  initialise,
  isAlive,
  isOurServer,
  launch,
  readPidFile,
  START_MS_MAX,
  stopServer,
  SUPERUSER,
  type Files,
  type Running,
  type ServerOptions,
} from './server.ts'

export { EmbeddedError }

export interface Embedded {
  /** How to reach `database` as the superuser. */
  url(database: string): string
  readonly port: number
  /** Where the files really are: the folder asked for, or the one chosen because the server's user could not enter it. */
  readonly folder: string
  /** True when another process had already started it. */
  readonly adopted: boolean
  /** Stops the server, unless another process still uses it. */
  stop(): Promise<void>
}

export interface EmbeddedOptions extends Pick<ServerOptions, 'port' | 'durable' | 'onProgress'> {
  /** Kept between starts. Without it a temporary folder is used and removed by `stop`. */
  dataDir?: string
}

const TEMPORARY = 'teranga-test-'
let uses = 0

/** Starts (making it first where needed) or joins the server of a folder. Throws `EmbeddedError` with what to do. */
export async function startEmbedded(options: EmbeddedOptions = {}): Promise<Embedded> {
  const binaries = findBinaries()
  const folder =
    options.dataDir === undefined ? temporaryFolder(binaries) : placeFor(options.dataDir, binaries, options.onProgress)
  const files = filesOf(folder)
  const temporary = options.dataDir === undefined
  const user = join(files.users, `${process.pid}.${(uses += 1)}`)
  return withLock(files.lock, async () => {
    mkdirSync(files.users, { recursive: true })
    for (const name of readdirSync(files.users))
      if (!isAlive(Number(name.split('.')[0]))) rmSync(join(files.users, name), { force: true })
    writeFileSync(user, '')
    try {
      let running = await findRunning(files)
      const adopted = running !== undefined
      if (running === undefined) {
        await initialise(files, binaries, options)
        running = await launch(files, binaries, options)
      }
      const { port, pid } = running
      if (temporary) removeAtExit(folder, pid)
      const password = readFileSync(files.password, 'utf8').trim()
      let stopped: Promise<void> | undefined
      const stop = async () => {
        await withLock(files.lock, () => leave(files, user, pid, temporary))
        if (temporary) rmSync(folder, { recursive: true, force: true })
      }
      return {
        port,
        folder,
        adopted,
        url: (database) => `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`,
        stop: () => (stopped ??= stop()),
      }
    } catch (error) {
      rmSync(temporary ? folder : user, { recursive: true, force: true })
      throw error
    }
  })
}

/** The folder really used for `dataDir`, without starting anything; undefined when there is none yet. */
export function existingFolder(dataDir: string): string | undefined {
  const redirect = join(dataDir, 'location')
  const folder = existsSync(redirect) ? readFileSync(redirect, 'utf8').trim() : dataDir
  return existsSync(filesOf(folder).data) ? folder : undefined
}

function placeFor(dataDir: string, binaries: Binaries, onProgress: EmbeddedOptions['onProgress']): string {
  const redirect = join(dataDir, 'location')
  mkdirSync(dataDir, { recursive: true })
  if (existsSync(redirect)) {
    const folder = readFileSync(redirect, 'utf8').trim()
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    giveTo(folder, binaries.user)
    return folder
  }
  giveTo(dataDir, binaries.user)
  if (canEnter(dataDir, binaries)) return dataDir
  // Named after the folder it stands for: a test's must never be the project's own.
  const mark = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 8)
  const folder = join(reachableHome(binaries.user), `${basename(dataDir)}-${mark}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  giveTo(folder, binaries.user)
  writeFileSync(redirect, `${folder}\n`)
  onProgress?.(`the database's user ${binaries.user?.name} cannot enter ${dataDir}; its files are in ${folder}`)
  return folder
}

function temporaryFolder(binaries: Binaries): string {
  for (const base of [tmpdir(), '/tmp', '/var/tmp']) {
    if (!existsSync(base)) continue
    removeAbandoned(base)
    const folder = mkdtempSync(join(base, TEMPORARY))
    giveTo(folder, binaries.user)
    if (canEnter(folder, binaries)) return folder
    rmSync(folder, { recursive: true })
  }
  throw new EmbeddedError('No temporary folder was found that the database’s user may enter; set TMPDIR to one.')
}

/** A test run that was killed leaves its server behind; the next one ends it. */
function removeAbandoned(base: string): void {
  for (const name of readdirSync(base).filter((entry) => entry.startsWith(TEMPORARY))) {
    const files = filesOf(join(base, name))
    try {
      const users = usersOf(files)
      if (users.length === 0 || users.some(isAlive)) continue
      const pid = readPidFile(files.data)?.pid
      if (pid !== undefined && isOurServer(pid, files.data)) process.kill(pid, 'SIGQUIT')
      rmSync(files.folder, { recursive: true, force: true })
    } catch {
      // Somebody else's folder, or just being made.
    }
  }
}

function removeAtExit(folder: string, pid: number): void {
  process.once('exit', () => {
    if (!existsSync(folder)) return
    if (isAlive(pid)) process.kill(pid, 'SIGQUIT')
    rmSync(folder, { recursive: true, force: true })
  })
}

/** The server of this folder, when one lives; a pid file left by a crash is cleared away. */
export async function findRunning(files: Files): Promise<Running | undefined> {
  const deadline = Date.now() + START_MS_MAX
  for (;;) {
    const state = readPidFile(files.data)
    if (state === undefined) return undefined
    if (!isAlive(state.pid) || !isOurServer(state.pid, files.data)) {
      // Its number may since belong to another process, which PostgreSQL itself would take for a rival.
      rmSync(join(files.data, 'postmaster.pid'), { force: true })
      return undefined
    }
    if (state.ready && (await answers(files, state.port))) return { port: state.port, pid: state.pid }
    if (Date.now() > deadline)
      throw new EmbeddedError(
        `A database process (${state.pid}) holds ${files.folder} but does not answer; end it with \`kill -INT ${state.pid}\` and try again.`,
      )
    await sleep(50)
  }
}

async function leave(files: Files, user: string, pid: number, temporary: boolean): Promise<void> {
  rmSync(user, { force: true })
  if (usersOf(files).some(isAlive)) return
  await stopServer(pid, temporary)
}

/** The processes that said they use the server; some may have died without saying goodbye. */
export function usersOf(files: Files): number[] {
  return existsSync(files.users) ? readdirSync(files.users).map((name) => Number(name.split('.')[0])) : []
}

/** One process at a time starts, stops or restores the server of a folder. */
export async function withLock<T>(path: string, act: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + START_MS_MAX
  while (!take(path)) {
    const holder = holderOf(path)
    if (holder !== undefined && !isAlive(holder)) rmSync(path, { force: true })
    else if (Date.now() > deadline)
      throw new EmbeddedError(
        `Process ${holder ?? '(unknown)'} holds ${path} for too long; end it, or delete the file.`,
      )
    else await sleep(20)
  }
  try {
    return await act()
  } finally {
    rmSync(path, { force: true })
  }
}

function take(path: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw new EmbeddedError(explainFailure((error as Error).message, `${path} cannot be written`))
  }
}

function holderOf(path: string): number | undefined {
  try {
    return Number(readFileSync(path, 'utf8')) || undefined
  } catch {
    return undefined
  }
}
