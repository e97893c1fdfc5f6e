/** Amounts, dates, phone numbers and languages as people read them. */
import { expect, test } from 'vitest'
import { date, money, percent, phone } from '../app/format.ts'
import { chooseLocale, languageCookie } from '../app/locale.ts'
import { products } from '../app/products.ts'

test.each([
  ['fr', '25000', 'XOF', '25\u202f000\u00a0F'],
  ['fr', 0n, 'XOF', '0\u00a0F'],
  ['fr', '-1250000', 'XOF', '-1\u202f250\u202f000\u00a0F'],
  ['en', 25000, 'XOF', '25,000\u00a0F'],
  ['fr', '9007199254740993', 'XOF', '9\u202f007\u202f199\u202f254\u202f740\u202f993\u00a0F'],
  ['en', '104905', 'EUR', '€1,049.05'],
  ['en', '-5', 'EUR', '-€0.05'],
] as const)('money %s %s %s', (locale, minor, currency, written) => {
  expect(money(locale, minor, currency)).toBe(written)
})

test('a fraction of a minor unit is no amount', () => {
  expect(() => money('fr', 0.5, 'XOF')).toThrow()
})

test.each([
  ['fr', '2026-12-12', 'day', 'samedi 12 décembre'],
  ['en', '2026-12-12', 'day', 'Saturday 12 December'],
  ['fr', '2026-12-12', 'date', '12 décembre 2026'],
  ['fr', '2026-12-12', 'short', '12 déc. 2026'],
  ['fr', '2026-12-01', 'month', 'décembre 2026'],
] as const)('date %s %s %s', (locale, value, style, written) => {
  expect(date(locale, value, style, 'Africa/Dakar')).toBe(written)
})

test('an instant is told in the product’s zone, a civil date is the same day everywhere', () => {
  expect(date('fr', '2026-12-12T23:30:00Z', 'day', 'Africa/Cairo')).toBe('dimanche 13 décembre')
  expect(date('fr', '2026-12-12', 'day', 'America/Los_Angeles')).toBe('samedi 12 décembre')
})

test.each([
  ['+221771234567', '77 123 45 67'],
  ['77 123 45 67', '77 123 45 67'],
  ['+33612345678', '+33 6 12 34 56 78'],
  ['not a number', 'not a number'],
])('phone %s', (value, written) => {
  expect(phone(value, products.wolo).replaceAll('\u00a0', ' ')).toBe(written)
})

test('a pot just short of its target is not at 100 %', () => {
  expect(percent('99999', '100000')).toBe(99)
  expect(percent('120000', '100000')).toBe(120)
  expect(percent('1', '0')).toBe(0)
})

test.each([
  ['', {}, 'fr'],
  ['?lang=en', { cookie: 'lang=fr' }, 'en'],
  ['?lang=de', { cookie: 'other=1; lang=en' }, 'en'],
  ['', { 'accept-language': 'de-DE, en;q=0.7, fr;q=0.8' }, 'fr'],
  ['', { 'accept-language': 'en-US,en;q=0.9' }, 'en'],
  ['', { 'accept-language': 'en;q=0' }, 'fr'],
  ['', { cookie: 'notlang=en', 'accept-language': ';;q=,' }, 'fr'],
] as const)('language of %s %o', (search, headers, locale) => {
  expect(chooseLocale(products.wolo, new URL(`https://wolo.example/${search}`), new Headers(headers))).toBe(locale)
})

test('the language cookie is set only for a known language, and only for https on https', () => {
  expect(languageCookie(products.wolo, new URL('http://x/?lang=de'))).toBeUndefined()
  expect(languageCookie(products.wolo, new URL('http://x/?lang=en'))).not.toContain('Secure')
  expect(languageCookie(products.wolo, new URL('https://x/?lang=en'))).toContain('Secure')
})
