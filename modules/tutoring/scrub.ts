/**
 * Takes personal data out of what is sent to a model: e-mail addresses, phone numbers in the forms people write in Egypt and
 * abroad, numbers of identity cards, web addresses, handles, and the names of the account. Numbers of exercises stay.
 */

export interface Scrubbed {
  readonly text: string
  /** How many places were taken out. */
  readonly found: number
}

/** A digit of any of the three alphabets people write numbers with here. */
const D = '[0-9\\u0660-\\u0669\\u06F0-\\u06F9]'
const of = (digits: string) =>
  `[${[...digits].map((digit) => `${digit}${String.fromCharCode(0x660 + Number(digit))}${String.fromCharCode(0x6f0 + Number(digit))}`).join('')}]`
/** What stands between the digits of a number. */
const GAP = '[\\s.\\-\\u00A0()/]{0,2}'
const many = (count: number) => `(?:${GAP}${D}){${count}}`
const PLUS = '[+\\uFF0B]'

const PATTERNS: readonly (readonly [string, RegExp])[] = [
  ['[email]', /[\p{L}\p{N}._%+-]+\s?@\s?[\p{L}\p{N}-]+(?:(?:\.| \. )[\p{L}\p{N}-]+)+/giu],
  ['[link]', /\b(?:https?:\/\/|www\.)\S+/giu],
  ['[handle]', /(?<![\p{L}\p{N}])@[\p{L}\p{N}._]{3,}/giu],
  // A mobile number: 010, 011, 012 or 015 and eight digits, with or without the country.
  ['[phone]', new RegExp(`(?<!${D})(?:(?:${PLUS}|${of('0')}${of('0')})?${GAP}${of('2')}${GAP})?${of('0')}${GAP}${of('0')}?${GAP}${of('1')}${GAP}${of('0125')}${many(8)}(?!${D})`, 'gu')],
  // A fixed line: 02 or 03 and a number, or another governorate's code.
  ['[phone]', new RegExp(`(?<!${D})(?:(?:${PLUS}|${of('0')}${of('0')})${GAP}${of('2')}${GAP})${of('23')}${many(7)}(?:${GAP}${D})?(?!${D})`, 'gu')],
  ['[phone]', new RegExp(`(?<!${D})${of('0')}${GAP}(?:${of('23')}${many(8)}|${of('3')}${many(7)}|${of('456789')}${D}${many(7)})(?!${D})`, 'gu')],
  // Any number with a country before it.
  ['[phone]', new RegExp(`${PLUS}${D}${many(7)}(?:${GAP}${D}){0,7}(?!${D})`, 'gu')],
  // A national number: century, date of birth, governorate.
  ['[number]', new RegExp(`(?<!${D})${of('23')}${many(13)}(?!${D})`, 'gu')],
] // prettier-ignore

/** One spelling of letters that people mix, as a pattern. */
const LETTERS: Readonly<Record<string, string>> = {
  ا: '[اأإآٱ]',
  أ: '[اأإآٱ]',
  إ: '[اأإآٱ]',
  آ: '[اأإآٱ]',
  ي: '[يىئ]',
  ى: '[يىئ]',
  ه: '[هة]',
  ة: '[هة]',
}
const MARKS = '[\\u064B-\\u065F\\u0640]*'

const escape = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** Matches a name as a word of its own, in any case and spelling; `و`, `يا`, `ل`, `ب` may be joined before an Arabic one. */
function patternOf(name: string): RegExp {
  const letters = [...name.normalize('NFC')].map((letter) => LETTERS[letter] ?? escape(letter)).join(MARKS)
  return new RegExp(`(?<![\\p{L}\\p{N}])((?:و|ف)?(?:ل|ب|ك)?)${letters}${MARKS}(?:['’]s)?(?![\\p{L}\\p{N}])`, 'giu')
}

/** Takes the personal data out of a text; `names` are those of the account, first and last ones. */
export function scrub(text: string, names: readonly string[]): Scrubbed {
  let found = 0
  let clean = text.normalize('NFC')
  for (const [mark, pattern] of PATTERNS)
    clean = clean.replace(pattern, (match) => {
      found += 1
      return /^\s/.test(match) ? ` ${mark}` : mark
    })
  const words = new Set(
    names.flatMap((name) => [name.trim(), ...name.split(/\s+/)]).filter((name) => [...name].length > 1),
  )
  for (const name of [...words].sort((a, b) => b.length - a.length))
    clean = clean.replace(patternOf(name), (_match, before: string) => {
      found += 1
      return `${before}[name]`
    })
  return { text: clean, found }
}
