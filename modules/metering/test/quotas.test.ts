import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefusal } from '../../../kernel/errors.ts'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { endQuota, grantQuota, meteringErrors, quotaOf, release, reserve, settle } from '../api.ts'
import { granted, newId, proven, startMetering } from './make.ts'

let t: TestProduct
beforeAll(async () => {
  t = await startMetering()
})
afterAll(() => t.close())

const reserved = (subject: string, estimate: bigint, id = newId()) =>
  t.tx((tx) => reserve(t.ctx(), tx, { id, subject, meter: 'ai_tokens', estimate }))
const settled = (subject: string, id: string, used: bigint) => t.tx((tx) => settle(t.ctx(), tx, { subject, id, used }))
const released = (subject: string, id: string) => t.tx((tx) => release(t.ctx(), tx, { subject, id }))
const quota = async (subject: string) => (await t.tx((tx) => quotaOf(t.ctx(), tx, subject)))[0]

describe('a quota', () => {
  test('is set aside by an estimate and taken by what was really used; the rest comes back', async () => {
    const subject = newId()
    await granted(t, subject, 1000n)
    const { id } = await reserved(subject, 300n)
    expect(await quota(subject)).toMatchObject({ granted: 1000n, used: 0n, held: 300n, left: 700n })
    expect(await settled(subject, id, 120n)).toEqual({ taken: 120n, replayed: false })
    expect(await quota(subject)).toMatchObject({ granted: 1000n, used: 120n, held: 0n, left: 880n })
    expect(await proven(t)).toEqual({ passed: true, discrepancies: [] })
  })

  test('takes what is there when more was used than estimated, and never goes below zero', async () => {
    const subject = newId()
    await granted(t, subject, 100n)
    const { id } = await reserved(subject, 60n)
    expect(await settled(subject, id, 250n)).toEqual({ taken: 100n, replayed: false })
    expect(await quota(subject)).toMatchObject({ used: 100n, held: 0n, left: 0n })
    await expect(reserved(subject, 1n)).rejects.toSatisfy((e) => isRefusal(e, meteringErrors.quota_exhausted))
    expect(await proven(t)).toMatchObject({ passed: true })
  })

  test('leaves to another call what that call has set aside, when more was used than estimated', async () => {
    const subject = newId()
    await granted(t, subject, 100n)
    const mine = await reserved(subject, 50n)
    const other = await reserved(subject, 40n)
    expect((await settled(subject, mine.id, 90n)).taken).toBe(60n)
    expect((await settled(subject, other.id, 40n)).taken).toBe(40n)
    expect(await quota(subject)).toMatchObject({ used: 100n, left: 0n })
  })

  test('is refused whole when the estimate does not fit, and without any grant', async () => {
    const subject = newId()
    await expect(reserved(subject, 1n)).rejects.toSatisfy((e) => isRefusal(e, meteringErrors.quota_exhausted))
    await granted(t, subject, 10n)
    await expect(reserved(subject, 11n)).rejects.toSatisfy((e) => isRefusal(e, meteringErrors.quota_exhausted))
    expect(await quota(subject)).toMatchObject({ held: 0n, left: 10n })
  })

  test('comes back whole when the call did not happen', async () => {
    const subject = newId()
    await granted(t, subject, 10n)
    const { id } = await reserved(subject, 10n)
    expect(await released(subject, id)).toEqual({ replayed: false })
    expect(await released(subject, id)).toEqual({ replayed: true })
    expect(await quota(subject)).toMatchObject({ held: 0n, left: 10n })
    await expect(settled(subject, id, 1n)).rejects.toSatisfy((e) => isRefusal(e, meteringErrors.reservation_closed))
  })

  test('nothing used takes nothing', async () => {
    const subject = newId()
    await granted(t, subject, 10n)
    const { id } = await reserved(subject, 10n)
    expect(await settled(subject, id, 0n)).toEqual({ taken: 0n, replayed: false })
    expect(await quota(subject)).toMatchObject({ used: 0n, held: 0n, left: 10n })
  })

  test('of two meters are two quotas', async () => {
    const subject = newId()
    await granted(t, subject, 10n)
    await granted(t, subject, 60n, { meter: 'speech_seconds' })
    await reserved(subject, 10n)
    const both = await t.tx((tx) => quotaOf(t.ctx(), tx, subject))
    expect(both.map(({ meter, left }) => [meter, left])).toEqual([
      ['ai_tokens', 0n],
      ['speech_seconds', 60n],
    ])
  })
})

describe('grants', () => {
  test('of overlapping periods are spent earliest end first', async () => {
    const subject = newId()
    await granted(t, subject, 100n, { days: 60 })
    const first = await granted(t, subject, 50n, { days: 10 })
    const { id } = await reserved(subject, 70n)
    await settled(subject, id, 70n)
    t.clock.advance({ days: 11 })
    await t.runCron(['metering.end_quotas'])
    // The fifty of the short grant are gone, twenty of the long one.
    expect(await quota(subject)).toMatchObject({ granted: 100n, used: 20n, left: 80n })
    const row = await t.asOwner((c) => c.query('select left_over from metering.quota_grant where id = $1', [first]))
    expect(row.rows[0].left_over).toBe('0')
  })

  test('that begin later cannot be used before', async () => {
    const subject = newId()
    await granted(t, subject, 10n, { from: t.clock.now().add({ hours: 24 }) })
    await expect(reserved(subject, 1n)).rejects.toSatisfy((e) => isRefusal(e, meteringErrors.quota_exhausted))
    t.clock.advance({ days: 1 })
    await reserved(subject, 1n)
  })

  test('end what is left with their period, at the true time, even after two days without the job', async () => {
    const subject = newId()
    const id = await granted(t, subject, 10n, { days: 1 })
    const end = t.clock.now().add({ hours: 24 })
    t.clock.advance({ days: 3 })
    expect(await quota(subject)).toBeUndefined()
    await expect(reserved(subject, 1n)).rejects.toSatisfy((e) => isRefusal(e, meteringErrors.quota_exhausted))
    await t.runCron(['metering.end_quotas'])
    await t.runCron(['metering.end_quotas'])
    const { rows } = await t.asOwner((c) =>
      c.query(
        `select g.left_over, g.ended_at, t.effective_at from metering.quota_grant g
         join ledger.transfer t on t.id = g.end_transfer_id where g.id = $1`,
        [id],
      ),
    )
    expect(rows).toEqual([
      { left_over: '10', ended_at: new Date(end.epochMilliseconds), effective_at: new Date(end.epochMilliseconds) },
    ])
    expect(await proven(t)).toMatchObject({ passed: true })
  })

  test('wait with their end for a call in flight, which still gets what it had set aside', async () => {
    const subject = newId()
    await granted(t, subject, 10n, { days: 1 })
    t.clock.advance({ hours: 23, minutes: 58 })
    const { id } = await reserved(subject, 6n)
    t.clock.advance({ minutes: 5 })
    await t.runCron(['metering.end_quotas'])
    expect(await settled(subject, id, 5n)).toEqual({ taken: 5n, replayed: false })
    await t.runCron(['metering.end_quotas'])
    const { rows } = await t.asOwner((c) =>
      c.query('select taken, left_over from metering.quota_grant where subject_id = $1', [subject]),
    )
    expect(rows).toEqual([{ taken: '5', left_over: '5' }])
    expect(await proven(t)).toMatchObject({ passed: true })
  })

  test('are given once under one id, and refused with other content', async () => {
    const subject = newId()
    const from = t.clock.now()
    const grant = { id: newId(), subject, meter: 'ai_tokens' as const, amount: 10n }
    const period = { period_start: from, period_end: from.add({ hours: 24 }) }
    const give = (amount: bigint) => t.tx((tx) => grantQuota(t.ctx(), tx, { ...grant, ...period, amount }))
    expect(await give(10n)).toEqual({ replayed: false })
    expect(await give(10n)).toEqual({ replayed: true })
    await expect(give(11n)).rejects.toSatisfy((e) => isRefusal(e, meteringErrors.grant_conflict))
    expect((await quota(subject))?.granted).toBe(10n)
  })

  test('taken back end at once, except what a call in flight has set aside', async () => {
    const subject = newId()
    const id = await granted(t, subject, 10n)
    const call = await reserved(subject, 4n)
    const back = () => t.tx((tx) => endQuota(t.ctx(), tx, { subject, id }))
    await back()
    await expect(reserved(subject, 1n)).rejects.toSatisfy((e) => isRefusal(e, meteringErrors.quota_exhausted))
    expect((await settled(subject, call.id, 4n)).taken).toBe(4n)
    await t.runCron(['metering.end_quotas'])
    await back()
    const { rows } = await t.asOwner((c) =>
      c.query('select taken, left_over from metering.quota_grant where id = $1', [id]),
    )
    expect(rows).toEqual([{ taken: '4', left_over: '6' }])
    expect(await proven(t)).toMatchObject({ passed: true })
  })
})

describe('a caller that dies', () => {
  test('blocks nothing: what was set aside is free again when its time is over', async () => {
    const subject = newId()
    await granted(t, subject, 10n)
    await reserved(subject, 10n)
    t.clock.advance({ minutes: 11 })
    await t.runCron(['ledger.expire_holds'])
    expect(await quota(subject)).toMatchObject({ held: 0n, left: 10n })
    await reserved(subject, 10n)
  })

  test('and comes back late still pays with what the grants have', async () => {
    const subject = newId()
    await granted(t, subject, 10n)
    const { id } = await reserved(subject, 8n)
    t.clock.advance({ minutes: 11 })
    await t.runCron(['ledger.expire_holds'])
    await reserved(subject, 7n)
    expect(await settled(subject, id, 8n)).toEqual({ taken: 3n, replayed: false })
    expect(await quota(subject)).toMatchObject({ used: 3n, held: 7n, left: 0n })
    expect(await proven(t)).toMatchObject({ passed: true })
  })
})

describe('the same call again', () => {
  test('sets aside once', async () => {
    const subject = newId()
    await granted(t, subject, 100n)
    const id = newId()
    await reserved(subject, 30n, id)
    t.clock.advance({ seconds: 5 })
    expect((await reserved(subject, 30n, id)).state).toBe('held')
    expect(await quota(subject)).toMatchObject({ held: 30n })
    await expect(reserved(subject, 31n, id)).rejects.toSatisfy((e) => isRefusal(e, meteringErrors.reservation_conflict))
  })

  test('is settled once', async () => {
    const subject = newId()
    await granted(t, subject, 100n)
    const { id } = await reserved(subject, 30n)
    await settled(subject, id, 20n)
    expect(await settled(subject, id, 20n)).toEqual({ taken: 20n, replayed: true })
    await expect(settled(subject, id, 21n)).rejects.toSatisfy((e) => isRefusal(e, meteringErrors.reservation_conflict))
    await expect(released(subject, id)).rejects.toSatisfy((e) => isRefusal(e, meteringErrors.reservation_closed))
    expect(await quota(subject)).toMatchObject({ used: 20n })
  })
})

describe('at once', () => {
  const outcomes = async (calls: Promise<unknown>[]) =>
    (await Promise.allSettled(calls)).map((it) =>
      it.status === 'fulfilled'
        ? 'done'
        : isRefusal(it.reason, meteringErrors.quota_exhausted)
          ? 'exhausted'
          : it.reason,
    )

  test('two tabs at the last credit: one wins', async () => {
    const subject = newId()
    await granted(t, subject, 50n)
    const both = await outcomes([reserved(subject, 40n), reserved(subject, 40n)])
    expect(both.sort()).toEqual(['done', 'exhausted'])
    expect(await quota(subject)).toMatchObject({ held: 40n, left: 10n })
  })

  test('ten reserves at the last credit: exactly what fits wins, also across two grants', async () => {
    const subject = newId()
    await granted(t, subject, 25n, { days: 5 })
    await granted(t, subject, 15n, { days: 9 })
    const ten = await outcomes(Array.from({ length: 10 }, () => reserved(subject, 10n)))
    expect(ten.filter((it) => it === 'done')).toHaveLength(4)
    expect(ten.filter((it) => it === 'exhausted')).toHaveLength(6)
    expect(await quota(subject)).toMatchObject({ held: 40n, left: 0n })
  })

  test('ten repeats of one reserve and of its settlement: set aside once, taken once', async () => {
    const subject = newId()
    await granted(t, subject, 100n)
    const id = newId()
    await Promise.all(Array.from({ length: 10 }, () => reserved(subject, 30n, id)))
    expect(await quota(subject)).toMatchObject({ held: 30n })
    const taken = await Promise.all(Array.from({ length: 10 }, () => settled(subject, id, 30n)))
    expect(taken.filter((it) => !it.replayed)).toHaveLength(1)
    expect(await quota(subject)).toMatchObject({ used: 30n, held: 0n })
  })

  test('calls that reserve and settle beside the sweep that ends grants: nothing is lost, nothing is taken twice', async () => {
    const subject = newId()
    for (let day = 1; day <= 5; day++) await granted(t, subject, 40n, { days: day })
    const one = async () => {
      const { id } = await reserved(subject, 10n)
      await settled(subject, id, 15n)
    }
    const sweep = async () => {
      t.clock.advance({ hours: 7 })
      await t.runCron(['metering.end_quotas'])
    }
    await Promise.allSettled([one(), sweep(), one(), one(), sweep(), one(), one(), sweep(), one()])
    expect(await proven(t)).toEqual({ passed: true, discrepancies: [] })
  })
})

test('a person sees their own quota rows, nobody else’s', async () => {
  const [subject, other] = [newId(), newId()]
  await granted(t, subject, 10n)
  await granted(t, other, 10n)
  const seen = await t.tx((tx) => quotaOf(t.ctx(), tx, other), { rows: 'own', userId: subject })
  expect(seen).toEqual([])
  expect(await t.tx((tx) => quotaOf(t.ctx(), tx, subject), { rows: 'own', userId: subject })).toHaveLength(1)
})

test('the server cannot write off or invent what was granted', async () => {
  for (const sql of [
    'update metering.quota_grant set amount = amount + 1',
    'delete from metering.quota_grant',
    'delete from metering.reservation_part',
    'update metering.reservation set estimate = 1',
  ])
    await expect(t.asApp((c) => c.query(sql))).rejects.toThrow(/permission denied/)
})
