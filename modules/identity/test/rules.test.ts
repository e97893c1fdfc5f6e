/** Canonical contacts, lifetimes, waiting times, passwords: tables of cases. */
import { expect, test } from 'vitest'
import { commonPasswords } from '../common-passwords.ts'
import {
  addressKey,
  canonicalEmail,
  canonicalPhone,
  deviceLabel,
  judgeSession,
  passwordProblem,
  rangeOf,
  signInDelays,
  type PresentedSession,
} from '../rules.ts'

test.each([
  ['77 123 45 67', 'SN', '+221771234567'],
  ['771234567', 'SN', '+221771234567'],
  ['+221 77-123-45-67', 'SN', '+221771234567'],
  ['00221 77 123 45 67', 'SN', '+221771234567'],
  ['(77) 123.45.67', 'SN', '+221771234567'],
  ['７７１２３４５６７', 'SN', '+221771234567'],
  ['٧٧١٢٣٤٥٦٧', 'SN', '+221771234567'],
  ['098765 43210', 'IN', '+919876543210'],
  ['010 1234 5678', 'EG', '+201012345678'],
  ['+33 6 12 34 56 78', 'SN', '+33612345678'],
  ['06 12 34 56 78', 'FR', '+33612345678'],
])('%s in %s is %s', (text, country, e164) => {
  expect(canonicalPhone(text, country)).toMatchObject({ e164 })
})

test.each([
  ['', 'phone_invalid'],
  ['77 12', 'phone_invalid'],
  ['77 123 45 678', 'phone_invalid'],
  ['0771234567', 'phone_invalid'],
  ['+221 13 123 45 67', 'phone_invalid'],
  ['call me', 'phone_invalid'],
  ['77 123 45 67 ext. 5', 'phone_invalid'],
  ['33 821 23 45', 'phone_not_mobile'],
  ['+20 13 1234 5678', 'phone_invalid'],
  ['+20 2 2345 6789', 'phone_not_mobile'],
])('%s is refused: %s', (text, problem) => {
  expect(canonicalPhone(text, 'SN')).toBe(problem)
})

test.each([
  [' Awa@Example.SN ', 'awa@example.sn'],
  ['a.b+c@mail.example.co', 'a.b+c@mail.example.co'],
  ['awa@école.sn', 'awa@école.sn'],
  ['awa@example', undefined],
  ['awa', undefined],
  ['@example.sn', undefined],
  ['a@@example.sn', undefined],
  ['a b@example.sn', undefined],
  ['awa@example..sn', undefined],
  ['.awa@example.sn', undefined],
  ['awa@-example.sn', undefined],
  ['awa@example.sn\nbcc: x@y.zz', undefined],
  ['<awa@example.sn>', undefined],
  [`${'a'.repeat(65)}@example.sn`, undefined],
])('%j is %j', (text, email) => {
  expect(canonicalEmail(text)).toBe(email)
})

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('the address %s counts as %s', (ip, key) => {
  expect(addressKey(ip)).toBe(key)
})

test('a range is the thousand numbers around a number', () => {
  expect(rangeOf('+221771234567')).toBe('+221771234')
})

const at = (text: string) => Temporal.Instant.from(text)
const base: PresentedSession = {
  created_at: at('2026-01-01T00:00:00Z'),
  last_seen_at: at('2026-03-01T00:00:00Z'),
  superseded_at: null,
  successor_used: null,
}

test.each([
  ['used lately', {}, '2026-03-02T00:00:00Z', 'live'],
  ['unused for a second less than 30 days', {}, '2026-03-30T23:59:59Z', 'live'],
  ['unused for 30 days', {}, '2026-03-31T00:00:00Z', 'expired'],
  ['90 days old, used just now', { last_seen_at: at('2026-03-31T23:00:00Z') }, '2026-04-01T00:00:00Z', 'expired'],
  [
    'superseded, within the minute',
    { superseded_at: at('2026-03-02T00:00:00Z'), successor_used: true },
    '2026-03-02T00:00:59Z',
    'live',
  ],
  [
    'superseded, after the minute',
    { superseded_at: at('2026-03-02T00:00:00Z'), successor_used: true },
    '2026-03-02T00:01:00Z',
    'reused',
  ],
  [
    'superseded, successor never used',
    { superseded_at: at('2026-03-02T00:00:00Z'), successor_used: false },
    '2026-03-05T00:00:00Z',
    'live',
  ],
] as const)('a session %s is judged', (_name, change, now, verdict) => {
  expect(judgeSession({ ...base, ...change }, at(now))).toBe(verdict)
})

test('waiting begins after the free failures and doubles up to an hour', () => {
  expect(signInDelays(5)).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600])
})

test.each([
  ['short', 'password_too_short'],
  ['sept777', 'password_too_short'],
  ['12345678', 'password_common'],
  ['87654321', 'password_common'],
  ['Password1!', 'password_common'],
  ['azerty123', 'password_common'],
  ['Soleil2024', 'password_common'],
  ['aaaaaaaaaa', 'password_common'],
  ['abababab', 'password_common'],
  ['abcdefghij', 'password_common'],
  ['x'.repeat(129), 'password_too_long'],
  ['thiof braisé au marché', undefined],
  ['kërtas12', undefined],
  ['🐟🐟🐠🐡🦈🐬🐳🐋', undefined],
  ['lune et mil en juin'.repeat(6), undefined],
])('the password %j: %s', (password, problem) => {
  expect(passwordProblem(password, commonPasswords)).toBe(problem)
})

test.each([
  ['Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36', 'Chrome · Android'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604.1',
    'Safari · iOS',
  ],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0', 'Edge · Windows'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0', 'Firefox · Linux'],
  ['curl/8.5', ''],
  ['', ''],
])('%s is %s', (userAgent, label) => {
  expect(deviceLabel(userAgent)).toBe(label)
})
