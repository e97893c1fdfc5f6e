/** The commands of `./teranga`: each with its help and what it does. The help is the documentation. */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { configTable, loadConfig, type Config } from '../kernel/config.ts'
import type { Setting } from '../kernel/setting.ts'
import { restoreBackup, takeBackup } from '../kernel/db/backup.ts'
import { existingFolder, findRunning, usersOf, withLock } from '../kernel/db/embedded.ts'
import { exportDatabase, importDatabase, readExport } from '../kernel/db/export.ts'
import { pendingMigrations } from '../kernel/db/migrate.ts'
import { filesOf, isAlive, stopServer } from '../kernel/db/server.ts'
import { configScope, products, seedProduct, serveProduct } from '../serve.ts'
import { buildWeb } from '../web/build.ts'
import { bringUpToDate, checkServer, Complaint, embeddedFolder, openDatabases, type Databases } from './databases.ts'
import { examine } from './doctor.ts'
import { registerCommands } from './registers.ts'
import { develop, start, stopOnSignal } from './start.ts'

export type Flags = Readonly<Record<string, string | boolean | undefined>>

export interface Command {
  readonly usage: string
  readonly summary: string
  readonly details?: string
  readonly options: Readonly<Record<string, { type: 'string' | 'boolean'; help: string }>>
  /** Takes words besides its options. */
  readonly words?: true
  run(flags: Flags, rest: readonly string[]): Promise<number | void>
}

const env = process.env
const productOption = { product: { type: 'string', help: 'Only this product; without it, all.' } } as const

function chosen(flags: Flags): string[] {
  const name = flags['product']
  if (name === undefined) return Object.keys(products)
  if (typeof name !== 'string' || !(name in products))
    throw new Complaint(`There is no product ${String(name)}; there are: ${Object.keys(products).join(', ')}.`)
  return [name]
}

/** The products named on the command line, or all. */
function named(words: readonly string[]): string[] {
  return words.length === 0 ? Object.keys(products) : words.flatMap((name) => chosen({ product: name }))
}

/** The configuration for these products alone: a server of one product does not need the variables of the others. */
function configFor(names: readonly string[]): Config {
  const all = configScope.products ?? {}
  const config = loadConfig(env, {
    ...configScope,
    products: Object.fromEntries(names.map((name) => [name, all[name]!])),
  })
  for (const warning of config.warnings.filter(
    (line) => !Object.keys(all).some((name) => line.startsWith(`TERANGA_${name.toUpperCase()}_`)),
  ))
    console.error(`note: ${warning}`)
  return config
}

async function withDatabases<T>(
  config: Config,
  names: readonly string[],
  act: (databases: Databases) => Promise<T>,
): Promise<T> {
  const databases = await openDatabases(config, names, { prepare: true, onProgress: (line) => console.log(line) })
  try {
    return await act(databases)
  } finally {
    await databases.stop()
  }
}

async function migrateAll(names: readonly string[], databases: Databases): Promise<void> {
  for (const name of names) {
    const applied = await bringUpToDate(products[name]!, databases.urls(name), (m) =>
      console.log(`${name}: ${m.module}/${m.name}`),
    )
    console.log(applied.length === 0 ? `${name}: up to date` : `${name}: ${applied.length} migrations applied`)
  }
}

export const commands: Readonly<Record<string, Command>> = {
  start: {
    usage: 'start [product …]',
    summary: 'Everything for a demonstration on this machine; the same as npm start.',
    details:
      'Starts the embedded database (or uses DATABASE_URL), migrates, fills empty products with a demonstration, builds the pages where their\nsources are newer, starts the stand-ins of outside services, serves every product, or only those that are named, and a page that presents them.\nCtrl-C stops all of it.',
    options: {},
    words: true,
    run: async (_flags, rest) => (await start(env, named(rest))).until,
  },
  dev: {
    usage: 'dev [product …]',
    summary: 'Like start, from the sources: pages change as you edit, the server restarts; the same as npm run dev.',
    options: {},
    words: true,
    run: async (_flags, rest) => (await develop(env, named(rest))).until,
  },
  migrate: {
    usage: 'migrate [--product <name>]',
    summary: 'Makes roles and databases where they are missing and applies pending migrations.',
    details:
      'Forward only; safe to repeat and to run from several machines at once. Run it before a new version serves.',
    options: productOption,
    async run(flags) {
      const names = chosen(flags)
      const config = configFor(names)
      await withDatabases(config, names, (databases) => migrateAll(names, databases))
    },
  },
  seed: {
    usage: 'seed [--product <name>]',
    summary: 'Fills an empty product with its demonstration; does nothing where there is data.',
    options: productOption,
    async run(flags) {
      const names = chosen(flags)
      const config = configFor(names)
      if (config.mode === 'production')
        throw new Complaint('A demonstration does not belong into production; nothing was changed.')
      await withDatabases(config, names, async (databases) => {
        await migrateAll(names, databases)
        for (const name of names)
          await seedProduct(name, { config, urls: databases.urls(name) }, (line) => console.log(`${name}: ${line}`))
      })
    },
  },
  serve: {
    usage: 'serve --product <name> [--port <n>] [--no-jobs] [--no-pages] [--migrate]',
    summary: 'Serves one product; what production runs, once per product and machine.',
    details:
      'The database must be migrated. On SIGTERM it stops taking requests, finishes requests and jobs in hand, then ends.\nSeveral may run side by side; with --no-jobs one serves requests only.',
    options: {
      product: { type: 'string', help: 'Which product; not needed while there is only one.' },
      port: { type: 'string', help: 'Port to listen on instead of the configured one; 0 takes a free one.' },
      'no-jobs': { type: 'boolean', help: 'Leave the jobs to another process.' },
      'no-pages': { type: 'boolean', help: 'Serve the API alone.' },
      'from-sources': { type: 'boolean', help: 'Serve the pages from their sources (development).' },
      migrate: { type: 'boolean', help: 'Apply pending migrations first.' },
    },
    async run(flags) {
      const names = chosen(flags)
      if (names.length > 1) throw new Complaint(`Say which product: --product ${names.join(' or --product ')}.`)
      const name = names[0]!
      const config = configFor(names)
      const port = flags['port'] === undefined ? undefined : Number(flags['port'])
      if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65_536))
        throw new Complaint('--port takes a number from 0 to 65535.')
      const stops: (() => Promise<void>)[] = []
      const until = stopOnSignal(stops)
      const databases = await openDatabases(config, names, {
        prepare: config.mode !== 'production' || flags['migrate'] === true,
      })
      stops.push(() => databases.stop())
      try {
        const urls = databases.urls(name)
        if (flags['migrate']) await bringUpToDate(products[name]!, urls)
        await checkServer(urls.appUrl)
        // Read with the server's own role, which sees what was applied and nothing more.
        const pending = await pendingMigrations(urls.appUrl, products[name]!.modules)
        if (pending.length > 0)
          throw new Complaint(
            `${pending.length} migrations of ${name} are pending; run \`./teranga migrate --product ${name}\` first.`,
          )
        const served = await serveProduct(name, {
          config,
          urls,
          fromSources: flags['from-sources'] === true,
          jobs: flags['no-jobs'] !== true,
          pages: flags['no-pages'] !== true,
          ...(port === undefined ? {} : { port }),
        })
        stops.push(() => served.close())
        console.log(`${products[name]!.brand.name} at ${served.url}`)
      } catch (error) {
        for (const stop of stops.splice(0).reverse()) await stop()
        throw portInUse(error)
      }
      await until
    },
  },
  build: {
    usage: 'build [--force]',
    summary: 'Builds the pages where their sources are newer than the last build.',
    options: { force: { type: 'boolean', help: 'Build in any case.' } },
    async run(flags) {
      const { fresh } = await buildWeb({ force: flags['force'] === true })
      console.log(fresh ? 'Pages built.' : 'Pages are up to date.')
    },
  },
  backup: {
    usage: 'backup [--keep <n>] | backup --export <folder> [--product <name>]',
    summary: 'Takes a backup one can return from to any later moment; or writes the data as plain files.',
    details:
      'Without --export: a physical copy of the embedded server, taken while it works, each file synced and hashed; from the first one on the\n' +
      "write-ahead log is kept too. For a server named by DATABASE_URL use its own tools (pg_basebackup, pgBackRest, or your provider's): they\n" +
      'recover to a moment; this command does not reach its disk.\n' +
      "With --export: one file per table (PostgreSQL's COPY text) and a manifest with row counts and hashes, of one consistent moment, from any\n" +
      'server. Keys (TERANGA_MASTER_KEY and the others) are in neither; keep them apart.',
    options: {
      keep: { type: 'string', help: 'How many backups to keep (2).' },
      export: { type: 'string', help: 'Write an export into this new folder.' },
      ...productOption,
    },
    async run(flags) {
      const names = chosen(flags)
      const config = configFor(names)
      await withDatabases(config, names, async (databases) => {
        if (typeof flags['export'] === 'string') {
          for (const name of names) {
            const folder = join(flags['export'], name)
            const { tables } = await exportDatabase(databases.urls(name), name, folder)
            console.log(
              `${name}: ${tables.reduce((sum, { rows }) => sum + rows, 0)} rows of ${tables.length} tables in ${folder}`,
            )
          }
          return
        }
        if (databases.embedded === undefined)
          throw new Complaint(
            'This server is not ours to copy: back it up with pg_basebackup, pgBackRest or your provider, or write an export (`./teranga backup --export <folder>`).',
          )
        const keep = flags['keep'] === undefined ? 2 : Number(flags['keep'])
        if (!(Number.isInteger(keep) && keep > 0)) throw new Complaint('--keep takes a number from 1 on.')
        const manifest = await takeBackup(databases.embedded, { keep })
        const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0)
        console.log(
          `Backup ${manifest.id}: ${manifest.files.length} files, ${Math.round(bytes / 1_000_000)} MB, in ${join(databases.embedded.folder, 'backups')}`,
        )
      })
    },
  },
  restore: {
    usage: 'restore [--to <time>] | restore --import <folder> --product <name>',
    summary: 'Puts the embedded database back to a moment; or reads an export into an empty database.',
    details:
      'Without --import: from the newest backup before <time> (ISO 8601, such as 2026-03-02T10:00:00Z), replaying the log up to it; without --to\n' +
      'up to the last recorded act. The backup is checked against its manifest before anything is touched, and the replaced database is kept\n' +
      'aside until the next restore. The platform must be stopped.\n' +
      'With --import: makes the schema of this version, then loads an export into it; the database must be empty.',
    options: {
      to: { type: 'string', help: 'The moment to return to.' },
      import: { type: 'string', help: "Folder of one product's export." },
      ...productOption,
    },
    async run(flags) {
      const names = chosen(flags)
      const config = configFor(names)
      if (typeof flags['import'] === 'string') return importInto(config, names, flags['import'])
      if (config.databaseUrl !== undefined)
        throw new Complaint(
          'A server named by DATABASE_URL is restored with its own tools, or from an export (`--import <folder>`).',
        )
      const to = flags['to'] === undefined ? undefined : new Date(String(flags['to']))
      if (to !== undefined && Number.isNaN(to.getTime()))
        throw new Complaint('--to takes a time such as 2026-03-02T10:00:00Z.')
      const restored = await restoreBackup(embeddedFolder(config), {
        ...(to && { to }),
        onProgress: (line) => console.log(line),
      })
      console.log(
        `Restored from the backup of ${restored.from.finishedAt}${restored.upTo ? `; the last act in it is of ${restored.upTo}` : ''}.`,
      )
      console.log(`What was there before is in ${restored.replaced}.`)
      console.log('Run `./teranga privacy reapply` before serving: it erases again who was erased since the backup.')
    },
  },
  ...registerCommands({ chosen, configFor, withDatabases, productOption }),
  reset: {
    usage: 'reset [--yes]',
    summary: 'Deletes the embedded database, its backups and the state of the stand-ins; the next start begins anew.',
    options: { yes: { type: 'boolean', help: 'Do not ask.' } },
    async run(flags) {
      const config = configFor(Object.keys(products))
      if (config.mode === 'production' || config.databaseUrl !== undefined)
        throw new Complaint(
          'Reset deletes only the embedded database of a development machine; drop databases of another server with its own tools.',
        )
      await reset(config, flags['yes'] === true)
    },
  },
  doctor: {
    usage: 'doctor',
    summary: 'Looks at everything a start depends on and says what to do where something is wrong.',
    options: {},
    async run() {
      const marks = { ok: '✓', warn: '!', bad: '✗' }
      const worst = await examine(env, ({ status, line }) => console.log(`${marks[status]} ${line}`))
      console.log(worst === 0 ? '\nAll is well.' : `\n${worst} to correct.`)
      return worst === 0 ? 0 : 1
    },
  },
  help: {
    usage: 'help [<command> | config]',
    summary: 'This text; what one command does; every environment variable.',
    options: {},
    async run(_flags, [about]) {
      console.log(about === undefined ? overview() : about === 'config' ? configHelp() : commandHelp(about))
    },
  },
}

async function importInto(config: Config, names: readonly string[], folder: string): Promise<void> {
  const manifest = readExport(folder)
  if (!names.includes(manifest.product)) throw new Complaint(`This is an export of ${manifest.product}.`)
  await withDatabases(config, [manifest.product], async (databases) => {
    const urls = databases.urls(manifest.product)
    const { rows } = await importDatabase(urls, folder, async () => {
      await bringUpToDate(products[manifest.product]!, urls)
    })
    console.log(
      `${manifest.product}: ${rows} rows of ${manifest.tables.length} tables read; every hash and reference holds.`,
    )
  })
}

async function reset(config: Config, sure: boolean): Promise<void> {
  const folder = existingFolder(embeddedFolder(config)) ?? embeddedFolder(config)
  const files = filesOf(folder)
  if (!sure) {
    if (!process.stdin.isTTY) throw new Complaint('This deletes the database and its backups; add --yes to mean it.')
    const asking = createInterface({ input: process.stdin, output: process.stdout })
    const answer = await asking.question(`Delete the database in ${folder} and its backups? Type yes: `)
    asking.close()
    if (answer.trim() !== 'yes') throw new Complaint('Nothing was deleted.')
  }
  if (existsSync(folder))
    await withLock(files.lock, async () => {
      if (usersOf(files).some(isAlive))
        throw new Complaint('The database is in use; stop the platform (Ctrl-C where it runs) and try again.')
      const running = await findRunning(files)
      if (running) await stopServer(running.pid, true)
      for (const path of [
        files.data,
        `${files.data}.replaced`,
        files.backups,
        files.archive,
        files.password,
        files.log,
      ])
        rmSync(path, { recursive: true, force: true })
    })
  rmSync(join(config.dataDir, 'wave.jsonl'), { force: true })
  console.log('Deleted. The next start begins anew.')
}

function portInUse(error: unknown): unknown {
  const { code, port } = error as { code?: string; port?: number }
  return code === 'EADDRINUSE'
    ? new Complaint(`Port ${port} is in use; stop what uses it, or give another with --port (0 takes a free one).`)
    : error
}

function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length)) + 2
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}${summary}`)
  return `Usage: ./teranga <command> [options]\n\n${lines.join('\n')}\n\n./teranga help <command> says more; ./teranga help config lists the environment variables.`
}

export function commandHelp(name: string): string {
  const command = commands[name]
  if (!command) throw new Complaint(`There is no command ${name}; \`./teranga help\` lists them.`)
  const options = Object.entries(command.options).map(
    ([flag, { type, help }]) => `  ${`--${flag}${type === 'string' ? ' <…>' : ''}`.padEnd(20)}${help}`,
  )
  return [`Usage: ./teranga ${command.usage}`, command.summary, command.details, options.join('\n')]
    .filter(Boolean)
    .join('\n\n')
}

function configHelp(): string {
  const source = ({ default: standard, development, generate, neededBy }: Setting) =>
    generate
      ? 'required in production; generated in development'
      : development !== undefined
        ? `required in production${neededBy ? ' where it is used' : ''}; in development ${development}`
        : standard !== undefined
          ? `default ${standard}`
          : 'optional'
  const blocks = new Map<string, string[]>()
  for (const { of, setting } of configTable(configScope)) {
    const { env: name, meaning, choices, secret } = setting
    const lines = blocks.get(of) ?? []
    lines.push(
      `  ${name}${secret ? '  (secret)' : ''}`,
      `      ${meaning}`,
      `      ${choices ? `one of ${choices.join(', ')}; ` : ''}${source(setting)}`,
    )
    blocks.set(of, lines)
  }
  const text = [...blocks].map(([of, lines]) => `${of}\n${lines.join('\n')}`).join('\n\n')
  return `Every variable is read once at the start and checked; a file .env in the project's folder is read too.\n\n${text}`
}
