/** Consent of grown-ups about themselves: a yes on exactly the text shown, a no at once, texts that change. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { assignRole } from '../../access/api.ts'
import { userId } from '../../identity/api.ts'
import { makeUser } from '../../identity/test/make.ts'
import { makeMinor } from '../../profiles/test/make.ts'
import { allowed, hashOfText, makePerson, policyWith, sayYes, startConsent, takeBack, textOf } from './make.ts'

let t: TestProduct
beforeAll(async () => {
  t = await startConsent(
    policyWith([textOf('learning_data', 1, 1, '2026-03-05'), textOf('learning_data', 2, 0, '2026-03-10')]),
  )
})
afterAll(() => t.close())

const wire = (person: { userId: string }) => userId.wire(person.userId)

describe('a grown-up', () => {
  test('has allowed nothing before the first yes', async () => {
    const person = await makePerson(t)
    expect(await allowed(t, person.userId, 'account')).toBe(false)
  })

  test('allows a purpose by a yes to the text shown, and that purpose alone', async () => {
    const person = await makePerson(t)
    const { status, json } = await sayYes(t, person, wire(person), ['account'])
    expect(status).toBe(200)
    expect(json.items.find(({ purpose }: { purpose: string }) => purpose === 'account')).toMatchObject({
      permitted: true,
      decides: 'self',
      standing: 'given',
    })
    expect(await allowed(t, person.userId, 'account')).toBe(true)
    expect(await allowed(t, person.userId, 'marketing')).toBe(false)
  })

  test('takes it back, which holds at once', async () => {
    const person = await makePerson(t)
    await sayYes(t, person, wire(person), ['account'], ['marketing'])
    expect((await takeBack(t, person, wire(person), 'marketing')).status).toBe(200)
    expect(await allowed(t, person.userId, 'marketing')).toBe(false)
    expect(await allowed(t, person.userId, 'account')).toBe(true)
  })

  test('sends the same yes twice: one record', async () => {
    const person = await makePerson(t)
    for (let i = 0; i < 2; i++) await sayYes(t, person, wire(person), ['account'])
    const { json } = await t.call('GET', `/learners/${wire(person)}/consents/records`, { token: person.token })
    expect(json.items).toHaveLength(1)
  })

  test('answers a text that changed between showing and sending: nothing is recorded, the new one is shown', async () => {
    const person = await makePerson(t)
    const answer = await sayYes(t, person, wire(person), ['account'], ['marketing', hashOfText('marketing', '0.9')])
    expect(answer).toMatchObject({ status: 409, json: { code: 'consent.text_changed' } })
    expect(await allowed(t, person.userId, 'account')).toBe(false)
  })

  test('is refused an answer for somebody else', async () => {
    const [person, other] = [await makePerson(t), await makePerson(t)]
    for (const answer of [
      await sayYes(t, person, wire(other), ['account']),
      await takeBack(t, person, wire(other), 'account'),
      await t.call('GET', `/learners/${wire(other)}/consents`, { token: person.token }),
      await t.call('GET', `/learners/${wire(other)}/consents/records`, { token: person.token }),
    ])
      expect(answer).toMatchObject({ status: 404, json: { code: 'kernel.not_found' } })
    expect((await t.call('POST', `/learners/${wire(other)}/consents`, { body: { answers: [] } })).status).toBe(401)
  })

  test('without a date of birth allows nothing: nobody knows yet who decides', async () => {
    const person = await makeUser(t)
    const answer = await sayYes(t, person, wire(person), ['account'])
    expect(answer).toMatchObject({ status: 409, json: { code: 'consent.age_unknown' } })
  })
})

test('staff who may look see how it stands, and decide nothing', async () => {
  const [person, officer] = [await makePerson(t), await makePerson(t)]
  await sayYes(t, person, wire(person), ['account'])
  const look = () => t.call('GET', `/learners/${wire(person)}/consents`, { token: officer.token })
  expect((await look()).status).toBe(404)
  await t.tx((tx) => assignRole(t.ctx(), tx, { userId: officer.userId, role: 'officer' }))
  expect((await look()).json.items[0]).toMatchObject({ purpose: 'account', permitted: true })
  expect((await takeBack(t, officer, wire(person), 'account')).status).toBe(404)
  expect((await sayYes(t, officer, wire(person), ['marketing'])).status).toBe(404)
  expect(await allowed(t, person.userId, 'account')).toBe(true)
})

test('a child cannot say yes about itself', async () => {
  const child = await makeMinor(t)
  const answer = await sayYes(t, child, wire(child), ['account'])
  expect(answer).toMatchObject({ status: 403, json: { code: 'consent.guardian_decides' } })
  expect(await allowed(t, child.userId, 'account')).toBe(false)
})

describe('a text that changes', () => {
  test('only in its wording stays agreed to; with a new major version everybody is asked anew from its day on', async () => {
    const [early, ready] = [await makePerson(t), await makePerson(t)]
    await sayYes(t, early, wire(early), ['learning_data', hashOfText('learning_data', '1.0', 'ar')])
    // The coming version can be answered before its day.
    await sayYes(t, ready, wire(ready), ['learning_data', hashOfText('learning_data', '2.0')])
    expect(await allowed(t, ready.userId, 'learning_data')).toBe(true)
    t.clock.advance({ hours: 4 * 24 })
    expect(await allowed(t, early.userId, 'learning_data')).toBe(true)
    const old = await sayYes(t, await makePerson(t), wire(early), ['learning_data'])
    expect(old.status).toBe(404)
    expect((await sayYes(t, early, wire(early), ['learning_data', hashOfText('learning_data', '1.0')])).status).toBe(
      409,
    )
    t.clock.advance({ hours: 5 * 24 })
    expect(await allowed(t, early.userId, 'learning_data')).toBe(false)
    expect(await allowed(t, ready.userId, 'learning_data')).toBe(true)
    const { json } = await t.call('GET', `/learners/${wire(early)}/consents`, { token: early.token })
    expect(json.items.find(({ purpose }: { purpose: string }) => purpose === 'learning_data')).toMatchObject({
      standing: 'outdated',
      text: { version: '2.0' },
    })
  })
})
