/** The catalogues: every sentence parses, and every language of a product fills in the same values and tags as its first. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { catalogues, translator, type Catalogue, type MessageKey } from '../app/i18n.ts'
import { products, type Locale, type Product } from '../app/products.ts'

type Element = ReturnType<IntlMessageFormat['getAst']>[number]
/** Kinds of element that name nothing: plain text, and the `#` of a plural. */
const NAMELESS: readonly number[] = [0, 7]
const PLURAL = 6

function names(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    if (NAMELESS.includes(element.type) || !('value' in element)) return []
    if ('children' in element) return [`<${element.value}>`, ...names(element.children)]
    const inner = 'options' in element ? Object.values(element.options).flatMap((option) => names(option.value)) : []
    return [element.value, ...inner]
  })
}

function plurals(elements: readonly Element[]): Record<string, unknown>[] {
  return elements.flatMap((element) => {
    if ('children' in element) return plurals(element.children)
    if (!('options' in element)) return []
    const inner = Object.values(element.options).flatMap((option) => plurals(option.value))
    return element.type === PLURAL ? [element.options, ...inner] : inner
  })
}

const signature = (message: string) => [...new Set(names(new IntlMessageFormat(message, 'en').getAst()))].toSorted()

const all: Record<Product, Partial<Record<Locale, Catalogue>>> = catalogues

test.each(Object.entries(all))('%s says the same in every language', (product, written) => {
  const { locales } = products[product as Product]
  expect(Object.keys(written).toSorted()).toEqual([...locales].toSorted())
  const first = written[locales[0]]!
  for (const locale of locales.slice(1)) {
    const catalogue = written[locale]!
    expect(Object.keys(catalogue).toSorted(), locale).toEqual(Object.keys(first).toSorted())
    for (const key of Object.keys(first) as MessageKey[])
      expect(signature(catalogue[key]!), `${locale} ${key}`).toEqual(signature(first[key]!))
  }
})

/** What the pages' sources say of keys: those written out, and the shapes of those put together of parts. */
function keysInPages(): { written: Set<string>; shapes: RegExp[] } {
  const root = join(import.meta.dirname, '../app')
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.tsx?$/.test(path) && !path.includes('messages') && !path.endsWith('.gen.ts'),
  )
  const text = sources.map((path) => readFileSync(join(root, path), 'utf8')).join('\n')
  const found = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map((match) => match[1]!))]
  const shapes = [
    ...found(/`([a-z][\w.-]*(?:\$\{[^`}]*\}[\w.-]*)+)`/g).map((template) => template.split(/\$\{[^}]*\}/)),
    // `word('console.status', value)` is the word of a state.
    ...found(/\bword\(\s*'([^']+)'/g).map((prefix) => [`${prefix}.`, '']),
  ]
  return {
    written: new Set(found(/['"`]([a-z][\w.-]*)['"`]/g)),
    shapes: shapes.map((parts) => new RegExp(`^${parts.map((part) => RegExp.escape(part)).join('.+')}$`)),
  }
}

test('every sentence is said on some page', () => {
  const { written, shapes } = keysInPages()
  const keys = new Set(Object.values(all).flatMap((words) => Object.values(words).flatMap(Object.keys)))
  const unsaid = [...keys].filter((key) => !written.has(key) && !shapes.some((shape) => shape.test(key)))
  expect(unsaid).toEqual([])
})

test('Arabic says every form of a number that it has', () => {
  const short: string[] = []
  for (const [key, message] of Object.entries(all.tutor.ar!))
    for (const plural of plurals(new IntlMessageFormat(message, 'en').getAst())) {
      const missing = ['one', 'two', 'few', 'many', 'other'].filter((form) => !(form in plural))
      if (/[\u0600-\u06ff]/.test(message) && missing.length > 0) short.push(`${key}: ${missing.join(', ')}`)
    }
  expect(short).toEqual([])
})

test('Tutor names nobody whom only Wolo has to do with', () => {
  for (const words of Object.values(all.tutor))
    expect(Object.entries(words).filter(([, message]) => /\b(?:Wave|Wolo)\b/.test(message))).toEqual([])
})

test('nothing is left in another language in the Arabic catalogue', () => {
  const ways = /\{[^{}]*\}|<[^>]*>/g
  const left = Object.entries(all.tutor.ar!).filter(
    ([, message]) => /[a-z]{2}/i.test(message.replaceAll(ways, '')) && !/[\u0600-\u06ff]/.test(message),
  )
  expect(left.map(([key]) => key)).toEqual([])
})

test('numbers in an Arabic sentence are in the figures that were chosen', () => {
  const wait = { minutes: 12 }
  expect(translator('tutor', 'ar')('error.too_many.wait', wait)).toContain('بعد ١٢ دقيقة')
  expect(translator('tutor', 'ar', 'latn')('error.too_many.wait', wait)).toContain('بعد 12 دقيقة')
  expect(translator('tutor', 'ar')('progress.label', { percent: 5 })).toContain('٥٪')
  expect(translator('tutor', 'ar')('form.second_factor.hint')).toContain('٦ أرقام')
  expect(translator('tutor', 'ar', 'latn')('form.second_factor.hint')).toContain('6 أرقام')
  // What is no number is not touched: people give it to support as it is.
  expect(translator('tutor', 'ar')('error.reference', { id: 'a-17' })).toContain('a-17')
})

test('a value that one language forgets is noticed', () => {
  expect(signature('{days, plural, one {a <b>day</b>} other {# days of {name}}}')).toEqual(['<b>', 'days', 'name'])
})

test('plurals follow the language', () => {
  const t = translator('wolo', 'fr')
  expect(t('home.steps.open.text', { days: 1 })).toContain('un jour avant')
  expect(t('home.steps.open.text', { days: 30 })).toContain('30 jours avant')
})

test('French elides before the vowel of a name', () => {
  const t = translator('wolo', 'fr')
  expect(t('gift.share', { name: 'Awa' })).toBe('Invitez d’autres proches d’Awa')
  expect(t('gift.share', { name: 'Modou' })).toBe('Invitez d’autres proches de Modou')
  expect(translator('wolo', 'en')('gift.share', { name: 'Awa' })).toBe('Invite other friends of Awa')
})

test('Arabic joins a letter to an Arabic name and keeps it apart from another', () => {
  const t = translator('tutor', 'ar')
  expect(t('guardian.ready.title', { name: 'سلمى' })).toBe('كل شيء جاهز لسلمى')
  expect(t('guardian.ready.title', { name: 'الحسن' })).toBe('كل شيء جاهز للحسن')
  expect(t('guardian.ready.title', { name: 'Salma' })).toBe('كل شيء جاهز لـSalma')
  expect(t('consents.title', { name: 'سلمى' })).toContain('الخاصة بسلمى')
  expect(t('tutor.home.price.learners', { count: 3 })).toContain('لـ٣')
})

test('French sets a narrow no-break space before high punctuation', () => {
  expect(translator('wolo', 'fr')('home.close.title')).toMatch(/anniversaire\u202f\?$/)
  expect(translator('wolo', 'fr')('progress.label', { percent: 5 })).toMatch(/^5\u202f% /)
})
