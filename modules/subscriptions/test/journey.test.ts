/** The journey of a subscription: trial, first payment, renewal, failure, grace, suspension, and back. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { CARDS, house, type House, type Person } from './make.ts'

let h: House
beforeAll(async () => {
  h = await house()
})
afterAll(() => h.close())
beforeEach(() => {
  h.paymob.control.clearFaults()
  h.heard.length = 0
})

const heard = (id: string) =>
  h.heard.filter((it) => it.payload.subscription_id === id).map((it) => it.event.split('.')[1])

async function family(): Promise<{ guardian: Person; child: Person }> {
  const guardian = await h.guardian()
  return { guardian, child: await h.child(guardian) }
}

describe('a subscription', () => {
  test('goes from the trial to a paid period, renewed by the card that was kept', async () => {
    const { guardian, child } = await family()
    const id = await h.start(guardian, [child])
    expect(await h.access(child)).toMatchObject({ status: 'trial', open: true, plan: 'basic' })
    await h.days(11)
    expect(await h.sentTo(guardian.phone)).toContain('subscriptions.trial_ending')
    await h.buy(guardian, id)
    expect(await h.read(id)).toMatchObject({ status: 'trial', paid_ahead: expect.any(String) })
    await h.days(3)
    expect(await h.read(id)).toMatchObject({ status: 'active', card_id: expect.any(String) })
    const first = await h.read(id)
    expect(first.period_start).toEqual(first.anchor_on)
    await h.goTo(first.period_end.toString())
    const second = await h.read(id)
    expect(second).toMatchObject({ status: 'active', failed_on: null })
    expect(second.period_start).toEqual(first.period_end)
    expect(heard(id)).toEqual(['started', 'renewed', 'renewed'])
    expect((await h.invoices(id)).map((it) => it.number)).toEqual(['TUT-2026-000001', 'TUT-2026-000002'])
    expect(await h.prove()).toEqual([])
  })
})
