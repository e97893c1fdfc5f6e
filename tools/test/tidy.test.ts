/** The law of the house finds each breach planted here, and none in the house. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findings, readSources, type Source } from '../tidy.ts'

const house: Source[] = [
  { path: 'kernel/db/statement.ts', text: '' },
  { path: 'kernel/money.ts', text: '' },
  { path: 'modules/ledger/module.ts', text: "import './store.ts'\nimport './rules.ts'\nimport './api.ts'\nneeds: []" },
  { path: 'modules/ledger/api.ts', text: "import './rules.ts'" },
  {
    path: 'modules/ledger/store.ts',
    text: "import { statement } from '../../kernel/db/statement.ts'\nimport '../../kernel/money.ts'",
  },
  { path: 'modules/ledger/rules.ts', text: '' },
  {
    path: 'modules/pots/module.ts',
    text: "import { ledger } from '../ledger/module.ts'\nimport './pots.ts'\nneeds: [ledger]",
  },
  { path: 'modules/pots/pots.ts', text: "import { post } from '../ledger/api.ts'" },
]

const planted: [breach: string, source: Source, says: string][] = [
  [
    'the kernel leans on a module',
    { path: 'kernel/money.ts', text: "import { x } from '../modules/ledger/api.ts'" },
    'the kernel knows no module',
  ],
  [
    'a module reaches past another’s api',
    { path: 'modules/pots/pots.ts', text: "import { x } from '../ledger/store.ts'" },
    'through its api.ts alone',
  ],
  [
    'a module uses one it does not need',
    { path: 'modules/ledger/store.ts', text: "import { x } from '../pots/api.ts'" },
    'does not list pots',
  ],
  [
    'a verb speaks SQL',
    { path: 'modules/pots/pots.ts', text: "import { statement } from '../../kernel/db/statement.ts'" },
    'only store.ts speaks SQL',
  ],
  [
    'a store reads a foreign schema',
    { path: 'modules/ledger/store.ts', text: 'select id from pots.pot' },
    'schema pots',
  ],
  [
    'a route skips the verb',
    { path: 'modules/ledger/routes.ts', text: "import { x } from './store.ts'" },
    'never the store',
  ],
  ['rules do I/O', { path: 'modules/ledger/rules.ts', text: "import { x } from './store.ts'" }, 'rules are pure'],
  [
    'a page imports the server',
    { path: 'web/app/home.tsx', text: "import { x } from '../../kernel/money.ts'" },
    'generated client',
  ],
  [
    'a stand-in shares our code',
    { path: 'simulators/wave/main.ts', text: "import { x } from '../../kernel/money.ts'" },
    'outside world',
  ],
  [
    'a module imports a product',
    { path: 'modules/pots/pots.ts', text: "import { x } from '../../products/wolo/product.ts'" },
    'knows no product',
  ],
  ['time is taken, not given', { path: 'modules/pots/pots.ts', text: 'const now = Date.now()' }, 'ctx.clock.now()'],
  [
    'columns are not named',
    { path: 'modules/ledger/store.ts', text: 'select * from ledger.entry' },
    'names of the columns',
  ],
  [
    'a test is skipped',
    { path: 'modules/pots/test/pots.test.ts', text: "test.skip('x', () => {})" },
    'a test that runs',
  ],
  ['a file is dead', { path: 'modules/pots/forgotten.ts', text: '' }, 'nobody imports it'],
  ['a room has no name', { path: 'modules/pots/utils.ts', text: '' }, 'name it after what it does'],
  ['a barrel', { path: 'modules/pots/index.ts', text: '' }, 'no index.ts'],
]

test('the little house keeps the law', () => {
  expect(findings(house)).toEqual([])
})

test.each(planted)('found: %s', (_breach, source, says) => {
  const sources = [...house.filter(({ path }) => path !== source.path), source]
  expect(findings(sources).filter((finding) => finding.includes(says))).not.toEqual([])
})

test('the real house is read', () => {
  expect(readSources(join(import.meta.dirname, '../..')).length).toBeGreaterThan(100)
})
