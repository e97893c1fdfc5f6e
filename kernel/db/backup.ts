/**
 * Physical backups of the embedded server and recovery to a moment: a copy of the data folder taken while the server works,
 * every file synced and listed with its hash, and the write-ahead log kept from then on. An outside server is backed up with
 * its own tools; export.ts writes what a product knows as plain files.
 */
import { createHash } from 'node:crypto'
import {
  constants,
  cpSync,
  existsSync,
  fsyncSync,
  openSync,
  closeSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { copyFile, open, readdir } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { EmbeddedError, findBinaries, giveTo, type Binaries } from './binaries.ts'
import { existingFolder, findRunning, usersOf, withLock, type Embedded } from './embedded.ts'
import { filesOf, isAlive, launch, shellQuoted, stopServer, SUPERUSER, type Files } from './server.ts'

export interface BackupManifest {
  readonly kind: 'physical'
  readonly id: string
  readonly startedAt: string
  readonly finishedAt: string
  readonly serverVersion: string
  readonly systemIdentifier: string
  /** First segment of the write-ahead log that a recovery from here reads. */
  readonly firstSegment: string
  readonly files: readonly BackupFile[]
}

export interface BackupFile {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

const MANIFEST = 'manifest.json'
/** Folders whose contents a new start makes anew. */
const EMPTIED = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
])
const LEFT_OUT = /^(postmaster\.(pid|opts)|pg_internal\.init|pgsql_tmp.*|recovery\.signal|standby\.signal)$/
const ARCHIVE_MS_MAX = 60_000
const RECOVERY_MS_MAX = 3_600_000

/** Takes a backup while the server runs and forgets all but the `keep` newest. */
export async function takeBackup(server: Embedded, options: { keep?: number } = {}): Promise<BackupManifest> {
  if (process.platform === 'win32')
    throw new EmbeddedError(
      'Backups of the embedded server need a Unix-like system; use the export instead (`./teranga backup --export`).',
    )
  const { user } = findBinaries()
  const files = filesOf(server.folder)
  for (const folder of [files.backups, files.archive]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    giveTo(folder, user)
  }
  const startedAt = new Date().toISOString()
  const id = startedAt.replaceAll(':', '-')
  const draft = join(files.backups, `draft-${process.pid}`)
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(join(draft, 'data'), { recursive: true, mode: 0o700 })
  // The session that starts a backup must be the one that ends it.
  const client = new pg.Client({ connectionString: server.url(SUPERUSER), application_name: 'teranga backup' })
  await client.connect()
  try {
    const about = await one(
      client,
      `select current_setting('server_version') as version, system_identifier::text as system from pg_control_system()`,
    )
    await client.query('select pg_backup_start($1, fast => true)', [`teranga ${id}`])
    const copied = await copyTree(files.data, join(draft, 'data'), '')
    // This also ends the current segment of the log, so that the archive gets it.
    const stopped = await one(
      client,
      'select labelfile, pg_walfile_name(lsn) as segment from pg_backup_stop(wait_for_archive => false)',
    )
    const label = stopped['labelfile'] ?? ''
    const firstSegment = /\(file ([0-9A-F]{24})\)/.exec(label)?.[1]
    if (firstSegment === undefined)
      throw new EmbeddedError('The database did not say where its log begins; the backup was dropped.')
    copied.push(await writeSynced(join(draft, 'data', 'backup_label'), label, 'data/backup_label'))
    copied.push(
      await writeSynced(join(draft, 'superuser-password'), readFileSync(files.password, 'utf8'), 'superuser-password'),
    )
    const lastSegment = stopped['segment']!
    await archived(lastSegment, files)
    mkdirSync(join(draft, 'wal'), { mode: 0o700 })
    for (const segment of segmentsBetween(files.archive, firstSegment, lastSegment))
      copied.push(await copySynced(join(files.archive, segment), join(draft, 'wal', segment), `wal/${segment}`))
    const manifest: BackupManifest = {
      kind: 'physical',
      id,
      startedAt,
      finishedAt: new Date().toISOString(),
      serverVersion: about['version']!,
      systemIdentifier: about['system']!,
      firstSegment,
      files: copied.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    }
    await writeSynced(join(draft, MANIFEST), `${JSON.stringify(manifest, null, 1)}\n`, MANIFEST)
    syncFolders(draft)
    renameSync(draft, join(files.backups, id))
    syncFolder(files.backups)
    forgetOld(files, options.keep ?? 2)
    return manifest
  } finally {
    await client.end()
    rmSync(draft, { recursive: true, force: true })
  }
}

/** The backups of a folder, oldest first. */
export function listBackups(folder: string): BackupManifest[] {
  const { backups } = filesOf(folder)
  if (!existsSync(backups)) return []
  return readdirSync(backups)
    .filter((name) => existsSync(join(backups, name, MANIFEST)))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(backups, name, MANIFEST), 'utf8')) as BackupManifest)
}

/** Compares every file of a backup with its manifest. Returns what is wrong with it. */
async function verifyBackup(folder: string, manifest: BackupManifest): Promise<string[]> {
  const problems: string[] = []
  for (const file of manifest.files) {
    const path = join(filesOf(folder).backups, manifest.id, file.path)
    const found = existsSync(path) ? await hashOf(path) : undefined
    if (found === undefined) problems.push(`${file.path} is missing`)
    else if (found !== file.sha256) problems.push(`${file.path} is damaged`)
  }
  return problems
}

export interface Restored {
  readonly from: BackupManifest
  /** When the last act that is in the restored database was committed; undefined when there was none after the backup. */
  readonly upTo: string | undefined
  /** Where the database that was replaced lies now. */
  readonly replaced: string
}

/**
 * Puts the database of `dataDir` back to the moment `to` (without it: to the last recorded act), from the newest backup before
 * it. Nobody may be using the server. What was there is kept aside until the next restore.
 */
export async function restoreBackup(
  dataDir: string,
  options: { to?: Date; onProgress?: (line: string) => void } = {},
): Promise<Restored> {
  const folder = existingFolder(dataDir)
  if (folder === undefined) throw new EmbeddedError(`There is no database in ${dataDir}; start once, then restore.`)
  const files = filesOf(folder)
  const { to, onProgress = () => {} } = options
  const from = listBackups(folder).findLast(({ finishedAt }) => to === undefined || new Date(finishedAt) <= to)
  if (from === undefined)
    throw new EmbeddedError(
      to === undefined
        ? 'There is no backup yet; `./teranga backup` takes one.'
        : `There is no backup from before ${to.toISOString()}.`,
    )
  return withLock(files.lock, async () => {
    if (usersOf(files).some(isAlive))
      throw new EmbeddedError('The database is in use; stop the platform (Ctrl-C where it runs) and try again.')
    onProgress(`checking the ${from.files.length} files of the backup of ${from.finishedAt}`)
    const problems = await verifyBackup(folder, from)
    if (problems.length > 0)
      throw new EmbeddedError(
        `The backup of ${from.finishedAt} is not whole (${problems[0]}${problems.length > 1 ? ` and ${problems.length - 1} more` : ''}); nothing was changed.`,
      )
    const running = await findRunning(files)
    // Stopping cleanly also hands the last of the log to the archive.
    if (running !== undefined) await stopServer(running.pid, false)
    const binaries = findBinaries()
    const draft = `${files.data}.draft`
    rmSync(draft, { recursive: true, force: true })
    layOut(files, from, draft, binaries)
    const replaced = `${files.data}.replaced`
    rmSync(replaced, { recursive: true, force: true })
    renameSync(files.data, replaced)
    renameSync(draft, files.data)
    cpSync(join(files.backups, from.id, 'superuser-password'), files.password)
    giveTo(files.password, binaries.user)
    onProgress('replaying the log')
    try {
      const upTo = await recover(files, from, to, binaries)
      return { from, upTo, replaced }
    } catch (error) {
      rmSync(files.data, { recursive: true, force: true })
      renameSync(replaced, files.data)
      throw error
    }
  })
}

/** Builds the data folder to recover from: the backup's files, and what the archive may not have yet of the log. */
function layOut(files: Files, from: BackupManifest, draft: string, { user }: Binaries): void {
  cpSync(join(files.backups, from.id, 'data'), draft, { recursive: true, mode: constants.COPYFILE_FICLONE })
  for (const name of ['pg_wal', join('pg_wal', 'archive_status')])
    mkdirSync(join(draft, name), { recursive: true, mode: 0o700 })
  const current = join(files.data, 'pg_wal')
  for (const segment of existsSync(current) ? readdirSync(current).filter(isSegment) : [])
    if (!existsSync(join(files.archive, segment))) cpSync(join(current, segment), join(draft, 'pg_wal', segment))
  writeFileSync(join(draft, 'recovery.signal'), '', { mode: 0o600 })
  giveTo(draft, user)
  for (const name of readdirSync(draft, { recursive: true, encoding: 'utf8' })) giveTo(join(draft, name), user)
  syncFolders(draft)
}

async function recover(
  files: Files,
  from: BackupManifest,
  to: Date | undefined,
  binaries: Binaries,
): Promise<string | undefined> {
  const segments = join(files.backups, from.id, 'wal')
  const fetch = [files.archive, segments].map((folder) => `cp ${shellQuoted(folder)}/%f "%p" 2>/dev/null`).join(' || ')
  const settings = [`restore_command=${fetch}`, 'recovery_target_action=promote', 'hot_standby=off']
  // As an offset: names of zones, Z among them, are not yet known when this is read.
  const target = to === undefined ? [] : [`recovery_target_time=${to.toISOString().replace('Z', '+00')}`]
  const before = existsSync(files.log) ? statSync(files.log).size : 0
  const start = (more: string[]) =>
    launch(files, binaries, { settings: [...settings, ...more], startMsMax: RECOVERY_MS_MAX })
  const running = await start(target).catch((error: unknown) => {
    // A moment after the last recorded act: everything there is belongs to it.
    if (target.length > 0 && /recovery ended before configured recovery target/.test(String(error))) return start([])
    throw error
  })
  await stopServer(running.pid, false)
  const said = readFileSync(files.log).subarray(before).toString('utf8')
  const time = [...said.matchAll(/last completed transaction was at log time (.+)/g)].at(-1)?.[1]
  return time === undefined ? undefined : new Date(time).toISOString()
}

async function archived(segment: string, files: Files): Promise<void> {
  const deadline = Date.now() + ARCHIVE_MS_MAX
  while (!existsSync(join(files.archive, segment))) {
    if (Date.now() > deadline)
      throw new EmbeddedError(
        `The log is not being kept: ${segment} did not reach ${files.archive} within a minute; look into ${files.log}. The backup was dropped.`,
      )
    await sleep(20)
  }
}

async function copyTree(from: string, to: string, inside: string): Promise<BackupFile[]> {
  const copied: BackupFile[] = []
  for (const entry of await readdir(join(from, inside), { withFileTypes: true })) {
    const path = join(inside, entry.name)
    if (LEFT_OUT.test(entry.name)) continue
    if (entry.isDirectory()) {
      mkdirSync(join(to, path), { mode: 0o700 })
      if (!EMPTIED.has(path)) copied.push(...(await copyTree(from, to, path)))
    } else if (entry.isFile()) {
      const file = await copySynced(join(from, path), join(to, path), `data/${path.split(sep).join('/')}`).catch(
        (error: NodeJS.ErrnoException) => {
          // The server may remove a file while we copy; the log says so too.
          if (error.code === 'ENOENT') return undefined
          throw error
        },
      )
      if (file) copied.push(file)
    }
  }
  return copied
}

async function copySynced(from: string, to: string, path: string): Promise<BackupFile> {
  await copyFile(from, to)
  const handle = await open(to, 'r+')
  try {
    await handle.chmod(0o600)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { path, bytes: statSync(to).size, sha256: await hashOf(to) }
}

async function writeSynced(to: string, text: string, path: string): Promise<BackupFile> {
  const handle = await open(to, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { path, bytes: Buffer.byteLength(text), sha256: await hashOf(to) }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  const handle = await open(path)
  try {
    for await (const chunk of handle.createReadStream({ autoClose: false, highWaterMark: 1 << 20 }))
      hash.update(chunk as Buffer)
  } finally {
    await handle.close()
  }
  return hash.digest('hex')
}

function syncFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (entry.isDirectory()) syncFolder(join(entry.parentPath, entry.name))
  syncFolder(folder)
  syncFolder(dirname(folder))
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

const isSegment = (name: string) => /^[0-9A-F]{24}$/.test(name)
/** The place of a segment in the log, whatever the timeline. */
const placeOf = (segment: string) => segment.slice(8)

function segmentsBetween(archive: string, first: string, last: string): string[] {
  return readdirSync(archive)
    .filter((name) => isSegment(name) && placeOf(name) >= placeOf(first) && placeOf(name) <= placeOf(last))
    .sort()
}

function forgetOld(files: Files, keep: number): void {
  const backups = listBackups(files.folder)
  for (const { id } of backups.slice(0, -keep)) rmSync(join(files.backups, id), { recursive: true })
  const oldest = backups.slice(-keep)[0]!
  for (const name of readdirSync(files.archive))
    if (isSegment(name) && placeOf(name) < placeOf(oldest.firstSegment)) rmSync(join(files.archive, name))
}

async function one(client: pg.Client, sql: string): Promise<Record<string, string>> {
  return (await client.query(sql)).rows[0] as Record<string, string>
}
