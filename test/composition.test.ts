/** What every product must put together because no module can ask for it: forgetting one of these would be silent. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Product } from '../kernel/module.ts'
import type { MessagingPolicy } from '../modules/messaging/api.ts'
import { stillWanted } from '../modules/notifications/api.ts'
import { heldPersons } from '../modules/privacy/api.ts'

const folder = join(import.meta.dirname, '../products')
const products: Product[] = []
for (const name of readdirSync(folder)) {
  const file = join(folder, name, 'product.ts')
  if (existsSync(file)) products.push(((await import(file)) as Record<string, Product>)[name]!)
}
const composes = (product: Product, module: string) => product.modules.some(({ name }) => name === module)

test('there are products to look at', () => {
  expect(products.map(({ name }) => name).toSorted()).toEqual(['tutor', 'wolo'])
})

const withModule = (module: string) =>
  products.filter((product) => composes(product, module)).map((product) => [product.name, product] as const)

test.each(withModule('notifications'))('%s asks again before what waited is sent', (_name, product) => {
  expect((product.policy['messaging'] as MessagingPolicy | undefined)?.wanted).toBe(stillWanted)
})

test.each(withModule('privacy'))('%s spares whoever is held from the nightly removal', (_name, product) => {
  expect(composes(product, 'operations')).toBe(true)
  expect(product.held).toBe(heldPersons)
})
