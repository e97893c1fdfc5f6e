/**
 * The environment, read once at boot into a frozen object. Every variable stands in one declaration (name, kind, default,
 * meaning): the kernel's in this file, a module's in its `config.ts`. The same table checks values, prints
 * `./teranga help config` and fills in what development needs. Nothing else reads `process.env`.
 */
import { join, resolve } from 'node:path'
import { keepSecrets } from './secrets.ts'
import {
  defineConfig,
  readSetting,
  type ConfigDeclaration,
  type Mode,
  type Setting,
  type Settings,
  type Values,
} from './setting.ts'

const port = { kind: 'integer', min: 0, max: 65_535 } as const
const databaseUrl = { kind: 'url', secret: true, check: postgresUrl } as const

const kernelConfig = defineConfig({
  databaseUrl: {
    ...databaseUrl,
    env: 'DATABASE_URL',
    meaning:
      'An outside PostgreSQL 15 to 18, as a role that may create roles and databases. Unset: the embedded server. Not needed where every product has its three URLs (below).',
  },
  dataDir: {
    env: 'TERANGA_DATA_DIR',
    kind: 'text',
    default: '.data',
    meaning: 'Folder of the embedded database, generated secrets and backups; relative to the project.',
  },
  host: { env: 'TERANGA_HOST', kind: 'text', default: '127.0.0.1', meaning: 'Address the servers listen on.' },
  embeddedPort: {
    ...port,
    env: 'TERANGA_PG_PORT',
    default: 0,
    meaning: 'Port of the embedded database; 0 takes a free one.',
  },
  startPort: {
    ...port,
    env: 'TERANGA_START_PORT',
    default: 4000,
    meaning: 'Port of the page with which npm start presents its products; 0 takes a free one.',
  },
  poolSize: {
    env: 'TERANGA_POOL_SIZE',
    kind: 'integer',
    min: 1,
    max: 200,
    default: 10,
    meaning: 'Database connections of one server process per pool.',
  },
  logLevel: {
    env: 'TERANGA_LOG_LEVEL',
    kind: 'text',
    choices: ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
    default: 'info',
    meaning: 'The least serious line that is logged.',
  },
  trustProxy: {
    env: 'TERANGA_TRUST_PROXY',
    kind: 'boolean',
    default: false,
    meaning: 'Believe the X-Forwarded-* headers; only behind a proxy that sets them itself.',
  },
  monitorToken: {
    env: 'TERANGA_MONITOR_TOKEN',
    kind: 'text',
    secret: true,
    meaning:
      'What a monitor sends as a bearer to read /metrics and /health/checks. Unset: only this machine may, and not through a proxy.',
    check: (text) => (text.length < 24 ? 'needs at least 24 characters' : undefined),
  },
  smtpUrl: {
    env: 'SMTP_URL',
    kind: 'url',
    secret: true,
    meaning: 'Mail server, as smtps://user:password@host:465. Unset: mail goes to the development outbox.',
  },
  mailFrom: {
    env: 'MAIL_FROM',
    kind: 'text',
    development: 'Teranga <no-reply@localhost>',
    meaning: 'Sender of the mail.',
  },
  supportContact: {
    env: 'TERANGA_SUPPORT_CONTACT',
    kind: 'text',
    development: 'help@example.com',
    meaning:
      'Where people write when they need help: a mobile number with its country code (WhatsApp), or an e-mail address.',
    check: (text) =>
      /^(\+\d{8,15}|[^\s@]+@[^\s@]+)$/.test(text) ? undefined : 'must be like +221771234567 or name@example.com',
  },
  sessionPepper: {
    env: 'TERANGA_SESSION_PEPPER',
    kind: 'key',
    generate: true,
    secret: true,
    meaning: 'Key of the hashes of session tokens and one-time codes. Changing it signs everybody out.',
  },
  masterKey: {
    env: 'TERANGA_MASTER_KEY',
    kind: 'key',
    generate: true,
    secret: true,
    meaning: 'Wraps the data keys of personal fields. Losing it loses those fields; keep it apart from the backups.',
  },
  roleKey: {
    env: 'TERANGA_ROLE_KEY',
    kind: 'key',
    generate: true,
    secret: true,
    meaning: 'The passwords of the database roles are derived from it.',
  },
})

export interface ProductUrls {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly jobsUrl: string
}

export interface Config extends Omit<
  Values<(typeof kernelConfig)['settings']>,
  'sessionPepper' | 'masterKey' | 'roleKey'
> {
  readonly mode: Mode
  /** The project's folder. */
  readonly root: string
  /** Port of each product and simulator; 0 takes a free one. */
  readonly ports: Readonly<Record<string, number>>
  /** Where people reach the product, without a slash at the end. `listening` is the real port when a free one was asked for. */
  publicUrl(product: string, listening?: number): string
  /** The prepared roles of a product on an outside server, when the environment names them. */
  prepared(product: string): ProductUrls | undefined
  readonly secrets: { readonly sessionPepper: Buffer; readonly masterKey: Buffer; readonly roleKey: Buffer }
  /** Module name → its values. */
  readonly modules: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  /** Variables that look meant for us and are not known. */
  readonly warnings: readonly string[]
}

export interface ConfigScope {
  /** Product → port it listens on unless TERANGA_<PRODUCT>_PORT says otherwise. */
  readonly products?: Readonly<Record<string, number>>
  readonly simulators?: Readonly<Record<string, number>>
  readonly modules?: Readonly<Record<string, ConfigDeclaration>>
  /** The project's folder; by default the one this file stands in. */
  readonly root?: string
}

/** All that is wrong with the environment, in one error. */
export class ConfigError extends Error {
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(`The environment is not complete:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
    this.name = 'ConfigError'
    this.problems = problems
  }
}

const ROOT = resolve(import.meta.dirname, '..')

/** Reads and checks everything. Throws one `ConfigError` naming every problem. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>, scope: ConfigScope = {}): Config {
  const problems: string[] = []
  const mode = modeOf(env, problems)
  const root = scope.root ?? ROOT
  const dataDir = resolve(root, env['TERANGA_DATA_DIR'] || '.data')
  const kept = keepSecrets(mode === 'test' ? undefined : join(dataDir, 'secrets.json'))

  const read = (settings: Settings): Record<string, unknown> => {
    const values: Record<string, unknown> = {}
    for (const [key, setting] of Object.entries(settings))
      values[key] = readSetting(setting, env, mode, kept.get, problems)
    return values
  }
  const own = read(kernelConfig.settings) as Values<(typeof kernelConfig)['settings']>
  const modules = Object.fromEntries(
    Object.entries(scope.modules ?? {}).map(([name, declaration]) => [name, Object.freeze(read(declaration.settings))]),
  )
  const perName = Object.fromEntries(namedSettings(scope).map(({ name, settings }) => [name, read(settings)]))
  const warnings = unknownVariables(env, scope)
  for (const product of Object.keys(scope.products ?? {})) {
    const { ownerUrl, appUrl, jobsUrl } = perName[product] as unknown as ProductUrls
    const given = [ownerUrl, appUrl, jobsUrl].filter((url) => url !== undefined).length
    if (given !== 0 && given !== 3)
      problems.push(
        `${product} needs all of ${variable(product, 'OWNER_URL')}, ${variable(product, 'APP_URL')} and ${variable(product, 'JOBS_URL')}, or none`,
      )
    if (mode === 'production' && own.databaseUrl === undefined && given === 0)
      problems.push(
        `DATABASE_URL is missing: production does not run on the embedded server (or set the three URLs of ${product})`,
      )
  }
  if (problems.length > 0) throw new ConfigError([...new Set(problems)])
  kept.save()

  const { sessionPepper, masterKey, roleKey, ...rest } = own
  const ports = Object.fromEntries(Object.entries(perName).map(([name, values]) => [name, values['port'] as number]))
  return Object.freeze({
    ...rest,
    mode,
    root,
    dataDir,
    ports: Object.freeze(ports),
    secrets: Object.freeze({ sessionPepper, masterKey, roleKey }),
    modules: Object.freeze(modules),
    warnings,
    publicUrl(product: string, listening?: number) {
      const given = perName[product]?.['publicUrl'] as string | undefined
      const host = own.host === '0.0.0.0' || own.host === '::' ? 'localhost' : own.host
      return (given ?? `http://${host}:${listening ?? ports[product]}`).replace(/\/+$/, '')
    },
    prepared(product: string) {
      const { ownerUrl, appUrl, jobsUrl } = (perName[product] ?? {}) as Partial<ProductUrls>
      return ownerUrl && appUrl && jobsUrl ? { ownerUrl, appUrl, jobsUrl } : undefined
    },
  })
}

/** Says what is missing of the settings that only some products need, for one that does. Throws one `ConfigError`. */
export function demandNeeded(
  config: Config,
  modules: readonly { readonly name: string; readonly config?: ConfigDeclaration }[],
  policy: Readonly<Record<string, unknown>>,
): void {
  const problems = modules.flatMap(({ name, config: declared }) =>
    Object.entries(declared?.settings ?? {})
      .filter(([key, { neededBy }]) => neededBy?.(policy[name]) && config.modules[name]?.[key] === undefined)
      .map(([, { env, meaning }]) => `${env} is missing: ${meaning}`),
  )
  if (problems.length > 0) throw new ConfigError(problems)
}

/** Every variable with where it comes from: the table behind `./teranga help config` and the documentation. */
export function configTable(scope: ConfigScope = {}): { of: string; setting: Setting }[] {
  const mode: Setting = {
    env: 'NODE_ENV',
    kind: 'text',
    choices: ['development', 'production', 'test'],
    default: 'development',
    meaning: 'In production nothing is generated or assumed: every secret must be set.',
  }
  return [
    { of: 'kernel', setting: mode },
    ...Object.values(kernelConfig.settings).map((setting) => ({ of: 'kernel', setting })),
    ...namedSettings(scope).flatMap(({ name, settings }) =>
      Object.values(settings).map((setting) => ({ of: name, setting })),
    ),
    ...Object.entries(scope.modules ?? {}).flatMap(([name, { settings }]) =>
      Object.values(settings).map((setting) => ({ of: name, setting })),
    ),
  ]
}

function variable(name: string, what: string): string {
  return `TERANGA_${name.toUpperCase().replaceAll('-', '_')}_${what}`
}

/** Products and simulators are many and alike: their variables are made from the name. */
function namedSettings(scope: ConfigScope): { name: string; settings: Settings }[] {
  const products = Object.entries(scope.products ?? {}).map(([name, standard]) => ({
    name,
    settings: {
      port: {
        ...port,
        env: variable(name, 'PORT'),
        default: standard,
        meaning: `Port of ${name}; 0 takes a free one.`,
      },
      publicUrl: {
        env: variable(name, 'URL'),
        kind: 'url',
        check: httpsInProduction,
        meaning: `Address people reach ${name} at, used in links. Unset: host and port.`,
      },
      ownerUrl: {
        ...databaseUrl,
        env: variable(name, 'OWNER_URL'),
        meaning: `Prepared role that owns the database of ${name} and migrates it.`,
      },
      appUrl: {
        ...databaseUrl,
        env: variable(name, 'APP_URL'),
        meaning: `Prepared role the server of ${name} runs as; owns nothing.`,
      },
      jobsUrl: {
        ...databaseUrl,
        env: variable(name, 'JOBS_URL'),
        meaning: `Prepared role of the job worker of ${name}; owns only its schema.`,
      },
    } as const satisfies Settings,
  }))
  const simulators = Object.entries(scope.simulators ?? {}).map(([name, standard]) => ({
    name,
    settings: {
      port: {
        ...port,
        env: variable(name, 'PORT'),
        default: standard,
        meaning: `Port of the ${name} stand-in; 0 takes a free one.`,
      },
    } as const satisfies Settings,
  }))
  return [...products, ...simulators]
}

function modeOf(env: Readonly<Record<string, string | undefined>>, problems: string[]): Mode {
  const text = env['NODE_ENV'] || 'development'
  if (text === 'development' || text === 'production' || text === 'test') return text
  problems.push(`NODE_ENV is ${text}; it must be development, production or test`)
  return 'production'
}

function postgresUrl(text: string): string | undefined {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text)
    ? undefined
    : 'a URL like postgres://user:password@host:5432/database'
}

function httpsInProduction(text: string, mode: Mode): string | undefined {
  return mode === 'production' && !text.startsWith('https://') ? 'an https:// address in production' : undefined
}

/** A misspelt variable is silently without effect; say so. */
function unknownVariables(env: Readonly<Record<string, string | undefined>>, scope: ConfigScope): string[] {
  const known = new Set(configTable(scope).map(({ setting }) => setting.env))
  const ours = Object.keys(env).filter((name) => name.startsWith('TERANGA_') && env[name])
  return ours.filter((name) => !known.has(name)).map((name) => `${name} is set but no such variable is known here`)
}
