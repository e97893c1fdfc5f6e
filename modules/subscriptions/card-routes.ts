/** The payer's saved cards on the wire. */
import { Type } from 'typebox'
import { route } from '../../kernel/http/route.ts'
import { Empty, Instant, WireId } from '../../kernel/http/schema.ts'
import { cardIds } from '../payments/api.ts'
import { cardsOf, forgetCard } from './cards.ts'
import { subscriptionId } from './ids.ts'

const Card = Type.Object({
  id: WireId('crd'),
  brand: Type.String(),
  last_four: Type.String(),
  state: Type.Union([Type.Literal('usable'), Type.Literal('expired')], {
    description: 'The provider does not say when a card runs out; `expired` once it refused it for that',
  }),
  saved_at: Instant,
  renews: Type.Array(WireId('sub'), { description: 'The subscriptions it is charged for' }),
})

export const cardRoutes = [
  route({
    method: 'GET',
    path: '/me/cards',
    summary: 'The cards I let be kept, newest first, and what each renews',
    description:
      'The numbers are kept by the payment provider; we know the brand and the last four digits. At most 50.',
    access: 'user',
    rows: 'all',
    response: { 200: Type.Object({ items: Type.Array(Card) }) },
    handle: async ({ ctx, tx }) => ({
      items: (await cardsOf(ctx, tx)).map(({ id, brand, last_four, state, saved_at, renews }) => ({
        id: cardIds.wire(id),
        brand,
        last_four,
        state,
        saved_at,
        renews: renews.map((it) => subscriptionId.wire(it)),
      })),
    }),
  }),
  route({
    method: 'DELETE',
    path: '/me/cards/{id}',
    summary: 'Forget a card for good',
    description:
      'One that renews a subscription needs `confirmed`: from then on nothing is charged by itself, and the next renewal asks for a payment, with the usual days of grace. Another card renews by `PUT /subscriptions/{id}/card`. Safe to repeat. Refuses `subscriptions.card_renews`, `subscriptions.payment_under_way`.',
    access: 'user',
    rows: 'all',
    params: Type.Object({ id: WireId('crd') }),
    query: Type.Object({ confirmed: Type.Optional(Type.Boolean()) }),
    response: { 204: Empty },
    async handle({ ctx, tx, params, query }) {
      await forgetCard(ctx, tx, cardIds.parse(params.id), query.confirmed === true)
    },
  }),
]
