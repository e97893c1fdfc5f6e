/** What ends by itself: coming of age, and texts that are renewed. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSession } from '../../identity/api.ts'
import { lastMessage } from '../../identity/test/make.ts'
import { verifyChains } from '../verify.ts'
import { allow, answer, asked, checkout, makeFamily, startFamily, wire, type Family } from './family.ts'
import { allowed, hashOfText, makePerson, policyWith, sayYes, textOf, type Person } from './make.ts'

let f: Family
beforeAll(async () => {
  f = await startFamily(
    policyWith([textOf('learning_data', 2, 0, '2027-09-01'), textOf('marketing', 2, 0, '2027-10-01')]),
  )
})
afterAll(() => f.close())

const may = (person: { userId: string }, purpose: string) => allowed(f.t, person.userId, purpose)

/** Signed in anew: the clock moved further than a session lasts. */
async function back(person: Person): Promise<Person> {
  const { token } = await f.t.tx((tx) =>
    startSession(f.t.ctx(), tx, person.userId, { label: 'Test', ip: '203.0.113.7' }),
  )
  return { ...person, token }
}

const records = async (person: Person) =>
  (await f.t.call('GET', `/learners/${wire(person)}/consents/records`, { token: person.token })).json.items as {
    decision: string
    method: string
    purpose: string
  }[]

describe('coming of age', () => {
  test('ends what guardians allowed on the same day, asks the learner anew, and leaves the account time for the answer', async () => {
    const { child, guardians } = await makeFamily(f.t)
    await allow(f, guardians[0]!, child, 'account', 'learning_data')
    const link = await asked(f.t, guardians[0]!, child, 'marketing')
    // The last hour before the birthday in Cairo, then the first of it: before any sweep has run.
    moveTo('2027-06-14T20:30:00Z')
    expect(await may(child, 'learning_data')).toBe(true)
    moveTo('2027-06-14T21:30:00Z')
    expect(await may(child, 'learning_data')).toBe(false)
    expect(await may(child, 'account')).toBe(true)
    await f.t.runCron(['profiles.sweep_links'])
    await f.t.drain()
    expect(await may(child, 'account')).toBe(true)
    expect(await may(child, 'learning_data')).toBe(false)
    const [learner, guardian] = [await back(child), await back(guardians[0]!)]
    expect((await records(learner)).filter(({ decision }) => decision === 'ended')).toMatchObject([
      { method: 'came_of_age' },
      { method: 'came_of_age' },
    ])
    expect((await lastMessage(f.t, child.phone))!.key).toBe('consent.now_your_own')
    // The guardian sees and decides nothing any more; the history stays with the learner.
    expect((await f.t.call('GET', `/learners/${wire(child)}/consents`, { token: guardian.token })).status).toBe(404)
    expect((await answer(f.t, guardian, link, { marketing: true })).status).toBe(404)
    expect((await sayYes(f.t, learner, wire(learner), ['account'], ['learning_data'])).status).toBe(200)
    expect(await may(child, 'learning_data')).toBe(true)
    expect(f.heard.filter(({ event }) => event === 'consent.withdrawn')).toEqual([])
  })

  test('unanswered, the account ends with its grace', async () => {
    const { child, guardians } = await makeFamily(f.t, 1, bornFor(10))
    await allow(f, guardians[0]!, child, 'account')
    for (const [days, still] of [
      [12, true],
      [26, true],
      [4, false],
    ] as const) {
      f.advance({ hours: days * 24 })
      await f.t.runCron(['profiles.sweep_links'])
      expect([days, await may(child, 'account')]).toEqual([days, still])
    }
  })

  test('a proof that arrives after the birthday allows nothing', async () => {
    const { child, guardians } = await makeFamily(f.t, 1, bornFor(1))
    const { json } = await answer(f.t, guardians[0]!, await asked(f.t, guardians[0]!, child, 'learning_data'), {
      learning_data: true,
    })
    const session = await checkout(f.t, guardians[0]!, json.id)
    f.advance({ hours: 24 })
    f.wave.control.pay({ session, late: true })
    await f.settle()
    expect(await may(child, 'learning_data')).toBe(false)
  })
})

describe('a renewed text', () => {
  test('is told once to everybody who agreed to the one before, and by the guardian answered anew', async () => {
    const [person, { child, guardians }] = [await makePerson(f.t), await makeFamily(f.t, 1, bornFor(2000))]
    await sayYes(f.t, person, wire(person), ['learning_data'])
    await allow(f, guardians[0]!, child, 'learning_data')
    for (let i = 0; i < 2; i++) await f.t.runCron(['consent.ask_about_renewed'])
    for (const phone of [person.phone, guardians[0]!.phone])
      expect((await lastMessage(f.t, phone))!.key).toBe('consent.text_renewed')
    expect(await told(person.userId)).toBe(1)
    expect(await told(guardians[0]!.userId)).toBe(1)
    moveTo('2027-09-01T09:00:00Z')
    expect([await may(person, 'learning_data'), await may(child, 'learning_data')]).toEqual([false, false])
    const guardian = await back(guardians[0]!)
    const { json } = await answer(f.t, guardian, await asked(f.t, guardian, child, 'learning_data'), {
      learning_data: hashOfText('learning_data', '2.0'),
    })
    f.wave.control.pay({ session: await checkout(f.t, guardian, json.id) })
    await f.settle()
    expect(await may(child, 'learning_data')).toBe(true)
  })

  test('coming into force between answer and proof is answered anew: what was paid is returned', async () => {
    const { child, guardians } = await makeFamily(f.t, 1, bornFor(2000))
    moveTo('2027-09-30T20:00:00Z')
    const guardian = await back(guardians[0]!)
    const link = await asked(f.t, guardian, child, 'marketing')
    const { json } = await answer(f.t, guardian, link, { marketing: true })
    const session = await checkout(f.t, guardian, json.id)
    moveTo('2027-09-30T21:30:00Z')
    f.wave.control.pay({ session, late: true })
    await f.settle()
    expect(await may(child, 'marketing')).toBe(false)
    const { json: now } = await f.t.call('GET', `/consent-requests/${link}`)
    expect(now).toMatchObject({ state: 'open', trouble: 'text_changed', questions: [{ text: { version: '2.0' } }] })
  })
})

test('after all of it every chain holds', async () => {
  expect((await f.t.tx((tx) => verifyChains(f.t.ctx(), tx))).findings).toEqual([])
})

/** The date of birth of who is eighteen so many days from now. */
function bornFor(days: number): Temporal.PlainDate {
  return f.t.clock.now().toZonedDateTimeISO('Africa/Cairo').toPlainDate().add({ days }).subtract({ years: 18 })
}

function moveTo(instant: string): void {
  f.advance(f.t.clock.now().until(Temporal.Instant.from(instant)))
}

const told = async (userId: string): Promise<number> =>
  f.t.asOwner(async (client) => {
    const found = await client.query<{ n: number }>(
      "select count(*)::int as n from messaging.outgoing where owner_id = $1 and message_key = 'consent.text_renewed'",
      [userId],
    )
    return found.rows[0]!.n
  })
