// What can happen to a gift between the wish and the pot: every repetition, delay, forgery and change of mind.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { balanceOf } from '../../ledger/api.ts'
import { unappliedAccount } from '../../payments/api.ts'
import { giftId } from '../ids.ts'
import { recordGift } from '../gifts.ts'
import { house, newKey, newPhone, sessionOf, wirePack, wirePot, type Given, type House } from './make.ts'

let h: House
beforeAll(async () => {
  h = await house()
})
afterAll(() => h.close())
beforeEach(async () => {
  h.wave.control.clearFaults()
  h.t.clock.set('2026-03-02T10:00:00Z')
  h.advance({ seconds: 0 })
})

const unapplied = async (given: Given) => {
  const { owner_id, payment_id: id, currency } = await h.gift(given)
  return h.held(unappliedAccount({ owner_id, id, currency }))
}
const giftPage = async (given: Given) => (await h.t.call('GET', `/gifts/${given.gift_id}?secret=${given.secret}`)).json

describe('a donor who comes back to change the amount', () => {
  const atWave = (given: Given) =>
    h.wave.control.state().sessions.find((one) => one.client_reference === sessionOf(given))!.checkout_status
  const instead = (earlier: Given, secret = earlier.secret) => ({ replaces: { gift_id: earlier.gift_id, secret } })

  it('has one page to pay on: the earlier one is closed at Wave', async () => {
    const { pot } = await h.openPot()
    const earlier = await h.start(pot, 10_000)
    const now = await h.start(pot, 2_000, instead(earlier))
    await h.settle()
    expect([atWave(earlier), atWave(now)]).toEqual(['expired', 'open'])
    expect(await h.statusOf(earlier)).toBe('expired')
    h.pay(now)
    await h.settle()
    expect(await h.page(pot)).toMatchObject({ raised_minor: '2000', gift_count: 1 })
    await h.sound()
  })

  it('and pays both all the same has given twice, each once, to the franc', async () => {
    const { pot } = await h.openPot()
    const earlier = await h.start(pot, 10_000)
    const now = await h.start(pot, 2_000, instead(earlier))
    await h.settle()
    h.pay(now)
    // Wave took it in the moment the page was being closed.
    h.pay(earlier, true)
    await h.settle()
    expect([await h.statusOf(earlier), await h.statusOf(now)]).toEqual(['received', 'received'])
    expect(await h.inPot(pot)).toBe(12_000n)
    expect(await h.page(pot)).toMatchObject({ raised_minor: '12000', gift_count: 2 })
    await h.sound()
  })

  it('after paying has made a second gift: what is paid is not touched, however often it is sent', async () => {
    const { pot } = await h.openPot()
    const earlier = await h.give(pot, 10_000)
    const call = { key: newKey(), body: { amount_minor: '2000', donor_name: 'Modou', ...instead(earlier) } }
    const answers = await Promise.all([1, 2, 3].map(() => h.t.call('POST', `/p/${pot.slug}/gifts`, call)))
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThan(0)
    await h.settle()
    expect(await h.statusOf(earlier)).toBe('received')
    expect(await h.page(pot)).toMatchObject({ raised_minor: '10000', gift_count: 1 })
  })

  it('closes no page of somebody else: without the secret, or in another pot, nothing is let go', async () => {
    const [{ pot }, { pot: other }] = [await h.openPot(), await h.openPot()]
    const theirs = await h.start(pot, 10_000)
    await h.start(pot, 2_000, instead(theirs, '0'.repeat(32)))
    await h.start(other, 2_000, instead(theirs))
    await h.settle()
    expect(atWave(theirs)).toBe('open')
    expect(await h.statusOf(theirs)).toBe('pending')
  })
})

describe('the same gift again', () => {
  it('counts once when the webhook comes five times', async () => {
    const { pot } = await h.openPot()
    const given = await h.start(pot, 10_000)
    h.wave.control.faults({ fault: 'duplicate', copies: 4, together: true })
    h.pay(given)
    await h.settle()
    expect(await h.inPot(pot)).toBe(10_000n)
    expect(await h.page(pot)).toMatchObject({ raised_minor: '10000', gift_count: 1 })
    await h.sound()
  })

  it('counts once when the news of the money is told twice', async () => {
    const { owner, pot } = await h.openPot()
    const given = await h.give(pot, 10_000)
    const gift = await h.gift(given)
    const news = {
      owner_id: gift.owner_id,
      reference: gift.id,
      payment_id: gift.payment_id,
      amount_minor: '10000',
      currency: 'XOF',
      succeeded_at: h.t.clock.now().toString(),
    }
    await h.t.tx((tx) => recordGift(h.t.ctx(), tx, news))
    await h.settle()
    expect(await h.inPot(pot)).toBe(10_000n)
    expect((await h.read(pot)).raised_minor).toBe(10_000n)
    expect((await h.sentTo(owner.phone)).filter((key) => key === 'pots.gift_arrived')).toHaveLength(1)
  })

  it('is one gift for one key, and a double click is one payment page', async () => {
    const { pot } = await h.openPot()
    const call = { key: newKey(), body: { amount_minor: '5000', donor_name: 'Modou' } }
    const first = await h.t.call('POST', `/p/${pot.slug}/gifts`, call)
    const second = await h.t.call('POST', `/p/${pot.slug}/gifts`, call)
    expect(second.json).toEqual(first.json)
    const other = await h.t.call('POST', `/p/${pot.slug}/gifts`, {
      ...call,
      body: { amount_minor: '6000', donor_name: 'Modou' },
    })
    expect(other.json.code).toBe('kernel.key_reused')
  })
})

it('is not handed to whoever finds a guest’s key after the answer was forgotten', async () => {
  const { pot } = await h.openPot()
  const give = (amount_minor: string) =>
    h.t.call('POST', `/p/${pot.slug}/gifts`, { key: 'found', body: { amount_minor, donor_name: 'Modou' } })
  const { secret } = (await give('5000')).json
  await h.t.asOwner((client) => client.query('delete from kernel.idempotency'))
  expect((await give('5000')).json.secret).toBe(secret)
  await h.t.asOwner((client) => client.query('delete from kernel.idempotency'))
  expect((await give('6000')).json.code).toBe('kernel.key_reused')
  h.advance({ hours: 49 })
  await h.t.asOwner((client) => client.query('delete from kernel.idempotency'))
  const late = await give('5000')
  expect(late.json.code).toBe('kernel.key_reused')
  expect(late.text).not.toContain(secret)
})

describe('the news of the money', () => {
  it('is there before the donor comes back from the provider', async () => {
    const { pot } = await h.openPot()
    const given = await h.give(pot, 10_000)
    expect(await giftPage(given)).toMatchObject({ status: 'received', amount_minor: '10000', pot: { slug: pot.slug } })
    expect((await giftPage(given)).timeline.map((step: { code: string }) => step.code)).toEqual(
      expect.arrayContaining(['started', 'received']),
    )
  })

  it('is found by asking when the webhook never comes', async () => {
    const { pot } = await h.openPot()
    const given = await h.start(pot, 10_000)
    h.wave.control.faults({ fault: 'drop' })
    h.pay(given)
    await h.settle()
    expect(await h.statusOf(given)).toBe('pending')
    h.advance({ minutes: 3 })
    await h.t.runCron()
    expect(await h.statusOf(given)).toBe('received')
    expect(await h.inPot(pot)).toBe(10_000n)
  })

  it('counts for nothing with a bad signature', async () => {
    const { pot } = await h.openPot()
    const given = await h.start(pot, 10_000)
    h.wave.control.faults([{ fault: 'forge', variant: 'other-secret' }, { fault: 'drop' }])
    h.pay(given)
    await h.settle()
    expect(await h.statusOf(given)).toBe('pending')
    expect(await h.inPot(pot)).toBe(0n)
  })

  it.each([{ fault: 'wrong-amount', amount: '2500' }, { fault: 'wrong-currency' }])(
    'of another amount or currency never becomes a gift: %o',
    async (fault) => {
      const { pot } = await h.openPot()
      const given = await h.start(pot, 10_000)
      h.wave.control.faults(fault)
      h.pay(given)
      await h.settle()
      expect(await h.gift(given)).toMatchObject({ status: 'failed', reason: 'amount_differs' })
      expect(await h.inPot(pot)).toBe(0n)
      expect((await h.page(pot)).raised_minor).toBe('0')
    },
  )
})

describe('an attempt that fails', () => {
  it('says why, and the next one in the same checkout counts', async () => {
    const { pot } = await h.openPot()
    const given = await h.start(pot, 10_000)
    h.wave.control.fail({ session: sessionOf(given), code: 'insufficient-funds' })
    await h.settle()
    // With what was written, so that the form can offer it again.
    expect(await giftPage(given)).toMatchObject({
      status: 'failed',
      reason: 'insufficient-funds',
      donor_name: 'Modou',
    })
    const again = await h.t.call('POST', `/gifts/${given.gift_id}/checkout`, { body: { secret: given.secret } })
    expect(again.json.launch_url).toBe(given.launch_url)
    h.pay(given)
    await h.settle()
    expect(await h.statusOf(given)).toBe('received')
    const paid = await h.t.call('POST', `/gifts/${given.gift_id}/checkout`, { body: { secret: given.secret } })
    expect(paid.json.code).toBe('pots.gift_not_payable')
  })

  it('expires unpaid, and still counts when the money comes late while the pot takes gifts', async () => {
    const { pot } = await h.openPot()
    const given = await h.start(pot, 10_000)
    h.wave.control.expire({ session: sessionOf(given) })
    h.advance({ minutes: 40 })
    await h.t.runCron()
    await h.settle()
    expect(await h.statusOf(given)).toBe('expired')
    h.pay(given, true)
    await h.settle()
    expect(await h.statusOf(given)).toBe('received')
    expect(await h.inPot(pot)).toBe(10_000n)
  })
})

describe('money for a pot that has ended meanwhile', () => {
  const late = async (more: Record<string, unknown> = {}) => {
    const { owner, pot } = await h.openPot(10_000n)
    const given = await h.start(pot, 7_000, more)
    await h.give(pot, 10_000)
    const bought = await h.t.call('POST', `/pots/${wirePot(pot)}/pack-purchase`, {
      token: owner.token,
      key: newKey(),
      body: {},
    })
    expect(bought.status).toBe(200)
    h.pay(given)
    await h.settle()
    return { owner, pot, given }
  }
  const choose = (given: Given, choice: string, secret = given.secret) =>
    h.t.call('POST', `/gifts/${given.gift_id}/choice`, { key: newKey(), body: { secret, choice } })

  it('is held, not in the pot, and the donor is asked', async () => {
    const phone = newPhone()
    const { pot, given } = await late({ donor_phone: phone })
    expect(await h.statusOf(given)).toBe('held')
    expect(await h.inPot(pot)).toBe(0n)
    expect(await unapplied(given)).toBe(7_000n)
    expect((await h.page(pot)).raised_minor).toBe('10000')
    expect(await giftPage(given)).toMatchObject({ status: 'held', choose_until: expect.stringContaining('2026-03-16') })
    expect(await h.sentTo(phone)).toContain('pots.gift_came_late')
    await h.sound()
  })

  it('goes back when the donor wants it back', async () => {
    const phone = newPhone()
    const { given } = await late({ donor_phone: phone })
    expect((await choose(given, 'refund')).json).toEqual({ status: 'refunding' })
    await h.settle()
    expect(await h.statusOf(given)).toBe('refunded')
    expect(await unapplied(given)).toBe(0n)
    expect(await h.sentTo(phone)).toContain('pots.refund_sent')
    // Chosen is chosen.
    expect((await choose(given, 'refund')).status).toBe(200)
    expect((await choose(given, 'credit')).json.code).toBe('pots.no_choice_to_make')
    await h.sound()
  })

  it('becomes the owner’s credit when the donor wants that, once', async () => {
    const { owner, given } = await late()
    const before = await h.credit(owner)
    await Promise.all([choose(given, 'credit'), choose(given, 'credit'), choose(given, 'credit')])
    await h.settle()
    expect(await h.statusOf(given)).toBe('credited')
    expect((await h.credit(owner)) - before).toBe(7_000n)
    expect((await choose(given, 'refund')).json.code).toBe('pots.no_choice_to_make')
    await h.sound()
  })

  it('goes back by itself after fourteen days, not before', async () => {
    const { given } = await late()
    h.advance({ hours: 24 * 14 - 1 })
    await h.t.runCron()
    expect(await h.statusOf(given)).toBe('held')
    h.advance({ hours: 1 })
    await h.t.runCron()
    await h.settle()
    expect(await h.gift(given)).toMatchObject({ status: 'refunded', refund_reason: 'not_chosen' })
  })

  it('belongs to whoever has the secret of the gift’s own link', async () => {
    const { given } = await late()
    const other = await late()
    expect((await choose(given, 'refund', other.given.secret)).status).toBe(404)
    expect((await h.t.call('GET', `/gifts/${given.gift_id}?secret=${other.given.secret}`)).status).toBe(404)
    expect(await h.statusOf(given)).toBe('held')
  })
})

describe('who sees what', () => {
  it('keeps an anonymous name from the page, the owner, staff, and every readable column', async () => {
    const { owner, pot } = await h.openPot()
    const given = await h.give(pot, 5_000, { donor_name: 'Zacharie Secret', is_anonymous: true, message: 'Bravo' })
    const page = await h.page(pot)
    expect(page.gifts[0]).toEqual({
      name: null,
      anonymous: true,
      amount_minor: '5000',
      message: 'Bravo',
      at: expect.any(String),
    })
    const own = await h.t.call('GET', `/pots/${wirePot(pot)}/gifts`, { token: owner.token })
    expect(own.json.items[0]).toMatchObject({ name: null, anonymous: true })
    const staff = await h.staff('pots.view')
    const listed = await h.t.call('GET', `/gifts?pot_id=${wirePot(pot)}`, { token: staff.token })
    expect(listed.json.items[0]).toMatchObject({ name: null })
    await h.t.asOwner(async (client) => {
      const { rows } = await client.query('select g::text as row from pots.gift g')
      expect(rows.map((it) => it.row).join()).not.toContain('Zacharie')
      const hex = Buffer.from('Zacharie').toString('hex')
      expect(rows.map((it) => it.row).join()).not.toContain(hex)
    })
    // The database itself keeps it so.
    const leak = h.t.asOwner((client) =>
      client.query(`update pots.gift set donor_name = 'Zacharie' where id = $1`, [giftId.parse(given.gift_id)]),
    )
    await expect(leak).rejects.toThrow('gift_anonymous_has_no_name')
  })

  it('hides an amount apart from the name', async () => {
    const { owner, pot } = await h.openPot()
    await h.give(pot, 5_000, { show_amount: false })
    expect((await h.page(pot)).gifts[0]).toMatchObject({ name: 'Modou', amount_minor: null })
    const own = await h.t.call('GET', `/pots/${wirePot(pot)}/gifts`, { token: owner.token })
    expect(own.json.items[0]).toMatchObject({ amount_minor: '5000' })
  })

  it('shows neither names nor messages where the owner wants none', async () => {
    const { pot } = await h.openPot(25_000n, { show_names: false })
    await h.give(pot, 5_000, { message: 'Bravo' })
    expect((await h.page(pot)).gifts[0]).toMatchObject({ name: null, anonymous: false, message: 'Bravo' })
  })

  it('counts the gifts of a private pot without listing them, and lists only public pots', async () => {
    const [hidden, listed] = [
      await h.openPot(25_000n, { visibility: 'private' }),
      await h.openPot(25_000n, { visibility: 'public' }),
    ]
    await h.give(hidden.pot, 5_000)
    expect(await h.page(hidden.pot)).toMatchObject({ raised_minor: '5000', gift_count: 1, gifts: [] })
    const list = await h.t.call('GET', '/p')
    const slugs = list.json.items.map((it: { slug: string }) => it.slug)
    expect(slugs).toContain(listed.pot.slug)
    expect(slugs).not.toContain(hidden.pot.slug)
  })
})

describe('what a pot does not take', () => {
  it.each([
    [{ amount_minor: '199' }, 'pots.gift_out_of_range'],
    [{ amount_minor: '500001' }, 'pots.gift_out_of_range'],
    [{ donor_name: '  ' }, 'pots.anonymous_not_allowed'],
    [{ is_anonymous: true }, 'pots.anonymous_not_allowed'],
    [{ message: 'Bonjour' }, 'pots.messages_not_allowed'],
    [{ donor_name: 'x'.repeat(61) }, 'pots.too_long'],
    [{ donor_phone: '12' }, 'identity.phone_invalid'],
    [{ amount_minor: '-5' }, 'kernel.invalid_input'],
  ])('%o', async (more, code) => {
    const { pot } = await h.openPot(25_000n, { allow_anonymous: false, allow_messages: false })
    const answer = await h.t.call('POST', `/p/${pot.slug}/gifts`, {
      key: newKey(),
      body: { amount_minor: '5000', donor_name: 'Modou', ...more },
    })
    expect(answer.json.code).toBe(code)
  })

  it('a number that is none is refused where it was written', async () => {
    const { pot } = await h.openPot()
    const body = { amount_minor: '5000', donor_name: 'Modou', donor_phone: '12' }
    const answer = await h.t.call('POST', `/p/${pot.slug}/gifts`, { key: newKey(), body })
    expect(Object.keys(answer.json.fields)).toEqual(['donor_phone'])
  })

  it('no gift of nobody, and says that it may be given in secret where it may', async () => {
    const { pot } = await h.openPot()
    const answer = await h.t.call('POST', `/p/${pot.slug}/gifts`, { key: newKey(), body: { amount_minor: '5000' } })
    expect(answer.json).toMatchObject({ code: 'pots.name_needed', fields: { donor_name: expect.anything() } })
  })

  it('nothing without a key, and nothing for a pot that is not there', async () => {
    const { pot, pack } = await h.openPot()
    const body = { amount_minor: '5000', donor_name: 'Modou' }
    expect((await h.t.call('POST', `/p/${pot.slug}/gifts`, { body })).json.code).toBe('kernel.key_required')
    const unknown = await h.t.call('POST', '/p/nobody-23456789ab/gifts', { key: newKey(), body })
    expect(unknown.status).toBe(404)
    expect((await h.page(pot)).pack).toMatchObject({ id: wirePack(pack), price_minor: '25000', gone: false })
  })
})

it('leaves what a provider that cannot be reached never answered as a wish, and goes on with the same key', async () => {
  const { pot } = await h.openPot()
  const call = { key: newKey(), body: { amount_minor: '5000', donor_name: 'Modou' } }
  h.wave.control.faults({ fault: 'http-error', on: 'checkout.create', status: 503, when: 'after' })
  h.wave.control.faults({ fault: 'http-error', on: 'checkout.search', status: 503, when: 'before' })
  const first = await h.t.call('POST', `/p/${pot.slug}/gifts`, call)
  expect(first.status).toBeGreaterThanOrEqual(500)
  h.advance({ minutes: 1 })
  const second = await h.t.call('POST', `/p/${pot.slug}/gifts`, call)
  expect(second.status).toBe(201)
  const sessions = h.wave.control.state().sessions.filter((it) => it.client_reference === sessionOf(second.json))
  expect(sessions).toHaveLength(1)
  expect(
    await h.t.tx(
      async (tx) =>
        (await balanceOf(tx, { owner: pot.owner_id, kind: 'pot', ref: pot.id, asset: 'XOF', mode: 'guarded' }))
          .posted_minor,
    ),
  ).toBe(0n)
})
