/**
 * The database roles of one product: an owner that migrates, an application role that owns nothing and cannot pass by
 * row-level security, and a role for the job worker that owns only the worker's schema. Idempotent; callers that start
 * together wait for each other.
 */
import { createHmac } from 'node:crypto'
import pg from 'pg'
import { quoted } from './migrate.ts'

export interface ProductRoles {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly jobsUrl: string
}

export interface RoleOptions {
  /** Passwords are derived from it; by default from the administrator's own password, so nothing has to be kept. */
  key?: string | Buffer
  /** The database, when it is not named after the product (tests clone many). */
  database?: string
}

const ROLES_LOCK = 7_236_012

/** Who may read the published schema: nobody signs in as it, people's own roles are put into it. */
export function readerOf(product: string): string {
  return `${product}_reader`
}

/** The names of the three roles. */
export function rolesOf(product: string): { owner: string; app: string; jobs: string } {
  return { owner: `${product}_owner`, app: `${product}_app`, jobs: `${product}_jobs` }
}

/**
 * Creates or repairs the roles and the database of `product`, as the administrator at `adminUrl` (a role that may create
 * roles and databases), and returns how to connect as each.
 */
export async function ensureRoles(adminUrl: string, product: string, options: RoleOptions = {}): Promise<ProductRoles> {
  const names = rolesOf(product)
  const database = options.database ?? product
  const password = passwordsFrom(adminUrl, options)

  await asAdministrator(adminUrl, async (client) => {
    for (const role of Object.values(names)) {
      const there = await client.query('select 1 from pg_roles where rolname = $1', [role])
      const verb = there.rowCount === 0 ? 'create' : 'alter'
      // A role that is no superuser may not even mention the attributes it lacks, and it cannot have given them away.
      const bare = 'login nocreatedb nocreaterole'
      const strict = (await isSuperuser(client)) ? `${bare} nosuperuser nobypassrls noreplication` : bare
      await client.query(`${verb} role ${quoted(role)} ${strict} password ${client.escapeLiteral(password(role))}`)
    }
    const reader = readerOf(product)
    if ((await client.query('select 1 from pg_roles where rolname = $1', [reader])).rowCount === 0)
      await client.query(`create role ${quoted(reader)} nologin`)
    const there = await client.query('select 1 from pg_database where datname = $1', [database])
    if (there.rowCount === 0) await createDatabase(client, database, names.owner)
  })
  await grantDatabase(adminUrl, database, product)
  const inside = new URL(adminUrl)
  inside.pathname = `/${database}`
  await asAdministrator(inside.href, async (client) => {
    await client.query('revoke create on schema public from public')
  })

  return roleUrls(adminUrl, product, options)
}

/** How to connect as each of the three roles, without looking whether they are there. */
export function roleUrls(adminUrl: string, product: string, options: RoleOptions = {}): ProductRoles {
  const names = rolesOf(product)
  const password = passwordsFrom(adminUrl, options)
  const as = (role: string) => {
    const url = new URL(adminUrl)
    url.username = role
    url.password = password(role)
    url.pathname = `/${options.database ?? product}`
    return url.href
  }
  return { ownerUrl: as(names.owner), appUrl: as(names.app), jobsUrl: as(names.jobs) }
}

function passwordsFrom(adminUrl: string, options: RoleOptions): (role: string) => string {
  const key = options.key ?? decodeURIComponent(new URL(adminUrl).password)
  if (key.length === 0)
    throw new Error('the administrator of the database has no password to derive others from; give a key')
  return (role) => createHmac('sha256', key).update(`role ${role}`).digest('base64url')
}

/**
 * Makes the product's owner own `database`, gives the three roles their rights on it and everybody else none. A database made
 * from a template does not inherit such rights, so call it for each clone.
 */
export async function grantDatabase(adminUrl: string, database: string, product: string): Promise<void> {
  const { owner, app, jobs } = rolesOf(product)
  const name = quoted(database)
  await asAdministrator(adminUrl, async (client) => {
    await client.query(`alter database ${name} owner to ${quoted(owner)}`)
    await client.query(`revoke all on database ${name} from public`)
    await client.query(`grant connect on database ${name} to ${quoted(owner)}, ${quoted(app)}, ${quoted(jobs)}`)
    const reader = await client.query('select 1 from pg_roles where rolname = $1', [readerOf(product)])
    if (reader.rowCount === 1) await client.query(`grant connect on database ${name} to ${quoted(readerOf(product))}`)
    // The worker makes and upgrades its own schema.
    await client.query(`grant create on database ${name} to ${quoted(jobs)}`)
  })
}

async function createDatabase(client: pg.Client, database: string, owner: string): Promise<void> {
  // Handing a database to another role takes membership in that role, which creating it gives only to superusers at once.
  if (!(await isSuperuser(client))) await client.query(`grant ${quoted(owner)} to current_user`)
  await client.query(`create database ${quoted(database)} owner ${quoted(owner)} template template0 encoding 'UTF8'`)
}

async function isSuperuser(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query('select rolsuper from pg_roles where rolname = current_user')
  return rows[0]?.rolsuper === true
}

async function asAdministrator(url: string, act: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'teranga roles' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [ROLES_LOCK])
    await act(client)
  } finally {
    await client.end()
  }
}
