/** Tests that need a browser. Where there is none the reason is printed and stands in the name; where CI is set that is a failure. */
import { test } from 'vitest'
import { openPhones, type Phones } from './phones.ts'

/** Declares the tests, or a skipped one that says why. `what` is tried by them, such as `the till`. */
export async function withPhones(what: string, declare: (phones: Phones) => void): Promise<void> {
  const found = await openPhones()
  if (!('missing' in found)) return declare(found)
  // Elsewhere it is good to know; where the gate stands it must not pass unseen.
  if (process.env['CI']) throw new Error(`no browser for ${what}: ${found.missing}`)
  console.warn(`Without a browser, not tried: ${what}: ${found.missing}`)
  test.skip(`${what} (${found.missing})`)
}
