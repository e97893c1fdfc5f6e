/**
 * Every sentence that modules say to people, in every language of each product that composes them: refusals and messages, with
 * the same values as in English, in sound ICU syntax, with all the plural forms the language has.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { kernelErrors, type RefusalKind } from '../kernel/errors.ts'
import type { Message, MessageText } from '../kernel/messages.ts'
import type { Product } from '../kernel/module.ts'

const folder = join(import.meta.dirname, '../products')
const products: Product[] = []
for (const name of readdirSync(folder)) {
  const file = join(folder, name, 'product.ts')
  if (existsSync(file)) products.push(((await import(file)) as Record<string, Product>)[name]!)
}

const languageOf = (locale: string): string => locale.split('-')[0]!
const namesIn = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name!))].sort()

/** What is wrong with a refusal in a language; empty when nothing is. */
function refusalProblems(kind: RefusalKind, language: string): string[] {
  const text = kind.say[language]
  if (!text?.trim()) return [`${kind.code} has no sentence in ${language}`]
  const problems: string[] = []
  if (namesIn(text).join() !== namesIn(kind.say.en).join())
    problems.push(`${kind.code} names other values in ${language} than in English`)
  return [...problems, ...digitProblems(kind.code, text, language)]
}

function messageProblems(message: Message, locale: string): string[] {
  const language = languageOf(locale)
  const text = message.text[language]
  if (!text) return [`${message.key} says nothing in ${language}`]
  return (['sms', 'subject', 'body'] as const).flatMap((part) => partProblems(message, locale, part, text))
}

function partProblems(message: Message, locale: string, part: keyof MessageText, text: MessageText): string[] {
  const where = `${message.key}.${part} in ${languageOf(locale)}`
  const [said, english] = [text[part], message.text.en[part]]
  if (english === undefined) return []
  if (!said?.trim()) return [`${where} is missing`]
  const known = new Set(['brand', ...message.values])
  const problems = namesIn(said).flatMap((name) =>
    known.has(name) || isPluralForm(said, name) ? [] : [`${where} names ${name}, which the message has not`],
  )
  const lost = namesIn(english).filter((name) => known.has(name) && name !== 'brand' && !namesIn(said).includes(name))
  for (const name of lost) problems.push(`${where} leaves out ${name}`)
  return [...problems, ...icuProblems(where, said, locale), ...digitProblems(where, said, languageOf(locale))]
}

/** Inside a plural, `{…}` also opens the words of a form. */
const isPluralForm = (text: string, name: string): boolean =>
  new RegExp(`(?:zero|one|two|few|many|other|=\\d+)\\s*\\{${name}\\b`).test(text)

function icuProblems(where: string, text: string, locale: string): string[] {
  let ast: unknown
  try {
    ast = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).getAst()
  } catch (error) {
    return [`${where} is no ICU text: ${String(error)}`]
  }
  const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
  // French and its kin have a form for millions, which nothing here counts.
  const wanted = forms.includes('few') ? forms : forms.filter((form) => form !== 'many')
  const problems: string[] = []
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(walk)
    else if (node !== null && typeof node === 'object') {
      const { options, pluralType } = node as { options?: Record<string, unknown>; pluralType?: string }
      if (options && pluralType === 'cardinal') {
        const missing = wanted.filter((form) => !(form in options) && !(form === 'zero' && '=0' in options))
        if (missing.length > 0) problems.push(`${where} lacks the plural forms ${missing.join(', ')}`)
      }
      Object.values(node).forEach(walk)
    }
  }
  walk(ast)
  return problems
}

/** Arabic is read with either digits, by choice: none is written into its words. */
function digitProblems(where: string, text: string, language: string): string[] {
  const words = text.replaceAll(/=\d+/g, '')
  return language === 'ar' && /\p{Nd}/u.test(words) ? [`${where} has digits baked in`] : []
}

test('there are products to look at', () => {
  expect(products.map(({ name }) => name)).toEqual(expect.arrayContaining(['tutor', 'wolo']))
})

describe.each(products.map((product) => [product.name, product] as const))('%s', (_name, product) => {
  const languages = [...new Set(product.locales.map(languageOf))]

  test('says what it is in each of its languages', () => {
    for (const language of languages)
      expect([language, product.brand.tagline[language]]).toEqual([language, expect.any(String)])
  })

  test('the runtime refuses in each of its languages', () => {
    const kinds = Object.values(kernelErrors)
    expect(languages.flatMap((language) => kinds.flatMap((kind) => refusalProblems(kind, language)))).toEqual([])
  })

  test.each(product.modules.map((module) => [module.name, module] as const))(
    '%s speaks each of its languages',
    (_, module) => {
      const refusals = languages.flatMap((language) =>
        Object.values(module.errors).flatMap((kind) => refusalProblems(kind, language)),
      )
      const messages = product.locales.flatMap((locale) =>
        module.messages.flatMap((message) => messageProblems(message, locale)),
      )
      expect([...refusals, ...messages]).toEqual([])
    },
  )
})
