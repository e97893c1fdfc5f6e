/** The inbox of the signed-in person. */
import { Type } from 'typebox'
import { pageOf, pageRequest } from '../../kernel/http/page.ts'
import { route } from '../../kernel/http/route.ts'
import { Instant, Nullable, pageQuery } from '../../kernel/http/schema.ts'
import { present } from '../../kernel/assert.ts'
import { userIdOf } from '../../kernel/context.ts'
import { countUnread, listInbox, markRead, notificationId } from './notifications.ts'

const Item = Type.Object({
  id: Type.String(),
  message_key: Type.String(),
  title: Type.String(),
  body: Type.String(),
  about_type: Nullable(Type.String()),
  created_at: Instant,
  read_at: Nullable(Instant),
})

export const routes = [
  route({
    method: 'GET',
    path: '/me/notifications',
    summary: 'My inbox, newest first',
    access: 'user',
    query: Type.Object(pageQuery),
    response: {
      200: Type.Object({ items: Type.Array(Item), next_cursor: Nullable(Type.String()), unread: Type.Integer() }),
    },
    async handle({ ctx, tx, query }) {
      const userId = present(userIdOf(ctx.actor), 'signed in')
      const page = pageRequest(query)
      const rows = await listInbox(ctx, tx, userId, page)
      const listed = pageOf(
        rows,
        page,
        (row) => [row.created_at, row.id],
        (row) => ({ ...row, id: notificationId.wire(row.id) }),
      )
      return { ...listed, unread: await countUnread(tx, userId) }
    },
  }),
  route({
    method: 'POST',
    path: '/me/notifications/{id}/reading',
    summary: 'I have read this',
    description: 'Safe to repeat.',
    access: 'user',
    params: Type.Object({ id: Type.String() }),
    response: { 204: Type.Null() },
    async handle({ ctx, tx, params }) {
      await markRead(ctx, tx, present(userIdOf(ctx.actor), 'signed in'), notificationId.parse(params.id))
    },
  }),
]
