/** The catalogues: every sentence parses, and every language fills in the same values and tags as the French master. */
import { IntlMessageFormat } from 'intl-messageformat'
import { expect, test } from 'vitest'
import { catalogues, translator, type MessageKey } from '../app/i18n.ts'

type Element = ReturnType<IntlMessageFormat['getAst']>[number]
/** Kinds of element that name nothing: plain text, and the `#` of a plural. */
const NAMELESS: readonly number[] = [0, 7]

function names(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    if (NAMELESS.includes(element.type) || !('value' in element)) return []
    if ('children' in element) return [`<${element.value}>`, ...names(element.children)]
    const inner = 'options' in element ? Object.values(element.options).flatMap((option) => names(option.value)) : []
    return [element.value, ...inner]
  })
}

const signature = (message: string) => [...new Set(names(new IntlMessageFormat(message, 'en').getAst()))].toSorted()

test.each(Object.entries(catalogues))('%s says the same in every language', (_product, { fr, ...others }) => {
  for (const [locale, catalogue] of Object.entries(others)) {
    expect(Object.keys(catalogue).toSorted(), locale).toEqual(Object.keys(fr).toSorted())
    for (const key of Object.keys(fr) as MessageKey[])
      expect(signature(catalogue[key]), `${locale} ${key}`).toEqual(signature(fr[key]))
  }
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

test('French sets a narrow no-break space before high punctuation', () => {
  expect(translator('wolo', 'fr')('home.close.title')).toMatch(/anniversaire\u202f\?$/)
  expect(translator('wolo', 'fr')('progress.label', { percent: 5 })).toMatch(/^5\u202f% /)
})
