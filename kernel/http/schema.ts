/** Schemas every route shares: amounts, instants, dates, wire ids, pages, the problem document. */
import { Type, type Static, type TProperties, type TSchema } from 'typebox'

/** Minor units as an integer string. */
export const AmountMinor = Type.String({ pattern: '^-?[0-9]{1,18}$', description: 'Integer string of minor units' })
/** A positive amount, as input. */
export const PositiveAmountMinor = Type.String({
  pattern: '^[1-9][0-9]{0,14}$',
  description: 'Positive integer string of minor units',
})
/** ISO 8601 instant in UTC. */
export const Instant = Type.String({ format: 'date-time', description: 'Instant, ISO 8601, UTC' })
/** ISO 8601 calendar date. */
export const CivilDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Calendar date, ISO 8601' })

/** A wire id with its prefix, `pot_01k…`. */
export const WireId = (prefix: string) =>
  Type.String({
    pattern: `^${prefix}_[0-9a-hjkmnp-tv-z]{26}$`,
    description: `Identifier, ${prefix}_ and 26 characters`,
  })

/** The value or null. Said by the type where there is one: a union is told apart value by value whenever an answer is written. */
export const Nullable = <S extends TSchema>(schema: S) =>
  Type.Unsafe<Static<S> | null>(
    'type' in schema && typeof schema['type'] === 'string' && !('enum' in schema)
      ? { ...schema, type: [schema['type'], 'null'] }
      : { anyOf: [schema, Type.Null()] },
  )

/** Nothing in the body. */
export const Empty = Type.Null({ description: 'No content' })

/** An object that refuses unknown properties. */
export const Body = <P extends TProperties>(properties: P) => Type.Object(properties, { additionalProperties: false })

/** The query of a paged list. */
export const pageQuery = {
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
}

/** The query of a paged list in order of time, and of a part of it: `from` is in it, `to` is not. */
export const timedQuery = {
  ...pageQuery,
  sort: Type.Optional(Type.Union([Type.Literal('newest'), Type.Literal('oldest')])),
  from: Type.Optional(Instant),
  to: Type.Optional(Instant),
}

/** A page of a list: items and the cursor of the next page, null at the end. */
export const Page = <S extends TSchema>(item: S) =>
  Type.Object({ items: Type.Array(item), next_cursor: Nullable(Type.String()) })

/** application/problem+json (RFC 9457). */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String({ description: 'A sentence for the person, in their language' }),
  code: Type.String({ description: 'Stable: module.reason' }),
  retry: Type.String({ description: 'never, later or same-key' }),
  request_id: Type.String(),
  values: Type.Optional(Type.Record(Type.String(), Type.String())),
  fields: Type.Optional(Type.Record(Type.String(), Type.Object({ code: Type.String(), detail: Type.String() }))),
})
