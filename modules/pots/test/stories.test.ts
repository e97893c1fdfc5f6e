// The main journey of a pot with everything real: ledger, payments, the provider's stand-in, vouchers.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listVenues } from '../../merchants/api.ts'
import { redeem } from '../../redemption/api.ts'
import { house, newKey, newPhone, wirePot, type House } from './make.ts'

let h: House
beforeAll(async () => {
  h = await house()
})
afterAll(() => h.close())

describe('a birthday in twenty days', () => {
  it('goes from the first gift to the pack in the owner’s hands', async () => {
    const { owner, pot } = await h.openPot(25_000n)
    expect(pot.status).toBe('open')
    expect(pot.birthday.toString()).toBe('2026-03-22')

    const phone = newPhone()
    const given = await h.start(pot, 10_000, { donor_phone: phone, message: 'Joyeux anniversaire !' })
    expect(await h.statusOf(given)).toBe('pending')
    expect((await h.page(pot)).raised_minor).toBe('0')
    h.pay(given)
    await h.settle()
    expect(await h.statusOf(given)).toBe('received')
    expect(await h.inPot(pot)).toBe(10_000n)
    let page = await h.page(pot)
    expect(page).toMatchObject({ status: 'open', raised_minor: '10000', gift_count: 1, target_minor: '25000' })
    expect(page.gifts).toEqual([
      {
        name: 'Modou',
        anonymous: false,
        amount_minor: '10000',
        message: 'Joyeux anniversaire !',
        at: expect.any(String),
      },
    ])
    expect(await h.sentTo(phone)).toContain('pots.thank_donor')
    expect(await h.sentTo(owner.phone)).toEqual(expect.arrayContaining(['pots.pot_is_open', 'pots.gift_arrived']))

    await h.give(pot, 20_000)
    page = await h.page(pot)
    expect(page).toMatchObject({ status: 'funded', raised_minor: '30000' })
    expect(await h.sentTo(owner.phone)).toContain('pots.target_reached')

    const bought = await h.t.call('POST', `/pots/${wirePot(pot)}/pack-purchase`, {
      token: owner.token,
      key: newKey(),
      body: {},
    })
    expect(bought.json).toMatchObject({ status: 'bought', price_minor: '25000', surplus_minor: '5000' })
    expect(await h.inPot(pot)).toBe(0n)
    expect(await h.credit(owner)).toBe(5_000n)
    // What was raised stays on the page.
    page = await h.page(pot)
    expect(page).toMatchObject({ status: 'closed', end_reason: 'bought', raised_minor: '30000', takes_gifts: false })
    expect(await h.steps(pot)).toEqual(['created', 'opened', 'first_gift', 'target_reached', 'pack_bought'])

    const voucher = await h.t.call('GET', `/vouchers/${bought.json.voucher_id}`, { token: owner.token })
    expect(voucher.status).toBe(200)
    expect(voucher.json.valid_from).toBe('2026-03-22T00:00:00Z')
    await h.sound()

    // On the birthday the partner scans it, and everybody who gave can see that.
    const { partner_id } = (await h.read(pot)).pack!
    const [venue] = await h.t.tx((tx) => listVenues(tx, partner_id))
    // What her phone shows at this moment.
    const scan = async () => {
      const shown = await h.t.call('GET', `/vouchers/${bought.json.voucher_id}`, { token: owner.token })
      return h.t.tx((tx) =>
        redeem(h.t.ctx(), tx, { token: shown.json.token ?? voucher.json.token, partner_id, venue_id: venue!.id }),
      )
    }
    expect((await scan()).result).toBe('not_yet_valid')
    await h.goTo('2026-03-22')
    expect((await scan()).result).toBe('accepted')
    expect((await scan()).result).toBe('already_used')
    await h.settle()
    expect((await h.steps(pot)).at(-1)).toBe('redeemed')
    const donor = await h.t.call('GET', `/gifts/${given.gift_id}?secret=${given.secret}`)
    expect(donor.json.timeline.map((step: { code: string }) => step.code)).toEqual(
      expect.arrayContaining(['started', 'received', 'pack_bought', 'redeemed']),
    )
    await h.sound()
  })

  it('takes the gift of somebody signed in, hands out what it knows of them, and forgets it', async () => {
    h.t.clock.set('2026-03-02T10:00:00Z')
    h.advance({ seconds: 0 })
    const { owner, pot } = await h.openPot(25_000n)
    const donor = await h.owner()
    const answer = await h.t.call('POST', `/p/${pot.slug}/gifts`, {
      key: newKey(),
      token: await h.tokenOf(donor),
      body: { amount_minor: '4000', donor_name: 'Fatou Ndiaye', message: 'Bravo' },
    })
    expect(answer.json).toHaveProperty('gift_id')
    const looked = await h.t.call('POST', `/p/${pot.slug}/views`, { token: await h.tokenOf(donor) })
    expect(looked.status).toBe(204)
    const { gift_id, secret } = answer.json
    const again = await h.t.call('POST', `/gifts/${gift_id}/checkout`, {
      token: await h.tokenOf(donor),
      body: { secret },
    })
    expect(again.json.launch_url).toBe(answer.json.launch_url)
    h.pay(answer.json)
    await h.settle()
    const { personalData } = h.t.product.modules.find((it) => it.name === 'pots')!
    const known = JSON.stringify(await h.t.tx((tx) => personalData!.export(h.t.ctx(), tx, donor.userId)))
    expect(known).toContain('Fatou Ndiaye')
    for (let i = 0; i < 2; i++) await h.t.tx((tx) => personalData!.erase(h.t.ctx(), tx, donor.userId))
    const page = await h.page(pot)
    expect(page.raised_minor).toBe('4000')
    expect(page.gifts[0]).toMatchObject({ name: null, message: null, amount_minor: '4000' })
    await h.t.tx((tx) => personalData!.erase(h.t.ctx(), tx, owner.userId))
    expect(await h.page(pot)).toMatchObject({ title: '', story: '', honoree_name: '', visibility: 'private' })
    await h.sound()
  })
})
