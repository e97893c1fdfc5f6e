/** What donors and strangers use: the public page of a pot, giving, coming back to one's gift. No session is needed. */
import { Type } from 'typebox'
import { showing, topicOf } from '../../kernel/changes.ts'
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
import { openCheckout } from '../payments/api.ts'
import { chooseForLateGift, giftBySecret, giftIdFor, reopenCheckout, startGift } from './gifts.ts'
import { giftId } from './ids.ts'
import { freeze, potsPolicy } from './policy.ts'
import { countVisit } from './pots.ts'
import { giftPage, listPublicPots, listShownGifts, progressOf, publicPage } from './public.ts'
import { SLUG } from './rules.ts'
import { EndReason, FrozenPack, GiftStatus, PotStatus, Rules, TimelineStep, Visibility } from './schemas.ts'

const slugParams = Type.Object({ slug: Type.String({ pattern: SLUG }) })
const giftParams = Type.Object({ id: WireId('gif') })
const Secret = Type.String({ pattern: '^[0-9a-f]{32}$', description: 'The secret of the gift’s link' })

export const ShownGift = Type.Object({
  name: Nullable(Type.String({ description: 'Null when anonymous, or when the pot shows no names' })),
  anonymous: Type.Boolean(),
  amount_minor: Nullable(AmountMinor),
  message: Nullable(Type.String()),
  at: Instant,
})

const ShownThanks = Nullable(
  Type.Object({ message: Type.String(), at: Instant }, { description: 'What the owner wrote to everybody who gave' }),
)

/** The public page. Made by the database as text, so this schema documents it; a test holds the two together. */
export const PublicPot = Type.Object({
  slug: Type.String(),
  status: PotStatus,
  end_reason: Nullable(EndReason),
  title: Type.String(),
  story: Type.String(),
  cover: Nullable(Type.String()),
  honoree_name: Type.String(),
  visibility: Visibility,
  birthday: CivilDate,
  opens_at: Instant,
  opened_at: Nullable(Instant),
  ended_at: Nullable(Instant),
  takes_gifts: Type.Boolean(),
  shortfall_until: Instant,
  short_since: Nullable(Instant),
  currency: Type.String(),
  target_minor: AmountMinor,
  raised_minor: AmountMinor,
  topped_up_minor: AmountMinor,
  gift_count: Type.Integer(),
  allow_anonymous: Type.Boolean(),
  allow_messages: Type.Boolean(),
  show_names: Type.Boolean(),
  pack: Nullable(Type.Object({ ...FrozenPack.properties, gone: Type.Boolean() })),
  rules: Rules,
  thanks: ShownThanks,
  gifts: Type.Array(ShownGift),
  timeline: Type.Array(TimelineStep),
  suggested_amounts_minor: Type.Array(AmountMinor, {
    description: 'What the gift form offers: four amounts, ascending, near what people give to this pot or here',
  }),
})

export const Progress = Type.Object({
  status: PotStatus,
  raised_minor: AmountMinor,
  target_minor: AmountMinor,
  gift_count: Type.Integer(),
})

export const DonorGift = Type.Object({
  status: GiftStatus,
  reason: Nullable(Type.String({ description: 'Why the last attempt to pay failed, or why the money is held' })),
  amount_minor: AmountMinor,
  currency: Type.String(),
  anonymous: Type.Boolean(),
  donor_name: Nullable(
    Type.String({ description: 'As the donor wrote it, to be offered again; only they hold the secret' }),
  ),
  show_amount: Type.Boolean(),
  message: Nullable(Type.String()),
  created_at: Instant,
  paid_at: Nullable(Instant),
  choose_until: Nullable(Type.String({ description: 'Until then the donor may choose; only while the gift is held' })),
  choice: Nullable(Type.String()),
  refund_reason: Nullable(Type.String()),
  refunded_at: Nullable(Instant),
  pot: Type.Object({
    slug: Type.String(),
    title: Type.String(),
    honoree_name: Type.String(),
    status: PotStatus,
    end_reason: Nullable(EndReason),
    birthday: CivilDate,
    takes_gifts: Type.Boolean(),
  }),
  rules: Rules,
  thanks: ShownThanks,
  timeline: Type.Array(
    Type.Object({
      ...TimelineStep.properties,
      about: Type.Union([Type.Literal('pot'), Type.Literal('gift')]),
    }),
  ),
})

export const publicRoutes = [
  route({
    method: 'GET',
    path: '/pots/rules',
    summary: 'The rules a pot made today would have',
    description: 'A pot freezes its own when it opens; those are in `rules` of the pot.',
    access: 'public',
    reads: 'statement',
    response: {
      200: Type.Object({
        ...Rules.properties,
        target_min_minor: AmountMinor,
        target_max_minor: AmountMinor,
        title_length_max: Type.Integer(),
        story_length_max: Type.Integer(),
        message_length_max: Type.Integer(),
        donor_name_length_max: Type.Integer(),
        thanks_length_max: Type.Integer(),
      }),
    },
    async handle({ ctx, reply }) {
      showing(reply)
      const policy = potsPolicy(ctx)
      const { target_min_minor, target_max_minor } = policy
      const { title_length_max, story_length_max, message_length_max, donor_name_length_max, thanks_length_max } =
        policy
      return {
        ...freeze(policy),
        target_min_minor,
        target_max_minor,
        title_length_max,
        story_length_max,
        message_length_max,
        donor_name_length_max,
        thanks_length_max,
      }
    },
  }),
  route({
    method: 'GET',
    path: '/p',
    summary: 'Public pots that take gifts, newest first',
    access: 'public',
    reads: 'statement',
    query: Type.Object(pageQuery),
    response: {
      200: Page(
        Type.Object({
          slug: Type.String(),
          title: Type.String(),
          honoree_name: Type.String(),
          cover: Nullable(Type.String()),
          birthday: CivilDate,
          currency: Type.String(),
          target_minor: AmountMinor,
          raised_minor: AmountMinor,
          gift_count: Type.Integer(),
          opened_at: Instant,
        }),
      ),
    },
    async handle({ ctx, tx, query, reply }) {
      showing(reply, topicOf(ctx.vault, 'pots'))
      const page = pageRequest(query)
      return pageOf(
        await listPublicPots(tx, page),
        page,
        (row) => [row.opened_at, row.id],
        (row) => row,
      )
    },
  }),
  route({
    method: 'GET',
    path: '/p/:slug',
    summary: 'The public page of a pot',
    description:
      'Everything a donor should know before giving, the rules included. Names and amounts that are not for everybody are not in it; gifts of a private pot are counted, not listed.',
    access: 'public',
    reads: 'text',
    params: slugParams,
    response: { 200: PublicPot },
    async handle({ ctx, tx, params, reply }) {
      const { text, ownerId } = await publicPage(ctx, tx, params.slug)
      showing(reply, topicOf(ctx.vault, 'pots', ownerId))
      return text
    },
  }),
  route({
    method: 'GET',
    path: '/p/:slug/progress',
    summary: 'What changes while people watch',
    access: 'public',
    reads: 'text',
    params: slugParams,
    response: { 200: Progress },
    handle: ({ tx, params }) => progressOf(tx, params.slug),
  }),
  route({
    method: 'GET',
    path: '/p/:slug/gifts',
    summary: 'The gifts a pot shows, newest first',
    description:
      'As on the public page, which has only the newest, and with the same left out: names and amounts that are not for everybody, and every gift of a private pot.',
    access: 'public',
    reads: 'statement',
    params: slugParams,
    query: Type.Object(pageQuery),
    response: { 200: Page(ShownGift) },
    async handle({ ctx, tx, params, query, reply }) {
      const page = pageRequest(query)
      const { rows, ownerId } = await listShownGifts(tx, params.slug, page)
      showing(reply, topicOf(ctx.vault, 'pots', ownerId))
      return pageOf(
        rows,
        page,
        (row) => [row.applied_at, row.id],
        (row) => row.gift,
      )
    },
  }),
  ...(['view', 'share'] as const).map((what) =>
    route({
      method: 'POST',
      path: `/p/:slug/${what}s`,
      summary: `Count one ${what} of the page`,
      access: 'public',
      rows: 'all',
      limits: [{ name: `pots.${what}`, per: 'address', max: 120, windowSeconds: 60 }],
      params: slugParams,
      response: { 204: Type.Null() },
      async handle({ ctx, tx, params }) {
        await countVisit(ctx, tx, params.slug, what)
      },
    }),
  ),
  route({
    method: 'POST',
    path: '/p/:slug/gifts',
    summary: 'Give: makes the gift and the page to pay it on',
    description:
      'Repeating with the same Idempotency-Key is the same gift. Nothing counts until the provider says that money arrived. `secret` brings a guest back to the gift. `replaces`: the gift this one takes the place of, the amount having been changed: its page is closed at the provider, unless it is paid.',
    access: 'public',
    // Donors who are signed in act on somebody else's pot.
    rows: 'all',
    external: true,
    idempotency: 'required',
    limits: [{ name: 'pots.gift', per: 'address', max: 60, windowSeconds: 600 }],
    params: slugParams,
    body: Body({
      amount_minor: PositiveAmountMinor,
      donor_name: Type.Optional(Type.String({ maxLength: 200 })),
      donor_phone: Type.Optional(Type.String({ maxLength: 30 })),
      message: Type.Optional(Type.String({ maxLength: 5000 })),
      is_anonymous: Type.Optional(Type.Boolean()),
      show_amount: Type.Optional(Type.Boolean()),
      replaces: Type.Optional(Body({ gift_id: WireId('gif'), secret: Secret })),
    }),
    response: {
      201: Type.Object({ gift_id: WireId('gif'), secret: Secret, launch_url: Type.String() }),
    },
    async handle({ ctx, transact, params: { slug }, body, key }) {
      const id = giftIdFor(ctx, slug, key!)
      const { is_anonymous = false, show_amount = true, amount_minor, replaces, ...rest } = body
      const earlier = replaces && { replaces: { id: giftId.parse(replaces.gift_id), secret: replaces.secret } }
      const { gift, secret } = await transact((tx) =>
        startGift(ctx, tx, {
          id,
          slug,
          amount_minor: BigInt(amount_minor),
          is_anonymous,
          show_amount,
          ...rest,
          ...earlier,
        }),
      )
      const { launch_url } = await openCheckout(ctx, transact, gift.payment_id)
      return { gift_id: giftId.wire(id), secret, launch_url }
    },
  }),
  route({
    method: 'GET',
    path: '/gifts/:id',
    summary: 'What became of one gift, for whoever has the secret of its link',
    access: 'public',
    reads: 'text',
    params: giftParams,
    query: Type.Object({ secret: Secret }),
    response: { 200: DonorGift },
    async handle({ tx, params: { id }, query, reply }) {
      reply.header('cache-control', 'no-store')
      return giftPage(tx, giftId.parse(id), query.secret)
    },
  }),
  route({
    method: 'POST',
    path: '/gifts/:id/checkout',
    summary: 'The page to pay on, again',
    access: 'public',
    // Donors who are signed in act on somebody else's pot.
    rows: 'all',
    external: true,
    limits: [{ name: 'pots.checkout', per: 'address', max: 60, windowSeconds: 600 }],
    params: giftParams,
    body: Body({ secret: Secret }),
    response: { 200: Type.Object({ launch_url: Type.String() }) },
    handle: ({ ctx, transact, params: { id }, body }) => reopenCheckout(ctx, transact, giftId.parse(id), body.secret),
  }),
  route({
    method: 'POST',
    path: '/gifts/:id/choice',
    summary: 'A donor whose money came too late chooses: refund, or credit for the owner',
    access: 'public',
    rows: 'all',
    idempotency: 'required',
    limits: [{ name: 'pots.choice', per: 'address', max: 60, windowSeconds: 600 }],
    params: giftParams,
    body: Body({ secret: Secret, choice: Type.Union([Type.Literal('refund'), Type.Literal('credit')]) }),
    response: { 200: Type.Object({ status: GiftStatus }) },
    async handle({ ctx, tx, params: { id }, body: { secret, choice } }) {
      const gift = giftId.parse(id)
      await chooseForLateGift(ctx, tx, gift, secret, choice)
      return { status: (await giftBySecret(tx, gift, secret)).status }
    },
  }),
]
