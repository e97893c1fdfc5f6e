// Refunds by staff: two people, one refund, never of what is spent, and nothing lost when the provider says no.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { proveFactor } from '../../identity/test/make.ts'
import { house, newKey, sessionOf, wirePot, type Given, type House, type Person } from './make.ts'

let h: House
let asks: Person
let decides: Person
beforeAll(async () => {
  h = await house()
  asks = await h.staff('pots.refund.request', 'pots.view')
  decides = await h.staff('pots.refund.approve', 'pots.view')
})
afterAll(() => h.close())
beforeEach(() => h.wave.control.clearFaults())

const body = { reason: 'user_request', note: 'Le donateur s’est trompé de cagnotte' }
const ask = async (path: string, by = asks) => {
  await proveFactor(h.t, by.token)
  return h.t.call('POST', `${path}/refund-request`, { token: by.token, body })
}
const decide = async (id: string, what: 'approval' | 'rejection', by = decides) => {
  await proveFactor(h.t, by.token)
  return h.t.call('POST', `/refund-requests/${id}/${what}`, { token: by.token, key: newKey(), body: { note: 'Vu' } })
}
const bothRights = () => h.staff('pots.refund.request', 'pots.refund.approve')
const ofGift = (given: Given) => `/gifts/${given.gift_id}`

describe('one gift', () => {
  it('is refunded when one asks and another agrees; both are in the audit trail', async () => {
    const { pot } = await h.openPot()
    const [given] = [await h.give(pot, 10_000), await h.give(pot, 5_000)]
    const request = await ask(ofGift(given))
    expect(request.status).toBe(201)
    expect(await h.statusOf(given)).toBe('received')
    expect((await decide(request.json.id, 'approval')).json.status).toBe('approved')
    expect(await h.page(pot)).toMatchObject({ raised_minor: '5000', gift_count: 1 })
    await h.settle()
    expect(await h.gift(given)).toMatchObject({ status: 'refunded', refund_reason: 'user_request' })
    expect(await h.inPot(pot)).toBe(5_000n)
    await h.t.asOwner(async (client) => {
      const { rows } = await client.query(
        `select action, actor_id from audit.record where subject_id = $1 and actor_kind = 'user' order by recorded_at, id`,
        [(await h.gift(given)).id],
      )
      expect(rows.filter((row) => row.action === 'pots.refund_requested')).toEqual([
        { action: 'pots.refund_requested', actor_id: asks.userId },
      ])
      expect(rows.filter((row) => row.action === 'pots.refund_approved')).toEqual([
        { action: 'pots.refund_approved', actor_id: decides.userId },
      ])
    })
    await h.sound()
  })

  it('is given back in full when Wave took another amount than asked for, and tells the donor that amount', async () => {
    const { pot } = await h.openPot()
    const given = await h.start(pot, 10_000)
    h.wave.control.faults({ fault: 'wrong-amount', amount: '12500' })
    h.pay(given)
    await h.settle()
    expect(await h.statusOf(given)).toBe('failed')
    const request = await ask(ofGift(given))
    expect(request.status).toBe(201)
    // Whoever decides sees what goes back, before and after, and not what was asked for.
    const listed = async () => {
      await proveFactor(h.t, decides.token)
      const { items } = (await h.t.call('GET', '/refund-requests', { token: decides.token })).json
      return items.find((one: { id: string }) => one.id === request.json.id).amount_minor
    }
    expect(await listed()).toBe('12500')
    expect((await decide(request.json.id, 'approval')).json.status).toBe('approved')
    await h.settle()
    expect(await listed()).toBe('12500')
    expect(await h.gift(given)).toMatchObject({ status: 'refunded', reason: 'amount_differs' })
    await h.t.asOwner(async (client) => {
      const { rows } = await client.query(
        "select after ->> 'amount_minor' as amount from audit.record where action = 'pots.gift_refunded' and subject_id = $1",
        [(await h.gift(given)).id],
      )
      expect(rows).toEqual([{ amount: '12500' }])
    })
    expect(await h.page(pot)).toMatchObject({ raised_minor: '0', gift_count: 0 })
    await h.sound()
  })

  it('that was declined has nothing to give back', async () => {
    const { pot } = await h.openPot()
    const given = await h.start(pot, 10_000)
    h.wave.control.fail({ session: sessionOf(given), code: 'insufficient-funds' })
    await h.settle()
    expect((await ask(ofGift(given))).json.code).toBe('pots.not_refundable')
  })

  it('is never decided by who asked, whatever rights they have; the database says so too', async () => {
    const { pot } = await h.openPot()
    const given = await h.give(pot, 10_000)
    const one = await bothRights()
    const request = await ask(ofGift(given), one)
    expect((await decide(request.json.id, 'approval', one)).json.code).toBe('pots.second_person_needed')
    expect(await h.statusOf(given)).toBe('received')
    const write = h.t.asOwner((client) =>
      client.query(
        `update pots.refund_request set status = 'approved', decided_by = requested_by, decided_at = now()
         where status = 'pending'`,
      ),
    )
    await expect(write).rejects.toThrow('refund_request_two_people')
  })

  it('is one request and one refund however often it is clicked', async () => {
    const { pot } = await h.openPot()
    const given = await h.give(pot, 10_000)
    const requests = await Promise.all([ask(ofGift(given)), ask(ofGift(given)), ask(ofGift(given))])
    expect(new Set(requests.map((it) => it.json.id)).size).toBe(1)
    const { id } = requests[0]!.json
    const asked = async () =>
      (await h.t.call('GET', `/gifts?id=${given.gift_id}`, { token: asks.token })).json.items[0].refund_requested
    expect(await asked()).toBe(true)
    const decisions = await Promise.all([decide(id, 'approval'), decide(id, 'approval'), decide(id, 'approval')])
    expect(decisions.map((it) => it.status).sort()).toEqual([200, 409, 409])
    expect(await asked()).toBe(false)
    await h.settle()
    expect(await h.inPot(pot)).toBe(0n)
    expect(await h.gift(given)).toMatchObject({ status: 'refunded', refund_attempts: 1 })
    // And there is nothing left to ask for.
    expect((await ask(ofGift(given))).json.code).toBe('pots.not_refundable')
    await h.sound()
  })

  it('stays when the second person says no', async () => {
    const { pot } = await h.openPot()
    const given = await h.give(pot, 10_000)
    const request = await ask(ofGift(given))
    expect((await decide(request.json.id, 'rejection')).json).toMatchObject({ status: 'rejected', decision_note: 'Vu' })
    await h.settle()
    expect(await h.statusOf(given)).toBe('received')
    expect((await decide(request.json.id, 'approval')).json.code).toBe('pots.already_decided')
  })

  it('is not refunded once spent, in plain words, and not when it was spent after the request', async () => {
    const { owner, pot } = await h.openPot(10_000n)
    const given = await h.give(pot, 10_000)
    const request = await ask(ofGift(given))
    const bought = await h.t.call('POST', `/pots/${wirePot(pot)}/pack-purchase`, {
      token: owner.token,
      key: newKey(),
      body: {},
    })
    expect(bought.status).toBe(200)
    const late = await decide(request.json.id, 'approval')
    expect(late.json.code).toBe('pots.gift_spent')
    expect(late.json.detail).toContain('pack d’anniversaire')
    await decide(request.json.id, 'rejection')
    expect((await ask(ofGift(given))).json.code).toBe('pots.gift_spent')
    expect((await ask(`/pots/${wirePot(pot)}`)).json.code).toBe('pots.pot_spent')
    expect(await h.statusOf(given)).toBe('received')
    await h.sound()
  })

  it('that was never paid cannot be refunded', async () => {
    const { pot } = await h.openPot()
    expect((await ask(ofGift(await h.start(pot, 10_000)))).json.code).toBe('pots.not_refundable')
  })

  it('whose refund the provider refuses is set aside: visible, not spendable, tried again', async () => {
    const { owner, pot } = await h.openPot(10_000n)
    const [given] = [await h.give(pot, 10_000), await h.give(pot, 9_000)]
    h.refuseRefund(given)
    await decide((await ask(ofGift(given))).json.id, 'approval')
    await h.settle()
    expect(await h.gift(given)).toMatchObject({ status: 'refund_failed', refund_attempts: 1 })
    expect(await h.inPot(pot)).toBe(19_000n)
    const buy = () =>
      h.t.call('POST', `/pots/${wirePot(pot)}/pack-purchase`, { token: owner.token, key: newKey(), body: {} })
    expect((await buy()).json.code).toBe('pots.not_enough_yet')
    await h.give(pot, 1_000)
    expect((await buy()).json).toMatchObject({ status: 'bought', surplus_minor: '0' })
    expect(await h.inPot(pot)).toBe(10_000n)
    await h.sound()
    h.advance({ hours: 12 })
    await h.t.runCron()
    await h.settle()
    expect(await h.statusOf(given)).toBe('refunded')
    expect(await h.inPot(pot)).toBe(0n)
    await h.sound()
  })
})

describe('a whole pot', () => {
  it('ends and gives everybody their money back, gift by gift', async () => {
    const { pot } = await h.openPot()
    const gifts = [await h.give(pot, 3_000), await h.give(pot, 4_000)]
    const request = await ask(`/pots/${wirePot(pot)}`)
    expect(request.json).toMatchObject({ gift_id: null, status: 'pending' })
    const again = await ask(`/pots/${wirePot(pot)}`)
    expect(again.json.id).toBe(request.json.id)
    expect((await decide(request.json.id, 'approval')).status).toBe(200)
    await h.settle()
    expect(await h.read(pot)).toMatchObject({ status: 'expired', end_reason: 'user_request', raised_minor: 0n })
    for (const gift of gifts) expect(await h.statusOf(gift)).toBe('refunded')
    expect(await h.inPot(pot)).toBe(0n)
    expect((await h.page(pot)).timeline.at(-1).code).toBe('refunds_done')
    await h.sound()
  })

  it('goes back once however often it is approved, and not to a donor who had the money back before', async () => {
    const { pot } = await h.openPot()
    const [early, late] = [await h.give(pot, 3_000), await h.give(pot, 4_000)]
    await decide((await ask(ofGift(early))).json.id, 'approval')
    await h.settle()
    expect(await h.statusOf(early)).toBe('refunded')
    const { id } = (await ask(`/pots/${wirePot(pot)}`)).json
    const decisions = await Promise.all(Array.from({ length: 4 }, () => decide(id, 'approval')))
    expect(decisions.map((it) => it.status).sort()).toEqual([200, 409, 409, 409])
    await h.settle()
    for (const gift of [early, late])
      expect(await h.gift(gift)).toMatchObject({ status: 'refunded', refund_attempts: 1 })
    expect(await h.inPot(pot)).toBe(0n)
    await h.sound()
  })

  it('that has not opened has nothing to refund', async () => {
    const owner = await h.owner(Temporal.PlainDate.from('1990-09-01'))
    const pot = await h.pot(owner, { target_minor: 20_000n })
    expect((await ask(`/pots/${wirePot(pot)}`)).json.code).toBe('pots.not_refundable')
  })
})

describe('the list of requests', () => {
  it('shows staff what waits, with its amount', async () => {
    const { pot } = await h.openPot()
    const given = await h.give(pot, 10_000)
    const request = await ask(ofGift(given))
    const list = await h.t.call('GET', '/refund-requests?status=pending', { token: decides.token })
    expect(list.json.items[0]).toMatchObject({ id: request.json.id, amount_minor: '10000', pot_title: pot.title })
  })

  it.each([
    ['GET', '/refund-requests'],
    ['GET', '/gifts'],
    ['POST', '/gifts/gif_00000000000000000000000000/refund-request'],
    ['POST', '/pots/pot_00000000000000000000000000/refund-request'],
    ['POST', '/refund-requests/rrq_00000000000000000000000000/approval'],
    ['POST', '/refund-requests/rrq_00000000000000000000000000/rejection'],
  ])('%s %s is for staff with the right alone', async (method, path) => {
    const person = await h.owner()
    const call = method === 'GET' ? {} : { body: path.includes('refund-requests') ? { note: 'Vu' } : body }
    expect((await h.t.call(method, path, call)).status).toBe(401)
    expect((await h.t.call(method, path, { ...call, token: person.token })).status).toBe(403)
  })
})
