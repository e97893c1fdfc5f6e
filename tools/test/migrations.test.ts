/** Each thing a migration may not do to servers that still run is found; what they can live with is not. */
import { expect, test } from 'vitest'
import { readMigrations } from '../../kernel/db/migrate.ts'
import { products } from '../../serve.ts'
import { migrationFindings } from '../migrations.ts'

const found = (text: string, name = '0002_more.sql') => migrationFindings([{ module: 'shop', name, text }])

test.for([
  ['alter table shop.item rename column a to b;', 'renames'],
  ['alter table shop.item rename to thing;', 'renames'],
  ['alter table shop.item alter column a type bigint;', 'changes a type'],
  ['alter table shop.item add column a text not null;', 'cannot leave out'],
  ['alter table shop.item add column a text default 1, add column b int not null;', 'cannot leave out'],
  ['alter table shop.item alter column a set not null;', 'forbids nulls'],
  ['alter table shop.item drop column a;', 'takes away'],
  ['drop table shop.item;', 'takes away'],
])('%s', ([text, why]) => {
  expect(found(text!)).toEqual([expect.stringContaining(why!)])
})

test.for([
  'alter table shop.item add column a text;',
  "alter table shop.item add column a text not null default 'x';",
  'create table shop.other (a text not null);',
  '-- contract: no version since last spring reads the column\nalter table shop.item drop column a;',
])('%s is fine', (text) => {
  expect(found(text)).toEqual([])
})

test('the first migration of a module has no version before it', () => {
  expect(found('drop table shop.item;', '0001_shop.sql')).toEqual([])
})

test('no migration of the house breaks servers that still run', () => {
  const all = Object.values(products).flatMap((product) => readMigrations(product.modules))
  expect(all.length).toBeGreaterThan(40)
  expect(migrationFindings(all)).toEqual([])
})
