/** The owner's and the guardian's side of a pot. What donors and strangers use is in public-routes.ts, staff in staff-routes.ts. */
import { Type } from 'typebox'
import { userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { pageOf, pageRequest } from '../../kernel/http/page.ts'
import { route } from '../../kernel/http/route.ts'
import {
  AmountMinor,
  Body,
  CivilDate,
  Instant,
  Nullable,
  Page,
  pageQuery,
  PositiveAmountMinor,
  WireId,
} from '../../kernel/http/schema.ts'
import { packId } from '../catalog/api.ts'
import { voucherId } from '../redemption/api.ts'
import { giftsForOwner } from './gifts.ts'
import { giftId, potId } from './ids.ts'
import { approvePot, declinePot, openOwnPot } from './opening.ts'
import {
  cancelPot,
  changePot,
  createPot,
  listPots,
  potFor,
  potsForGuardian,
  stepsOf,
  visitsOf,
  type Pot,
} from './pots.ts'
import { publicRoutes } from './public-routes.ts'
import { buyPack } from './purchase.ts'
import { missing, neededFor } from './rules.ts'
import { EndReason, FrozenPack, PotStatus, Rules, ShortChoice, TimelineStep, Visibility } from './schemas.ts'
import { chooseForShortfall, creditOf, topUp } from './shortfall.ts'
import { staffRoutes } from './staff-routes.ts'
import { shareLink } from './telling.ts'

const PotSummary = Type.Object({
  id: WireId('pot'),
  slug: Type.String(),
  share_url: Type.String(),
  status: PotStatus,
  end_reason: Nullable(EndReason),
  title: Type.String(),
  cover: Nullable(Type.String()),
  honoree_name: Type.String(),
  visibility: Visibility,
  birthday: CivilDate,
  opens_at: Instant,
  currency: Type.String(),
  target_minor: AmountMinor,
  raised_minor: AmountMinor,
  topped_up_minor: AmountMinor,
  gift_count: Type.Integer(),
  created_at: Instant,
})

const OwnPot = Type.Object({
  ...PotSummary.properties,
  role: Type.String({ description: 'As whom the caller sees it: owner, guardian or staff' }),
  story: Type.String(),
  allow_anonymous: Type.Boolean(),
  show_names: Type.Boolean(),
  allow_messages: Type.Boolean(),
  pack: Nullable(FrozenPack),
  pack_gone: Type.Boolean({ description: 'The announced pack can no longer be had; another may be picked' }),
  rules: Rules,
  minor: Type.Boolean(),
  guardian_approved_at: Nullable(Instant),
  guardian_declined_at: Nullable(Instant),
  wanted_pack_id: Nullable(WireId('pck')),
  opened_at: Nullable(Instant),
  funded_at: Nullable(Instant),
  ended_at: Nullable(Instant),
  needed_minor: AmountMinor,
  missing_minor: AmountMinor,
  short_since: Nullable(Instant),
  short_choice: Nullable(ShortChoice),
  shortfall_until: Instant,
  refund_all_at: Instant,
  voucher_id: Nullable(WireId('vch')),
  views: AmountMinor,
  shares: AmountMinor,
  timeline: Type.Array(TimelineStep),
})

const details = {
  title: Type.String({ minLength: 1, maxLength: 500 }),
  story: Type.String({ maxLength: 20_000 }),
  cover: Nullable(Type.String({ maxLength: 200 })),
  visibility: Visibility,
  allow_anonymous: Type.Boolean(),
  show_names: Type.Boolean(),
  allow_messages: Type.Boolean(),
}
const goal = { pack_id: Type.Optional(WireId('pck')), target_minor: Type.Optional(PositiveAmountMinor) }
const params = Type.Object({ id: WireId('pot') })

const goalIn = (body: { pack_id?: string; target_minor?: string }) => ({
  ...(body.pack_id === undefined ? {} : { pack_id: packId.parse(body.pack_id) }),
  ...(body.target_minor === undefined ? {} : { target_minor: BigInt(body.target_minor) }),
})

const summary = (ctx: Context, pot: Pot) => ({ ...pot, id: potId.wire(pot.id), share_url: shareLink(ctx, pot) })

async function whole(ctx: Context, tx: Tx, pot: Pot, role: string) {
  const needed = neededFor(pot)
  return {
    ...summary(ctx, pot),
    role,
    pack_gone: pot.pack_gone_at !== null,
    rules: pot.policy,
    wanted_pack_id: pot.wanted_pack_id && packId.wire(pot.wanted_pack_id),
    needed_minor: needed,
    missing_minor: missing(pot, needed),
    voucher_id: pot.voucher_id && voucherId.wire(pot.voucher_id),
    ...(await visitsOf(tx, pot)),
    timeline: await stepsOf(tx, pot),
  }
}

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
    summary: 'Change a pot; pack and amount are fixed once it is open',
    access: 'user',
    rows: 'all',
    params,
    body: Type.Partial(Body({ ...details, ...goal }), { additionalProperties: false }),
    response: { 200: OwnPot },
    async handle({ ctx, tx, params: { id }, body }) {
      const { pack_id, target_minor, ...changed } = body
      const goals = goalIn({ ...(pack_id ? { pack_id } : {}), ...(target_minor ? { target_minor } : {}) })
      const pot = await changePot(ctx, tx, userIdOf(ctx.actor)!, potId.parse(id), { ...changed, ...goals })
      return whole(ctx, tx, pot, 'owner')
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
    access: 'user',
    rows: 'all',
    params,
    response: { 200: OwnPot },
    async handle({ ctx, tx, params: { id } }) {
      return whole(ctx, tx, await declinePot(ctx, tx, potId.parse(id)), 'guardian')
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

export const routes = [...ownerRoutes, ...publicRoutes, ...staffRoutes]
