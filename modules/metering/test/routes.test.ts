import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { assignRole } from '../../access/api.ts'
import { userId } from '../../identity/api.ts'
import { makeUser } from '../../identity/test/make.ts'
import { makeMinorWithGuardian, makePerson, type Person } from '../../profiles/test/make.ts'
import { addRate, marginOf, recordUsage, reserve, settle } from '../api.ts'
import { granted, newId, startMetering } from './make.ts'

let t: TestProduct
let child: Person
let guardian: Person
let stranger: Person
let staff: { token: string; userId: string }
let worker: { token: string }
const revenue = new Map<string, bigint>()

beforeAll(async () => {
  t = await startMetering({
    policy: {
      access: {
        roles: { finance: ['metering.view', 'metering.manage'], worker: ['metering.intake'] },
        scopedRoles: [],
      },
      metering: {
        revenueOf: async (_ctx: unknown, _tx: unknown, subject: string, month: Temporal.PlainDate) =>
          month.toString() === '2026-03-01' ? (revenue.get(subject) ?? 0n) : 0n,
      },
    },
  })
  ;({ child, guardian } = await makeMinorWithGuardian(t))
  stranger = await makePerson(t)
  const as = async (role: string) => {
    const user = await makeUser(t)
    await t.tx((tx) => assignRole(t.ctx(), tx, { userId: user.userId, role }))
    return user
  }
  staff = await as('finance')
  worker = await as('worker')
})
afterAll(() => t.close())

const usr = (id: string) => userId.wire(id)
const get = (token: string, url: string) => t.call('GET', url, { token })
const post = (token: string, url: string, body: unknown) => t.call('POST', url, { token, body })
const built = { service: 'tutor', provider: 'somebody', model: 'gpt-small' }

describe('prices and rates', () => {
  test('are added by who may manage, listed for who may view, and told apart from a conflict', async () => {
    const price = {
      provider: 'somebody',
      model: 'gpt-small',
      valid_from: '2026-01-01T00:00:00Z',
      input_usd_per_million: '0.15',
      output_usd_per_million: '0.6',
    }
    expect((await post(staff.token, '/metering/prices', price)).status).toBe(204)
    expect((await post(staff.token, '/metering/prices', price)).status).toBe(204)
    const other = await post(staff.token, '/metering/prices', { ...price, input_usd_per_million: '0.2' })
    expect([other.status, other.json.code]).toEqual([409, 'metering.price_conflict'])
    const { items } = (await get(staff.token, '/metering/prices')).json
    expect(items[0]).toMatchObject({ model: 'gpt-small', input_usd_per_million: '0.15', output_usd_per_million: '0.6' })
    expect((await post(guardian.token, '/metering/prices', price)).status).toBe(403)

    const rate = { day: '2026-03-01', per_usd: '48.35', source: 'Central Bank of Egypt' }
    expect((await post(staff.token, '/metering/rates', rate)).status).toBe(204)
    expect((await post(staff.token, '/metering/rates', { ...rate, per_usd: '0' })).status).toBe(422)
    expect((await post(staff.token, '/metering/rates', { ...rate, day: '2026-02-30' })).status).toBe(422)
    expect((await get(staff.token, '/metering/rates')).json.items).toMatchObject([
      { per_usd: '48.35', currency: 'EGP' },
    ])
  })
})

describe('a batch from a worker', () => {
  const batch = (subject: string) => ({
    events: [
      {
        id: newId(),
        subject: usr(subject),
        session: newId(),
        ...built,
        tokens_in: 1_000_000,
        tokens_out: 100_000,
        occurred_at: t.clock.now().toString(),
      },
    ],
  })

  test('is counted, and counted once when it is sent again', async () => {
    const body = batch(child.userId)
    const first = await post(worker.token, '/metering/usage', body)
    expect([first.status, first.json]).toEqual([200, { counted: 1, repeated: 0, refused: [] }])
    expect((await post(worker.token, '/metering/usage', body)).json).toEqual({ counted: 0, repeated: 1, refused: [] })
  })

  test('is refused from anybody else, and with a negative number', async () => {
    expect((await post(guardian.token, '/metering/usage', batch(child.userId))).status).toBe(403)
    const body = batch(child.userId)
    const negative = { events: [{ ...body.events[0], tokens_in: -5 }] }
    expect((await post(worker.token, '/metering/usage', negative)).status).toBe(422)
  })
})

describe('a learner’s usage', () => {
  test('is read by the learner, the guardian and staff; a stranger finds nobody', async () => {
    await granted(t, child.userId, 1000n)
    const url = `/learners/${usr(child.userId)}/usage`
    for (const who of [child.token, guardian.token, staff.token]) {
      const { status, json } = await get(who, url)
      expect(status).toBe(200)
      expect(json.quotas).toMatchObject([{ meter: 'ai_tokens', granted: '1000', used: '0', held: '0', left: '1000' }])
      // 0.15 + 0.06 dollars at 48.35.
      expect(json.usage).toMatchObject([{ day: '2026-03-02', service: 'tutor', events: '1', cost_minor: '1015' }])
      expect(JSON.stringify(json)).not.toContain('usd')
    }
    expect((await get(stranger.token, url)).status).toBe(404)
    expect((await t.call('GET', url)).status).toBe(401)
    expect((await get(child.token, `${url}?from=2026-13-01`)).status).toBe(422)
  })
})

describe('the margin of a learner', () => {
  test('is the revenue of the month less the cost by the rate of each day', async () => {
    const subject = guardian.userId
    revenue.set(subject, 20_000n)
    await t.tx((tx) =>
      addRate(t.ctx(), tx, {
        day: Temporal.PlainDate.from('2026-03-02'),
        micros_per_usd: 50_000_000n,
        source: 'Central Bank of Egypt',
      }),
    )
    const event = (occurred_at: string) => ({
      id: newId(),
      subject,
      session: newId(),
      ...built,
      tokens_in: 1_000_000,
      occurred_at: Temporal.Instant.from(occurred_at),
    })
    await t.tx((tx) =>
      recordUsage(t.ctx(), tx, [
        event('2026-03-01T10:00:00Z'),
        event('2026-03-02T09:00:00Z'),
        event('2026-02-20T09:00:00Z'),
      ]),
    )
    const margin = await t.tx((tx) => marginOf(t.ctx(), tx, subject, Temporal.PlainDate.from('2026-03-17')))
    // 0.15 × 48.35 + 0.15 × 50 pounds.
    expect(margin).toMatchObject({ revenue_minor: 20_000n, cost_minor: 1475n, margin_minor: 18_525n, complete: true })
    const february = await t.tx((tx) => marginOf(t.ctx(), tx, subject, Temporal.PlainDate.from('2026-02-01')))
    expect(february).toMatchObject({ revenue_minor: 0n, cost_usd_micros: 150_000n, cost_minor: 0n, complete: false })
  })

  test('is listed for staff, the most expensive first, page by page', async () => {
    const seen: string[] = []
    let cursor = ''
    do {
      const { json, status } = await get(staff.token, `/metering/margins?month=2026-03&limit=1${cursor}`)
      expect(status).toBe(200)
      seen.push(...json.items.map((it: { learner: string }) => it.learner))
      cursor = json.next_cursor ? `&cursor=${json.next_cursor}` : ''
    } while (cursor)
    expect(seen).toEqual([usr(guardian.userId), usr(child.userId)])
    const one = await get(staff.token, `/metering/margins/${usr(guardian.userId)}?month=2026-03`)
    expect(one.json).toMatchObject({ margin_minor: '18525', complete: true })
    expect((await get(guardian.token, '/metering/margins')).status).toBe(403)
    const services = await get(staff.token, '/metering/services?month=2026-03')
    expect(services.json).toMatchObject([{ service: 'tutor', subjects: '2', events: '3', unpriced: '0' }])
  })
})

describe('at 80 and 100 percent of a quota', () => {
  test('the learner and the guardian are told, once each in a period', async () => {
    const house = await makeMinorWithGuardian(t)
    const subject = house.child.userId
    await granted(t, subject, 100n, { days: 10 })
    const use = async (used: bigint) => {
      const id = newId()
      await t.tx((tx) => reserve(t.ctx(), tx, { id, subject, meter: 'ai_tokens', estimate: used }))
      await t.tx((tx) => settle(t.ctx(), tx, { subject, id, used }))
    }
    const told = async (who: string) => {
      const { rows } = await t.asOwner((c) =>
        c.query('select message_key from notifications.inbox where owner_id = $1 order by created_at', [who]),
      )
      return rows.map((row) => row.message_key).filter((key) => key.startsWith('metering.'))
    }
    await use(79n)
    expect(await told(subject)).toEqual([])
    await use(1n)
    await use(5n)
    expect(await told(subject)).toEqual(['metering.nearly_used'])
    expect(await told(house.guardian.userId)).toEqual(['metering.ward_nearly_used'])
    t.clock.advance({ minutes: 1 })
    await use(15n)
    expect(await told(subject)).toEqual(['metering.nearly_used', 'metering.used_up'])
    expect(await told(house.guardian.userId)).toEqual(['metering.ward_nearly_used', 'metering.ward_used_up'])

    t.clock.advance({ days: 10 })
    await t.runCron(['metering.end_quotas'])
    await granted(t, subject, 100n, { days: 10 })
    await use(100n)
    expect(await told(subject)).toEqual(['metering.nearly_used', 'metering.used_up', 'metering.used_up'])
  })
})
