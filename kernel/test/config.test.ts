/** The environment: what is missing, wrong or misspelt is said at once and together; development gets its secrets once. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ConfigError, configTable, demandNeeded, loadConfig } from '../config.ts'
import { defineConfig } from '../setting.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'config-'))
})
afterEach(() => rmSync(dataDir, { recursive: true }))

const shop = defineConfig({
  apiUrl: { env: 'SHOP_API_URL', kind: 'url', development: 'http://localhost:1', meaning: 'Where the shop is.' },
  apiKey: { env: 'SHOP_API_KEY', kind: 'text', generate: true, secret: true, meaning: 'The key of the shop.' },
  retries: { env: 'SHOP_RETRIES', kind: 'integer', min: 0, max: 9, default: 3, meaning: 'Tries of one call.' },
  signer: { env: 'SHOP_SIGNER', kind: 'signing-key', generate: true, secret: true, meaning: 'Signs receipts.' },
})
const scope = { products: { demo: 4001 }, simulators: { bank: 4900 }, modules: { shop } }

const problemsOf = (env: Record<string, string>): readonly string[] => {
  try {
    loadConfig({ TERANGA_DATA_DIR: dataDir, ...env }, scope)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

test('development needs nothing and keeps what it generated, readable by its owner alone', () => {
  const first = loadConfig({ TERANGA_DATA_DIR: dataDir }, scope)
  const second = loadConfig({ TERANGA_DATA_DIR: dataDir }, scope)
  expect(first.mode).toBe('development')
  expect(first.secrets.masterKey).toHaveLength(32)
  expect(second.secrets).toEqual(first.secrets)
  expect(second.modules['shop']!['apiKey']).toBe(first.modules['shop']!['apiKey'])
  expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600)
  expect(first.publicUrl('demo')).toBe('http://127.0.0.1:4001')
  expect(first.ports).toEqual({ demo: 4001, bank: 4900 })
})

test('production names every missing secret at once and generates none', () => {
  const problems = problemsOf({ NODE_ENV: 'production' }).join('\n')
  for (const name of [
    'TERANGA_SESSION_PEPPER',
    'TERANGA_MASTER_KEY',
    'SHOP_API_URL',
    'SHOP_API_KEY',
    'SHOP_SIGNER',
    'DATABASE_URL',
  ])
    expect(problems).toContain(name)
  expect(existsSync(join(dataDir, 'secrets.json'))).toBe(false)
})

test('tests keep nothing on disk and get the same secrets in every process', () => {
  const first = loadConfig({ TERANGA_DATA_DIR: dataDir, NODE_ENV: 'test' }, scope)
  const second = loadConfig({ TERANGA_DATA_DIR: dataDir, NODE_ENV: 'test' }, scope)
  expect(second.secrets).toEqual(first.secrets)
  expect(existsSync(join(dataDir, 'secrets.json'))).toBe(false)
})

test.each([
  [{ TERANGA_DEMO_PORT: '70000' }, 'TERANGA_DEMO_PORT must be a whole number from 0 to 65535'],
  [{ SHOP_RETRIES: 'many' }, 'SHOP_RETRIES must be a whole number from 0 to 9'],
  [{ SHOP_API_URL: 'nowhere' }, 'SHOP_API_URL must be a URL'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must be a URL like postgres://user:password@host:5432/database'],
  [{ TERANGA_MASTER_KEY: 'c2hvcnQ' }, 'TERANGA_MASTER_KEY must be 32 bytes'],
  [{ TERANGA_LOG_LEVEL: 'loud' }, 'TERANGA_LOG_LEVEL must be one of trace'],
  [{ TERANGA_DEMO_APP_URL: 'postgres://a@b/c' }, 'demo needs all of TERANGA_DEMO_OWNER_URL'],
  [{ NODE_ENV: 'prod' }, 'NODE_ENV is prod'],
])('%o is refused with a sentence', (env, sentence) => {
  expect(problemsOf(env as Record<string, string>).join('\n')).toContain(sentence)
})

test('a wrong secret is not repeated in the message', () => {
  expect(problemsOf({ TERANGA_MASTER_KEY: 'hunter2hunter2' }).join()).not.toContain('hunter2')
})

test('a misspelt variable is a warning', () => {
  const config = loadConfig({ TERANGA_DATA_DIR: dataDir, TERANGA_DEMO_PROT: '1' }, scope)
  expect(config.warnings).toEqual(['TERANGA_DEMO_PROT is set but no such variable is known here'])
})

test('an empty variable counts as unset', () => {
  expect(loadConfig({ TERANGA_DATA_DIR: dataDir, SHOP_RETRIES: '' }, scope).modules['shop']!['retries']).toBe(3)
})

test('the table has every variable once, and the file of secrets has only secrets', () => {
  loadConfig({ TERANGA_DATA_DIR: dataDir }, scope)
  const table = configTable(scope).map(({ setting }) => setting)
  expect(new Set(table.map(({ env }) => env)).size).toBe(table.length)
  const kept = Object.keys(JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')))
  const secrets = table.filter(({ secret, generate }) => secret && generate).map(({ env }) => env)
  expect(kept.toSorted()).toEqual(secrets.toSorted())
})

test('what only some products need is demanded of those alone', () => {
  const declared = defineConfig({
    key: {
      env: 'PROVIDER_KEY',
      kind: 'text',
      development: 'x',
      neededBy: (policy) => policy === 'a',
      meaning: 'Key of provider a.',
    },
  })
  const modules = [{ name: 'paying', config: declared }]
  const boot = (mode: string, policy: string, env: Record<string, string> = {}) => {
    const secrets = Object.fromEntries(
      ['TERANGA_SESSION_PEPPER', 'TERANGA_MASTER_KEY', 'TERANGA_ROLE_KEY'].map((name) => [name, 'ab'.repeat(32)]),
    )
    const config = loadConfig(
      { NODE_ENV: mode, MAIL_FROM: 'a@b.example', TERANGA_SUPPORT_CONTACT: 'a@b.example', ...secrets, ...env },
      { modules: { paying: declared } },
    )
    demandNeeded(config, modules, { paying: policy })
    return config.modules['paying']!['key']
  }
  expect(boot('production', 'b')).toBeUndefined()
  expect(() => boot('production', 'a')).toThrow(/PROVIDER_KEY is missing: Key of provider a\./)
  expect(boot('production', 'a', { PROVIDER_KEY: 'given' })).toBe('given')
  expect(boot('test', 'a')).toBe('x')
})
