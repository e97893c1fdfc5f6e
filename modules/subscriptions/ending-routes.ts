/** What ending a subscription now would give back, on the wire. */
import { Type } from 'typebox'
import { route } from '../../kernel/http/route.ts'
import { AmountMinor, CivilDate, WireId } from '../../kernel/http/schema.ts'
import { subscriptionId } from './ids.ts'
import { getFor } from './reading.ts'
import { endingOf } from './using.ts'

export const endingRoutes = [
  route({
    method: 'GET',
    path: '/subscriptions/{id}/ending',
    summary: 'What ending it now would give back; changes nothing',
    description:
      'For its payer. Days not begun come back; of the month of allowances that runs, the days left or the allowance left, whichever is less (`by_use`). Months not begun come back whole. Refuses `kernel.not_found`.',
    access: 'user',
    rows: 'all',
    params: Type.Object({ id: WireId('sub') }),
    response: {
      200: Type.Object({
        back_minor: AmountMinor,
        from: CivilDate,
        by_use: Type.Boolean({ description: 'More was used than days are over' }),
      }),
    },
    async handle({ ctx, tx, params: { id } }) {
      const { back_minor, from, by_use } = await endingOf(
        ctx,
        tx,
        await getFor(ctx, tx, subscriptionId.parse(id), false),
      )
      return { back_minor, from: from.toString(), by_use }
    },
  }),
]
