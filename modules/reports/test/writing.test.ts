// How a row reads in a file: heads, amounts, states and times, for a spreadsheet in each language.
import { Type } from 'typebox'
import { describe, expect, it } from 'vitest'
import { csvLine } from '../../../kernel/csv.ts'
import type { Fields } from '../../../kernel/fields.ts'
import { route } from '../../../kernel/http/route.ts'
import { AmountMinor, Instant, Nullable, Page, pageQuery } from '../../../kernel/http/schema.ts'
import { defineModule } from '../../../kernel/module.ts'
import { productOf } from '../../../kernel/testing/product.ts'
import { listAt, type Row } from '../lists.ts'
import { cellOf, headsOf } from '../writing.ts'

const fields: Fields = {
  price_minor: { say: { en: 'Price', fr: 'Prix', ar: 'السعر' } },
  status: {
    say: { en: 'State', fr: 'État', ar: 'الحالة' },
    values: { held: { en: 'held', fr: 'retenu', ar: 'محجوز' } },
  },
}
const text = Nullable(Type.Record(Type.String({ pattern: '^[a-z]{2}$' }), Type.String()))
const own = {
  id: Type.String(),
  title: text,
  price_minor: AmountMinor,
  status: Type.String(),
  open: Type.Boolean(),
  ids: Type.Array(Type.String()),
  share_basis_points: Type.Integer(),
  cost_usd_micros: Type.String(),
  created_at: Instant,
}
const listOf = (path: string, item: Record<string, ReturnType<typeof Type.String>>) =>
  route({
    method: 'GET',
    path,
    summary: 'Things',
    access: { permission: 'things.view' },
    rows: 'all',
    query: Type.Object(pageQuery),
    response: { 200: Page(Type.Object(item)) },
    handle: () => Promise.resolve({ items: [], next_cursor: null }),
  })
const things = defineModule({
  name: 'things',
  folder: import.meta.dirname,
  placement: {},
  fields,
  routes: [
    listOf('/things', own as never),
    listOf('/priced', { price_minor: AmountMinor, currency: Type.String() } as never),
    listOf('/accounts', { price_minor: AmountMinor, asset: Type.String() } as never),
  ],
})
const product = productOf([things])
const list = (path: string) => listAt(product, path)!

/** The line that a person reads, cell by cell. */
function line(path: string, row: Row, locale: string, timeZone = 'Africa/Dakar', currency = 'XOF'): string {
  const it = list(path)
  const cells = it.columns.map((name) => cellOf(it, name, row, { locale, currency }))
  return csvLine(cells, { locale, timeZone }).trimEnd()
}

describe('a head', () => {
  it('is in the language of who reads, a field that many lists have too, and says what its amounts are in', () => {
    const head = (locale: string, currency: string) => headsOf(list('/things'), { locale, currency }).slice(0, 4)
    expect(head('fr-SN', 'XOF')).toEqual(['Identifiant', 'title', 'Prix (XOF)', 'État'])
    expect(head('en', 'EGP')).toEqual(['Id', 'title', 'Price (EGP)', 'State'])
    expect(head('ar-EG', 'EGP')).toEqual(['المعرّف', 'title', 'السعر (EGP)', 'الحالة'])
  })

  it('leaves the currency to its own column where there is one', () => {
    const reader = { locale: 'fr-SN', currency: 'XOF' }
    expect(headsOf(list('/priced'), reader)).toEqual(['Prix', 'Devise'])
    expect(headsOf(list('/accounts'), reader)[0]).toBe('Prix')
  })
})

describe('an amount', () => {
  it.each([
    ['XOF', 'fr-SN', '25000', '25000;XOF'],
    ['XOF', 'en', 25_000n, '25000,XOF'],
    ['XOF', 'fr-SN', -5n, '-5;XOF'],
    ['EGP', 'en', '104905', '1049.05,EGP'],
    ['EGP', 'ar-EG', 104_905n, '1049.05;EGP'],
    ['EGP', 'en', -7n, '-0.07,EGP'],
    ['EGP', 'en', '900719925474099312', '9007199254740993.12,EGP'],
    // A spreadsheet in French would take 12.05 for the twelfth of May.
    ['EGP', 'fr-FR', '1205', '"12,05";EGP'],
    ['EGP', 'en', null, ',EGP'],
  ])('of %s is written for %s in major units, exactly', (currency, locale, price_minor, text) => {
    expect(line('/priced', { price_minor, currency }, locale)).toBe(text)
  })

  it('is in the product’s currency where the row does not say', () => {
    const of = (currency: string) => line('/things', { price_minor: 104_905n }, 'en', 'Africa/Cairo', currency)
    expect(of('EGP')).toBe(',,1049.05,,,,,,')
    expect(of('XOF')).toBe(',,104905,,,,,,')
  })

  it('of what is no currency is counted whole', () => {
    expect(line('/accounts', { price_minor: 1500n, asset: 'AI_TOKEN' }, 'en')).toBe('1500,AI_TOKEN')
  })
})

const row = {
  id: 'thi_1',
  title: { fr: 'Cinéma; deux places', en: 'Cinema, "two" seats' },
  price_minor: '500',
  status: 'held',
  open: true,
  ids: ['vnu_1', 'vnu_2'],
  share_basis_points: 8550,
  cost_usd_micros: '1234',
  created_at: Temporal.Instant.from('2026-11-22T23:05:09.5Z'),
}

describe('a row', () => {
  it('reads as its reader’s spreadsheet and clock have it', () => {
    expect(line('/things', row, 'fr-SN')).toBe(
      'thi_1;"Cinéma; deux places";500;retenu;oui;"vnu_1, vnu_2";"85,50";"0,001234";2026-11-22 23:05:09',
    )
    expect(line('/things', row, 'en', 'Africa/Cairo', 'EGP')).toBe(
      'thi_1,"Cinema, ""two"" seats",5.00,held,yes,"vnu_1, vnu_2",85.50,0.001234,2026-11-23 01:05:09',
    )
    expect(line('/things', row, 'ar-EG', 'Africa/Cairo', 'EGP')).toContain('5.00;محجوز;نعم;')
    // Some routes give an instant as the text it is on the wire.
    const told = { created_at: '2026-11-22T23:05:09.495Z' }
    expect(line('/things', told, 'en', 'Africa/Cairo')).toMatch(/,2026-11-23 01:05:09$/)
    // Summer time in Cairo.
    const july = { created_at: Temporal.Instant.from('2026-07-01T22:05:09Z') }
    expect(line('/things', july, 'en', 'Africa/Cairo')).toMatch(/2026-07-02 01:05:09$/)
  })

  it('keeps a value that has no word, and gives a text in another language when there is none in the reader’s', () => {
    expect(line('/things', { status: 'constructor', title: { fr: 'Cinéma' }, open: false }, 'en')).toBe(
      ',Cinéma,,constructor,no,,,,',
    )
  })

  it('runs nothing, wherever its text came from', () => {
    const cells = line('/things', { id: '=1+1', title: { en: '@SUM(A1)' }, status: '-cmd', ids: ['+1', '2'] }, 'en')
    expect(cells).toBe(`'=1+1,'@SUM(A1),,'-cmd,,"'+1, 2",,,`)
  })
})
