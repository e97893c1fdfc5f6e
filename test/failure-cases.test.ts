/** Holds docs/failure-cases.md to the tests it names. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('..', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
const rows = read('docs/failure-cases.md')
  .split('\n')
  .flatMap((line) => {
    const [, , file, title] = line.split('|').map((cell) => cell.trim())
    return file?.endsWith('.test.ts') && title ? [{ file, title }] : []
  })

test('the page of failure cases lists every journey', () => {
  expect(rows.length).toBeGreaterThan(110)
  expect(new Set(rows.map(({ file }) => file)).size).toBeGreaterThan(30)
})

test.each(rows)('$file has "$title"', ({ file, title }) => {
  expect(read(file)).toContain(`'${title}'`)
})
