// How rows become lines: quoting, languages, and that no cell is run as a formula.
import { describe, expect, it } from 'vitest'
import { csvLine, separatorOf } from '../csv.ts'

const french = { locale: 'fr-SN', timeZone: 'Africa/Dakar' } as const
const english = { locale: 'en', timeZone: 'Africa/Lagos' } as const

describe('a cell', () => {
  it.each([
    ['Awa', 'Awa'],
    ['', ''],
    [null, ''],
    [undefined, ''],
    [25_000n, '25000'],
    [-500n, '-500'],
    [true, 'true'],
    ['-500', '-500'],
    ['12.5', '12.5'],
    [12.5, '"12,5"'],
    [-0.25, '"-0,25"'],
    ['Fall; Awa', '"Fall; Awa"'],
    ['dit "Awa"', '"dit ""Awa"""'],
    ['deux\nlignes', '"deux\nlignes"'],
    [' Awa', '" Awa"'],
    ['=1+1', "'=1+1"],
    ['+221770000000', "'+221770000000"],
    ['-cmd', "'-cmd"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', `"'\t=1"`],
    ['  =1+1', "'  =1+1"],
    ['\u00a0@SUM(A1)', "'\u00a0@SUM(A1)"],
    ['Awa\t=1+1', '"Awa\t=1+1"'],
    ['＝1+1', "'＝1+1"],
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    [{ fr: 'Cinéma', en: 'Cinema' }, 'Cinéma'],
    [{ fr: '=1+1', en: 'Cinema' }, "'=1+1"],
    [{ amount: 5n }, '"{""amount"":""5""}"'],
    [Temporal.Instant.from('2026-12-12T18:05:09.5Z'), '2026-12-12 18:05:09'],
    [Temporal.PlainDate.from('2026-12-12'), '2026-12-12'],
  ])('%s is written %j', (value, text) => {
    expect(csvLine([value], french)).toBe(`${text}\r\n`)
  })
})

it('parts cells as the language expects and tells time as the product does', () => {
  expect(separatorOf('fr-SN')).toBe(';')
  expect(separatorOf('ar-EG')).toBe(';')
  expect(separatorOf('en')).toBe(',')
  expect(csvLine(['a', { fr: 'Cinéma', en: 'Cinema' }, Temporal.Instant.from('2026-12-12T18:05:09Z')], english)).toBe(
    'a,Cinema,2026-12-12 19:05:09\r\n',
  )
  expect(csvLine([0.83, -500n], english)).toBe('0.83,-500\r\n')
})
