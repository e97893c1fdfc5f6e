/**
 * Writes what is generated and committed: the API client's types, the schema of each product and every SQL statement. Reads
 * a freshly migrated database. `generated()` returns path → text; the check compares, the command writes.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import openapiTS, { astToString } from 'openapi-typescript'
import pg from 'pg'
import { bootProduct, migrateProduct } from '../kernel/boot.ts'
import { loadConfig } from '../kernel/config.ts'
import { testClock } from '../kernel/clock.ts'
import { startEmbedded } from '../kernel/db/embedded.ts'
import { ensureRoles, grantDatabase } from '../kernel/db/roles.ts'
import { declaredStatements } from '../kernel/db/statement.ts'
import { createLog } from '../kernel/log.ts'
import type { Product } from '../kernel/module.ts'
import { products } from '../serve.ts'
import { placementFindings, placementsOf } from './placement.ts'
import { dumpSchema } from './schema-dump.ts'

const ROOT = join(import.meta.dirname, '..')

export interface Generated {
  /** Path from the project's folder → text. */
  readonly files: ReadonlyMap<string, string>
  /** What the catalog linter and the preparation of every statement found. */
  readonly findings: readonly string[]
}

/** Migrates each product on a database of its own and derives everything from it. Takes a few seconds. */
export async function generated(): Promise<Generated> {
  const files = new Map<string, string>()
  const findings: string[] = []
  const cluster = await startEmbedded({ durable: false })
  try {
    const admin = cluster.url('postgres')
    for (const product of Object.values(products)) {
      const urls = await migrated(admin, product)
      const schemas = ['kernel', ...product.modules.map((module) => module.name)]
      const client = new pg.Client({ connectionString: urls.ownerUrl })
      await client.connect()
      try {
        files.set(`products/${product.name}/schema.gen.txt`, await dumpSchema(client, schemas))
        findings.push(...(await placementFindings(client, placementsOf(product.modules), schemas)))
      } finally {
        await client.end()
      }
      findings.push(...(await unpreparable(urls.appUrl, schemas)))
      const openapi = await openapiOf(product, urls)
      files.set(`products/${product.name}/openapi.gen.json`, `${JSON.stringify(openapi, null, 1)}\n`)
    }
  } finally {
    await cluster.stop()
  }
  const statements = [...declaredStatements()].sort((a, b) => (a.name < b.name ? -1 : 1))
  files.set('modules/queries.gen.sql', statements.map(({ name, text }) => `-- ${name}\n${text.trim()};\n`).join('\n'))
  files.set('web/app/api.gen.ts', await clientTypes(files))
  return { files, findings }
}

async function migrated(admin: string, product: Product) {
  const roles = await ensureRoles(admin, product.name)
  const client = new pg.Client({ connectionString: admin })
  await client.connect()
  const exists = await client.query('select from pg_database where datname = $1', [product.name])
  if (exists.rowCount === 0) await client.query(`create database "${product.name}" owner "${product.name}_owner"`)
  await client.end()
  await grantDatabase(admin, product.name, product.name)
  await migrateProduct(product, roles)
  return roles
}

/** Prepares every declared statement of these schemas as the server's role: a wrong name or a missing grant shows here. */
async function unpreparable(appUrl: string, schemas: readonly string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: appUrl })
  await client.connect()
  const said: string[] = []
  try {
    for (const { name, text } of declaredStatements()) {
      if (!schemas.includes(name.split('.')[0]!)) continue
      try {
        await client.query(`prepare "${name}" as ${text}`)
      } catch (error) {
        said.push(`statement ${name} cannot be prepared: ${(error as Error).message}`)
      }
    }
  } finally {
    await client.end()
  }
  return said
}

async function openapiOf(product: Product, urls: { appUrl: string; jobsUrl: string }): Promise<unknown> {
  const modules = Object.fromEntries(product.modules.flatMap((m) => (m.config ? [[m.name, m.config]] : [])))
  const runtime = await bootProduct(product, {
    config: loadConfig({ NODE_ENV: 'test' }, { products: { [product.name]: 0 }, modules }),
    urls,
    clock: testClock('2026-01-01T00:00:00Z'),
    publicUrl: 'http://localhost',
    log: createLog('silent', product.name),
  })
  try {
    await runtime.app.ready()
    return runtime.app.swagger()
  } finally {
    await runtime.close()
  }
}

/** One client for the pages of all products: the union of their paths. */
async function clientTypes(files: ReadonlyMap<string, string>): Promise<string> {
  const documents = [...files].filter(([path]) => path.endsWith('openapi.gen.json')).map(([, text]) => JSON.parse(text))
  const paths = Object.assign({}, ...documents.map((document) => document.paths))
  const ast = await openapiTS(
    { openapi: '3.1.0', info: { title: 'Teranga', version: '1' }, paths },
    { defaultNonNullable: false },
  )
  return `// Generated from the routes by tools/generate.ts; do not edit.\n${astToString(ast)}`
}

/** Generated files that differ from what is committed. */
export function drift(files: ReadonlyMap<string, string>): string[] {
  return [...files]
    .filter(([path, text]) => committed(path) !== text)
    .map(([path]) => `${path} is out of date: run \`./teranga generate\``)
}

function committed(path: string): string | undefined {
  try {
    return readFileSync(join(ROOT, path), 'utf8')
  } catch {
    return undefined
  }
}

if (import.meta.main) {
  const { files, findings } = await generated()
  for (const [path, text] of files) if (committed(path) !== text) writeFileSync(join(ROOT, path), text)
  for (const finding of findings) console.error(finding)
  console.log(`${files.size} generated files are up to date`)
  process.exitCode = findings.length > 0 ? 1 : 0
}
