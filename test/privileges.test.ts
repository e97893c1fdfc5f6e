/** What the server's database role may do in the whole of Wolo: the least each table needs, and no way round it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testProduct, type TestProduct } from '../kernel/testing/product.ts'
import { wolo } from '../products/wolo/product.ts'

/** Rows that may go: taken back, expired, or erased with a person. Money, gifts, pots and the audit trail are not among them. */
const DELETED = [
  'access.membership',
  'identity.contact',
  'identity.credential',
  'identity.identifier',
  'identity.mail_token',
  'identity.otp_challenge',
  'identity.otp_destination',
  'identity.recovery_code',
  'identity.second_factor',
  'identity.session',
  'identity.session_token',
  'identity.sign_in_throttle',
  'identity.username',
  'kernel.idempotency',
  'kernel.rate_limit',
  'kernel.setting',
  'media.address',
  'media.image',
  'media.rendition',
  'media.shelf',
  'messaging.outgoing',
  'notifications.inbox',
  'payments.saved_card',
  'payments.webhook_event',
  'pots.draft',
  'profiles.address',
  'profiles.document_claim',
  'profiles.identity_document',
  'profiles.preference',
  'profiles.profile',
  'profiles.ward',
  'redemption.attempt',
  'redemption.claim',
  'reports.export',
  'reports.part',
  'reports.saved_view',
]

let t: TestProduct
beforeAll(async () => {
  t = await testProduct(wolo)
})
afterAll(() => t.close())

const rows = <Row extends object>(sql: string): Promise<Row[]> =>
  t.asOwner(async (client) => (await client.query<Row>(sql)).rows)

const GRANTS = `
  select c.oid::regclass::text as name, c.relispartition as is_partition, a.privilege_type as may,
    a.grantee = 0 as to_everybody
  from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join lateral aclexplode(c.relacl) a
  where n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
    and a.grantee in (0, 'test_app'::regrole)`

interface Grant {
  name: string
  is_partition: boolean
  may: string
  to_everybody: boolean
}

test('deletes only what may go', async () => {
  const grants = await rows<Grant>(GRANTS)
  expect(
    grants
      .filter(({ may }) => may === 'DELETE')
      .map(({ name }) => name)
      .sort(),
  ).toEqual(DELETED)
  expect(grants.filter(({ may }) => !['SELECT', 'INSERT', 'UPDATE', 'DELETE'].includes(may))).toEqual([])
})

test('writes the ledger through its functions alone, and never rewrites what was recorded', async () => {
  const grants = await rows<Grant>(GRANTS)
  const writes = (of: RegExp, ...acts: string[]) =>
    grants.filter(({ name, may }) => of.test(name) && acts.includes(may)).map(({ name, may }) => `${may} ${name}`)
  expect(writes(/^ledger\./, 'INSERT', 'UPDATE', 'DELETE')).toEqual([])
  const recorded =
    /^(audit\.record|payments\.(receipt|step|provider_reference)|pots\.(movement|timeline)|settlements\.line)$/
  expect(writes(recorded, 'UPDATE', 'DELETE')).toEqual([])
  expect(writes(recorded, 'INSERT')).toHaveLength(7)
})

test('nothing is granted to everybody, and no partition past the policy of its parent', async () => {
  const grants = await rows<Grant>(GRANTS)
  expect(grants.filter(({ is_partition, to_everybody }) => is_partition || to_everybody)).toEqual([])
})

test('functions that run with their owner’s rights look nothing up by name and are not for everybody', async () => {
  const functions = await rows<{ name: string; search_path: string | null; to_everybody: boolean }>(`
    select p.oid::regprocedure::text as name,
      (select s from unnest(p.proconfig) s where s like 'search_path=%') as search_path,
      exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0) as to_everybody
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')`)
  expect(functions.length).toBeGreaterThan(10)
  for (const { name, search_path, to_everybody } of functions)
    expect({ name, search_path, to_everybody }).toEqual({
      name,
      search_path: 'search_path=pg_catalog, pg_temp',
      to_everybody: false,
    })
})

test('every table with an owner’s rows is under row-level security, but for those only staff and jobs read', async () => {
  const open = await rows<{ name: string }>(`
    select distinct c.oid::regclass::text as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
    where c.relkind in ('r', 'p') and not c.relispartition and not c.relrowsecurity
      and a.attname in ('owner_id', 'user_id', 'holder_id', 'child_id') and not a.attisdropped
      and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')
    order by 1`)
  // Lookups by a hash or a provider's name, read before it is known whose row it is; and what belongs to a partner.
  expect(open.map(({ name }) => name)).toEqual([
    'identity.identifier',
    'identity.otp_challenge',
    'media.address',
    'payments.provider_reference',
    'pots.gift_link',
    'pots.share_link',
    'profiles.document_claim',
    'redemption.attempt',
    'redemption.finder',
    'redemption.redemption',
  ])
})
