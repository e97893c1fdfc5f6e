/** What an owner does around a pot: keeping a draft, looking at the history and putting it back, thanking everybody. */
import { Type } from 'typebox'
import { userIdOf } from '../../kernel/context.ts'
import { pageOf, pageRequest } from '../../kernel/http/page.ts'
import { route } from '../../kernel/http/route.ts'
import { Body, Instant, Nullable, Page, pageQuery, PositiveAmountMinor, WireId } from '../../kernel/http/schema.ts'
import { changesOf, undoChange } from './changes.ts'
import { discardDraft, findDraft, saveDraft } from './drafts.ts'
import { potId } from './ids.ts'
import { details, OwnPot, params, whole } from './own-pot.ts'
import { potFor } from './pots.ts'
import { correctThanks, thankAll } from './thanks.ts'

const written = {
  ...details,
  // Unfinished words may be empty.
  title: Type.String({ maxLength: 500 }),
  pack_id: Nullable(WireId('pck')),
  target_minor: Nullable(PositiveAmountMinor),
}
const Step = Type.Integer({ minimum: 1, maximum: 4 })
const Draft = Type.Object({
  ...Type.Partial(Type.Object(written)).properties,
  step: Step,
  created_at: Instant,
  updated_at: Instant,
})

const Facts = Type.Record(Type.String(), Type.Union([Type.String(), Type.Boolean(), Type.Null()]))

const thanking = { message: Type.String({ maxLength: 5000 }), is_public: Type.Boolean() }

export const careRoutes = [
  route({
    method: 'GET',
    path: '/me/pot-draft',
    summary: 'The pot I am making, or null',
    access: 'user',
    response: { 200: Type.Object({ draft: Nullable(Draft) }) },
    async handle({ ctx, tx }) {
      return { draft: (await findDraft(ctx, tx, userIdOf(ctx.actor)!)) ?? null }
    },
  }),
  route({
    method: 'PATCH',
    path: '/me/pot-draft',
    summary: 'Write down what one step of making a pot says',
    description:
      'What the body does not speak of stays. There is one draft a person; it is gone once the pot is made, and after 60 days untouched. Safe to repeat as it is; answers are not kept, because they hold personal words that are sealed elsewhere.',
    access: 'user',
    idempotency: 'none',
    limits: [{ name: 'pots.draft', per: 'user', max: 300, windowSeconds: 3600 }],
    body: Body({ ...Type.Partial(Type.Object(written)).properties, step: Step }),
    response: { 200: Type.Object({ draft: Draft }) },
    async handle({ ctx, tx, body }) {
      return { draft: await saveDraft(ctx, tx, userIdOf(ctx.actor)!, body) }
    },
  }),
  route({
    method: 'DELETE',
    path: '/me/pot-draft',
    summary: 'Throw the draft away',
    access: 'user',
    response: { 204: Type.Null() },
    async handle({ ctx, tx }) {
      await discardDraft(tx, userIdOf(ctx.actor)!)
    },
  }),
  route({
    method: 'GET',
    path: '/pots/:id/changes',
    summary: 'What was changed about a pot, when and by whom, newest first',
    description: 'For its owner, a guardian of the owner, and staff. `before` and `after` hold only what differs.',
    access: 'user',
    rows: 'all',
    params,
    query: Type.Object(pageQuery),
    response: {
      200: Page(
        Type.Object({
          revision: Type.Integer(),
          role: Type.Union([Type.Literal('owner'), Type.Literal('guardian')]),
          mine: Type.Boolean({ description: 'The caller made it' }),
          before: Facts,
          after: Facts,
          undoes: Nullable(Type.Integer({ description: 'The revision it put back' })),
          at: Instant,
        }),
      ),
    },
    async handle({ ctx, tx, params: { id }, query }) {
      const page = pageRequest(query)
      const { pot } = await potFor(ctx, tx, potId.parse(id))
      return pageOf(
        await changesOf(tx, pot, page),
        page,
        (row) => [row.revision],
        ({ changed_by, ...row }) => ({ ...row, mine: changed_by === userIdOf(ctx.actor) }),
      )
    },
  }),
  route({
    method: 'POST',
    path: '/pots/:id/undo',
    summary: 'Put back what the last change changed',
    description:
      '`revision` is the version seen; `pots.changed_meanwhile` when it is no longer the newest, so pressing twice puts back once. A change itself, which can be put back in turn.',
    access: 'user',
    rows: 'all',
    limits: [{ name: 'pots.change', per: 'user', max: 60, windowSeconds: 3600 }],
    params,
    body: Body({ revision: Type.Integer({ minimum: 1 }) }),
    response: { 200: OwnPot },
    async handle({ ctx, tx, params: { id }, body }) {
      const { pot, role } = await undoChange(ctx, tx, potId.parse(id), body.revision)
      return whole(ctx, tx, pot, role)
    },
  }),
  route({
    method: 'POST',
    path: '/pots/:id/thanks',
    summary: 'Thank everybody who gave, once',
    description:
      'Each person who left a way to reach them and has not switched such messages off is told once, however often they gave; the others read it on the page of their gift. The same words again are the same thanks; other words are refused `pots.already_thanked`.',
    access: 'user',
    rows: 'all',
    limits: [{ name: 'pots.thanks', per: 'user', max: 20, windowSeconds: 3600 }],
    params,
    body: Body({ message: thanking.message, is_public: Type.Optional(thanking.is_public) }),
    response: { 201: OwnPot },
    async handle({ ctx, tx, params: { id }, body: { message, is_public = false } }) {
      const pot = await thankAll(ctx, tx, userIdOf(ctx.actor)!, potId.parse(id), { message, is_public })
      return whole(ctx, tx, pot, 'owner')
    },
  }),
  route({
    method: 'PATCH',
    path: '/pots/:id/thanks',
    summary: 'Correct the thanks once, or show them on the public page or not',
    description: 'What was sent stays as it was sent; pages show the correction. Nobody is written to again.',
    access: 'user',
    rows: 'all',
    limits: [{ name: 'pots.thanks', per: 'user', max: 20, windowSeconds: 3600 }],
    params,
    body: Type.Partial(Body(thanking), { additionalProperties: false }),
    response: { 200: OwnPot },
    async handle({ ctx, tx, params: { id }, body }) {
      const pot = await correctThanks(ctx, tx, userIdOf(ctx.actor)!, potId.parse(id), body)
      return whole(ctx, tx, pot, 'owner')
    },
  }),
]
