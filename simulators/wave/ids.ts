// Identifiers in the shapes of the Wave API, and the display names the simulated accounts carry.
import { createHash, randomBytes } from 'node:crypto'

const LOWER = '0123456789abcdefghjkmnpqrstvwxyz'
const UPPER = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'

function letters(alphabet: string, length: number): string {
  return Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join('')
}

export const newSessionId = (): string => `cos-${letters(LOWER, 13)}`
export const newPayoutId = (): string => `pt-${letters(LOWER, 13)}`
export const newBusinessPayoutId = (): string => `b2b-${letters(LOWER, 13)}`
export const newBatchId = (): string => `pb-${letters(LOWER, 13)}`
export const newEventId = (): string => `EV_${letters(UPPER, 12)}`
export const newTransactionId = (): string => `T_${letters(UPPER, 10)}`

const FIRST = [
  'Aminata',
  'Mamadou',
  'Fatou',
  'Ousmane',
  'Awa',
  'Cheikh',
  'Mariama',
  'Ibrahima',
  'Khady',
  'Modou',
  'Ndèye',
  'Abdou',
]
const LAST = ['Diop', 'Ndiaye', 'Fall', 'Sarr', 'Ba', 'Sow', 'Gueye', 'Faye', 'Cissé', 'Diouf', 'Mbaye', 'Sy']

/** The same number always belongs to the same invented person. */
export function nameOf(mobile: string): string {
  const digest = createHash('sha256').update(mobile).digest()
  return `${FIRST[digest[0]! % FIRST.length]} ${LAST[digest[1]! % LAST.length]}`
}
