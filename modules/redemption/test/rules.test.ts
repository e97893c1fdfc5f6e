/** Tables of cases for the pure parts: judging a scan, undoing, splitting, codes, tokens, the QR picture. */
import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newCode, readCode, shownCode } from '../codes.ts'
import { qrSvg } from '../qr.ts'
import { judgeScan, splitOf, undoRefusedBecause, validity, type ScannedVoucher, type ScanResult } from '../rules.ts'
import { keyringOf, readToken, signToken } from '../tokens.ts'
import { countsStill, secondsLeft, windowOf } from '../windows.ts'

const at = (text: string) => Temporal.Instant.from(text)
const voucher: ScannedVoucher = {
  partner_id: 'partner',
  venue_ids: [],
  valid_from: at('2026-03-12T00:00:00Z'),
  valid_until: at('2026-06-10T00:00:00Z'),
  claim_kind: null,
  requires_guardian: false,
  guardian_approved_at: null,
}
const noon = at('2026-03-12T12:00:00Z')
const here = {
  partner_id: 'partner',
  venue: { id: 'venue', is_open: true },
  now: noon,
  holder_active: true,
  shown_now: true,
}

test.each<[string, ScanResult, Partial<ScannedVoucher>, Partial<typeof here>]>([
  ['on the birthday', 'accepted', {}, {}],
  ['in the first instant of the birthday', 'accepted', {}, { now: at('2026-03-12T00:00:00Z') }],
  ['a nanosecond before the birthday', 'not_yet_valid', {}, { now: at('2026-03-11T23:59:59.999999999Z') }],
  ['in the last nanosecond', 'accepted', {}, { now: at('2026-06-09T23:59:59.999999999Z') }],
  ['in the first instant after', 'expired', {}, { now: at('2026-06-10T00:00:00Z') }],
  ['by another partner', 'wrong_partner', {}, { partner_id: 'other' }],
  ['used, by another partner: nothing is told', 'wrong_partner', { claim_kind: 'redeemed' }, { partner_id: 'other' }],
  ['in a venue of the list', 'accepted', { venue_ids: ['venue'] }, {}],
  ['in a venue that is not on the list', 'wrong_venue', { venue_ids: ['elsewhere'] }, {}],
  ['in a closed venue', 'wrong_venue', {}, { venue: { id: 'venue', is_open: false } }],
  ['after use', 'already_used', { claim_kind: 'redeemed' }, {}],
  ['after it was cancelled', 'cancelled', { claim_kind: 'cancelled' }, {}],
  ['after the sweep', 'expired', { claim_kind: 'expired' }, {}],
  ['of a suspended holder', 'holder_suspended', {}, { holder_active: false }],
  ['of a minor without approval', 'guardian_approval_missing', { requires_guardian: true }, {}],
  ['of an old picture', 'outdated', {}, { shown_now: false }],
  ['of an old picture of a used voucher', 'already_used', { claim_kind: 'redeemed' }, { shown_now: false }],
  ['of a minor with approval', 'accepted', { requires_guardian: true, guardian_approved_at: noon }, {}],
])('a scan %s is %s', (_, result, given, scan) => {
  expect(judgeScan({ ...voucher, ...given }, { ...here, ...scan })).toBe(result)
})

const redemption = { partner_id: 'partner', redeemed_at: noon, undone_at: null }
test.each([
  ['at once', 'partner', noon, null, undefined],
  ['after ten minutes to the second', 'partner', noon.add({ minutes: 10 }), null, undefined],
  ['a nanosecond later', 'partner', noon.add({ minutes: 10, nanoseconds: 1 }), null, 'too_late'],
  ['by another partner', 'other', noon, null, 'wrong_partner'],
  ['twice', 'partner', noon, noon, 'already_undone'],
])('taking a scan back %s', (_, partner, now, undone_at, refused) => {
  expect(undoRefusedBecause({ ...redemption, undone_at }, partner, now, 10)).toBe(refused)
})

test('a split loses and makes nothing, and the commission gets the indivisible franc', () => {
  expect(splitOf(10_001n, 8500)).toEqual({ share_minor: 8500n, commission_minor: 1501n })
  fc.assert(
    fc.property(fc.bigInt(1n, 10n ** 12n), fc.integer({ min: 0, max: 10_000 }), (price, points) => {
      const { share_minor, commission_minor } = splitOf(price, points)
      expect(share_minor + commission_minor).toBe(price)
      expect(share_minor >= 0n && commission_minor >= 0n).toBe(true)
    }),
  )
})

test('a voucher holds from 00:00 of the birthday in the zone of the product, for whole days', () => {
  const day = Temporal.PlainDate.from('2026-03-12')
  expect(validity(day, 90, 'Africa/Dakar')).toEqual({
    valid_from: at('2026-03-12T00:00:00Z'),
    valid_until: at('2026-06-10T00:00:00Z'),
  })
  // Egypt turned its clocks on 24 April 2026.
  expect(validity(Temporal.PlainDate.from('2026-04-23'), 2, 'Africa/Cairo')).toEqual({
    valid_from: at('2026-04-22T22:00:00Z'),
    valid_until: at('2026-04-24T21:00:00Z'),
  })
})

test('a code is read as people write it', () => {
  const code = newCode()
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
  expect(shownCode(code)).toMatch(/^\w{4}-\w{3}-\w{3}$/)
  for (const typed of [code, shownCode(code), shownCode(code).toLowerCase(), ` ${code.slice(0, 5)} ${code.slice(5)} `])
    expect(readCode(typed)).toBe(code)
  const sloppy = code.replaceAll('0', 'o').replaceAll('1', 'l')
  expect(readCode(sloppy)).toBe(code)
  expect(readCode(code.replaceAll('1', 'I').replaceAll('0', 'O'))).toBe(code)
  for (const wrong of ['', code.slice(1), `${code}0`, `${code.slice(0, 9)}U`]) expect(readCode(wrong)).toBeUndefined()
})

test('no single wrong character and no two exchanged ones go unnoticed', () => {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  fc.assert(
    fc.property(
      fc.constant(null).map(newCode),
      fc.nat(9),
      fc.nat(9),
      fc.constantFrom(...alphabet),
      (code, i, j, char) => {
        const changed = code.slice(0, i) + char + code.slice(i + 1)
        if (changed !== code) expect(readCode(changed)).toBeUndefined()
        const chars = [...code]
        ;[chars[i], chars[j]] = [chars[j]!, chars[i]!]
        if (chars.join('') !== code) expect(readCode(chars.join(''))).toBeUndefined()
      },
    ),
  )
})

const keyPair = () => generateKeyPairSync('ed25519')
const content = {
  voucher_id: '01980000-0000-7000-8000-00000000aaaa',
  valid_from: noon,
  valid_until: noon.add({ hours: 1 }),
  window: undefined,
}
const onScreen = { ...content, window: 2 ** 24 - 1 }

test.each([
  ['on paper', content, 149],
  ['on a screen', onScreen, 154],
])('a token %s says what was signed, in either case, and fits a small QR code', (_, said, characters) => {
  const ring = keyringOf(keyPair().privateKey, [])
  const token = signToken(ring, said)
  expect(readToken(ring, token)).toEqual(said)
  expect(readToken(ring, ` ${token.toLowerCase()}\n`)).toEqual(said)
  expect(signToken(ring, said)).toBe(token)
  expect(token).toMatch(new RegExp(`^[0-9A-Z]{${characters}}$`))
  expect(qrSvg(token, 'a & b')).toContain('viewBox="0 0 49 49"')
  expect(qrSvg(token, 'a & b')).toContain('<title>a &amp; b</title>')
})

test.each([
  ['on paper', content],
  ['on a screen', onScreen],
])('a token %s that was changed in any place, or signed by a stranger, is not ours', (_, said) => {
  const ring = keyringOf(keyPair().privateKey, [])
  const token = signToken(ring, said)
  for (let i = 0; i < token.length; i++) {
    const forged = token.slice(0, i) + (token[i] === '0' ? '1' : '0') + token.slice(i + 1)
    expect(readToken(ring, forged)).toBeUndefined()
  }
  const stranger = signToken(keyringOf(keyPair().privateKey, []), said)
  for (const wrong of [stranger, '', token.slice(1), `${token}0`, 'U'.repeat(149), 'É'.repeat(149), 'U'.repeat(154)])
    expect(readToken(ring, wrong)).toBeUndefined()
})

test.each([
  ['in the moment it is shown', 0, true],
  ['a second before it was shown, by a clock that is behind', -1, true],
  ['half a minute later', 30, true],
  ['in the last second of the next window', 59, true],
  ['a window after the next', 60, false],
  ['two windows before it was shown', -31, false],
  ['a day later', 86_400, false],
])('a code from the start of a window read %s counts: %s seconds, %s', (_, seconds, counted) => {
  const start = at('2026-03-12T12:00:00Z')
  expect(countsStill(windowOf(start, 30), start.add({ seconds }), 30)).toBe(counted)
})

test('windows go on where their number begins anew', () => {
  const last = Temporal.Instant.fromEpochMilliseconds((2 ** 24 * 4 - 1) * 30_000)
  expect(windowOf(last, 30)).toBe(2 ** 24 - 1)
  expect(countsStill(windowOf(last, 30), last.add({ seconds: 30 }), 30)).toBe(true)
  expect(countsStill(windowOf(last, 30), last.add({ seconds: 60 }), 30)).toBe(false)
})

test('whenever a code is shown it counts for a window and never for more than two', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 1, max: 60_000 }), (shown, later) => {
      const now = noon.add({ milliseconds: shown })
      const counted = countsStill(windowOf(now, 30), now.add({ milliseconds: later }), 30)
      if (later <= 30_000) expect(counted).toBe(true)
      if (later >= 60_000) expect(counted).toBe(false)
      const { renew, refused } = secondsLeft(now, 30)
      expect(renew).toBeGreaterThan(0)
      expect(refused - renew).toBe(30)
      expect(windowOf(now.add({ seconds: renew }), 30)).not.toBe(windowOf(now, 30))
    }),
  )
})

test('what a former key signed is honoured while that key is listed, and no longer', () => {
  const old = keyPair()
  const token = signToken(keyringOf(old.privateKey, []), content)
  const next = keyPair().privateKey
  const listed = old.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
  expect(readToken(keyringOf(next, [listed]), token)).toEqual(content)
  expect(readToken(keyringOf(next, []), token)).toBeUndefined()
})
