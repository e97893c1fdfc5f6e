/**
 * Where each product's database is and how to connect to it: prepared roles named by the environment, an outside server on
 * which we make them, or the embedded server, started on the way.
 */
import { join } from 'node:path'
import pg from 'pg'
import type { Config, ProductUrls } from '../kernel/config.ts'
import { startEmbedded, type Embedded } from '../kernel/db/embedded.ts'
import type { Migration } from '../kernel/db/migrate.ts'
import { ensureRoles, roleUrls } from '../kernel/db/roles.ts'
import { migrateProduct } from '../kernel/boot.ts'
import type { Product } from '../kernel/module.ts'

export interface Databases {
  urls(product: string): ProductUrls
  /** Who may make databases; absent where every role was prepared for us. */
  readonly adminUrl?: string
  readonly embedded?: Embedded
  stop(): Promise<void>
}

const OLDEST_SERVER = 15
const NEWEST_SERVER = 18

/** Something the person at the command line can correct; printed without a stack. */
export class Complaint extends Error {
  override name = 'Complaint'
}

export function embeddedFolder(config: Config): string {
  return join(config.dataDir, 'postgres')
}

/**
 * Connects `products`. With `prepare` the roles and databases are made where they are missing; without, they are expected
 * to be there (a server in production has no right to make them).
 */
export async function openDatabases(
  config: Config,
  products: readonly string[],
  options: { prepare: boolean; onProgress?: (line: string) => void },
): Promise<Databases> {
  const prepared = new Map(products.map((product) => [product, config.prepared(product)]))
  const named = [...prepared.values()].every((urls) => urls !== undefined)
  if (named) {
    const first = prepared.get(products[0]!)
    if (first) await checkServer(first.ownerUrl)
    return { urls: (product) => prepared.get(product)!, stop: async () => {} }
  }
  const { roleKey: key } = config.secrets
  const embedded =
    config.databaseUrl === undefined
      ? await startEmbedded({
          dataDir: embeddedFolder(config),
          port: config.embeddedPort,
          ...(options.onProgress && { onProgress: options.onProgress }),
        })
      : undefined
  const adminUrl = config.databaseUrl ?? embedded!.url('postgres')
  try {
    const known = new Map<string, ProductUrls>()
    if (options.prepare) await checkServer(adminUrl)
    for (const [product, urls] of prepared) {
      const ours =
        urls ?? (options.prepare ? await ensureRoles(adminUrl, product, { key }) : roleUrls(adminUrl, product, { key }))
      known.set(product, ours)
    }
    return {
      adminUrl,
      ...(embedded && { embedded }),
      urls: (product) => known.get(product)!,
      stop: async () => embedded?.stop(),
    }
  } catch (error) {
    await embedded?.stop()
    throw explained(error, adminUrl)
  }
}

/** The server's version, or a complaint: unreachable, too old, too new. */
export async function checkServer(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query("select current_setting('server_version') as version")
    const version = (rows[0] as { version: string }).version
    const major = Number.parseInt(version, 10)
    if (major < OLDEST_SERVER || major > NEWEST_SERVER)
      throw new Complaint(
        `The database at ${placeOf(url)} is PostgreSQL ${version}; use one from ${OLDEST_SERVER} to ${NEWEST_SERVER}.`,
      )
    return version
  } catch (error) {
    throw explained(error, url)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Migrates and turns what can be corrected at the command line into a sentence. */
export async function bringUpToDate(
  product: Product,
  urls: ProductUrls,
  onApplied?: (migration: Migration) => void,
): Promise<Migration[]> {
  try {
    return await migrateProduct(product, urls, onApplied)
  } catch (error) {
    const { message } = error as Error
    if (!message.startsWith('migration ')) throw error
    throw new Complaint(
      `${product.name}: ${message}.${/was changed/.test(message) ? ' On a development machine `./teranga reset` begins anew (its data is lost).' : ''}`,
    )
  }
}

/** Host and database of a URL, without what is secret in it. */
export function placeOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `${host}${pathname}`
}

function explained(error: unknown, url: string): unknown {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  const at = placeOf(url)
  if (
    ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ETIMEDOUT', 'EAI_AGAIN'].includes(code) ||
    /timeout expired/.test(message)
  )
    return new Complaint(`No database answers at ${at}; check DATABASE_URL and that the server runs.`)
  if (code === '28P01' || code === '28000')
    return new Complaint(
      `The database at ${at} refuses the user ${new URL(url).username} or its password; check its URL, or run \`./teranga migrate\` when TERANGA_ROLE_KEY was changed.`,
    )
  if (code === '3D000') return new Complaint(`There is no database ${at}; run \`./teranga migrate\`, which makes it.`)
  if (code === '42501')
    return new Complaint(
      `The role of DATABASE_URL may not do what is needed (${message}); give it CREATEROLE and CREATEDB, or name prepared roles (\`./teranga help config\`).`,
    )
  if (code === '53100')
    return new Complaint(`The disk of the database at ${at} is full; free some space and try again.`)
  return error
}
