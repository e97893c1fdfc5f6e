/** What Wolo's published views say of a life that happened: gifts, a pack bought and redeemed, refunds, a month settled. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publish } from '../kernel/db/publish.ts'
import { createUser } from '../modules/identity/api.ts'
import { SESSION } from '../modules/identity/rules.ts'
import { listVenues } from '../modules/merchants/api.ts'
import { ATTEMPTS_MAX } from '../modules/messaging/rules.ts'
import { payouts } from '../modules/payouts/module.ts'
import { BIRTHDAY_IN_60_DAYS, family, house, newKey, wirePot, type House } from '../modules/pots/test/make.ts'
import { redeem } from '../modules/redemption/api.ts'
import { settlements } from '../modules/settlements/module.ts'
import { wolo } from '../products/wolo/product.ts'
import { specification, unpublished } from '../products/wolo/specification.ts'

/** What did not happen to anybody here: no session ended, no message failed, nothing was paid out, nobody showed a document … */
const NOT_HERE = [
  'admin_sessions.terminated_at',
  'admin_sessions.termination_reason',
  'notifications.error_message',
  'notifications.failed_at',
  'notifications.next_retry_at',
  'packs.available_from',
  'packs.available_until',
  'packs.image_url',
  'packs.terms_and_conditions',
  'packs.total_available_quantity',
  'packs.venue_restrictions',
  'partner_settlements.approved_at',
  'partner_settlements.approved_by_user_id',
  'partner_settlements.paid_at',
  'partner_settlements.payment_reference',
  'partners.business_registration',
  'partners.description',
  'partners.tax_id',
  'partners.verified_by_user_id',
  'password_reset_tokens.used_at',
  'pots.cover_image_url',
  'profiles.id_country',
  'profiles.id_type',
  'profiles.id_verified_at',
  'profiles.id_verified_by',
  'qr_redemption_logs.ip_address',
  'qr_redemption_logs.partner_user_id',
  'qr_redemption_logs.user_agent',
  'refunds.refunded_by_user_id',
  'wave_webhook_events.processing_error',
]

interface Told {
  pot: string
  failed: string
  gifts: { named: string; anonymous: string; pending: string; expired: string; stuck: string; back: string }
}

let h: House
let told: Told
beforeAll(async () => {
  h = await house([payouts, settlements])
  await publish(
    h.t.urls.ownerUrl,
    { schema: 'wolo', folder: wolo.published! },
    { app: new URL(h.t.urls.appUrl).username, reader: `nobody_${randomBytes(4).toString('hex')}` },
  )
  told = await live()
})
afterAll(() => h?.close())

async function live(): Promise<Told> {
  const good = await h.openPot(25_000n)
  const bad = await h.openPot(90_000n)
  const donor = await h.owner()
  const give = async (pot: { slug: string }, amount_minor: string, body: object, token?: string) => {
    const answer = await h.t.call('POST', `/p/${pot.slug}/gifts`, {
      key: newKey(),
      body: { amount_minor, ...body },
      ...(token === undefined ? {} : { token }),
    })
    if (answer.status !== 201) throw new Error(answer.text)
    return answer.json
  }
  const token = await h.tokenOf(donor)
  await h.t.call('POST', `/p/${good.pot.slug}/views`)
  const named = await give(good.pot, '10000', { donor_name: 'Modou', message: 'Bravo' }, token)
  const anonymous = await give(good.pot, '15000', { is_anonymous: true }, token)
  const expired = await give(good.pot, '700', { donor_name: 'Ami' })
  const stuck = await give(bad.pot, '4000', { donor_name: 'Ndeye' })
  const back = await give(bad.pot, '6000', { donor_name: 'Ousmane' })
  for (const it of [named, anonymous, stuck, back]) h.pay(it)
  await h.settle()
  h.refuseRefund(stuck, 9)

  const { owner, pot } = good
  const call = async (method: string, path: string, body?: object) => {
    const answer = await h.t.call(method, path, { token: owner.token, key: newKey(), ...(body && { body }) })
    if (answer.status >= 400) throw new Error(`${path}: ${answer.text}`)
    return answer.json
  }
  const bought = await call('POST', `/pots/${wirePot(pot)}/pack-purchase`, {})
  const { channels, categories } = await call('GET', '/me/preferences')
  await call('PUT', '/me/preferences', { channels, categories, quiet_hours: { start: '21:00', end: '07:30' } })
  await call('POST', '/me/addresses', { kind: 'delivery', street: '12, rue Félix-Faure', city: 'Dakar' })
  await h.staff('pots.view')
  await family(h)
  await h.t.tx((tx) => createUser(h.t.ctx(), tx, { email: 'awa@example.org', verified: true }))
  await call('POST', '/password-resets', { email: 'awa@example.org' })

  await h.goTo('2026-03-22')
  const { partner_id } = (await h.read(pot)).pack!
  const [venue] = await h.t.tx((tx) => listVenues(tx, partner_id))
  const shown = await h.t.call('GET', `/vouchers/${bought.voucher_id}`, { token: await h.tokenOf(owner) })
  const scan = () => h.t.tx((tx) => redeem(h.t.ctx(), tx, { token: shown.json.token, partner_id, venue_id: venue!.id }))
  await scan()
  await scan()
  await h.settle()
  await h.goTo('2026-04-05')
  await h.goTo('2026-04-06')
  const later = await h.pot(await h.owner(BIRTHDAY_IN_60_DAYS), { pack_id: (await h.pack()).id })
  await h.t.drain()
  const pending = await give(later, '3000', { donor_name: 'Khady' })
  const id = async (given: typeof named) => (await h.gift(given)).id
  return {
    pot: pot.id,
    failed: bad.pot.id,
    gifts: {
      named: await id(named),
      anonymous: await id(anonymous),
      expired: await id(expired),
      stuck: await id(stuck),
      back: await id(back),
      pending: await id(pending),
    },
  }
}

/** As the server's role that may see all rows. */
const ask = <Row extends object = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  h.t.asApp(async (client) => {
    await client.query("set app.scope = 'all'")
    return (await client.query<Row>(sql, values)).rows
  })
const one = async (sql: string, values: unknown[] = []) => (await ask(sql, values))[0]

test('every view has rows, and no identifier twice', async () => {
  const views = Object.keys(specification).filter((table) => !Object.hasOwn(unpublished, table))
  for (const view of views) {
    const key = specification[view as keyof typeof specification][0]
    const [counted] = await ask(`select count(*)::int as rows, count(distinct ${key})::int as ids from wolo.${view}`)
    expect(counted!['rows'], view).toBeGreaterThan(0)
    expect(counted!['ids'], view).toBe(counted!['rows'])
  }
})

test('what says that it is always null is null, and nothing else is but what did not happen here', async () => {
  const columns = await h.t.asOwner(async (client) => {
    const { rows } = await client.query<{ view: string; name: string; comment: string }>(
      `select c.relname as view, a.attname as name, col_description(c.oid, a.attnum) as comment
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
       where c.relnamespace = 'wolo'::regnamespace and c.relkind = 'v'`,
    )
    return rows
  })
  const empty: string[] = []
  for (const [view, its] of Map.groupBy(columns, (column) => column.view)) {
    const counts = its.map(({ name }) => `count("${name}")::int as "${name}"`)
    const filled = await one(`select ${counts.join(', ')} from wolo.${view}`)
    for (const { name, comment } of its)
      if (comment.startsWith('Always null'))
        expect({ view, name, filled: filled![name] }).toEqual({ view, name, filled: 0 })
      else if (filled![name] === 0) empty.push(`${view}.${name}`)
  }
  expect(empty.sort()).toEqual(NOT_HERE)
})

test('gifts that succeeded and went into a pot add up to what it raised, as its last day says', async () => {
  const pots = await ask(
    `select t.pot_id, t.raised_minor::int as total, coalesce(d.sum, 0)::int as confirmed, a.total_raised_cfa as shown
     from pots.pot_total t
       left join (select pot_id, sum(amount_cfa) from wolo.donations
         where status = 'succeeded' and confirmed_at is not null group by 1) d on d.pot_id = t.pot_id
       left join (select distinct on (pot_id) pot_id, total_raised_cfa from wolo.pot_analytics
         order by pot_id, snapshot_date desc) a on a.pot_id = t.pot_id`,
  )
  for (const pot of pots) {
    expect(pot['confirmed']).toBe(pot['total'])
    expect(pot['shown'] ?? 0).toBe(pot['total'])
  }
  expect(pots.find((it) => it['pot_id'] === told.pot)).toMatchObject({ confirmed: 25_000 })
  expect(pots.find((it) => it['pot_id'] === told.failed)).toMatchObject({ confirmed: 0 })
  expect(
    await ask(
      'select snapshot_date::text, total_raised_cfa, donor_count, view_count, conversion_rate from wolo.pot_analytics where pot_id = $1',
      [told.pot],
    ),
  ).toEqual([
    { snapshot_date: '2026-03-02', total_raised_cfa: 25_000, donor_count: 1, view_count: 1, conversion_rate: '2.0000' },
  ])
})

test('a gift says how it stands in the specification’s words, and an anonymous one not whose it is', async () => {
  const said = async (id: string) =>
    one(
      `select status, amount_cfa, donor_name, donor_user_id is not null as donor, wave_transaction_id is not null as paid,
         confirmed_at is not null as confirmed, failed_at is not null as failed, jsonb_array_length(wave_webhook_data) as events
       from wolo.donations where id = $1`,
      [id],
    )
  const { named, anonymous, pending, expired, stuck, back } = told.gifts
  const arrived = { paid: true, confirmed: true, failed: false, events: 1 }
  expect(await said(named)).toEqual({
    status: 'succeeded',
    amount_cfa: 10_000,
    donor_name: 'Modou',
    donor: true,
    ...arrived,
  })
  expect(await said(anonymous)).toEqual({
    status: 'succeeded',
    amount_cfa: 15_000,
    donor_name: null,
    donor: false,
    ...arrived,
  })
  expect(await said(pending)).toMatchObject({ status: 'pending', paid: false, confirmed: false })
  expect(await said(expired)).toMatchObject({ status: 'failed', paid: false, failed: true })
  expect(await said(stuck)).toMatchObject({ status: 'processing', donor: false, ...arrived })
  expect(await said(back)).toMatchObject({ status: 'refunded', ...arrived })
})

test('refunds and events of Wave name their gift', async () => {
  const refunds = await ask(
    'select donation_id, amount_cfa, reason, wave_refund_status, completed_at is not null as done from wolo.refunds order by created_at',
  )
  expect(refunds.filter((it) => it['done'])).toEqual([
    {
      donation_id: told.gifts.back,
      amount_cfa: 6_000,
      reason: 'failed_pot',
      wave_refund_status: 'succeeded',
      done: true,
    },
  ])
  expect(refunds.filter((it) => it['donation_id'] === told.gifts.stuck)).toContainEqual({
    donation_id: told.gifts.stuck,
    amount_cfa: 4_000,
    reason: 'failed_pot',
    wave_refund_status: 'failed',
    done: false,
  })
  expect(
    await ask(
      "select donation_id from wolo.wave_webhook_events where event_type = 'checkout.session.completed' and donation_id is null",
    ),
  ).toEqual([])
})

test('what was settled is what was redeemed, and the voucher says where', async () => {
  const settled = await one(
    `select sum(total_redemptions_count)::int as vouchers, sum(total_revenue_cfa)::int as gross,
       sum(partner_share_cfa)::int as share, sum(wolo_commission_cfa)::int as commission from wolo.partner_settlements`,
  )
  expect(settled).toEqual({ vouchers: 1, gross: 25_000, share: 21_250, commission: 3_750 })
  expect(settled).toEqual(
    await one(
      `select count(*)::int as vouchers, sum(price_minor)::int as gross, sum(share_minor)::int as share,
         sum(commission_minor)::int as commission from redemption.redemption where undone_at is null`,
    ),
  )
  expect(
    await one(`select status, redeemed_at_venue ->> 'name' as venue, code from wolo.qr_codes where pot_id = $1`, [
      told.pot,
    ]),
  ).toEqual({ status: 'redeemed', venue: 'Plateau', code: null })
  expect(
    await ask('select validation_result, error_message from wolo.qr_redemption_logs order by attempt_timestamp, id'),
  ).toEqual([
    { validation_result: 'success', error_message: null },
    { validation_result: 'already_used', error_message: 'already_used' },
  ])
})

test('sums over periods hold every gift once in each kind of period', async () => {
  const kinds = await ask(
    `select period_type, sum(total_amount_cfa)::int as francs, sum(transaction_count)::int as begun,
       bool_and(period_end >= period_start) as ordered from wolo.donation_analytics group by 1 order by 1`,
  )
  const same = { francs: 25_000, begun: 6, ordered: true }
  expect(kinds).toEqual(['daily', 'monthly', 'weekly'].map((period_type) => ({ period_type, ...same })))
})

test('people are told apart by role and guardian, and bounds that the program keeps are told as it keeps them', async () => {
  expect(await ask("select roles from wolo.users where 'admin' = any (roles)")).toEqual([{ roles: ['user', 'admin'] }])
  expect(await ask("select auth_provider from wolo.users where auth_provider = 'email'")).toHaveLength(1)
  expect(await ask('select relationship_type from wolo.profiles where guardian_user_id is not null')).toEqual([
    { relationship_type: 'parent' },
  ])
  expect(await ask('select admin_level from wolo.admin_sessions group by 1')).toEqual([{ admin_level: 'regular' }])
  expect(await ask('select distinct max_retries from wolo.notifications')).toEqual([{ max_retries: ATTEMPTS_MAX - 1 }])
  const { idle, absolute } = SESSION
  expect(
    await ask(
      `select s.id from wolo.user_sessions v join identity.session s on s.id = v.id
       where v.expires_at <> least(s.last_seen_at + make_interval(hours => $1), s.created_at + make_interval(hours => $2))`,
      [idle.days * 24, absolute.days * 24],
    ),
  ).toEqual([])
})
