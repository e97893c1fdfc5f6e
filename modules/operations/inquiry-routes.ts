/** Finding anything and telling how it hangs together, for staff. */
import { Type } from 'typebox'
import { route } from '../../kernel/http/route.ts'
import { AmountMinor, Instant, Nullable } from '../../kernel/http/schema.ts'
import { search } from './searching.ts'
import { trace } from './tracing.ts'

const Facts = Type.Record(Type.String(), Type.String())

const Thing = Type.Object({
  kind: Type.String({ description: 'pot, gift, payment, webhook, transfer, message, voucher, …' }),
  id: Type.String(),
  title: Type.String({ description: 'Its own name; empty when it has none' }),
  state: Nullable(Type.String()),
  at: Nullable(Instant),
  amount_minor: Type.Optional(AmountMinor),
  currency: Type.Optional(Type.String()),
  facts: Type.Optional(Facts),
})

const access = { permission: 'operations.search' }
/** Enough for a busy hour of calls, too little to leaf through the numbers of a town. */
const limits = (name: string) => [
  { name: `${name}_minute`, per: 'user' as const, max: 40, windowSeconds: 60 },
  { name: `${name}_hour`, per: 'user' as const, max: 400, windowSeconds: 3600 },
]

export const inquiryRoutes = [
  route({
    method: 'GET',
    path: '/operations/search',
    summary: 'Find anything by an id, number, address, code, link or name',
    description:
      'Prefixed ids, the provider’s ids, phone numbers in any spelling, e-mail addresses, voucher codes, links and names of ' +
      'partners. Answers only kinds whose permission the caller holds; personal fields are masked. A search by number or ' +
      'address is on record, found or not. Limited per person, so that nobody leafs through numbers.',
    access,
    rows: 'all',
    limits: limits('operations.search'),
    query: Type.Object({ q: Type.String({ minLength: 2, maxLength: 254 }) }),
    response: {
      200: Type.Object({
        read_as: Type.Union(['id', 'phone', 'email', 'text'].map((it) => Type.Literal(it))),
        items: Type.Array(Thing),
      }),
    },
    async handle({ ctx, tx, query }) {
      const { things, read_as } = await search(ctx, tx, query.q)
      return { read_as, items: things }
    },
  }),
  route({
    method: 'GET',
    path: '/operations/trace/{id}',
    summary: 'The story of one thing, across modules, oldest first',
    description:
      '`id` is any prefixed id; the provider’s event is `evt_` and its id. `hidden` names the permissions without which a part ' +
      'is left out. Looking at a person is on record. Refuses `kernel.not_found`.',
    access,
    rows: 'all',
    limits: limits('operations.trace'),
    params: Type.Object({ id: Type.String({ maxLength: 210 }) }),
    query: Type.Object({ depth: Type.Optional(Type.Integer({ minimum: 1, maximum: 6, default: 6 })) }),
    response: {
      200: Type.Object({
        about: Thing,
        things: Type.Array(Thing),
        steps: Type.Array(
          Type.Object({ at: Instant, kind: Type.String(), ref: Type.String(), code: Type.String(), facts: Facts }),
        ),
        hidden: Type.Array(Type.String()),
        cut_off: Type.Boolean(),
      }),
    },
    handle: ({ ctx, tx, params, query }) => trace(ctx, tx, params.id, query.depth),
  }),
]
