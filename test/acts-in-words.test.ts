/** Every act that a module puts on record has a word in each language of the products it is part of: staff read no codes. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Product } from '../kernel/module.ts'
import { tutor } from '../products/tutor/product.ts'
import { wolo } from '../products/wolo/product.ts'
import { catalogues } from '../web/app/i18n.ts'

const MODULES = join(import.meta.dirname, '../modules')

/** Where an act’s name is put together, what it may become. */
const MADE: Readonly<Record<string, readonly string[]>> = {
  'consent.${decision}': ['given', 'refused', 'withdrawn', 'ended'],
  'payments.${state}': ['expired', 'cancelled'],
  'payments.subscription_${act}': ['suspend', 'resume', 'cancel'],
  'payouts.${to}': ['requested', 'processing', 'succeeded', 'failed', 'reversed'],
  'pots.refund_${status}': ['approved', 'rejected'],
  'subscriptions.refund_${status}': ['approved', 'rejected'],
}

function sourcesOf(module: string): string[] {
  return readdirSync(join(MODULES, module), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/(?:^|\/)test\//.test(file))
    .map((file) => readFileSync(join(MODULES, module, file), 'utf8'))
}

/** Names of acts in a module: on a line that writes a record, or hands the name to what writes one. */
function actsOf(module: string): string[] {
  const lines = sourcesOf(module).flatMap((source) => source.split('\n'))
  return lines
    .filter((line) => /\baction: |(?:note|told|changed)\(ctx, tx, /.test(line))
    .flatMap((line) => [...line.matchAll(new RegExp(`(['\`])(${module}\\..+?)\\1`, 'g'))])
    .flatMap(([, quote, act = '']) => {
      if (quote === "'") return [act]
      const kinds = MADE[act]
      if (!kinds) throw new Error(`say in this test what ${act} may become`)
      return kinds.map((kind) => act.replace(/\$\{\w+\}/, kind))
    })
}

test.each<[keyof typeof catalogues, Product]>([
  ['wolo', wolo],
  ['tutor', tutor],
])('%s tells every act in words', (name, product) => {
  const acts = [...new Set(product.modules.flatMap((module) => actsOf(module.name)))]
  // What is found by reading must not become nothing.
  expect(acts.length).toBeGreaterThan(100)
  expect(acts).toContain(name === 'wolo' ? 'pots.refund_requested_again' : 'consent.withdrawn')
  expect(acts).toContain('identity.second_factor_reset')
  for (const [language, words] of Object.entries(catalogues[name]))
    expect(
      acts.filter((act) => !Object.hasOwn(words, `story.act.${act}`)),
      language,
    ).toEqual([])
})
