import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ALL_ROWS } from '../../../kernel/db/database.ts'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { addPrice, recordUsage, usageOf, type UsageEvent } from '../api.ts'
import { keepUsage, priceWaiting, removeUsageBefore, usageCheck, differences } from '../usage.ts'
import { eraseOf, exportOf } from '../personal.ts'
import { newId, startMetering } from './make.ts'

let t: TestProduct
beforeAll(async () => {
  t = await startMetering()
  // Fifteen cents and sixty cents per million tokens, a hundred millionths of a dollar per second.
  await price('gpt-small', 150_000n, 600_000n, 100_000_000n)
})
afterAll(() => t.close())

const price = (model: string, input: bigint, output: bigint, second = 0n, valid_from = '2026-01-01T00:00:00Z') =>
  t.tx((tx) =>
    addPrice(t.ctx(), tx, {
      provider: 'somebody',
      model,
      valid_from: Temporal.Instant.from(valid_from),
      input,
      output,
      second,
    }),
  )
const event = (subject: string, more: Partial<UsageEvent> = {}): UsageEvent => ({
  id: newId(),
  subject,
  session: newId(),
  service: 'tutor',
  provider: 'somebody',
  model: 'gpt-small',
  tokens_in: 1000,
  tokens_out: 100,
  occurred_at: t.clock.now(),
  ...more,
})
const takeIn = (...events: UsageEvent[]) => t.tx((tx) => recordUsage(t.ctx(), tx, events))
const usage = async (subject: string, from = '2025-12-01', to = '2027-12-01') =>
  (await t.tx((tx) => usageOf(t.ctx(), tx, subject, Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)))).map(
    ({ day, events, tokens_in, cost_usd_micros }) => [
      day.toString(),
      Number(events),
      Number(tokens_in),
      Number(cost_usd_micros),
    ],
  )
const wrong = () =>
  t.tx((tx) => differences(tx, Temporal.PlainDate.from('2025-01-01'), Temporal.PlainDate.from('2030-01-01')))

describe('an event', () => {
  test('is counted with its cost at the price of its time', async () => {
    const subject = newId()
    expect(await takeIn(event(subject, { speech_seconds: 30 }))).toEqual({ counted: 1, repeated: 0, refused: [] })
    // 1000 × 0.15 + 100 × 0.60 + 30 × 100, in millionths of a dollar.
    expect(await usage(subject)).toEqual([['2026-03-02', 1, 1000, 150 + 60 + 3000]])
  })

  test('a duplicate usage event is counted once: again, in one batch, ten times at once, and with another time', async () => {
    const subject = newId()
    const one = event(subject)
    expect(await takeIn(one, one)).toEqual({ counted: 1, repeated: 1, refused: [] })
    expect(await takeIn(one)).toEqual({ counted: 0, repeated: 1, refused: [] })
    const restamped = { ...one, occurred_at: one.occurred_at.subtract({ hours: 24 * 20 }) }
    expect(await takeIn(restamped)).toEqual({ counted: 0, repeated: 1, refused: [] })
    const other = event(subject)
    const ten = await Promise.all(Array.from({ length: 10 }, () => takeIn(other)))
    expect(ten.reduce((sum, it) => sum + it.counted, 0)).toBe(1)
    expect(await usage(subject)).toEqual([['2026-03-02', 2, 2000, 420]])
  })

  test('an event a day late is counted in its own day and month, in the days of Cairo', async () => {
    const subject = newId()
    // Half past eleven in the evening of 28 February in Cairo, and an hour later.
    await takeIn(
      event(subject, { occurred_at: Temporal.Instant.from('2026-02-28T21:30:00Z') }),
      event(subject, { occurred_at: Temporal.Instant.from('2026-02-28T22:30:00Z') }),
    )
    expect(await usage(subject)).toEqual([
      ['2026-02-28', 1, 1000, 210],
      ['2026-03-01', 1, 1000, 210],
    ])
    const { rows } = await t.asOwner((c) =>
      c.query('select tableoid::regclass::text as part from metering.usage_event where subject_id = $1 order by day', [
        subject,
      ]),
    )
    expect(rows.map((row) => row.part)).toEqual(['metering.usage_event_2026_02', 'metering.usage_event_2026_03'])
  })

  test('that cannot be is told with its reason, and the others of the batch are counted', async () => {
    const subject = newId()
    const bad = {
      negative: event(subject, { tokens_in: -1 }),
      too_large: event(subject, { tokens_out: 2_000_000_000 }),
      too_late: event(subject, { occurred_at: t.clock.now().subtract({ hours: 24 * 61 }) }),
      in_the_future: event(subject, { occurred_at: t.clock.now().add({ hours: 1 }) }),
      malformed: event(subject, { model: 'a model; drop' }),
    }
    const { counted, refused } = await takeIn(...Object.values(bad), event(subject))
    expect(counted).toBe(1)
    expect(refused).toEqual(Object.entries(bad).map(([reason, { id }]) => ({ id, reason })))
  })

  test('keeps the price of its time when a later price is added', async () => {
    const subject = newId()
    await price('gpt-dear', 1_000_000n, 1_000_000n)
    const at = t.clock.now()
    await takeIn(event(subject, { model: 'gpt-dear', tokens_out: 0 }))
    await price('gpt-dear', 9_000_000n, 9_000_000n, 0n, at.subtract({ hours: 1 }).toString())
    await takeIn(event(subject, { model: 'gpt-dear', tokens_out: 0, occurred_at: at.subtract({ hours: 2 }) }))
    await t.tx((tx) => priceWaiting(t.ctx(), tx))
    expect(await usage(subject)).toEqual([['2026-03-02', 2, 2000, 2000]])
  })

  test('without a known price is kept, and costed once the price is known', async () => {
    const subject = newId()
    await takeIn(event(subject, { model: 'gpt-new' }))
    expect(await usage(subject)).toEqual([['2026-03-02', 1, 1000, 0]])
    expect((await t.tx((tx) => usageCheck.check(t.ctx(), tx))).status).toBe('degraded')
    await price('gpt-new', 1_000_000n, 2_000_000n)
    await Promise.all([t.runCron(['metering.price_waiting']), t.tx((tx) => priceWaiting(t.ctx(), tx))])
    expect(await usage(subject)).toEqual([['2026-03-02', 1, 1000, 1200]])
    expect(await wrong()).toEqual([])
  })

  test('below zero is refused by the table itself', async () => {
    await expect(t.asOwner((c) => c.query('update metering.usage_event set tokens_in = -1'))).rejects.toThrow(
      /usage_event_not_negative/,
    )
  })
})

test('batches of thousands from ten workers at once, overlapping: every event once, sums equal events', async () => {
  const people = Array.from({ length: 40 }, newId)
  const all = Array.from({ length: 3000 }, (_, i) =>
    event(people[i % people.length]!, { occurred_at: t.clock.now().subtract({ hours: i % 700 }) }),
  )
  const batches = Array.from({ length: 10 }, (_, i) => all.slice(i * 250, i * 250 + 750))
  const taken = await Promise.all(batches.map((batch) => takeIn(...batch)))
  expect(taken.reduce((sum, it) => sum + it.counted, 0)).toBe(3000)
  expect(await wrong()).toEqual([])
})

describe('after an erasure', () => {
  test('events are gone, their sums stay as nobody’s, and what comes in late is counted for nobody', async () => {
    const subject = newId()
    const early = event(subject)
    await takeIn(early, event(subject, { service: 'speech', speech_seconds: 5 }))
    const before = await sums()
    await t.tx((tx) => eraseOf(t.ctx(), tx, subject))
    await t.tx((tx) => eraseOf(t.ctx(), tx, subject))
    expect(await sums()).toEqual(before)
    expect(await usage(subject)).toEqual([])
    expect(await t.tx((tx) => exportOf(t.ctx(), tx, subject))).toEqual({ quotas: [], usage: [] })
    expect(await takeIn(early)).toMatchObject({ counted: 0, repeated: 1 })
    expect(await takeIn(event(subject))).toMatchObject({ counted: 1 })
    expect((await sums()).events).toBe(before.events + 1)
    const { rows } = await t.asOwner((c) =>
      c.query('select 1 from metering.usage_event where subject_id = $1', [subject]),
    )
    expect(rows).toEqual([])
    expect(await wrong()).toEqual([])
  })

  test('what was coming in at that very moment is erased by the night’s run', async () => {
    const subject = newId()
    await takeIn(event(subject))
    await t.asOwner((c) => c.query('insert into metering.usage_erased values ($1, now())', [subject]))
    await t.tx((tx) => keepUsage(t.ctx(), tx))
    expect(await usage(subject)).toEqual([])
    expect(await wrong()).toEqual([])
  })

  const sums = async () => {
    const { rows } = await t.asOwner((c) =>
      c.query('select sum(events)::int as events, sum(tokens_in)::int as tokens from metering.usage_total'),
    )
    return rows[0] as { events: number; tokens: number }
  }
})

describe('retention', () => {
  test('removes a month only when its sums are proven, and the sums stay', async () => {
    const u = await startMetering({}, '2026-02-10T10:00:00Z')
    const subject = newId()
    const at = (text: string): UsageEvent => ({
      ...event(subject, { provider: 'built_in', model: 'rules' }),
      occurred_at: Temporal.Instant.from(text),
    })
    const take = (...list: UsageEvent[]) => u.db.transaction(ALL_ROWS, (tx) => recordUsage(u.ctx(), tx, list))
    await take(at('2026-01-15T10:00:00Z'), at('2026-01-31T21:59:00Z'), at('2026-02-02T10:00:00Z'))
    const remove = (before: string, held: string[] = []) =>
      u.tx((tx) => removeUsageBefore(u.ctx(), tx, Temporal.Instant.from(before), held))
    const events = async () =>
      Number((await u.asOwner((c) => c.query('select count(*) as n from metering.usage_event'))).rows[0].n)

    await u.asOwner((c) => c.query("update metering.usage_total set events = 9 where day = '2026-01-15'"))
    expect(await remove('2026-02-10T00:00:00Z')).toBe(0)
    expect(await events()).toBe(3)
    await expect(u.runCron(['metering.prove_usage'])).rejects.toThrow('usage events and sums of 2026-01-15')
    await u.asOwner((c) => c.query("update metering.usage_total set events = 1 where day = '2026-01-15'"))

    await u.runCron(['metering.prove_usage'])
    expect(await remove('2026-01-31T00:00:00Z')).toBe(0)
    expect(await remove('2026-02-10T00:00:00Z')).toBe(2)
    expect(await events()).toBe(1)
    expect(await remove('2026-02-10T00:00:00Z')).toBe(0)
    const days = await u.tx((tx) =>
      usageOf(u.ctx(), tx, subject, Temporal.PlainDate.from('2026-01-01'), Temporal.PlainDate.from('2026-03-01')),
    )
    expect(days.map((it) => `${it.day.toString()} ${it.events}`)).toEqual([
      '2026-01-15 1',
      '2026-01-31 1',
      '2026-02-02 1',
    ])
    const { rows } = await u.asOwner((c) => c.query('select month::text, events from metering.usage_month'))
    expect(rows).toEqual([{ month: '2026-01-01', events: '2' }])
    await u.close()
  })

  test('leaves the events of whoever is held, removes those of the others, and theirs once the hold is over', async () => {
    const u = await startMetering({}, '2026-02-10T10:00:00Z')
    const [held, other] = [newId(), newId()]
    const at = (subject: string, text: string): UsageEvent => ({
      ...event(subject, { provider: 'built_in', model: 'rules' }),
      occurred_at: Temporal.Instant.from(text),
    })
    await u.db.transaction(ALL_ROWS, (tx) =>
      recordUsage(u.ctx(), tx, [
        at(held, '2026-01-15T10:00:00Z'),
        at(other, '2026-01-15T10:00:00Z'),
        at(other, '2026-01-16T10:00:00Z'),
      ]),
    )
    const before = Temporal.Instant.from('2026-02-10T00:00:00Z')
    const remove = (...persons: string[]) => u.tx((tx) => removeUsageBefore(u.ctx(), tx, before, persons))
    const left = async () =>
      (await u.asOwner((c) => c.query('select subject_id from metering.usage_event'))).rows.map((it) => it.subject_id)
    expect(await remove(held)).toBe(2)
    expect(await left()).toEqual([held])
    expect(await remove(held)).toBe(0)
    expect(await left()).toEqual([held])
    // What is left is still compared with its sums before it goes.
    await u.asOwner((c) => c.query('update metering.usage_total set tokens_in = tokens_in + 1 where subject_id = $1', [held])) // prettier-ignore
    expect(await remove()).toBe(0)
    await u.asOwner((c) => c.query('update metering.usage_total set tokens_in = tokens_in - 1 where subject_id = $1', [held])) // prettier-ignore
    expect(await remove()).toBe(1)
    expect(await left()).toEqual([])
    const { rows } = await u.asOwner((c) => c.query('select month::text, events from metering.usage_month'))
    expect(rows).toEqual([{ month: '2026-01-01', events: '3' }])
    await u.close()
  })
})

test('the server may not remove or change what was counted', async () => {
  for (const sql of [
    'delete from metering.usage_event',
    'delete from metering.usage_total',
    'delete from metering.usage_key',
    'update metering.usage_event set tokens_in = 0',
    'update metering.price set input_micro_usd_per_million = 0',
    'delete from metering.exchange_rate',
    'select tokens_in from metering.usage_event_2026_03',
  ])
    await expect(t.asApp((c) => c.query(sql))).rejects.toThrow(/permission denied/)
})

test('a price is not changed, not even by the owner of the schema', async () => {
  await expect(t.asOwner((c) => c.query('update metering.price set model = $1', ['x']))).rejects.toThrow(/append-only/)
})
