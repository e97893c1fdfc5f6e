/** The owner's and the guardian's side of a pot. What donors and strangers use is in public-routes.ts, staff in staff-routes.ts. */
import { Type } from 'typebox'
import { userIdOf } from '../../kernel/context.ts'
import { pageOf, pageRequest } from '../../kernel/http/page.ts'
import { route } from '../../kernel/http/route.ts'
import {
  AmountMinor,
  Body,
  Instant,
  Nullable,
  Page,
  pageQuery,
  PositiveAmountMinor,
  WireId,
} from '../../kernel/http/schema.ts'
import { packId } from '../catalog/api.ts'
import { voucherId } from '../redemption/api.ts'
import { careRoutes } from './care-routes.ts'
import { changePot } from './changes.ts'
import { giftsForOwner } from './gifts.ts'
import { giftId, potId } from './ids.ts'
import { approvePot, declinePot, openOwnPot } from './opening.ts'
import { details, goal, goalIn, OwnPot, params, PotSummary, summary, whole } from './own-pot.ts'
import { cancelPot, createPot, listPots, potFor, potsForGuardian } from './pots.ts'
import { insightRoutes } from './insight-routes.ts'
import { publicRoutes } from './public-routes.ts'
import { buyPack } from './purchase.ts'
import { ShortChoice, Visibility } from './schemas.ts'
import { chooseForShortfall, creditOf, topUp } from './shortfall.ts'
import { staffRoutes } from './staff-routes.ts'

const ownerRoutes = [
  route({
    method: 'POST',
    path: '/pots',
    summary: 'Make the pot for the next birthday',
    description:
      'Give a pack or a target, not both. The pot opens by itself before the birthday of the profile, at once when that day is near; a minor’s pot waits for a guardian.',
    access: 'user',
    rows: 'all',
    body: Body({
      ...details,
      cover: Type.Optional(details.cover),
      story: Type.Optional(details.story),
      visibility: Type.Optional(Visibility),
      allow_anonymous: Type.Optional(Type.Boolean()),
      show_names: Type.Optional(Type.Boolean()),
      allow_messages: Type.Optional(Type.Boolean()),
      ...goal,
    }),
    response: { 201: OwnPot },
    async handle({ ctx, tx, body }) {
      const pot = await createPot(ctx, tx, userIdOf(ctx.actor)!, {
        title: body.title,
        story: body.story ?? '',
        cover: body.cover ?? null,
        visibility: body.visibility ?? 'link',
        allow_anonymous: body.allow_anonymous ?? true,
        show_names: body.show_names ?? true,
        allow_messages: body.allow_messages ?? true,
        ...goalIn(body),
      })
      return whole(ctx, tx, pot, 'owner')
    },
  }),
  route({
    method: 'GET',
    path: '/pots',
    summary: 'My pots, newest first',
    access: 'user',
    query: Type.Object(pageQuery),
    response: { 200: Page(PotSummary) },
    async handle({ ctx, tx, query }) {
      const page = pageRequest(query)
      const rows = await listPots(tx, userIdOf(ctx.actor)!, page)
      return pageOf(
        rows,
        page,
        (row) => [row.created_at, row.id],
        (row) => summary(ctx, row),
      )
    },
  }),
  route({
    method: 'GET',
    path: '/pots/:id',
    summary: 'One pot, for its owner, a guardian of the owner, or staff',
    access: 'user',
    rows: 'all',
    params,
    response: { 200: OwnPot },
    async handle({ ctx, tx, params: { id } }) {
      const { pot, role } = await potFor(ctx, tx, potId.parse(id))
      return whole(ctx, tx, pot, role)
    },
  }),
  route({
    method: 'PATCH',
    path: '/pots/:id',
    summary: 'Change a pot, by its owner or a guardian; pack and amount are fixed once it is open',
    description:
      'Each change is kept, with what stood before. Send the `revision` you saw: when it is no longer the newest, `pots.changed_meanwhile` is answered, `values` say who changed it and when, `fields` where the versions differ, and nothing is written.',
    access: 'user',
    rows: 'all',
    limits: [{ name: 'pots.change', per: 'user', max: 60, windowSeconds: 3600 }],
    params,
    body: Type.Partial(Body({ ...details, ...goal, revision: Type.Integer({ minimum: 1 }) }), {
      additionalProperties: false,
    }),
    response: { 200: OwnPot },
    async handle({ ctx, tx, params: { id }, body }) {
      const { pack_id, target_minor, revision, ...changed } = body
      const goals = goalIn({ ...(pack_id ? { pack_id } : {}), ...(target_minor ? { target_minor } : {}) })
      const seen = revision === undefined ? {} : { revision }
      const { pot, role } = await changePot(ctx, tx, potId.parse(id), { ...changed, ...goals }, seen)
      return whole(ctx, tx, pot, role)
    },
  }),
  route({
    method: 'POST',
    path: '/pots/:id/cancellation',
    summary: 'Give up a pot that has not opened',
    access: 'user',
    rows: 'all',
    params,
    response: { 204: Type.Null() },
    async handle({ ctx, tx, params: { id } }) {
      await cancelPot(ctx, tx, userIdOf(ctx.actor)!, potId.parse(id))
    },
  }),
  route({
    method: 'GET',
    path: '/pots/:id/gifts',
    summary: 'The gifts in my pot, newest first; an anonymous donor has no name here either',
    access: 'user',
    rows: 'all',
    params,
    query: Type.Object(pageQuery),
    response: {
      200: Page(
        Type.Object({
          id: WireId('gif'),
          name: Nullable(Type.String()),
          anonymous: Type.Boolean(),
          amount_minor: AmountMinor,
          message: Nullable(Type.String()),
          status: Type.String(),
          at: Instant,
        }),
      ),
    },
    async handle({ ctx, tx, params: { id }, query }) {
      const page = pageRequest(query)
      const { pot } = await potFor(ctx, tx, potId.parse(id))
      return pageOf(
        await giftsForOwner(tx, pot, page),
        page,
        (row) => [row.at, row.id],
        ({ donor_name, is_anonymous, ...row }) => ({
          ...row,
          id: giftId.wire(row.id),
          name: donor_name,
          anonymous: is_anonymous,
        }),
      )
    },
  }),
  route({
    method: 'POST',
    path: '/pots/:id/opening',
    summary: 'Open a pot whose day has come',
    access: 'user',
    rows: 'all',
    params,
    response: { 200: OwnPot },
    async handle({ ctx, tx, params: { id } }) {
      const pot = await openOwnPot(ctx, tx, userIdOf(ctx.actor)!, potId.parse(id))
      return whole(ctx, tx, pot, 'owner')
    },
  }),
  route({
    method: 'POST',
    path: '/pots/:id/guardian-approval',
    summary: 'A guardian agrees to a minor’s pot',
    access: 'user',
    rows: 'all',
    params,
    response: { 200: OwnPot },
    async handle({ ctx, tx, params: { id } }) {
      return whole(ctx, tx, await approvePot(ctx, tx, potId.parse(id)), 'guardian')
    },
  }),
  route({
    method: 'POST',
    path: '/pots/:id/guardian-refusal',
    summary: 'A guardian does not agree to a minor’s pot; the owner is told',
    description: '`reason` is for the owner alone, on the page of the pot.',
    access: 'user',
    rows: 'all',
    params,
    body: Body({ reason: Type.Optional(Type.String({ maxLength: 280 })) }),
    response: { 200: OwnPot },
    async handle({ ctx, tx, params: { id }, body }) {
      return whole(ctx, tx, await declinePot(ctx, tx, potId.parse(id), body.reason), 'guardian')
    },
  }),
  route({
    method: 'POST',
    path: '/pots/:id/pack-purchase',
    summary: 'Turn the pot into its pack',
    description:
      'By the owner, or by a guardian for a minor; a minor’s own try asks the guardians and answers `awaiting_guardian`. `pack_id` only where another pack may be picked: none was announced, it is gone, or money is short. What is left over becomes the owner’s credit.',
    access: 'user',
    rows: 'all',
    idempotency: 'required',
    params,
    body: Body({ pack_id: Type.Optional(WireId('pck')) }),
    response: {
      200: Type.Object({
        status: Type.Union([Type.Literal('bought'), Type.Literal('awaiting_guardian')]),
        voucher_id: Nullable(WireId('vch')),
        price_minor: Nullable(AmountMinor),
        surplus_minor: Nullable(AmountMinor),
      }),
    },
    async handle({ ctx, tx, params: { id }, body }) {
      const bought = await buyPack(ctx, tx, potId.parse(id), body.pack_id && packId.parse(body.pack_id))
      if (bought.status === 'awaiting_guardian')
        return { ...bought, voucher_id: null, price_minor: null, surplus_minor: null }
      return { ...bought, voucher_id: voucherId.wire(bought.voucher_id) }
    },
  }),
  route({
    method: 'POST',
    path: '/pots/:id/top-up',
    summary: 'Add what is missing from my credit',
    access: 'user',
    rows: 'all',
    idempotency: 'required',
    params,
    body: Body({ amount_minor: PositiveAmountMinor }),
    response: { 200: OwnPot },
    async handle({ ctx, tx, params: { id }, body }) {
      const pot = await topUp(ctx, tx, userIdOf(ctx.actor)!, potId.parse(id), BigInt(body.amount_minor))
      return whole(ctx, tx, pot, 'owner')
    },
  }),
  route({
    method: 'POST',
    path: '/pots/:id/shortfall-choice',
    summary: 'What to do while money is missing after the birthday',
    access: 'user',
    rows: 'all',
    params,
    body: Body({ choice: ShortChoice, pack_id: Type.Optional(WireId('pck')) }),
    response: { 200: OwnPot },
    async handle({ ctx, tx, params: { id }, body: { choice, pack_id } }) {
      const pot = await chooseForShortfall(ctx, tx, userIdOf(ctx.actor)!, potId.parse(id), {
        choice,
        ...(pack_id ? { pack_id: packId.parse(pack_id) } : {}),
      })
      return whole(ctx, tx, pot, 'owner')
    },
  }),
  route({
    method: 'GET',
    path: '/me/wards/pots',
    summary: 'The pots of the children the person is a guardian of that wait for a yes',
    description:
      'Those to be opened (also after a no, which may be changed), then answered at `/pots/{id}/guardian-approval` or ' +
      '`guardian-refusal`; and those whose pack a child asks a guardian to buy, by `/pots/{id}/pack-purchase`.',
    access: 'user',
    rows: 'all',
    response: {
      200: Type.Object({
        items: Type.Array(
          Type.Object({
            ...PotSummary.properties,
            waits_for: Type.Union([Type.Literal('opening'), Type.Literal('purchase')]),
            guardian_declined_at: Nullable(Instant),
            guardian_reason: Nullable(Type.String()),
          }),
        ),
      }),
    },
    async handle({ ctx, tx }) {
      const pots = await potsForGuardian(ctx, tx, userIdOf(ctx.actor)!)
      return {
        items: pots.map((pot) => ({
          ...summary(ctx, pot),
          waits_for: pot.status === 'scheduled' ? ('opening' as const) : ('purchase' as const),
        })),
      }
    },
  }),
  route({
    method: 'GET',
    path: '/me/credit',
    summary: 'My credit: surplus of pots, vouchers that ran out, late gifts',
    access: 'user',
    response: { 200: Type.Object({ available_minor: AmountMinor, currency: Type.String() }) },
    handle: ({ ctx, tx }) => creditOf(ctx, tx),
  }),
]

export const routes = [...ownerRoutes, ...careRoutes, ...publicRoutes, ...staffRoutes, ...insightRoutes]
