/**
 * Numbers that follow from a seed alone: the same on every machine and in every version, since old answers are judged again by
 * making their exercise anew. Never for secrets.
 */
import type { Random } from './course.ts'

// Seeds are whole numbers of 48 bits, which JSON and PostgreSQL both keep exactly.

/** sfc32 (Chris Doty-Humphrey, PractRand), seeded by both halves of `seed` and run in before its first number. */
export function randomFrom(seed: number): Random {
  let a = Math.floor(seed / 2 ** 32) | 0
  let b = seed | 0
  let c = 0x9e3779b9 | 0
  let counter = 1
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return sum >>> 0
  }
  for (let i = 0; i < 15; i++) next()
  const whole = (from: number, to: number): number => from + Math.floor((next() / 2 ** 32) * (to - from + 1))
  return { whole, pick: (list) => list[whole(0, list.length - 1)]! }
}
