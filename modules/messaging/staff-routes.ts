/** What staff see of messages: those to a person or about a thing without their words, and one with them, on record. */
import { Type } from 'typebox'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { route } from '../../kernel/http/route.ts'
import { Instant, Nullable, WireId } from '../../kernel/http/schema.ts'
import { readWireId } from '../../kernel/ids.ts'
import { listMessages, messageIds, readMessage } from './inquiry.ts'

const access = { permission: 'notifications.view' }
const Channel = Type.Union([Type.Literal('sms'), Type.Literal('email')])

const Message = Type.Object({
  id: WireId('msg'),
  message_key: Type.String({ description: 'Which message it is' }),
  channel: Channel,
  to: Nullable(Type.String({ description: 'Masked; null once erased' })),
  status: Type.String(),
  attempts: Type.Integer(),
  error: Nullable(Type.String()),
  about_type: Nullable(Type.String()),
  about: Nullable(Type.String({ description: 'What it is about' })),
  created_at: Instant,
  sent_at: Nullable(Instant),
  failed_at: Nullable(Instant),
})

export const staffRoutes = [
  route({
    method: 'GET',
    path: '/messages',
    summary: 'Messages to a person, about a thing, or of all: newest first, without what they say',
    description: '`person` or `about` are prefixed ids; at most 40. Addresses are masked.',
    access,
    rows: 'all',
    query: Type.Object({
      person: Type.Optional(WireId('usr')),
      about: Type.Optional(Type.String({ maxLength: 40 })),
    }),
    response: { 200: Type.Object({ items: Type.Array(Message) }) },
    async handle({ ctx, tx, query }) {
      const uuid = (text: string | undefined) =>
        text === undefined ? undefined : (readWireId(text)?.uuid ?? refuse(kernelErrors.not_found))
      const [person, about] = [uuid(query.person), uuid(query.about)]
      return { items: await listMessages(ctx, tx, { person, about }) }
    },
  }),
  route({
    method: 'GET',
    path: '/messages/{id}',
    summary: 'One message with what it says',
    description:
      'Each reading is on record. Messages that let somebody sign in or take over are shown without their words, links ' +
      'without their secret. Refuses `kernel.not_found`.',
    access,
    rows: 'all',
    audited: true,
    params: Type.Object({ id: WireId('msg') }),
    response: {
      200: Type.Object({
        ...Message.properties,
        locale: Type.String(),
        subject: Nullable(Type.String()),
        body: Nullable(Type.String({ description: 'Null when secret or erased' })),
        secret: Type.Boolean(),
        provider_id: Nullable(Type.String()),
        not_before: Instant,
      }),
    },
    handle: ({ ctx, tx, params }) => readMessage(ctx, tx, messageIds.parse(params.id)),
  }),
]
