/**
 * Every list that staff can take away as a file has a head in words for each column, and words for each value of a closed set, in
 * every language its readers may have; the words are those the console shows, and no module keeps one that nobody reads.
 */
import type { TSchema } from 'typebox'
import { describe, expect, test } from 'vitest'
import { wordIn, type Words } from '../kernel/fields.ts'
import type { Module, Product } from '../kernel/module.ts'
import { reports } from '../modules/reports/module.ts'
import { listAt, type List } from '../modules/reports/lists.ts'
import { headsOf, wordsOf } from '../modules/reports/writing.ts'
import { tutor } from '../products/tutor/product.ts'
import { wolo } from '../products/wolo/product.ts'
import { catalogues } from '../web/app/i18n.ts'

interface Exported {
  readonly module: Module
  readonly list: List
  readonly schemas: Readonly<Record<string, TSchema>>
}

function listsOf(product: Product): Exported[] {
  return product.modules.flatMap((module) =>
    module.routes.flatMap((route) => {
      const list = route.method === 'GET' ? listAt(product, route.path) : undefined
      if (!list) return []
      const page = list.route.response[200] as {
        properties: { items: { items: { properties: Record<string, TSchema> } } }
      }
      return [{ module, list, schemas: page.properties.items.items.properties }]
    }),
  )
}

/** The values of a closed set; none when anything may stand there. */
function valuesOf(schema: TSchema): string[] {
  const {
    enum: all,
    const: one,
    anyOf,
    items,
  } = schema as TSchema & {
    enum?: string[]
    const?: string
    anyOf?: TSchema[]
    items?: TSchema
  }
  return all ?? (one === undefined ? [] : [one]).concat((anyOf ?? []).flatMap(valuesOf), items ? valuesOf(items) : [])
}

/** Where the console has its word for a value of this field. */
const SHOWN: Readonly<Record<string, string>> = {
  'audit.actor_kind': 'staff.audit.actor',
  'catalog.category': 'staff.partner.kind',
  'catalog.status': 'staff.pack.status',
  'consent.method': 'staff.consent.method',
  'consent.trouble': 'staff.consent.trouble',
  'ledger.scope': 'staff.proof.scope',
  'merchants.kind': 'staff.partner.kind',
  'merchants.payment_terms': 'staff.partner.payment_terms',
  'payments.outcome': 'staff.webhook.outcome',
  'pots.reason': 'staff.refund.reason',
  'pots.refund_reason': 'staff.refund.reason',
  'privacy.state': 'staff.privacy.state',
  'subscriptions.cycle': 'staff.cycle',
  'subscriptions.next_cycle': 'staff.cycle',
  'tutoring.concern': 'staff.talks.concern',
}

const products: readonly (readonly [keyof typeof catalogues, Product])[] = [
  ['wolo', wolo],
  ['tutor', tutor],
]

describe.each(products)('%s', (name, product) => {
  const lists = listsOf(product)
  const locales = product.locales

  test('has lists to take away', () => {
    expect(lists.map(({ list }) => list.path)).toEqual(
      expect.arrayContaining(['/audit', '/payments', name === 'wolo' ? '/gifts' : '/subscriptions/directory']),
    )
  })

  test.each(lists.map((it) => [it.list.path, it] as const))('%s has a head for each column', (_path, { list }) => {
    for (const locale of locales) {
      const language = locale.split('-')[0]!
      expect(list.columns.filter((column) => !wordsOf(list, column)?.say[language]?.trim())).toEqual([])
      const heads = headsOf(list, { locale, currency: product.currency })
      expect(heads.filter((head, n) => heads.indexOf(head) !== n || /_/.test(head))).toEqual([])
    }
  })

  test.each(lists.map((it) => [it.list.path, it] as const))('%s tells closed values in words', (_path, it) => {
    const missing = Object.entries(it.schemas).flatMap(([column, schema]) =>
      valuesOf(schema)
        .filter((value) => !wordsOf(it.list, column)?.values?.[value])
        .map((value) => `${column}: ${value}`),
    )
    expect(missing).toEqual([])
  })

  test('says of a value what the console says', () => {
    let compared = 0
    for (const { module, list } of lists)
      for (const column of list.columns)
        for (const [value, words] of Object.entries(wordsOf(list, column)?.values ?? {}))
          for (const [language, shown] of Object.entries(catalogues[name])) {
            const prefix = SHOWN[`${module.name}.${column}`] ?? 'console.status'
            const word = (shown as Readonly<Record<string, string>>)[`${prefix}.${value}`]
            // The console names the provider of its product; modules know none.
            if (word === undefined || /Wave|Paymob/.test(word)) continue
            compared++
            expect(`${list.path} ${column}: ${wordIn(words, language)}`).toBe(`${list.path} ${column}: ${word}`)
          }
    expect(compared).toBeGreaterThan(60)
  })
})

describe('a module', () => {
  const modules = new Map(
    products.flatMap(([, { modules: all }]) => all.map((module) => [module.name, module] as const)),
  )
  const everywhere = products.flatMap(([, product]) => listsOf(product))

  test.each(
    [...modules.values()].filter(({ fields }) => Object.keys(fields).length > 0).map((it) => [it.name, it] as const),
  )('%s says all its words in each language', (_name, { name, fields }) => {
    const languages = tutor.modules.some((it) => it.name === name) ? ['ar', 'en', 'fr'] : ['en', 'fr']
    const all: Words[] = Object.values(fields).flatMap(({ say, values }) => [say, ...Object.values(values ?? {})])
    for (const words of all) {
      expect(Object.keys(words)).toEqual(expect.arrayContaining(languages))
      expect(Object.values(words).every((word) => word.trim() === word && word !== '')).toBe(true)
      // Arabic is read with either digits, by choice: none is written into its words.
      expect(words['ar'] ?? '').not.toMatch(/\p{Nd}/u)
    }
  })

  test('keeps no word for what is no column, and none for what is no value', () => {
    const unused = [...modules.values()].flatMap(({ name, fields }) =>
      Object.entries(fields).flatMap(([field, { values }]) => {
        const of = everywhere.filter(
          ({ module, list }) =>
            list.columns.includes(field) && (name === reports.name ? !module.fields[field] : module.name === name),
        )
        if (of.length === 0) return [`${name}.${field}`]
        const closed = of.flatMap(({ schemas }) => valuesOf(schemas[field]!))
        return closed.length === 0
          ? []
          : Object.keys(values ?? {}).flatMap((it) => (closed.includes(it) ? [] : [`${name}.${field}: ${it}`]))
      }),
    )
    expect(unused).toEqual([])
  })
})
