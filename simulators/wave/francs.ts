// Amounts as people in Senegal write them.

/** `25 000 F`, with spaces that do not break. */
export function francs(amount: string): string {
  return `${amount.replace(/\B(?=(\d{3})+$)/g, '\u00a0')}\u00a0F`
}
