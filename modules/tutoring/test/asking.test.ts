import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { defineErrors, isRefusal } from '../../../kernel/errors.ts'
import { meteringErrors } from '../../metering/api.ts'
import { proven } from '../../metering/test/make.ts'
import { errors } from '../errors.ts'
import { eraseOf } from '../personal.ts'
import { house, type House } from './make.ts'

let h: House
beforeAll(async () => {
  h = await house()
})
afterAll(() => h.close())
afterEach(() => h.ai.fault(undefined))

const refusal = (kind: (typeof errors)[keyof typeof errors]) => (error: unknown) => isRefusal(error, kind)

describe('a question to a model', () => {
  test('is set aside, streamed, and settled by what was really used', async () => {
    const { child } = await h.family()
    h.ai.fault({ fault: 'slow', ms: 60, times: 1 })
    const { pieces, whole } = await h.asked(child, { text: 'What is a denominator?' })
    expect(pieces.length).toBeGreaterThan(1)
    expect(pieces.join('')).toBe(whole.answer)
    expect(whole).toMatchObject({ state: 'answered', helper: 'model' })
    expect(whole.answer).toContain('“What is a denominator?”')
    const usage = await h.usage(child)
    expect(usage.events).toBe(1n)
    expect(usage.tokens_in).toBeGreaterThan(0n)
    expect(await h.quota(child)).toMatchObject({ used: usage.tokens_in + usage.tokens_out, held: 0n })
    expect(await proven(h.t)).toMatchObject({ passed: true })
  })

  test('carries nothing that says who the child is: no name, contact or id, also not of what was said before', async () => {
    const { child, guardian } = await h.family()
    const conversation = randomUUID()
    const text = 'I am Moussa, my father Awa has 01012345678 and awa@example.com. What is 3/4 of 12?'
    await h.asked(child, { text, conversation })
    await h.asked(child, { text: 'Moussa again: why 9?', conversation })
    const sent = JSON.stringify(h.ai.asked.slice(-2).map(({ body }) => body))
    for (const secret of [
      'Moussa',
      'Awa',
      '01012345678',
      'awa@',
      child.userId,
      guardian.userId,
      conversation,
      child.phone,
    ])
      expect(sent).not.toContain(secret)
    expect(sent).toContain('What is 3/4 of 12?')
    const { messages } = h.ai.asked.at(-1)!.body
    expect(messages!.map(({ role }) => role)).toEqual(['system', 'user', 'assistant', 'user'])
  })

  test('tells the model the exercise at hand, and no other’s', async () => {
    const { child } = await h.family()
    await h.asked(child, { text: 'help', exercise: 'signed' })
    expect(h.ai.asked.at(-1)!.body.messages![0]!.content).toContain('Add 1/4 and 2/4.')
    await h.asked(child, { text: 'help', exercise: 'forged' })
    expect(h.ai.asked.at(-1)!.body.messages![0]!.content).not.toContain('Add 1/4')
  })

  test('sent again gets the same answer and is counted once; its id with another question is refused', async () => {
    const { child } = await h.family()
    const question = { id: randomUUID(), conversation: randomUUID(), text: 'Why?' }
    const first = await h.asked(child, question)
    const before = h.ai.asked.length
    const again = await h.asked(child, question)
    expect(again.whole).toEqual(first.whole)
    expect(h.ai.asked.length).toBe(before)
    expect((await h.usage(child)).events).toBe(1n)
    await expect(h.asked(child, { ...question, text: 'Other' })).rejects.toSatisfy(refusal(errors.other_question))
  })

  test('sent by two tabs at once is answered once', async () => {
    const { child } = await h.family()
    const question = { id: randomUUID(), conversation: randomUUID(), text: 'Why?' }
    h.ai.fault({ fault: 'slow', ms: 30, times: 1 })
    const two = await Promise.allSettled([h.asked(child, question), h.asked(child, question)])
    expect(two.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(two.find((it) => it.status === 'rejected')!.reason).toSatisfy(refusal(errors.being_answered))
    expect((await h.usage(child)).events).toBe(1n)
  })

  test('two tabs at the last credit: one is answered, the other told kindly', async () => {
    const { child } = await h.family(1600n)
    h.ai.fault({ fault: 'slow', ms: 30 })
    const two = await Promise.allSettled([h.asked(child, { text: 'One?' }), h.asked(child, { text: 'Two?' })])
    expect(two.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const lost = two.find((it) => it.status === 'rejected')!
    expect(isRefusal(lost.reason, meteringErrors.quota_exhausted)).toBe(true)
    expect((await h.usage(child)).events).toBe(1n)
    expect((await h.quota(child))!.left).toBeGreaterThanOrEqual(0n)
  })

  test('is only the learner’s to ask, not the guardian’s', async () => {
    const { child, guardian } = await h.family()
    await expect(h.asked(guardian, { learner: child.userId })).rejects.toThrow('kernel.not_found')
  })

  test('is refused where the subscription says so', async () => {
    const { child } = await h.family()
    const { ended } = defineErrors('test', { ended: { status: 402, retry: 'never', say: { en: 'It ended.' } } })
    h.barred.set(child.userId, ended)
    await expect(h.asked(child, {})).rejects.toSatisfy((error) => isRefusal(error, ended))
    expect((await h.quota(child))!.held).toBe(0n)
  })
})

describe('a crash mid-stream', () => {
  /** The process dies after the first piece was shown: nobody asks for the next one, ever. */
  const crash = async () => {
    const { child } = await h.family(10_000n)
    const id = randomUUID()
    h.ai.fault({ fault: 'slow', ms: 40, times: 1 })
    const answer = h.asking(child, { id })
    const first = await answer.next()
    h.ai.fault(undefined)
    expect(first.done).toBe(false)
    return { child, id, answer, shown: String(first.value) }
  }

  test('loses no usage: what was streamed is kept, estimated, metered and taken from the quota, once', async () => {
    const { child, id, shown } = await crash()
    expect((await h.quota(child))!.held).toBeGreaterThan(0n)
    await h.t.runCron(['tutoring.give_up_answers'])
    expect(await h.state(child, id)).toBe('answering')
    h.t.clock.advance({ minutes: 4 })
    await Promise.all([h.t.runCron(['tutoring.give_up_answers']), h.t.runCron(['tutoring.give_up_answers'])])
    expect(await h.state(child, id)).toBe('cut')
    const usage = await h.usage(child)
    expect(usage).toMatchObject({ events: 1n, tokens_out: BigInt(Math.ceil(shown.length / 2.5)) })
    expect(await h.quota(child)).toMatchObject({ used: usage.tokens_in + usage.tokens_out, held: 0n })
    const rows = await h.t.asOwner((c) =>
      c.query('select metadata from metering.usage_event where subject_id = $1', [child.userId]),
    )
    expect(rows.rows[0].metadata).toEqual({ state: 'cut', estimated: true })
    const again = await h.asked(child, { id, text: 'What is a denominator?' })
    expect(again.whole).toMatchObject({ state: 'cut', answer: shown })
  })

  test('blocks no quota: the hold times out by itself, also when the sweep is late', async () => {
    const { child, id } = await crash()
    h.t.clock.advance({ minutes: 11 })
    await h.t.runCron(['ledger.expire_holds'])
    expect(await h.quota(child)).toMatchObject({ held: 0n, left: 10_000n })
    await h.t.runCron(['tutoring.give_up_answers'])
    expect(await h.state(child, id)).toBe('cut')
    const usage = await h.usage(child)
    expect(await h.quota(child)).toMatchObject({ used: usage.tokens_in + usage.tokens_out, held: 0n })
    expect(await proven(h.t)).toMatchObject({ passed: true })
  })

  test('that was only a very slow process counts nothing twice', async () => {
    const { child, id, answer } = await crash()
    h.t.clock.advance({ minutes: 4 })
    await h.t.runCron(['tutoring.give_up_answers'])
    const before = [await h.usage(child), await h.quota(child)]
    for (let step = await answer.next(); !step.done; step = await answer.next());
    expect([await h.usage(child), await h.quota(child)]).toEqual(before)
    expect(await h.state(child, id)).toBe('cut')
  })
})

describe('a service that fails', () => {
  test.each([
    ['answers 429', { fault: 'rate_limited' }],
    ['answers 500', { fault: 'broken' }],
    ['sends what is no JSON', { fault: 'malformed', after: 0 }],
    ['says nothing', { fault: 'silent' }],
    ['ends before its first word', { fault: 'cut', after: 0 }],
  ] as const)('and %s: the built-in tutor answers, says so, and nothing is taken', async (_how, fault) => {
    const { child } = await h.family()
    h.ai.fault({ ...fault, times: 1 })
    const { whole } = await h.asked(child, { text: 'hint', exercise: 'signed' })
    expect(whole).toMatchObject({ state: 'answered', helper: 'built_in', model: 'rules' })
    expect(whole.answer).toContain('The AI tutor is not answering right now')
    expect(whole.answer).toContain('Look at the denominators.')
    expect(await h.quota(child)).toMatchObject({ used: 0n, held: 0n })
  })

  test.each([
    ['the connection breaks', { fault: 'cut', after: 6 }],
    ['it ends without a reason', { fault: 'ended', after: 6 }],
    ['it sends what is no JSON', { fault: 'malformed', after: 6 }],
  ] as const)('in the middle, when %s: what came is kept and paid for, and known as cut', async (_how, fault) => {
    const { child } = await h.family()
    h.ai.fault({ ...fault, times: 1 })
    const { pieces, whole } = await h.asked(child, { text: 'Why?' })
    expect(whole).toMatchObject({ state: 'cut', helper: 'model' })
    expect(whole.answer.length).toBeGreaterThan(10)
    expect(pieces.join('')).toBe(whole.answer)
    const usage = await h.usage(child)
    expect(await h.quota(child)).toMatchObject({ used: usage.tokens_in + usage.tokens_out, held: 0n })
  })

  test('that counts nothing is estimated', async () => {
    const { child } = await h.family()
    h.ai.fault({ fault: 'uncounted', times: 1 })
    const { whole } = await h.asked(child, { text: 'Why?' })
    expect((await h.usage(child)).tokens_out).toBe(BigInt(Math.ceil(whole.answer.length / 2.5)))
  })
})

describe('the consent of the family', () => {
  test('withdrawn in the middle of a conversation: the next message is refused with a kind sentence, and nothing leaves', async () => {
    const { child } = await h.family()
    const conversation = randomUUID()
    await h.asked(child, { conversation })
    h.withdrawn.add(child.userId)
    const before = h.ai.asked.length
    await expect(h.asked(child, { conversation })).rejects.toSatisfy(refusal(errors.consent_needed))
    expect(h.ai.asked.length).toBe(before)
    expect((await h.quota(child))!.held).toBe(0n)
  })

  test('withdrawn in the middle of an answer: it stops, is not shown on, and what was used is metered', async () => {
    const { child } = await h.family()
    const id = randomUUID()
    h.ai.fault({ fault: 'slow', ms: 120, times: 1 })
    const answer = h.asking(child, { id })
    const shown = String((await answer.next()).value)
    h.withdrawn.add(child.userId)
    await expect(answer.next()).rejects.toSatisfy(refusal(errors.consent_needed))
    expect(await h.state(child, id)).toBe('cut')
    const usage = await h.usage(child)
    expect(usage.events).toBe(1n)
    expect(await h.quota(child)).toMatchObject({ used: usage.tokens_in + usage.tokens_out, held: 0n })
    h.withdrawn.delete(child.userId)
    expect((await h.asked(child, { id, text: 'What is a denominator?' })).whole.answer).toBe(shown)
  })

  test('withdrawn after the last piece that was saved: the rest is neither kept nor shown', async () => {
    const { child } = await h.family()
    const id = randomUUID()
    // All of it comes within the time in which pieces are gathered.
    const answer = h.asking(child, { id })
    const shown = String((await answer.next()).value)
    h.withdrawn.add(child.userId)
    await expect(answer.next()).rejects.toSatisfy(refusal(errors.consent_needed))
    expect(await h.state(child, id)).toBe('cut')
    expect(await h.quota(child)).toMatchObject({ held: 0n })
    h.withdrawn.delete(child.userId)
    expect((await h.asked(child, { id, text: 'What is a denominator?' })).whole.answer).toBe(shown)
  })

  test('withdrawn and all erased in the middle of an answer: nothing stays, what was used is metered', async () => {
    const { child } = await h.family()
    const id = randomUUID()
    h.ai.fault({ fault: 'slow', ms: 120, times: 1 })
    const answer = h.asking(child, { id })
    await answer.next()
    h.withdrawn.add(child.userId)
    await h.t.tx((tx) => eraseOf(h.t.ctx(), tx, child.userId))
    await expect(answer.next()).rejects.toSatisfy(refusal(errors.consent_needed))
    expect(await h.state(child, id)).toBeUndefined()
    expect((await h.usage(child)).events).toBe(1n)
    expect((await h.quota(child))!.held).toBe(0n)
  })
})
