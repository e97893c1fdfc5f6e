// What may follow what, where money goes, who sees what: tables of cases.
import { describe, expect, it } from 'vitest'
import {
  available,
  before,
  fateOfMoney,
  GIFT_NEXT,
  mayFollow,
  mayPick,
  missing,
  neededFor,
  openingOf,
  POT_NEXT,
  refundableFrom,
  seenOfGift,
  SLUG,
  slugOf,
  surplus,
  takesGifts,
  type GiftStatus,
  type PotStatus,
  type Viewer,
  type Visibility,
} from '../rules.ts'

const POTS = Object.keys(POT_NEXT) as PotStatus[]
const GIFTS = Object.keys(GIFT_NEXT) as GiftStatus[]

describe('the life of a pot', () => {
  it('goes forward only', () => {
    const moves = POTS.flatMap((from) =>
      POTS.filter((to) => mayFollow(POT_NEXT, from, to)).map((to) => `${from}>${to}`),
    )
    expect(moves).toEqual([
      'scheduled>open',
      'scheduled>closed',
      'open>funded',
      'open>closed',
      'open>expired',
      'funded>closed',
      'funded>expired',
    ])
  })

  it('takes gifts only while open or funded', () => {
    expect(POTS.filter(takesGifts)).toEqual(['open', 'funded'])
  })
})

describe('money that arrives for a gift', () => {
  // Rows: status of the gift; columns: scheduled, open, funded, closed, expired.
  it.each<[GiftStatus, string]>([
    ['pending', 'hold apply apply hold hold'],
    ['failed', 'hold apply apply hold hold'],
    ['expired', 'hold apply apply hold hold'],
    ['received', 'ignore ignore ignore ignore ignore'],
    ['held', 'ignore ignore ignore ignore ignore'],
    ['credited', 'ignore ignore ignore ignore ignore'],
    ['refunding', 'ignore ignore ignore ignore ignore'],
    ['refund_failed', 'ignore ignore ignore ignore ignore'],
    ['refunded', 'ignore ignore ignore ignore ignore'],
  ])('%s: %s', (gift, fates) => {
    expect(POTS.map((pot) => fateOfMoney(gift, pot)).join(' ')).toBe(fates)
  })

  it('can be given back only from where it lies', () => {
    const from = (status: GiftStatus, applied: boolean) =>
      refundableFrom({ status, reason: null, applied_at: applied ? 'then' : null })
    expect(from('received', true)).toBe('pot')
    expect(from('held', false)).toBe('unapplied')
    expect(from('refund_failed', true)).toBe('pot')
    expect(from('refund_failed', false)).toBe('unapplied')
    for (const status of ['pending', 'failed', 'expired', 'credited', 'refunding', 'refunded'] as const)
      expect(from(status, true)).toBeUndefined()
    const failed = (reason: string) => refundableFrom({ status: 'failed', reason, applied_at: null })
    expect(failed('amount_differs')).toBe('unapplied')
    expect(failed('insufficient-funds')).toBeUndefined()
  })

  it('never comes back to life once refunded or credited', () => {
    for (const status of GIFTS) {
      expect(mayFollow(GIFT_NEXT, 'refunded', status)).toBe(false)
      expect(mayFollow(GIFT_NEXT, 'credited', status)).toBe(false)
    }
    expect(before(GIFT_NEXT, 'received')).toEqual(['pending', 'failed', 'expired'])
    expect(before(GIFT_NEXT, 'refunding')).toEqual(['failed', 'received', 'held', 'refund_failed'])
  })
})

describe('too much and too little', () => {
  it.each([
    // raised, topped up, price → missing, surplus
    [0n, 0n, 25_000n, 25_000n, undefined],
    [24_999n, 0n, 25_000n, 1n, undefined],
    [25_000n, 0n, 25_000n, 0n, 0n],
    [25_001n, 0n, 25_000n, 0n, 1n],
    [60_000n, 0n, 25_000n, 0n, 35_000n],
    [20_000n, 5_000n, 25_000n, 0n, 0n],
    [20_000n, 4_999n, 25_000n, 1n, undefined],
  ])('%s and %s for %s', (raised_minor, topped_up_minor, price, gap, rest) => {
    const total = { raised_minor, topped_up_minor }
    expect(missing(total, price)).toBe(gap)
    expect(surplus(total, price)).toBe(rest)
    if (rest !== undefined) expect(price + rest).toBe(available(total))
  })

  it('needs the frozen price of the pack, or the target without one', () => {
    expect(neededFor({ target_minor: 10n, pack: null })).toBe(10n)
    expect(neededFor({ target_minor: 10n, pack: { price_minor: '25000' } })).toBe(25_000n)
  })

  it.each([
    // announced, gone, short → another pack allowed
    [null, null, null, true],
    ['a', null, null, false],
    ['a', 'gone', null, true],
    ['a', null, 'short', true],
  ])('announced %s, gone %s, short %s: another pack %s', (pack_id, pack_gone_at, short_since, allowed) => {
    expect(mayPick({ pack_id, pack_gone_at, short_since }, 'b')).toBe(allowed)
    if (pack_id) expect(mayPick({ pack_id, pack_gone_at, short_since }, pack_id)).toBe(true)
  })
})

describe('opening', () => {
  const facts = {
    status: 'scheduled' as PotStatus,
    opensAt: Temporal.Instant.from('2026-05-16T00:00:00Z'),
    birthday: Temporal.PlainDate.from('2026-06-15'),
    now: Temporal.Instant.from('2026-05-16T00:00:00Z'),
    today: Temporal.PlainDate.from('2026-05-16'),
    minor: false,
    guardianApproved: false,
  }
  const at = (now: string, more: Partial<typeof facts> = {}) =>
    openingOf({ ...facts, now: Temporal.Instant.from(now), today: Temporal.PlainDate.from(now.slice(0, 10)), ...more })

  it('waits until the minute, opens at it, and late too, but never on or after the birthday', () => {
    expect(at('2026-05-15T23:59:59Z')).toBe('wait')
    expect(at('2026-05-16T00:00:00Z')).toBe('open')
    expect(at('2026-06-14T23:59:59Z')).toBe('open')
    expect(at('2026-06-15T00:00:00Z')).toBe('roll')
    expect(at('2026-07-01T00:00:00Z')).toBe('roll')
  })
  it('waits for a guardian when the owner is a minor', () => {
    expect(at('2026-05-16T00:00:00Z', { minor: true })).toBe('guardian')
    expect(at('2026-05-16T00:00:00Z', { minor: true, guardianApproved: true })).toBe('open')
    expect(at('2026-05-15T00:00:00Z', { minor: true, guardianApproved: true })).toBe('wait')
  })
  it('happens once', () => {
    for (const status of ['open', 'funded', 'closed', 'expired'] as const)
      expect(at('2026-05-20T00:00:00Z', { status })).toBe('already')
  })
})

describe('who sees what of a gift', () => {
  // viewer, visibility, names shown, messages allowed, anonymous, amount shown → gift name amount message
  it.each<[Viewer, Visibility, boolean, boolean, boolean, boolean, string]>([
    ['public', 'public', true, true, false, true, 'gift name amount message'],
    ['public', 'link', true, true, false, true, 'gift name amount message'],
    ['public', 'public', true, true, true, true, 'gift amount message'],
    ['public', 'public', true, true, false, false, 'gift name message'],
    ['public', 'public', true, true, true, false, 'gift message'],
    ['public', 'public', false, true, false, true, 'gift amount message'],
    ['public', 'public', true, false, false, true, 'gift name amount'],
    ['public', 'private', true, true, false, true, ''],
    ['owner', 'private', false, true, false, false, 'gift name amount message'],
    ['owner', 'public', true, true, true, false, 'gift amount message'],
    ['staff', 'link', true, true, true, true, 'gift amount message'],
    ['staff', 'link', true, true, false, true, 'gift name amount message'],
    ['partner', 'public', true, true, false, true, ''],
  ])('%s of a %s pot (%s %s), gift %s %s: %s', (viewer, visibility, names, messages, anonymous, amount, seen) => {
    const result = seenOfGift(
      viewer,
      { is_anonymous: anonymous, show_amount: amount },
      { visibility, show_names: names, allow_messages: messages },
    )
    expect(
      Object.entries(result)
        .flatMap(([what, shown]) => (shown ? [what] : []))
        .join(' '),
    ).toBe(seen)
  })
})

describe('a share link', () => {
  const random = Uint8Array.from([0, 1, 2, 30, 31, 61, 62, 255, 128, 77])
  it.each([
    ['Les 30 ans d’Aïssatou !', /^les-30-ans-d-aissatou-[2-9a-z]{10}$/],
    ['  ', /^[2-9a-z]{10}$/],
    ['Une très très longue phrase qui ne finit pas', /^une-tres-tres-longue-phr-[2-9a-z]{10}$/],
  ])('of %s', (name, pattern) => {
    expect(slugOf(name, random)).toMatch(pattern)
    expect(slugOf(name, random)).toMatch(new RegExp(SLUG))
  })
})
