/** `./teranga doctor`: looks at everything a start depends on and says, line by line, what is well and what to do where it is not. */
import { existsSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { ConfigError, loadConfig, type Config, type ProductUrls } from '../kernel/config.ts'
import { findBinaries } from '../kernel/db/binaries.ts'
import { listBackups } from '../kernel/db/backup.ts'
import { existingFolder } from '../kernel/db/embedded.ts'
import { pendingMigrations } from '../kernel/db/migrate.ts'
import { connectionsOf } from '../kernel/boot.ts'
import { configScope, products } from '../serve.ts'
import { pagesAreBuilt } from '../web/build.ts'
import { findChromium } from './chromium.ts'
import { checkServer, embeddedFolder, openDatabases, placeOf } from './databases.ts'

/** `warn` does not keep anything from running. */
export interface Finding {
  readonly status: 'ok' | 'warn' | 'bad'
  readonly line: string
}

const ok = (line: string): Finding => ({ status: 'ok', line })
const warn = (line: string): Finding => ({ status: 'warn', line })
const bad = (line: string): Finding => ({ status: 'bad', line })

const WANTED_NODE = 26
const FREE_MB_MIN = 500
const CLOCK_MS_MAX = 2000

/** Runs every examination, handing over each finding as it is made. Returns the number of bad ones. */
export async function examine(
  env: Record<string, string | undefined>,
  report: (finding: Finding) => void,
): Promise<number> {
  let worst = 0
  const say = (finding: Finding) => {
    if (finding.status === 'bad') worst += 1
    report(finding)
  }
  say(nodeVersion())
  let config: Config
  try {
    config = loadConfig(env, configScope)
    say(ok(`environment is complete (${config.mode})`))
    for (const warning of config.warnings) say(warn(warning))
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    for (const problem of error.problems) say(bad(problem))
    return worst
  }
  say(diskSpace(config))
  if (config.databaseUrl === undefined && Object.keys(products).some((name) => !config.prepared(name))) say(binaries())
  for (const name of Object.keys(config.ports)) say(await portOf(config, name))
  for (const finding of await databases(config)) say(finding)
  for (const finding of backups(config)) say(finding)
  say(
    (await pagesAreBuilt())
      ? ok('pages are built')
      : warn('pages are older than their sources; the next start builds them'),
  )
  const browser = await findChromium()
  say(
    'missing' in browser
      ? warn(`browser tests will not run: ${browser.missing}`)
      : ok(`browser for tests: ${browser.path}`),
  )
  return worst
}

function nodeVersion(): Finding {
  const { node } = process.versions
  return Number.parseInt(node, 10) >= WANTED_NODE
    ? ok(`Node ${node}`)
    : bad(`Node ${node}; run \`npm ci\`, which brings Node ${WANTED_NODE}`)
}

function diskSpace(config: Config): Finding {
  let folder = config.dataDir
  while (!existsSync(folder)) folder = dirname(folder)
  const { bavail, bsize } = statfsSync(folder)
  const free = Math.floor((bavail * bsize) / 1_000_000)
  return free >= FREE_MB_MIN
    ? ok(`${free} MB free for ${config.dataDir}`)
    : bad(`only ${free} MB free for ${config.dataDir}; free at least ${FREE_MB_MIN} MB`)
}

function binaries(): Finding {
  try {
    const { version, user } = findBinaries()
    return ok(`embedded PostgreSQL ${version} runs here${user ? ` (as ${user.name}, because we are root)` : ''}`)
  } catch (error) {
    return bad((error as Error).message)
  }
}

async function portOf(config: Config, name: string): Promise<Finding> {
  const port = config.ports[name]!
  if (port === 0) return ok(`${name} takes a free port`)
  const server = createServer()
  const code = await new Promise<string | undefined>((done) => {
    server.once('error', (error: NodeJS.ErrnoException) => done(error.code))
    server.listen(port, config.host, () => server.close(() => done(undefined)))
  })
  if (code === undefined) return ok(`port ${port} is free for ${name}`)
  if (code !== 'EADDRINUSE')
    return bad(`port ${port} for ${name} cannot be used (${code}); set TERANGA_${name.toUpperCase()}_PORT to another`)
  const alive = await fetch(`http://${config.host}:${port}/health/live`, { signal: AbortSignal.timeout(1000) }).then(
    (answer) => answer.ok,
    () => false,
  )
  return alive
    ? ok(`${name} is running on port ${port}`)
    : warn(`port ${port} for ${name} is in use; fine when that is ours, else set TERANGA_${name.toUpperCase()}_PORT`)
}

async function databases(config: Config): Promise<Finding[]> {
  const names = Object.keys(products)
  const embedded = config.databaseUrl === undefined && names.some((name) => !config.prepared(name))
  if (embedded && existingFolder(embeddedFolder(config)) === undefined)
    return [ok('no embedded database yet; the first start makes it')]
  try {
    const opened = await openDatabases(config, names, { prepare: false })
    try {
      const findings: Finding[] = []
      const look = opened.adminUrl ?? opened.urls(names[0]!).ownerUrl
      const version = await checkServer(look)
      findings.push(
        ok(`PostgreSQL ${version} answers at ${placeOf(look)}`),
        await clock(look),
        await connections(look, config, names.length),
      )
      for (const name of names) findings.push(...(await product(name, opened.urls(name))))
      return findings
    } finally {
      await opened.stop()
    }
  } catch (error) {
    return [bad((error as Error).message)]
  }
}

/** One process of each product: two pools, the worker’s, and who listens. More processes need more (docs/operations.md). */
async function connections(url: string, config: Config, processes: number): Promise<Finding> {
  const [row] = await ask(
    url,
    `select current_setting('max_connections')::integer - current_setting('superuser_reserved_connections')::integer as room`,
  )
  const room = Number(row!['room'])
  const each = connectionsOf(config.poolSize)
  return processes * each <= room
    ? ok(`${room} database connections; one process of each product takes at most ${processes * each}`)
    : warn(
        `${room} database connections are fewer than the ${processes * each} that one process of each product may take; lower TERANGA_POOL_SIZE or raise max_connections`,
      )
}

async function clock(url: string): Promise<Finding> {
  const before = Date.now()
  const [row] = await ask(url, 'select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms')
  const after = Date.now()
  const apart = Math.round((row!['ms'] as number) - (before + after) / 2)
  return Math.abs(apart) <= CLOCK_MS_MAX
    ? ok('the clocks of this machine and the database agree')
    : bad(`the database's clock is ${apart} ms away from this machine's; synchronise both (NTP)`)
}

async function product(name: string, urls: ProductUrls): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const [kind, url] of Object.entries({ owner: urls.ownerUrl, app: urls.appUrl, jobs: urls.jobsUrl })) {
    try {
      const [role] = await ask(
        url,
        `select rolname, rolsuper or rolbypassrls as above,
                (select count(*)::int from pg_class where relowner = pg_roles.oid) as owned
           from pg_roles where rolname = current_user`,
      )
      if (kind === 'app' && (role!['above'] || role!['owned'] !== 0))
        findings.push(
          bad(
            `${name}: the server's role ${role!['rolname']} owns tables or passes by row-level security; run \`./teranga migrate\` or give it another role`,
          ),
        )
      else findings.push(ok(`${name}: role ${role!['rolname']} connects`))
    } catch (error) {
      findings.push(
        bad(`${name}: the ${kind} role cannot connect (${(error as Error).message}); run \`./teranga migrate\``),
      )
    }
  }
  if (findings.some(({ status }) => status === 'bad')) return findings
  const pending = await pendingMigrations(urls.ownerUrl, products[name]!.modules)
  findings.push(
    pending.length === 0
      ? ok(`${name}: no migration is pending`)
      : warn(`${name}: ${pending.length} migrations are pending; \`./teranga migrate\` (or a start) applies them`),
  )
  return findings
}

function backups(config: Config): Finding[] {
  if (config.databaseUrl !== undefined) return []
  const folder = existingFolder(embeddedFolder(config))
  if (folder === undefined) return []
  const newest = listBackups(folder).at(-1)
  return [
    newest
      ? ok(`newest backup: ${newest.finishedAt} in ${join(folder, 'backups')}`)
      : warn('no backup yet; `./teranga backup` takes one'),
  ]
}

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query(sql)).rows
  } finally {
    await client.end().catch(() => {})
  }
}
