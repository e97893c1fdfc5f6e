/** The development outbox: what would have gone out by SMS and e-mail. Not there in production. */
import { Type } from 'typebox'
import { refuse } from '../../kernel/errors.ts'
import { route } from '../../kernel/http/route.ts'
import { Instant, Nullable } from '../../kernel/http/schema.ts'
import { errors } from './errors.ts'
import { readable } from './messaging.ts'
import * as store from './outbox.ts'
import { staffRoutes } from './staff-routes.ts'

export const routes = [
  ...staffRoutes,
  route({
    method: 'GET',
    path: '/dev/outbox',
    summary: 'Messages that would have been sent; development only',
    access: 'public',
    rows: 'all',
    query: Type.Object({ address: Type.Optional(Type.String({ maxLength: 200 })) }),
    response: {
      200: Type.Object({
        items: Type.Array(
          Type.Object({
            id: Type.String(),
            message_key: Type.String(),
            channel: Type.String(),
            locale: Type.String(),
            address: Type.String(),
            subject: Nullable(Type.String()),
            body: Type.String(),
            status: Type.String(),
            created_at: Instant,
            sent_at: Nullable(Instant),
          }),
        ),
      }),
    },
    async handle({ ctx, tx, query }) {
      if (ctx.config.mode === 'production') refuse(errors.no_outbox)
      const items = await readable(ctx, tx, await store.recent(tx))
      return { items: query.address ? items.filter((item) => item.address === query.address) : items }
    },
  }),
]
