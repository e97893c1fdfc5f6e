/** What the products promise to whoever reads their databases: the specification's names, exactly, and who sees what through them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testProduct, type TestProduct } from '../kernel/testing/product.ts'
import { createUser } from '../modules/identity/api.ts'
import { tutor } from '../products/tutor/product.ts'
import { indexes, specification } from '../products/tutor/specification.ts'

/** The specification's index → the index of the table behind the view, and the columns it begins with. */
const BEHIND: Record<string, { table: string; columns: string[] }> = {
  // Addresses are sealed; they are found by their keyed hash.
  idx_users_email: { table: 'identity.identifier', columns: ['value'] },
  idx_learning_profiles_user_subject: { table: 'learning.mastery', columns: ['learner_id', 'subject'] },
  idx_usage_logs_user_timestamp: { table: 'metering.usage_event', columns: ['subject_id', 'occurred_at'] },
  idx_subscriptions_user_status: { table: 'subscriptions.subscription', columns: ['payer_id', 'status'] },
}

describe('Tutor', () => {
  let t: TestProduct
  beforeAll(async () => {
    t = await testProduct(tutor)
  })
  afterAll(() => t?.close())

  test('the views are the tables of the specification, with its columns in its order', async () => {
    const { rows } = await t.asOwner((client) =>
      client.query<{ view: string; columns: string[] }>(
        `select table_name as view, array_agg(column_name::text order by ordinal_position) as columns
         from information_schema.columns where table_schema = 'tutor' group by 1`,
      ),
    )
    expect(Object.fromEntries(rows.map(({ view, columns }) => [view, columns]))).toEqual(specification)
  })

  test('every view and every column says what it holds', async () => {
    const { rows } = await t.asOwner((client) =>
      client.query<{ name: string }>(
        `select c.relname || coalesce('.' || a.attname, '') as name
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
           cross join lateral (
             select null::name as attname, 0 as attnum union all
             select attname, attnum from pg_attribute where attrelid = c.oid and attnum > 0) a
         where n.nspname = 'tutor' and c.relkind = 'v'
           and coalesce(case when a.attnum = 0 then obj_description(c.oid) else col_description(c.oid, a.attnum) end, '') = ''`,
      ),
    )
    expect(rows).toEqual([])
  })

  test('its indexes are there on the tables behind', async () => {
    expect(Object.keys(BEHIND).sort()).toEqual(indexes.map(([name]) => name).sort())
    for (const [name, { table, columns }] of Object.entries(BEHIND)) {
      const { rows } = await t.asOwner((client) =>
        client.query<{ keys: string[] }>(
          `select array(select a.attname::text from unnest(i.indkey[:$2]) with ordinality k (num, place)
              join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.num order by k.place) as keys
           from pg_index i where i.indrelid = $1::regclass and i.indpred is null`,
          [table, columns.length - 1],
        ),
      )
      expect(
        rows.map(({ keys }) => keys),
        `${name} on ${table}`,
      ).toContainEqual(columns)
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
        return (await client.query('select id from tutor.users order by created_at, id')).rows.map(({ id }) => id)
      })
    expect(await seen('select 1')).toEqual([])
    expect(await seen(`set app.user_id = '${mona}'`)).toEqual([mona])
    expect((await seen("set app.scope = 'all'")).sort()).toEqual([mona, karim].sort())
  })
})
