/** How people write a whole amount here. For the server, and for the island that says it on a button before it is sent. */

/** With points or commas between thousands, or with no cents at the end. */
const WRITTEN = /^(\d+|\d{1,3}(?:[.,]\d{3})+)(?:[.,]0{1,2})?$/

/**
 * The digits of a typed amount (`25 000 F` → `25000`); what is no whole amount stays as typed, for the API to refuse: `5000,50`
 * must not become half a million.
 */
export function amountOf(typed: string): string {
  const whole = WRITTEN.exec(typed.replace(/F\s?(?:CFA)?\s*$/i, '').replace(/\s/g, ''))?.[1]
  return whole === undefined ? typed : whole.replace(/[.,]/g, '')
}
