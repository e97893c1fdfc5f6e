/** Amounts, dates, phone numbers and languages as people read them. */
import { expect, test } from 'vitest'
import { date, money, percent, percentText, phone, withDigits } from '../app/format.ts'
import { choiceCookies, chooseDigits, chooseLocale } from '../app/locale.ts'
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
  ['fr', '2026-12-12', 'day', 'samedi 12\u00a0décembre'],
  ['en', '2026-12-12', 'day', 'Saturday 12\u00a0December'],
  ['fr', '2026-12-12', 'date', '12\u00a0décembre 2026'],
  ['fr', '2026-12-12', 'short', '12\u00a0déc. 2026'],
  ['fr', '2026-12-01', 'day', 'mardi 1er\u00a0décembre'],
  ['fr', '2026-12-11', 'day', 'vendredi 11\u00a0décembre'],
  ['en', '2026-12-01', 'day', 'Tuesday 1\u00a0December'],
  ['fr', '2026-12-01T18:05:09Z', 'moment', 'mardi 1er\u00a0décembre à 18:05'],
  ['ar', '2026-12-01', 'date', '١\u00a0ديسمبر ٢٠٢٦'],
  ['fr', '2026-12-01', 'month', 'décembre 2026'],
] as const)('date %s %s %s', (locale, value, style, written) => {
  expect(date(locale, value, style, 'Africa/Dakar')).toBe(written)
})

test('an instant is told in the product’s zone, a civil date is the same day everywhere', () => {
  expect(date('fr', '2026-12-12T23:30:00Z', 'day', 'Africa/Cairo')).toBe('dimanche 13\u00a0décembre')
  expect(date('fr', '2026-12-12', 'day', 'America/Los_Angeles')).toBe('samedi 12\u00a0décembre')
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

test('a choice is kept only if there is one, and only for https on https', () => {
  const cookies = (address: string) => choiceCookies(products.wolo, new URL(address))
  expect(cookies('http://x/?lang=de')).toEqual([])
  expect(cookies('http://x/?lang=en')).toEqual([expect.not.stringContaining('Secure')])
  expect(cookies('https://x/?lang=en')).toEqual([expect.stringContaining('Secure')])
  expect(cookies('https://x/?digits=arab')).toEqual([])
  expect(choiceCookies(products.tutor, new URL('https://x/?lang=ar&digits=latn'))).toEqual([
    expect.stringMatching(/^lang=ar;/),
    expect.stringMatching(/^digits=latn;/),
  ])
  expect(choiceCookies(products.tutor, new URL('https://x/?digits=roman'))).toEqual([])
})

test.each([
  ['ar', '', {}, 'arab'],
  ['ar', '?digits=latn', { cookie: 'digits=arab' }, 'latn'],
  ['ar', '', { cookie: 'lang=ar; digits=latn' }, 'latn'],
  ['ar', '?digits=roman', { cookie: 'digits=other' }, 'arab'],
  ['en', '?digits=arab', { cookie: 'digits=arab' }, 'latn'],
] as const)('figures of %s%s %o', (locale, search, headers, digits) => {
  expect(chooseDigits(locale, new URL(`https://tutor.example/${search}`), new Headers(headers))).toBe(digits)
})

const bare = (text: string) => text.replace(/[\u200e\u200f\u061c]/g, '').replaceAll('\u00a0', ' ')

test.each([
  ['25000', 'arab', '٢٥٠ ج.م.'],
  ['25050', 'arab', '٢٥٠٫٥٠ ج.م.'],
  ['125000000', 'arab', '١٬٢٥٠٬٠٠٠ ج.م.'],
  ['25000', 'latn', '250 ج.م.'],
  ['25005', 'latn', '250.05 ج.م.'],
] as const)('pounds in Arabic: %s %s', (minor, digits, written) => {
  expect(bare(money('ar', minor, 'EGP', digits))).toBe(written)
})

test('pounds in English leave out what is nothing', () => {
  expect(bare(money('en', '25000', 'EGP'))).toBe('EGP 250')
  expect(bare(money('en', '24950', 'EGP'))).toBe('EGP 249.50')
})

test('what the ledger holds besides money is counted', () => {
  expect(bare(money('en', '-60000', 'AI_TOKEN'))).toBe('-60,000 AI_TOKEN')
  expect(bare(money('ar', '60000', 'AI_TOKEN'))).toBe('٦٠٬٠٠٠ AI_TOKEN')
})

test('a day in Egypt, in both figures', () => {
  expect(bare(date('ar', '2026-12-12', 'date', 'Africa/Cairo'))).toBe('١٢ ديسمبر ٢٠٢٦')
  expect(bare(date('ar', '2026-12-12', 'date', 'Africa/Cairo', 'latn'))).toBe('12 ديسمبر 2026')
  expect(bare(percentText('ar', 42))).toBe('٤٢٪')
  expect(bare(percentText('en', 42))).toBe('42%')
})

test.each([
  ['3.5 + 1,250 = 25%', '٣٫٥ + ١٬٢٥٠ = ٢٥٪'],
  ['الإصدار 2.', 'الإصدار ٢.'],
  ['لا رقم هنا, ولا هنا.', 'لا رقم هنا, ولا هنا.'],
])('figures of a text: %s', (latin, arabic) => {
  expect(withDigits(latin, 'arab')).toBe(arabic)
  expect(withDigits(arabic, 'latn')).toBe(latin)
})
