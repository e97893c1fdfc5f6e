/**
 * Sentences in the visitor's language: ICU messages by key. French is the master; a key missing in another language is a
 * type error there. Parsed messages are kept, as parsing costs more than filling in.
 */
import { IntlMessageFormat } from 'intl-messageformat'
import type { ReactNode } from 'react'
import { createElement, Fragment } from 'react'
import { en as consolesEn } from './consoles/messages/en.ts'
import { fr as consolesFr } from './consoles/messages/fr.ts'
import { formatLocale } from './format.ts'
import type { Locale, Product } from './products.ts'
import { en as sharedEn } from './ui/messages/en.ts'
import { fr as sharedFr } from './ui/messages/fr.ts'
import { en as woloEn } from './wolo/messages/en.ts'
import { fr as woloFr } from './wolo/messages/fr.ts'

const fr = { ...sharedFr, ...consolesFr, ...woloFr }

export type MessageKey = keyof typeof fr
export type Catalogue = Readonly<Record<MessageKey, string>>

export const catalogues: Record<Product, Record<Locale, Catalogue>> = {
  wolo: { fr, en: { ...sharedEn, ...consolesEn, ...woloEn } },
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

export function translator(product: Product, locale: Locale): Translate {
  const name = `${product}/${locale}`
  let translate = translators.get(name)
  if (!translate) translators.set(name, (translate = makeTranslator(catalogues[product][locale], locale)))
  return translate
}

function makeTranslator(catalogue: Catalogue, locale: Locale): Translate {
  const parsed = new Map<MessageKey, Sentence>()
  const sentence = (key: MessageKey) => {
    let found = parsed.get(key)
    if (!found) parsed.set(key, (found = sentenceOf(typeset(catalogue[key], locale), locale)))
    return found
  }
  const plain = (key: MessageKey, values?: Values): string => {
    const { fixed, parts, full } = sentence(key)
    if (fixed !== undefined) return fixed
    return elided((parts && values && filled(parts, values)) ?? String(full().format(values)), locale)
  }
  const rich: Translate['rich'] = (key, values) => {
    const { full } = sentence(key)
    const wrapped = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'function' ? (inner: ReactNode[]) => value(inParts(inner)) : value,
      ]),
    )
    const parts = [full().format<ReactNode>(wrapped as never)].flat() as ReactNode[]
    return inParts(parts.map((part) => (typeof part === 'string' ? elided(part, locale) : part)))
  }
  return Object.assign(plain, { rich })
}

/** A message as it is kept: most are one text, or texts with names between them, which need no formatter. */
interface Sentence {
  /** All of it, when nothing is filled in. */
  readonly fixed?: string
  /** Texts and the names of values, in turns, when nothing has to be formatted or chosen. */
  readonly parts?: readonly { readonly text: string; readonly name?: string }[]
  full(): IntlMessageFormat
}

function sentenceOf(message: string, locale: Locale): Sentence {
  const format = new IntlMessageFormat(message, formatLocale[locale])
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

/** French elides before the vowel of a name, which only the finished sentence knows: `l’anniversaire d’Awa`. */
function elided(sentence: string, locale: Locale): string {
  return locale === 'fr' ? sentence.replace(/\b([Dd])e (?=[AEIOUÀÂÉÈÊËÎÏÔÛŒ])/g, '$1’') : sentence
}

/** French sets a narrow no-break space before high punctuation; catalogues are written with the ordinary one. */
function typeset(message: string, locale: Locale): string {
  return locale === 'fr' ? message.replace(/ (?=[?!:;%»])|(?<=«) /g, '\u202f') : message
}

/** Children given one by one need no React keys. */
function inParts(parts: ReactNode[]): ReactNode {
  return createElement(Fragment, null, ...parts)
}
