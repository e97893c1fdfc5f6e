/** What staff ask of all pots together. Nobody’s name is in an answer. */
import { Type } from 'typebox'
import { route } from '../../kernel/http/route.ts'
import { AmountMinor, CivilDate, WireId } from '../../kernel/http/schema.ts'
import { packId } from '../catalog/api.ts'
import { giftsByDay, topPacks } from './insights.ts'

const DAYS = 30
const query = Type.Object({
  days: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 366, description: 'Civil days up to today, 30 unless told' }),
  ),
})

export const insightRoutes = [
  route({
    method: 'GET',
    path: '/insights/gifts',
    summary: 'Gifts per day, and how many of those who look give',
    description:
      'One item per civil day of the product, the oldest first. `gifts` and `amount_minor` count money that arrived that day, also when it was given back later; `started` counts gifts begun that day and `paid` those of them that were paid, whenever; `views` counts looks at pots.',
    access: { permission: 'pots.view' },
    rows: 'all',
    query,
    response: {
      200: Type.Object({
        currency: Type.String(),
        items: Type.Array(
          Type.Object({
            day: CivilDate,
            gifts: Type.Integer(),
            amount_minor: AmountMinor,
            views: Type.Integer(),
            started: Type.Integer(),
            paid: Type.Integer(),
          }),
        ),
      }),
    },
    async handle({ ctx, tx, query: { days = DAYS } }) {
      return { currency: ctx.product.currency, items: await giftsByDay(ctx, tx, days) }
    },
  }),
  route({
    method: 'GET',
    path: '/insights/packs',
    summary: 'The packs bought most',
    description: 'By pots that bought them within the days asked for, eight at most.',
    access: { permission: 'pots.view' },
    rows: 'all',
    query,
    response: {
      200: Type.Object({
        currency: Type.String(),
        items: Type.Array(
          Type.Object({
            pack_id: WireId('pck'),
            name: Type.Record(Type.String(), Type.String()),
            bought: Type.Integer(),
            amount_minor: AmountMinor,
          }),
        ),
      }),
    },
    async handle({ ctx, tx, query: { days = DAYS } }) {
      const packs = await topPacks(ctx, tx, days)
      const items = packs.map((pack) => ({ ...pack, pack_id: packId.wire(packId.of(pack.pack_id)) }))
      return { currency: ctx.product.currency, items }
    },
  }),
]
