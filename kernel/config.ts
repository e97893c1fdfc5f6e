/**
 * The environment, read once at boot into a frozen object. Every variable stands in one declaration (name, kind, default,
 * meaning): the kernel's in this file, a module's in its `config.ts`. The same table checks values, prints
 * `./teranga help config` and fills in what development needs. Nothing else reads `process.env`.
 */
import { createPrivateKey, type KeyObject } from 'node:crypto'
import { join, resolve } from 'node:path'
import { generateSecret, keepSecrets } from './secrets.ts'

export type SettingKind = 'text' | 'url' | 'integer' | 'boolean' | 'key' | 'signing-key'

/** What a value of each kind becomes: a key is 32 bytes, a signing key an Ed25519 private key. */
interface Kinds {
  text: string
  url: string
  integer: number
  boolean: boolean
  key: Buffer
  'signing-key': KeyObject
}

/**
 * One variable. Where its value comes from when the environment has none: `default` in every mode; `development` outside
 * production, which must set it; `generate` likewise, made once at random and kept in the data folder. With none of the
 * three the variable is optional and its value may be undefined.
 */
export interface Setting {
  readonly env: string
  readonly kind: SettingKind
  readonly meaning: string
  readonly default?: string | number | boolean
  readonly development?: string | number | boolean
  readonly generate?: true
  readonly secret?: true
  /** The allowed values, for a text. */
  readonly choices?: readonly string[]
  /** For an integer. */
  readonly min?: number
  readonly max?: number
  /**
   * For what only some products need: whether one does, by the policy it gives the module. Production may then do without it, and
   * a product that needs it is not booted.
   */
  readonly neededBy?: (policy: unknown) => boolean
  /** Says what is wrong with the text, or nothing. */
  readonly check?: (text: string, mode: Mode) => string | undefined
}

export type Settings = Readonly<Record<string, Setting>>
export type Mode = 'development' | 'production' | 'test'

type Value<S extends Setting> = S extends { default: unknown } | { development: unknown } | { generate: true }
  ? Kinds[S['kind']]
  : Kinds[S['kind']] | undefined

/** The values of a declaration. */
export type Values<S extends Settings> = { readonly [K in keyof S]: Value<S[K]> }

export interface ConfigDeclaration<S extends Settings = Settings> {
  readonly settings: S
}

/** `ConfigOf<typeof config>`: what `ctx.config.<module>` holds for a module that says `export const config = defineConfig(…)`. */
export type ConfigOf<D extends ConfigDeclaration> = Values<D['settings']>

/** Declares what a module needs from the environment. Keys are the names in code, `env` the names outside. */
export function defineConfig<const S extends Settings>(settings: S): ConfigDeclaration<S> {
  for (const setting of Object.values(settings)) {
    if (!/^[A-Z][A-Z0-9_]*$/.test(setting.env)) throw new Error(`${setting.env} is no name of a variable`)
    if (setting.meaning.trim() === '') throw new Error(`${setting.env} has no meaning written down`)
  }
  return Object.freeze({ settings })
}

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
    development: 'bonjour@example.com',
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
    for (const [key, setting] of Object.entries(settings)) {
      const text = textOf(setting, env, mode, kept.get, problems)
      values[key] = text === undefined ? undefined : parse(setting, text, mode, problems)
    }
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

function textOf(
  setting: Setting,
  env: Readonly<Record<string, string | undefined>>,
  mode: Mode,
  keep: (name: string, make: () => string) => string,
  problems: string[],
): string | undefined {
  const given = env[setting.env]?.trim()
  if (given) return given
  if (setting.default !== undefined) return String(setting.default)
  const assumed = setting.generate !== undefined || setting.development !== undefined
  if (!assumed) return undefined
  if (mode === 'production') {
    if (setting.neededBy) return undefined
    problems.push(`${setting.env} is missing: ${setting.meaning}`)
    return undefined
  }
  if (setting.development !== undefined) return String(setting.development)
  return keep(setting.env, () => generateSecret(setting.kind, mode === 'test' ? setting.env : undefined))
}

function parse(setting: Setting, text: string, mode: Mode, problems: string[]): unknown {
  // The value itself is never repeated: it may be a secret.
  const wrong = (must: string) => void problems.push(`${setting.env} must be ${must}`)
  const said = setting.check?.(text, mode)
  if (said !== undefined) return wrong(said)
  switch (setting.kind) {
    case 'text':
      return setting.choices && !setting.choices.includes(text) ? wrong(`one of ${setting.choices.join(', ')}`) : text
    case 'url':
      return URL.canParse(text) ? text : wrong('a URL')
    case 'integer': {
      const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = setting
      const value = /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN
      return value >= min && value <= max
        ? value
        : wrong(`a whole number${setting.min === undefined ? '' : ` from ${min} to ${max}`}`)
    }
    case 'boolean':
      if (['true', '1', 'yes', 'on'].includes(text.toLowerCase())) return true
      return ['false', '0', 'no', 'off'].includes(text.toLowerCase()) ? false : wrong('true or false')
    case 'key': {
      const key = Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64url')
      return key.length === 32 ? key : wrong('32 bytes as hex or base64, such as `openssl rand -base64 32` makes')
    }
    case 'signing-key':
      try {
        const key = text.startsWith('-----')
          ? createPrivateKey(text.replaceAll('\\n', '\n'))
          : createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' })
        if (key.asymmetricKeyType === 'ed25519') return key
      } catch {}
      return wrong('an Ed25519 private key (PKCS 8, PEM or base64), such as `openssl genpkey -algorithm ed25519` makes')
  }
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
