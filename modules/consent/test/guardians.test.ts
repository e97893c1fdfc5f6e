/** Consent for children: the link, the second proof, what several guardians come to, and what can go wrong with each. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { lastMessage } from '../../identity/test/make.ts'
import { acceptInvitation } from '../../profiles/api.ts'
import { invite, makeMinor } from '../../profiles/test/make.ts'
import { decideIdentity, submitDocumentFor } from './identity.ts'
import { allowed, takeBack } from './make.ts'
import {
  addGuardian,
  allow,
  answer,
  ask,
  asked,
  checkout,
  linkOf,
  makeFamily,
  makePerson,
  requestOf,
  startFamily,
  wire,
  type Family,
} from './family.ts'

let f: Family
beforeAll(async () => {
  f = await startFamily()
})
afterAll(() => f.close())
afterEach(() => {
  f.wave.control.clearFaults()
  f.heard.length = 0
})

const may = (person: { userId: string }, purpose: string) => allowed(f.t, person.userId, purpose)
const recordsOf = async (person: { token: string; userId: string }) =>
  (await f.t.call('GET', `/learners/${wire(person)}/consents/records`, { token: person.token })).json.items as {
    purpose: string
    decision: string
    method: string
  }[]

describe('a guardian says yes', () => {
  test('on the link sent to them, proves it by one small charge for all points, and gets the charge back', async () => {
    const { child, guardians } = await makeFamily(f.t)
    const [guardian] = guardians
    const link = await asked(f.t, guardian!, child, 'account', 'learning_data')
    const shown = await f.t.call('GET', `/consent-requests/${link}`, { headers: { 'accept-language': 'en' } })
    expect(shown.json).toMatchObject({ child_first_name: 'Moussa', state: 'open', proof_charge_minor: '500' })
    expect(shown.json.questions.map(({ text }: { text: { purpose: string } }) => text.purpose)).toEqual(['account', 'learning_data']) // prettier-ignore
    const { json } = await answer(f.t, guardian!, link, { account: true, learning_data: true })
    expect(json.state).toBe('proving')
    expect(await may(child, 'account')).toBe(false)
    f.wave.control.pay({ session: await checkout(f.t, guardian!, json.id) })
    await f.settle()
    expect(await may(child, 'account')).toBe(true)
    expect(await may(child, 'learning_data')).toBe(true)
    expect(await may(child, 'marketing')).toBe(false)
    expect(await requestOf(f.t, guardian!, json.id)).toMatchObject({ state: 'decided', trouble: null })
    expect((await recordsOf(child)).map(({ method }) => method)).toEqual(['card_charge', 'card_charge'])
    expect(await refundsOf(guardian!)).toEqual(['done'])
  })

  test('is asked by the child, at the guardian’s own number', async () => {
    const { child, guardians } = await makeFamily(f.t, 2)
    expect((await ask(f.t, child, child, ['account'])).json.items).toHaveLength(2)
    const link = await linkOf(f.t, guardians[1]!)
    expect((await answer(f.t, guardians[1]!, link, { account: true })).json.state).toBe('proving')
    const one = await ask(f.t, child, child, ['account'], { phone: guardians[0]!.phone })
    expect(one.json.items).toMatchObject([{ guardian_id: wire(guardians[0]!) }])
  })

  test('by an identity check that was passed, at once', async () => {
    const { child, guardians } = await makeFamily(f.t)
    const link = await asked(f.t, guardians[0]!, child, 'account')
    const early = await answer(f.t, guardians[0]!, link, { account: true }, 'id_review', '29001010000000')
    expect(early).toMatchObject({ status: 409, json: { code: 'consent.identity_check_needed' } })
    const number = await submitDocumentFor(f.t, guardians[0]!)
    await decideIdentity(f.t, guardians[0]!, 'passed')
    const { json } = await answer(f.t, guardians[0]!, link, { account: true }, 'id_review', number)
    expect(json.state).toBe('decided')
    expect(await may(child, 'account')).toBe(true)
    expect(await recordsOf(child)).toMatchObject([{ method: 'id_review', decision: 'given' }])
  })

  test('to some points and no to others: the no holds before anything is paid', async () => {
    const { child, guardians } = await makeFamily(f.t)
    const link = await asked(f.t, guardians[0]!, child, 'account', 'marketing')
    const { json } = await answer(f.t, guardians[0]!, link, { account: true, marketing: false })
    expect(await recordsOf(child)).toMatchObject([{ purpose: 'marketing', decision: 'refused' }])
    f.wave.control.pay({ session: await checkout(f.t, guardians[0]!, json.id) })
    await f.settle()
    expect([await may(child, 'account'), await may(child, 'marketing')]).toEqual([true, false])
  })
})

describe('the question', () => {
  test('never goes to the child’s own address', async () => {
    const { child, guardians } = await makeFamily(f.t)
    const own = await ask(f.t, child, child, ['account'], { phone: child.phone })
    expect(own).toMatchObject({ status: 422, json: { code: 'consent.own_address' } })
    const stranger = await makePerson(f.t)
    for (const phone of [stranger.phone, '+221770000000'])
      expect(await ask(f.t, child, child, ['account'], { phone })).toMatchObject({
        status: 422,
        json: { code: 'consent.not_a_guardian' },
      })
    expect((await ask(f.t, stranger, child, ['account'])).json.code).toBe('kernel.not_found')
    expect((await ask(f.t, guardians[0]!, child, ['nonsense'])).json.code).toBe('consent.purpose_unknown')
  })

  test('cannot be asked for a child without a guardian, nor for a grown-up', async () => {
    const child = await makeMinor(f.t)
    expect((await ask(f.t, child, child, ['account'])).json.code).toBe('consent.no_guardian')
    const adult = await makePerson(f.t)
    expect((await ask(f.t, adult, adult, ['account'])).json.code).toBe('consent.learner_decides')
  })

  test('is sent ten times a day and no more', async () => {
    const { child, guardians } = await makeFamily(f.t)
    for (let i = 0; i < 10; i++) expect((await ask(f.t, guardians[0]!, child, ['account'])).status).toBe(201)
    expect((await ask(f.t, guardians[0]!, child, ['account'])).status).toBe(429)
  })

  test('sent anew makes the earlier link worthless', async () => {
    const { child, guardians } = await makeFamily(f.t)
    const first = await asked(f.t, guardians[0]!, child, 'account')
    f.advance({ seconds: 1 })
    await asked(f.t, guardians[0]!, child, 'account')
    expect((await answer(f.t, guardians[0]!, first, { account: true })).json.code).toBe('consent.request_invalid')
  })
})

describe('the link', () => {
  test('forwarded to the child opens nothing: only the guardian’s own account answers, and the charge is not the child’s to make', async () => {
    const { child, guardians } = await makeFamily(f.t)
    const link = await asked(f.t, guardians[0]!, child, 'account')
    expect(await answer(f.t, child, link, { account: true })).toMatchObject({
      status: 403,
      json: { code: 'consent.not_for_you' },
    })
    const { json } = await answer(f.t, guardians[0]!, link, { account: true })
    const pay = await f.t.call('POST', `/me/consent-requests/${json.id}/checkout`, { token: child.token })
    expect(pay.json.code).toBe('consent.request_invalid')
    expect(await may(child, 'account')).toBe(false)
  })

  test('is worth nothing after seven days', async () => {
    const { child, guardians } = await makeFamily(f.t)
    const link = await asked(f.t, guardians[0]!, child, 'account')
    f.advance({ hours: 7 * 24 })
    const late = await answer(f.t, guardians[0]!, link, { account: true })
    expect(late).toMatchObject({ status: 410, json: { code: 'consent.request_expired' } })
    await f.t.runCron(['consent.sweep'])
    expect((await f.t.call('GET', `/consent-requests/${link}`)).json.state).toBe('expired')
  })

  test('made up or answered already is refused', async () => {
    const { child, guardians } = await makeFamily(f.t)
    const link = await asked(f.t, guardians[0]!, child, 'account')
    await answer(f.t, guardians[0]!, link, { account: false })
    expect((await answer(f.t, guardians[0]!, link, { account: true })).json.code).toBe('consent.request_answered')
    const forged = `${link.slice(0, -4)}AAAA`
    expect((await answer(f.t, guardians[0]!, forged, { account: true })).json.code).toBe('consent.request_invalid')
    expect((await f.t.call('GET', `/consent-requests/${forged}`)).status).toBe(404)
    expect((await f.t.call('POST', `/consent-requests/${link}/answers`, { body: {} })).status).not.toBe(200)
  })

  test('answers only what was asked, on the text that was shown', async () => {
    const { child, guardians } = await makeFamily(f.t)
    const link = await asked(f.t, guardians[0]!, child, 'account')
    expect((await answer(f.t, guardians[0]!, link, { marketing: true })).json.code).toBe('consent.not_asked')
    const other = await answer(f.t, guardians[0]!, link, { account: 'a'.repeat(64) })
    expect(other).toMatchObject({ status: 409, json: { code: 'consent.text_changed' } })
    expect(await recordsOf(child)).toEqual([])
  })
})

describe('the charge that proves', () => {
  test('is declined once and paid then', async () => {
    const { child, guardians } = await makeFamily(f.t)
    const link = await asked(f.t, guardians[0]!, child, 'account')
    const { json } = await answer(f.t, guardians[0]!, link, { account: true })
    const session = await checkout(f.t, guardians[0]!, json.id)
    f.wave.control.fail({ session, code: 'insufficient-funds' })
    await f.settle()
    expect(await requestOf(f.t, guardians[0]!, json.id)).toMatchObject({ state: 'proving', trouble: 'declined' })
    expect(await may(child, 'account')).toBe(false)
    f.wave.control.pay({ session })
    await f.settle()
    expect(await may(child, 'account')).toBe(true)
  })

  test('told twice is one record and one refund', async () => {
    const { child, guardians } = await makeFamily(f.t)
    await allow(f, guardians[0]!, child, 'account')
    await f.settle()
    expect(await recordsOf(child)).toHaveLength(1)
    expect(await refundsOf(guardians[0]!)).toEqual(['done'])
  })

  test('by a guardian who lost the right meanwhile goes back and allows nothing', async () => {
    const { child, guardians } = await makeFamily(f.t)
    const link = await asked(f.t, guardians[0]!, child, 'account')
    const { json } = await answer(f.t, guardians[0]!, link, { account: true })
    const session = await checkout(f.t, guardians[0]!, json.id)
    await f.t.call('DELETE', `/me/wards/${wire(child)}`, { token: guardians[0]!.token })
    f.wave.control.pay({ session })
    await f.settle()
    expect(await may(child, 'account')).toBe(false)
    expect(await requestOf(f.t, guardians[0]!, json.id)).toMatchObject({ state: 'open', trouble: 'not_entitled' })
    expect(await refundsOf(guardians[0]!)).toEqual(['done'])
  })

  test('taken back by the provider before it was heard of proves nothing, and is not asked back again', async () => {
    const { child, guardians } = await makeFamily(f.t)
    const [guardian] = guardians
    const { json } = await answer(f.t, guardian!, await asked(f.t, guardian!, child, 'account'), { account: true })
    f.wave.control.pay({ session: await checkout(f.t, guardian!, json.id) })
    await f.wave.control.idle()
    // What the desk of the provider gave back comes between the money and our hearing of it.
    await f.t.asOwner((client) =>
      client.query(`create function consent.gave_back() returns trigger language plpgsql as $$ begin
        insert into payments.reversal (owner_id, id, payment_id, session_ref, amount_minor, currency, noticed_at, covered_transfer_id)
        values (new.owner_id, gen_random_uuid(), new.payment_id, new.session_ref, new.amount_minor, new.currency, now(), gen_random_uuid());
        return new; end $$;
        create trigger gave_back after insert on payments.receipt for each row execute function consent.gave_back()`),
    )
    await f.settle()
    await f.t.asOwner((client) => client.query('drop function consent.gave_back() cascade'))
    expect(await may(child, 'account')).toBe(false)
    expect(await requestOf(f.t, guardian!, json.id)).toMatchObject({ state: 'open', trouble: 'disputed' })
    expect(await refundsOf(guardian!)).toEqual(['done'])
  })

  test('returned some other way after its refund failed stops nothing: the sweep goes on', async () => {
    const { child, guardians } = await makeFamily(f.t)
    await allow(f, guardians[0]!, child, 'account')
    await f.t.asOwner((client) =>
      client.query(
        "update consent.proof set refund_state = 'failed', refund_due_at = '2026-01-01' where guardian_id = $1",
        [guardians[0]!.userId],
      ),
    )
    await f.t.runCron(['consent.sweep'])
    expect(await refundsOf(guardians[0]!)).toEqual(['done'])
  })

  test('does not bring back what the guardian refused after answering', async () => {
    const { child, guardians } = await makeFamily(f.t)
    const link = await asked(f.t, guardians[0]!, child, 'account')
    const { json } = await answer(f.t, guardians[0]!, link, { account: true })
    const session = await checkout(f.t, guardians[0]!, json.id)
    f.advance({ seconds: 2 })
    await takeBack(f.t, guardians[0]!, wire(child), 'account')
    f.wave.control.pay({ session })
    await f.settle()
    expect(await may(child, 'account')).toBe(false)
  })

  test('that nobody pays lets the guardian answer again', async () => {
    const { child, guardians } = await makeFamily(f.t)
    const link = await asked(f.t, guardians[0]!, child, 'account')
    const { json } = await answer(f.t, guardians[0]!, link, { account: true })
    await checkout(f.t, guardians[0]!, json.id)
    f.advance({ hours: 40 })
    await f.settle()
    await f.t.runCron(['payments.poll'])
    await f.settle()
    expect(await requestOf(f.t, guardians[0]!, json.id)).toMatchObject({ state: 'open', trouble: 'not_paid' })
    const again = await answer(f.t, guardians[0]!, link, { account: true })
    f.wave.control.pay({ session: await checkout(f.t, guardians[0]!, again.json.id) })
    await f.settle()
    expect(await may(child, 'account')).toBe(true)
  })
})

describe('two guardians', () => {
  test('disagree: the stricter answer holds, whichever came first', async () => {
    const { child, guardians } = await makeFamily(f.t, 2)
    await allow(f, guardians[0]!, child, 'account')
    expect(await may(child, 'account')).toBe(true)
    expect((await takeBack(f.t, guardians[1]!, wire(child), 'account')).status).toBe(200)
    expect(await may(child, 'account')).toBe(false)
    // A further yes of the first does not outvote the no of the second; the second’s own yes does.
    await allow(f, guardians[0]!, child, 'account')
    expect(await may(child, 'account')).toBe(false)
    await allow(f, guardians[1]!, child, 'account')
    expect(await may(child, 'account')).toBe(true)
  })

  test('one withdraws: it holds at once, and what depends on it is told', async () => {
    const { child, guardians } = await makeFamily(f.t, 2)
    for (const guardian of guardians) await allow(f, guardian, child, 'learning_data')
    f.heard.length = 0
    await takeBack(f.t, guardians[0]!, wire(child), 'learning_data')
    expect(await may(child, 'learning_data')).toBe(false)
    await f.t.drain()
    expect(f.heard).toMatchObject([{ event: 'consent.withdrawn', payload: { purpose: 'learning_data' } }])
    expect((await lastMessage(f.t, guardians[1]!.phone))!.key).toBe('consent.refused_for_child')
    // The same no again adds and tells nothing.
    await takeBack(f.t, guardians[0]!, wire(child), 'learning_data')
    await f.t.drain()
    expect(f.heard).toHaveLength(1)
  })

  test('a second one who joins changes nothing until they say something', async () => {
    const { child, guardians } = await makeFamily(f.t)
    await allow(f, guardians[0]!, child, 'account')
    const second = await addGuardian(f.t, child)
    expect(await may(child, 'account')).toBe(true)
    await takeBack(f.t, second, wire(child), 'account')
    expect(await may(child, 'account')).toBe(false)
  })

  test('one stops being a guardian: their yes ends with them, the other’s stands', async () => {
    const { child, guardians } = await makeFamily(f.t, 2)
    await allow(f, guardians[0]!, child, 'account', 'learning_data')
    await allow(f, guardians[1]!, child, 'account')
    await f.t.call('DELETE', `/me/wards/${wire(child)}`, { token: guardians[0]!.token })
    expect(await may(child, 'learning_data')).toBe(false)
    expect(await may(child, 'account')).toBe(true)
    await f.t.drain()
    expect((await recordsOf(child)).filter(({ decision }) => decision === 'ended')).toHaveLength(2)
    expect((await takeBack(f.t, guardians[0]!, wire(child), 'account')).json.code).toBe('kernel.not_found')
  })
})

describe('a guardian who no longer decides', () => {
  const capabilities = (by: { token: string }, child: { userId: string }, of: { userId: string }, ...held: string[]) =>
    f.t.call('PUT', `/wards/${wire(child)}/guardians/${wire(of)}/capabilities`, {
      token: by.token,
      body: { capabilities: held },
    })

  test('and does again is asked anew: the yes from before stays ended, however quickly the right came back', async () => {
    const { child, guardians } = await makeFamily(f.t, 2)
    const [first, second] = guardians
    await allow(f, second!, child, 'account')
    expect((await capabilities(first!, child, second!, 'view')).status).toBe(204)
    expect(await may(child, 'account')).toBe(false)
    expect((await capabilities(first!, child, second!, 'view', 'consent')).status).toBe(204)
    await f.t.drain()
    expect(await may(child, 'account')).toBe(false)
    expect(await recordsOf(child)).toMatchObject([{ decision: 'ended' }, { decision: 'given' }])
    f.advance({ seconds: 1 })
    await allow(f, second!, child, 'account')
    expect(await may(child, 'account')).toBe(true)
  })

  test('and becomes a guardian again before anybody noticed starts without a yes', async () => {
    const { child, guardians } = await makeFamily(f.t)
    await allow(f, guardians[0]!, child, 'account')
    await f.t.call('DELETE', `/me/wards/${wire(child)}`, { token: guardians[0]!.token })
    const link = await invite(f.t, child, guardians[0]!.phone)
    await f.t.tx((tx) => acceptInvitation(f.t.ctx(guardians[0]!.actor), tx, link))
    await f.t.drain()
    expect(await may(child, 'account')).toBe(false)
  })

  test('proves nothing by money for what was answered while the right was there', async () => {
    const { child, guardians } = await makeFamily(f.t, 2)
    const [first, second] = guardians
    const { json } = await answer(f.t, second!, await asked(f.t, second!, child, 'account'), { account: true })
    const session = await checkout(f.t, second!, json.id)
    await capabilities(first!, child, second!, 'view')
    await capabilities(first!, child, second!, 'view', 'consent')
    await f.t.drain()
    f.wave.control.pay({ session })
    await f.settle()
    expect(await may(child, 'account')).toBe(false)
    expect(await refundsOf(second!)).toEqual(['done'])
  })

  test('leaves the data of a purpose that nobody allows any more to be erased, and what another allows alone', async () => {
    const { child, guardians } = await makeFamily(f.t, 2)
    const [first, second] = guardians
    await allow(f, first!, child, 'account')
    await allow(f, second!, child, 'account', 'learning_data')
    f.heard.length = 0
    await f.t.call('DELETE', `/me/wards/${wire(child)}`, { token: second!.token })
    await f.t.drain()
    expect(f.heard).toMatchObject([{ event: 'consent.withdrawn', payload: { purpose: 'learning_data' } }])
    expect(await may(child, 'account')).toBe(true)
  })
})

const refundsOf = async (guardian: { userId: string }): Promise<(string | null)[]> =>
  f.t.asOwner(async (client) => {
    const found = await client.query<{ refund_state: string | null }>(
      'select refund_state from consent.proof where guardian_id = $1 and paid_at is not null',
      [guardian.userId],
    )
    return found.rows.map(({ refund_state }) => refund_state)
  })
