/** What the products promise to whoever reads their databases: the specification's names, exactly, and who sees what through them. */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publish } from '../kernel/db/publish.ts'
import type { Product } from '../kernel/module.ts'
import { testProduct, type TestProduct } from '../kernel/testing/product.ts'
import { createUser } from '../modules/identity/api.ts'
import { tutor } from '../products/tutor/product.ts'
import * as tutorPromises from '../products/tutor/specification.ts'
import { wolo } from '../products/wolo/product.ts'
import * as woloPromises from '../products/wolo/specification.ts'

interface Behind {
  readonly table: string
  /** What the index begins with. */
  readonly columns: readonly string[]
  /** The rows it holds, when not all. */
  readonly where?: string
}

interface Promises {
  readonly product: Product
  readonly specification: Readonly<Record<string, readonly string[]>>
  /** Table → column → type, and which types the views give otherwise. */
  readonly types?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly changed?: Readonly<Record<string, string>>
  /** Index, table, columns. */
  readonly indexes: readonly (readonly [string, string, string])[]
  readonly unpublished: Readonly<Record<string, { readonly with: readonly string[]; readonly reason: string }>>
  /** The specification's index → the index of the table behind the view. */
  readonly behind: Readonly<Record<string, Behind>>
}

const PROMISES: readonly Promises[] = [
  {
    product: tutor,
    ...tutorPromises,
    unpublished: {},
    behind: {
      // Addresses are sealed; they are found by their keyed hash.
      idx_users_email: { table: 'identity.identifier', columns: ['value'] },
      idx_learning_profiles_user_subject: { table: 'learning.mastery', columns: ['learner_id', 'subject'] },
      idx_usage_logs_user_timestamp: { table: 'metering.usage_event', columns: ['subject_id', 'occurred_at'] },
      idx_subscriptions_user_status: { table: 'subscriptions.subscription', columns: ['payer_id', 'status'] },
    },
  },
  {
    product: wolo,
    ...woloPromises,
    behind: {
      idx_users_phone: { table: 'identity.identifier', columns: ['value'] },
      idx_users_email: { table: 'identity.identifier', columns: ['value'] },
      // One row for each role of a person.
      idx_users_roles: { table: 'access.membership', columns: ['role'] },
      // A token says whose and which session it is.
      idx_user_sessions_token_hash: {
        table: 'identity.session_token',
        columns: ['user_id', 'session_id', 'token_hash'],
      },
      idx_user_sessions_user_id: { table: 'identity.session', columns: ['user_id'] },
      idx_profiles_date_of_birth: { table: 'profiles.profile', columns: ['date_of_birth'] },
      // The children of a guardian, kept in step with the links that were accepted.
      idx_profiles_guardian_user_id: { table: 'profiles.ward', columns: ['guardian_id'] },
      idx_pots_owner_user_id: { table: 'pots.pot', columns: ['owner_id'] },
      idx_pots_status: { table: 'pots.pot', columns: ['status'] },
      idx_pots_scheduled_open_at: { table: 'pots.pot', columns: ['opens_at'] },
      idx_pots_birthday_date: { table: 'pots.pot', columns: ['birthday'] },
      // The owner of a pot owns the rows of its gifts too.
      idx_donations_pot_id: { table: 'pots.gift', columns: ['owner_id', 'pot_id'] },
      idx_donations_donor_user_id: { table: 'pots.gift', columns: ['donor_id'], where: '(donor_id IS NOT NULL)' },
      idx_donations_status: { table: 'pots.gift', columns: ['status'] },
      idx_donations_wave_transaction_id: {
        table: 'payments.receipt',
        columns: ['transaction_ref'],
        where: '(transaction_ref IS NOT NULL)',
      },
      // Codes are sealed; they are found by their keyed hash.
      idx_qr_codes_code: { table: 'redemption.finder', columns: ['value'] },
      idx_qr_codes_pot_id: { table: 'redemption.voucher', columns: ['reference'] },
      idx_qr_codes_status: { table: 'redemption.voucher', columns: ['status'] },
      // Only what can still run out is looked for by when it does.
      idx_qr_codes_expires_at: {
        table: 'redemption.voucher',
        columns: ['valid_until'],
        where: "(status = 'issued'::text)",
      },
      idx_notifications_user_id: { table: 'messaging.outgoing', columns: ['owner_id'] },
      // Nearly all are sent; the index holds the others.
      idx_notifications_status: { table: 'messaging.outgoing', columns: ['status'], where: "(status <> 'sent'::text)" },
      // Only what waits is looked for by when it is due.
      idx_notifications_scheduled_at: {
        table: 'messaging.outgoing',
        columns: ['not_before'],
        where: "(status = 'queued'::text)",
      },
      idx_audit_logs_actor_user_id: { table: 'audit.record', columns: ['actor_id'], where: '(actor_id IS NOT NULL)' },
      idx_audit_logs_action: { table: 'audit.record', columns: ['action'] },
      idx_audit_logs_timestamp: { table: 'audit.record', columns: ['recorded_at'] },
    },
  },
]

/** Columns nobody reads but the server: what is sealed, keyed hashes, secrets and what they are proven by. */
const HIDDEN = /\.(sealed_\w+|\w+_index|\w+_hash|token|\w*secret\w*|code|value|wrapped_key|payout|contact|body|mobile)$/

describe.each(PROMISES.map((promises) => [promises.product.name, promises] as const))('%s', (name, promises) => {
  const { product, specification, indexes, unpublished, behind } = promises
  let t: TestProduct
  beforeAll(async () => {
    t = await testProduct(product)
  })
  afterAll(() => t?.close())
  const ask = <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    t.asOwner(async (client) => (await client.query<Row>(sql, values)).rows)

  test('the views are the tables of the specification, with its columns in its order', async () => {
    const views = await ask<{ view: string; columns: string[] }>(
      `select table_name as view, array_agg(column_name::text order by ordinal_position) as columns
       from information_schema.columns where table_schema = $1 group by 1`,
      [name],
    )
    const promised = Object.entries(specification).filter(([table]) => !Object.hasOwn(unpublished, table))
    expect(Object.fromEntries(views.map(({ view, columns }) => [view, columns]))).toEqual(Object.fromEntries(promised))
  })

  const { types, changed = {} } = promises
  if (types)
    test('each column has the type it is promised with', async () => {
      const given = await ask<{ name: string; type: string }>(
        `select c.relname || '.' || a.attname as name, format_type(a.atttypid, a.atttypmod) as type
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = $1 and c.relkind = 'v' and a.attnum > 0 order by c.relname, a.attnum`,
        [name],
      )
      const promised = Object.entries(types).flatMap(([table, columns]) =>
        Object.entries(columns).map(([column, type]) => [`${table}.${column}`, changed[type] ?? type]),
      )
      expect(Object.fromEntries(given.map((it) => [it.name, it.type]))).toEqual(Object.fromEntries(promised))
    })

  test('what is not published has a reason that still holds: neither a module nor a table keeps it', async () => {
    expect(Object.keys(unpublished).filter((table) => !Object.hasOwn(specification, table))).toEqual([])
    const modules = product.modules.map((it) => it.name)
    const found = Object.entries(unpublished).filter(([, it]) => it.with.some((module) => modules.includes(module)))
    expect(found.map(([table]) => table)).toEqual([])
    const kept = await ask<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema|graphile_worker)'
         and (c.relname = any ($1) or n.nspname || '_' || c.relname = any ($1))`,
      [Object.keys(unpublished).flatMap((table) => [table, table.replace(/s$/, '')])],
    )
    expect(kept).toEqual([])
    for (const { reason } of Object.values(unpublished)) expect(reason).toMatch(/^[A-Z][^\n]{20,}\.$/)
  })

  test('every view and every column says what it holds', async () => {
    const silent = await ask<{ name: string }>(
      `select c.relname || coalesce('.' || a.attname, '') as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
         cross join lateral (
           select null::name as attname, 0 as attnum union all
           select attname, attnum from pg_attribute where attrelid = c.oid and attnum > 0) a
       where n.nspname = $1 and c.relkind = 'v'
         and coalesce(case when a.attnum = 0 then obj_description(c.oid) else col_description(c.oid, a.attnum) end, '') = ''`,
      [name],
    )
    expect(silent).toEqual([])
  })

  test('its indexes are there on the tables behind', async () => {
    const promised = indexes.filter(([, table]) => !Object.hasOwn(unpublished, table))
    expect(Object.keys(behind).sort()).toEqual(promised.map(([index]) => index).sort())
    for (const [index, { table, columns, where }] of Object.entries(behind)) {
      const there = await ask<{ keys: string[]; rows: string | null }>(
        `select array(select a.attname::text from unnest(i.indkey[:$2]) with ordinality k (num, place)
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.num order by k.place) as keys,
           pg_get_expr(i.indpred, i.indrelid) as rows
         from pg_index i where i.indrelid = $1::regclass and i.indisvalid`,
        [table, columns.length - 1],
      )
      expect(there, `${index} on ${table}`).toContainEqual({ keys: columns, rows: where ?? null })
    }
  })

  test('an analyst reads every view, and behind them nothing that is sealed or opens anything', async () => {
    const admin = process.env['TERANGA_TEST_ADMIN_URL']!
    const reader = `reader_${randomBytes(4).toString('hex')}`
    const asAdmin = async (database: string, body: (client: pg.Client) => Promise<void>) => {
      const url = new URL(admin)
      url.pathname = `/${database}`
      const client = new pg.Client({ connectionString: url.href })
      await client.connect()
      try {
        await body(client)
      } finally {
        await client.end()
      }
    }
    const database = new URL(t.urls.ownerUrl).pathname.slice(1)
    await asAdmin(database, async (client) => void (await client.query(`create role ${reader}`)))
    try {
      const app = new URL(t.urls.appUrl).username
      expect(await publish(t.urls.ownerUrl, { schema: name, folder: product.published! }, { app, reader })).toBe(true)
      await asAdmin(database, async (client) => {
        await client.query(`set role ${reader}`)
        const { rows: views } = await client.query<{ name: string }>(
          'select c.oid::regclass::text as name from pg_class c where c.relnamespace = $1::regnamespace',
          [name],
        )
        expect(views.length).toBeGreaterThan(0)
        for (const view of views) await client.query(`select * from ${view.name} limit 1`)
      })
      const seen = await ask<{ name: string; type: string }>(
        `select a.attrelid::regclass || '.' || a.attname as name, a.atttypid::regtype::text as type
         from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
           and n.nspname !~ '^(pg_|information_schema)' and has_column_privilege($1, a.attrelid, a.attnum, 'select')`,
        [reader],
      )
      expect(seen.length).toBeGreaterThan(20)
      expect(seen.filter((it) => it.type === 'bytea' || HIDDEN.test(it.name))).toEqual([])
      const writes = await ask<{ name: string }>(
        `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'p', 'v') and n.nspname !~ '^(pg_|information_schema)'
           and has_any_column_privilege($1, c.oid, 'insert, update, references')`,
        [reader],
      )
      expect(writes).toEqual([])
    } finally {
      await asAdmin(
        database,
        async (client) => void (await client.query(`drop owned by ${reader}; drop role ${reader}`)),
      )
    }
  })

  test('the server’s role sees through them its person’s rows and nobody else’s', async () => {
    const [mona, karim] = await t.tx(async (tx) => [
      await createUser(t.ctx(), tx, { phone: '+201001234501', verified: true }),
      await createUser(t.ctx(), tx, { phone: '+201001234502', verified: true }),
    ])
    const seen = (settings: string) =>
      t.asApp(async (client) => {
        await client.query(settings)
        return (await client.query(`select id from ${name}.users order by created_at, id`)).rows.map(({ id }) => id)
      })
    expect(await seen('select 1')).toEqual([])
    expect(await seen(`set app.user_id = '${mona}'`)).toEqual([mona])
    expect((await seen("set app.scope = 'all'")).sort()).toEqual([mona, karim].sort())
  })
})
