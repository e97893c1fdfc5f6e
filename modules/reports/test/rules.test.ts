// What an export's file is called.
import { expect, it } from 'vitest'
import { fileNameOf } from '../rules.ts'

it('names the file after its list and day', () => {
  expect(fileNameOf('/ledger/accounts', Temporal.PlainDate.from('2026-12-12'))).toBe('ledger-accounts-2026-12-12.csv')
})
