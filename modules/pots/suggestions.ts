/**
 * Amounts a gift form offers: what people here give, rounded to amounts people say. Pure; the quantiles come from the pot's
 * own gifts, else from the product's lately (store/public.ts), else from the policy.
 */

/** So many amounts are offered, unless the limits of a pot leave room for fewer. */
const OFFERED = 4
/** 1 000, 1 500, 2 000, 2 500, 3 000, 5 000, 7 500, 10 000 and so on, in tenths. */
const STEPS = [10n, 15n, 20n, 25n, 30n, 50n, 75n]

/**
 * Four friendly amounts, ascending and within the limits, near the quantiles. Amounts that round to the same one make room
 * for the next larger, else the next smaller.
 */
export function suggestedAmounts(quantiles: readonly bigint[], min: bigint, max: bigint): bigint[] {
  const ladder = friendlyAmounts(min, max)
  const chosen = new Set<number>()
  for (const amount of quantiles.slice(0, OFFERED)) take(chosen, nearest(ladder, amount), ladder.length)
  while (chosen.size < Math.min(OFFERED, ladder.length)) take(chosen, Math.max(-1, ...chosen) + 1, ladder.length)
  return [...chosen].toSorted((a, b) => a - b).map((position) => ladder[position]!)
}

function take(chosen: Set<number>, wanted: number, length: number): void {
  for (let at = wanted; at < length; at++) if (!chosen.has(at)) return void chosen.add(at)
  for (let at = Math.min(wanted, length) - 1; at >= 0; at--) if (!chosen.has(at)) return void chosen.add(at)
}

function nearest(ladder: readonly bigint[], amount: bigint): number {
  const above = ladder.findIndex((step) => step >= amount)
  if (above === -1) return ladder.length - 1
  return above > 0 && amount - ladder[above - 1]! < ladder[above]! - amount ? above - 1 : above
}

function friendlyAmounts(min: bigint, max: bigint): bigint[] {
  const ladder: bigint[] = []
  for (let tens = 1n; tens <= max; tens *= 10n)
    for (const step of STEPS) {
      const amount = tens * step
      if (amount % 10n === 0n && amount / 10n >= min && amount / 10n <= max) ladder.push(amount / 10n)
    }
  return ladder
}
