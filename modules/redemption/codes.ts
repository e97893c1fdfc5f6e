/**
 * The code a holder can read out when the camera fails: nine random Crockford characters and one that checks them. Pure but
 * for the random characters. Nothing here knows which codes exist.
 */
import { randomBytes } from 'node:crypto'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 10

/** A new code in its plain form, ten characters. 45 random bits: with the limit on scans nobody guesses one. */
export function newCode(): string {
  const digits = [...randomBytes(LENGTH - 1)].map((byte) => byte & 31)
  return [...digits, checkOf(digits)].map((digit) => ALPHABET[digit]).join('')
}

/** `ABCDEFGHJK` → `ABCD-EFG-HJK`. */
export function shownCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4, 7)}-${code.slice(7)}`
}

/**
 * What somebody typed, as the plain form: case, spaces and dashes do not matter, o is 0, i and l are 1. Undefined when it
 * cannot be a code: every single wrong character and every swap of two is noticed here, without asking the database.
 */
export function readCode(typed: string): string | undefined {
  const plain = typed
    .toUpperCase()
    .replaceAll(/[\s\-–—_.]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  if (plain.length !== LENGTH) return undefined
  const digits = [...plain].map((char) => ALPHABET.indexOf(char))
  if (digits.some((digit) => digit < 0)) return undefined
  return checkOf(digits.slice(0, -1)) === digits.at(-1) ? plain : undefined
}

/**
 * A weighted sum over the field of 32 elements, each place with a weight of its own (2, 4, 8 …; the check itself weighs 1), so
 * that neither a changed character nor two exchanged ones can go unnoticed.
 */
function checkOf(digits: readonly number[]): number {
  return digits.reduce((sum, digit, place) => sum ^ times(digit, weightOf(place)), 0)
}

function weightOf(place: number): number {
  let weight = 1
  for (let i = 0; i <= place; i++) weight = times(weight, 2)
  return weight
}

/** Multiplication in GF(2⁵) with x⁵ + x² + 1, in which 2 generates every element but zero. */
function times(a: number, b: number): number {
  let product = 0
  for (let left = a, right = b; right > 0; right >>= 1) {
    if (right & 1) product ^= left
    left = left & 16 ? ((left << 1) ^ 0b100101) & 31 : left << 1
  }
  return product
}
