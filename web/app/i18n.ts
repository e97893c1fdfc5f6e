/**
 * Sentences in the visitor's language: ICU messages by key. A product's catalogue is what every product shares and its own, in
 * its languages; its first language is the master of its own, and a key missing in another is a type error there. Parsed
 * messages are kept, as parsing costs more than filling in.
 */
import { IntlMessageFormat } from 'intl-messageformat'
import type { ReactNode } from 'react'
import { createElement, Fragment } from 'react'
import { ar as accountAr } from './account/messages/ar.ts'
import { en as accountEn } from './account/messages/en.ts'
import { fr as accountFr } from './account/messages/fr.ts'
import { ar as consolesAr } from './consoles/messages/ar.ts'
import { en as consolesEn } from './consoles/messages/en.ts'
import { paymob as paymobEn } from './consoles/messages/en/paymob.ts'
import { fr as consolesFr } from './consoles/messages/fr.ts'
import { formatLocale, withDigits } from './format.ts'
import { digitsOf, type Digits, type Locale, type Product } from './products.ts'
import { ar as tutorAr } from './tutor/messages/ar.ts'
import { en as tutorEn } from './tutor/messages/en.ts'
import { ar as sharedAr } from './ui/messages/ar.ts'
import { en as sharedEn } from './ui/messages/en.ts'
import { fr as sharedFr } from './ui/messages/fr.ts'
import { en as woloEn } from './wolo/messages/en.ts'
import { fr as woloFr } from './wolo/messages/fr.ts'

export type MessageKey =
  keyof typeof sharedFr | keyof typeof accountFr | keyof typeof consolesFr | keyof typeof woloFr | keyof typeof tutorAr
export type Catalogue = Readonly<Partial<Record<MessageKey, string>>>
/** What pages that all products share leave to each to say. */
type OwnWords =
  | 'sign_in.phone.hint'
  | 'welcome.lead'
  | 'profile.first_name.hint'
  | 'profile.date_of_birth.hint'
  | 'account.identity_needed'
  | 'identity.check.required'
  | 'preferences.lead'
  | 'preferences.channel.in_app'

export const catalogues = {
  wolo: {
    fr: { ...sharedFr, ...accountFr, ...consolesFr, ...woloFr },
    en: { ...sharedEn, ...accountEn, ...consolesEn, ...woloEn },
  },
  tutor: {
    ar: { ...sharedAr, ...accountAr, ...consolesAr, ...tutorAr },
    en: { ...sharedEn, ...accountEn, ...consolesEn, ...paymobEn, ...tutorEn },
  },
} satisfies Record<Product, Partial<Record<Locale, Catalogue & Readonly<Record<OwnWords, string>>>>>

/** The messages as they are written, for whoever asks whether there is one. */
export function wordsOf(product: Product, locale: Locale): Readonly<Record<string, string>> {
  const words = (catalogues[product] as Partial<Record<Locale, Readonly<Record<string, string>>>>)[locale]
  if (!words) throw new Error(`${product} is not written in ${locale}`)
  return words
}

export type Values = Record<string, string | number | bigint | Date>
/** Values that may hold elements, or functions that wrap what stands between tags: `<link>…</link>`. */
export type RichValues = Record<string, ReactNode | Date | ((inner: ReactNode) => ReactNode)>

export interface Translate {
  (key: MessageKey, values?: Values): string
  /** Like `t`, for sentences with elements inside. */
  rich(key: MessageKey, values: RichValues): ReactNode
}

const translators = new Map<string, Translate>()

export function translator(product: Product, locale: Locale, digits: Digits = digitsOf[locale][0]): Translate {
  const name = `${product}/${locale}/${digits}`
  let translate = translators.get(name)
  if (!translate) {
    translators.set(name, (translate = makeTranslator(wordsOf(product, locale), { locale, digits })))
  }
  return translate
}

/** A language and the figures it is written with. */
interface Hand {
  readonly locale: Locale
  readonly digits: Digits
}

function makeTranslator(catalogue: Readonly<Record<string, string>>, hand: Hand): Translate {
  const { locale } = hand
  const parsed = new Map<MessageKey, Sentence>()
  const sentence = (key: MessageKey) => {
    let found = parsed.get(key)
    if (!found) {
      const message = catalogue[key]
      if (message === undefined) throw new Error(`${locale} has no words for ${key}`)
      parsed.set(key, (found = sentenceOf(typeset(message, locale), hand)))
    }
    return found
  }
  const chosen = new Map<string, string>()
  const plain = (key: MessageKey, given?: Values): string => {
    const { fixed, parts, full } = sentence(key)
    if (fixed !== undefined) return fixed
    const values = given && figured(given, hand)
    const filledIn = parts && values && filled(parts, values)
    if (filledIn !== undefined) return elided(filledIn, locale)
    // Choosing a plural takes as long as a small component; "3 days ago" stands on a page many times.
    let asked: string = key
    for (const name in given) asked += `\0${name}\0${given[name]}`
    let text = chosen.get(asked)
    if (text === undefined) {
      text = elided(String(full().format(values)), locale)
      if (chosen.size >= CHOSEN_MAX) chosen.clear()
      chosen.set(asked, text)
    }
    return text
  }
  const rich: Translate['rich'] = (key, values) => {
    const { full } = sentence(key)
    const wrapped = Object.fromEntries(
      Object.entries(figured(values, hand)).map(([name, value]) => [
        name,
        typeof value === 'function' ? (inner: ReactNode[]) => value(inParts(inner)) : value,
      ]),
    )
    const parts = [full().format<ReactNode>(wrapped as never)].flat() as ReactNode[]
    return inParts(parts.map((part) => (typeof part === 'string' ? elided(part, locale) : part)))
  }
  return Object.assign(plain, { rich })
}

const CHOSEN_MAX = 5000

/** A message as it is kept: most are one text, or texts with names between them, which need no formatter. */
interface Sentence {
  /** All of it, when nothing is filled in. */
  readonly fixed?: string
  /** Texts and the names of values, in turns, when nothing has to be formatted or chosen. */
  readonly parts?: readonly { readonly text: string; readonly name?: string }[]
  full(): IntlMessageFormat
}

function sentenceOf(message: string, hand: Hand): Sentence {
  const { locale, digits } = hand
  const written = new IntlMessageFormat(message, formatLocale(locale, digits))
  const format = hasChoice(locale)
    ? new IntlMessageFormat(inFigures(written.getAst(), digits), formatLocale(locale, digits))
    : written
  const full = () => format
  const parts = format.getAst().map((element) => {
    if (element.type === TEXT) return { text: element.value }
    if (element.type === NAMED) return { text: '', name: element.value }
    return undefined
  })
  if (!parts.every((part) => part !== undefined)) return { full }
  return parts.every(({ name }) => name === undefined)
    ? { fixed: elided(parts.map(({ text }) => text).join(''), locale), parts, full }
    : { parts, full }
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

const hasChoice = (locale: Locale): boolean => digitsOf[locale].length > 1
/** The name of a value as it stands in the sentence: under its own name a plural still finds the number. */
const shown = (name: string): string => `${name} shown`

/** The same message with the numbers of its own text, and those filled in, in the figures the visitor reads. */
function inFigures(elements: readonly Element[], digits: Digits): Element[] {
  return elements.map((element) => {
    if (element.type === TEXT) return { ...element, value: withDigits(element.value, digits) }
    if (element.type === NAMED) return { ...element, value: shown(element.value) }
    if ('children' in element) return { ...element, children: inFigures(element.children, digits) }
    if (!('options' in element)) return element
    const options = Object.entries(element.options).map(([name, option]) => [
      name,
      { ...option, value: inFigures(option.value, digits) },
    ])
    return { ...element, options: Object.fromEntries(options) as typeof element.options } as Element
  })
}

/** The values, and each once more as it is shown. */
function figured<T extends RichValues | Values>(values: T, { locale, digits }: Hand): T {
  if (!hasChoice(locale)) return values
  const all: Record<string, unknown> = { ...values }
  for (const [name, value] of Object.entries(values))
    all[shown(name)] =
      typeof value === 'number' || typeof value === 'bigint' ? withDigits(String(value), digits) : value
  return all as T
}

/** Kinds of elements of a parsed message, as @formatjs/icu-messageformat-parser numbers them. */
const TEXT = 0
const NAMED = 1

/** The sentence with its values; undefined when one is missing or more than a text, which the formatter knows about. */
function filled(parts: NonNullable<Sentence['parts']>, values: Values): string | undefined {
  let sentence = ''
  for (const { text, name } of parts) {
    const value = name === undefined ? text : values[name]
    if (value === undefined || value instanceof Date) return undefined
    sentence += value
  }
  return sentence
}

/**
 * What only the finished sentence knows: French elides before the vowel of a name (`l’anniversaire d’Awa`), and Arabic joins a letter
 * to the name behind it (`لـ{name}`: `لسلمى`, but `لـSalma`).
 */
function elided(sentence: string, locale: Locale): string {
  if (locale === 'fr')
    // Most sentences have nothing to elide, and looking costs less than an expression.
    return sentence.includes('de ') || sentence.includes('De ')
      ? sentence.replace(/\b([Dd])e (?=[AEIOUÀÂÉÈÊËÎÏÔÛŒ])/g, '$1’')
      : sentence
  return locale === 'ar'
    ? sentence.replace(/(?<=\P{L}|^)لـال(?=[ء-ي])/gu, 'لل').replace(/(?<=\P{L}[بلك]|^[بلك])ـ(?=[ء-ي])/gu, '')
    : sentence
}

/** French sets a narrow no-break space before high punctuation; catalogues are written with the ordinary one. */
function typeset(message: string, locale: Locale): string {
  return locale === 'fr' ? message.replace(/ (?=[?!:;%»])|(?<=«) /g, '\u202f') : message
}

/** Children given one by one need no React keys. */
function inParts(parts: ReactNode[]): ReactNode {
  return createElement(Fragment, null, ...parts)
}
