import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { instant, openStore, type Store } from '../state.ts'

const defaults = {
  clock_offset_ms: 0,
  opening_balance: '0',
  webhook_url: null,
  webhook_secrets: ['s'],
  webhook_mode: 'signature',
} as const

let folder: string
let path: string
const open = (): Store => openStore(path, { ...defaults, webhook_secrets: ['s'] })
const lines = (): string[] => readFileSync(path, 'utf8').trim().split('\n')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wave-state-'))
  path = join(folder, 'journal.jsonl')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('what one step changes is one line of the journal', async () => {
  const store = open()
  const before = lines().length
  store.put('batch', { id: 'a', payouts: [] })
  store.put('batch', { id: 'b', payouts: [] })
  expect(lines()).toHaveLength(before)
  await Promise.resolve()
  expect(lines()).toHaveLength(before + 1)
  store.close()
})

test('puts, removals and settings are read back; a reset is too', async () => {
  let store = open()
  store.put('batch', { id: 'a', payouts: ['1'] })
  store.put('batch', { id: 'b', payouts: [] })
  store.remove('batch', 'b')
  store.change({ clock_offset_ms: 5 })
  store.close()
  store = open()
  expect(store.list('batch')).toEqual([{ id: 'a', payouts: ['1'] }])
  expect(store.settings().clock_offset_ms).toBe(5)
  store.reset()
  store.close()
  store = open()
  expect(store.list('batch')).toEqual([])
  expect(store.settings().clock_offset_ms).toBe(5)
  store.close()
})

test('a journal that says the same things over and over is rewritten short', async () => {
  const store = open()
  for (let step = 0; step < 20_500; step += 1) {
    store.put('batch', { id: 'a', payouts: [String(step)] })
    await Promise.resolve()
  }
  store.close()
  expect(lines().length).toBeLessThan(1_000)
  const again = open()
  expect(again.list('batch')).toEqual([{ id: 'a', payouts: ['20499'] }])
  again.close()
})

test('instants are UTC to the second', () => {
  expect(instant(Date.UTC(2026, 0, 2, 3, 4, 5, 678))).toBe('2026-01-02T03:04:05Z')
})
