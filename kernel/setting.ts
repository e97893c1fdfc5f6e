/**
 * One variable of the environment: what its declaration says, and how its text becomes a value. Which variables there are is
 * written in config.ts and in the `config.ts` of each module.
 */
import { createPrivateKey, type KeyObject } from 'node:crypto'
import { generateSecret } from './secrets.ts'

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

/** The value of a setting, or undefined; what is wrong with it is added to `problems`. */
export function readSetting(
  setting: Setting,
  env: Readonly<Record<string, string | undefined>>,
  mode: Mode,
  keep: (name: string, make: () => string) => string,
  problems: string[],
): unknown {
  const text = textOf(setting, env, mode, keep, problems)
  return text === undefined ? undefined : parse(setting, text, mode, problems)
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
