/** What verbs answer, as JSON. */

/**
 * Rows as JSON values: amounts, instants and dates become text here, once, before the schema's serializer sees them
 * (it would take a bigint in a nullable field for neither branch).
 */
export function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(plain)
  if (value instanceof Temporal.Instant || value instanceof Temporal.PlainDate) return value.toString()
  if (Object.getPrototypeOf(value) !== Object.prototype) return value
  const copy: Record<string, unknown> = {}
  for (const key in value) copy[key] = plain((value as Record<string, unknown>)[key])
  return copy
}
