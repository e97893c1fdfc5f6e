/** What support reads out: one sentence for every state a caller can ask about, in both languages, and where things lead. */
import { expect, test } from 'vitest'
import { whereTheMoneyIs } from '../app/consoles/staff/inquiry/money.ts'
import { inOrder, pageOfRef, withoutPaymentsOf, type Thing } from '../app/consoles/staff/inquiry/things.ts'
import * as format from '../app/format.ts'
import { translator } from '../app/i18n.ts'
import type { PageView } from '../app/page.tsx'
import type { Locale } from '../app/products.ts'

const GIFT = 'gif_01kc000000000000000000000a'
const PAYMENT = 'pay_01kc000000000000000000000b'
const gift: Thing = {
  kind: 'gift',
  id: GIFT,
  title: 'Modou',
  state: 'received',
  at: '2026-11-20T10:00:00Z',
  amount_minor: '25000',
  currency: 'XOF',
  facts: { payment: PAYMENT, pot: 'pot_01kc000000000000000000000c', honoree: 'Awa', paid_at: '2026-11-20T10:01:00Z' },
}
const payment: Thing = { ...gift, kind: 'payment', id: PAYMENT, title: '', state: 'succeeded', facts: {} }

const view = (locale: Locale): PageView =>
  ({
    product: 'wolo',
    locale,
    t: translator('wolo', locale),
    money: (minor: format.Minor, currency = 'XOF') => format.money(locale, minor, currency),
    date: (value: string, style: format.DateStyle = 'day') => format.date(locale, value, style, 'Africa/Dakar'),
  }) as PageView

test.each<[string, Partial<Thing>, RegExp]>([
  ['waits for Wave', { state: 'pending' }, /pas encore reçu/],
  ['was refused', { state: 'failed' }, /rien n’a été prélevé/],
  [
    'was refused for a pot that is over now',
    { state: 'failed', facts: { ...gift.facts, pot_end_reason: 'bought' } },
    /rien n’a été prélevé.*plus rien à payer/,
  ],
  ['expired', { state: 'expired' }, /n’ont pas été reçus/],
  ['lies in the pot', { state: 'received' }, /gardés dans la cagnotte/],
  ['became the present', { facts: { ...gift.facts, pot_end_reason: 'bought' } }, /devenue le cadeau/],
  ['is asked back', { facts: { ...gift.facts, refund_asked_at: '2026-11-20T11:00:00Z' } }, /doit l’approuver/],
  [
    'came late',
    { state: 'held', facts: { ...gift.facts, choose_until: '2026-12-01T00:00:00Z' } },
    /mardi 1er\u00a0décembre/,
  ],
  ['became credit', { state: 'credited' }, /devenus un crédit/],
  ['goes back', { state: 'refunding' }, /parti vers Wave/],
  [
    'could not go back',
    { state: 'refund_failed', facts: { ...gift.facts, refund_retry_at: '2026-11-21T00:00:00Z' } },
    /réessayons/,
  ],
  ['could not go back at all', { state: 'refund_failed' }, /finances/],
  [
    'went back',
    { state: 'refunded', facts: { ...gift.facts, refunded_at: '2026-11-22T09:00:00Z' } },
    /remboursés le dimanche 22/,
  ],
])('a gift that %s is answered for', (_what, more, sentence) => {
  const said = whereTheMoneyIs(view('fr'), { ...gift, ...more })
  expect(said).toMatch(sentence)
  expect(said).not.toMatch(/undefined|\{|null/)
  expect(whereTheMoneyIs(view('en'), { ...gift, ...more })).toBeTruthy()
})

test('every state a caller can ask about has its sentence in both languages', () => {
  const states = {
    payment: ['created', 'opened', 'succeeded', 'expired', 'cancelled', 'disputed'],
    refund: ['requested', 'succeeded', 'failed'],
    pot: ['scheduled', 'open', 'funded'],
    voucher: ['issued', 'redeemed', 'expired', 'cancelled'],
    payout: ['requested', 'processing', 'succeeded', 'failed', 'reversed'],
    settlement: ['pending', 'approved', 'paying', 'paid', 'disputed', 'carried'],
    webhook: ['received', 'processed', 'ignored', 'unmatched', 'disputed'],
    message: ['queued', 'sending', 'sent', 'failed', 'unknown', 'dropped'],
  }
  for (const [kind, all] of Object.entries(states))
    for (const state of all)
      for (const locale of ['fr', 'en'] as const)
        expect(whereTheMoneyIs(view(locale), { ...gift, kind, state }), `${locale} ${kind} ${state}`).toBeTruthy()
  for (const end_reason of ['bought', 'cancelled', 'failed_pot', 'unspent', 'fraud'])
    expect(whereTheMoneyIs(view('fr'), { ...gift, kind: 'pot', state: 'closed', facts: { end_reason } })).toBeTruthy()
})

test('the gift stands before its pot, and a payment without a gift stays', () => {
  const pot: Thing = { ...gift, kind: 'pot', id: 'pot_1' }
  expect(inOrder([pot, gift]).map(({ kind }) => kind)).toEqual(['gift', 'pot'])
  expect(withoutPaymentsOf([payment])).toEqual([payment])
  expect(withoutPaymentsOf([payment, gift])).toEqual([gift])
  expect(pageOfRef('evt_EV_1')).toBe('/staff/webhooks/EV_1')
  expect(pageOfRef('trf_1')).toBe('/staff/ledger/transfers/trf_1')
  expect(pageOfRef('ref_1')).toBeUndefined()
})
