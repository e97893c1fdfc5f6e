/** Slow hashes of what people remember: passwords and PINs. Runs outside every transaction, because it takes its time. */
import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

// argon2id is the library's default algorithm; these costs are stored in each hash.
const COSTS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const CURRENT = `$argon2id$v=19$m=${COSTS.memoryCost},t=${COSTS.timeCost},p=${COSTS.parallelism}$`

export const slowHash = (secret: string): Promise<string> => hash(secret, COSTS)

/** True when the secret was the right one. Takes the same time where there is no hash: nobody's is compared then. */
export async function matches(slow: string | undefined, secret: string): Promise<boolean> {
  return (await verify(slow ?? (await nobodysHash()), secret)) && slow !== undefined
}

/** True when the hash has the present costs. */
export const isCurrent = (slow: string): boolean => slow.startsWith(CURRENT)

let nobodys: Promise<string> | undefined
const nobodysHash = (): Promise<string> => (nobodys ??= hash(randomBytes(32), COSTS))
