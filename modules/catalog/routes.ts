/** Packs: the shop window for everybody, and their management by staff with `catalog.manage`. */
import { Type, type Static } from 'typebox'
import { showing, topicOf } from '../../kernel/changes.ts'
import type { Context } from '../../kernel/context.ts'
import { pageRequest } from '../../kernel/http/page.ts'
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
import { partnerId, venueId } from '../merchants/api.ts'
import { packId } from './ids.ts'
import {
  changePack,
  createPack,
  getPack,
  getShownPack,
  listPacks,
  listShownPacks,
  setPackStatus,
  setStock,
  type Pack,
  type ShownPack,
} from './packs.ts'
import { CATEGORIES, textIn } from './rules.ts'

const CategoryName = Type.Enum([...CATEGORIES])
const Status = Type.Enum(['draft', 'active', 'withdrawn'])
const Texts = Type.Record(Type.String({ pattern: '^[a-z]{2}$' }), Type.String({ minLength: 1, maxLength: 4000 }), {
  minProperties: 1,
  description: 'Language → text',
})

const ShownVenue = Type.Object({ id: WireId('vnu'), name: Type.String(), address: Type.String(), city: Type.String() })
const PackCard = Type.Object({
  id: WireId('pck'),
  name: Type.String({ description: 'In the language of the request' }),
  description: Type.String(),
  terms: Nullable(Type.String()),
  category: CategoryName,
  price_minor: AmountMinor,
  currency: Type.String(),
  validity_days: Type.Integer(),
  image_key: Nullable(Type.String()),
  partner: Type.Object({ id: WireId('prt'), name: Type.String() }),
  venues: Type.Array(ShownVenue),
  available: Type.Boolean({ description: 'It can be chosen today' }),
  stock_left: Nullable(Type.Integer({ description: 'Null: no limit' })),
})
const PackItem = Type.Object({
  id: WireId('pck'),
  partner_id: WireId('prt'),
  category: CategoryName,
  name: Texts,
  description: Texts,
  terms: Nullable(Texts),
  price_minor: AmountMinor,
  validity_days: Type.Integer(),
  venue_ids: Type.Array(WireId('vnu')),
  available_from: Nullable(CivilDate),
  available_until: Nullable(CivilDate),
  image_key: Nullable(Type.String()),
  status: Status,
  stock_total: Nullable(Type.Integer()),
  stock_left: Nullable(Type.Integer()),
  created_at: Instant,
})
const required = {
  category: CategoryName,
  name: Texts,
  description: Texts,
  price_minor: PositiveAmountMinor,
  validity_days: Type.Integer({ minimum: 1, maximum: 3650 }),
}
const optional = {
  terms: Type.Optional(Nullable(Texts)),
  venue_ids: Type.Optional(Type.Array(WireId('vnu'), { maxItems: 200 })),
  available_from: Type.Optional(Nullable(CivilDate)),
  available_until: Type.Optional(Nullable(CivilDate)),
  image_key: Type.Optional(Nullable(Type.String({ pattern: '^[a-z0-9-]{1,80}$' }))),
}
// Not a union: of one, the validator would make null the number 0.
const StockTotal = Type.Unsafe<number | null>({
  type: ['integer', 'null'],
  minimum: 0,
  maximum: 1_000_000,
  description: 'Null: no limit',
})
const Changes = Type.Partial(Body({ ...required, ...optional }))

const card = (ctx: Context, { pack, partner, venues, available }: ShownPack) => {
  const say = (text: Pack['name']) => textIn(text, ctx.locale, ctx.product.locales[0])
  return {
    id: packId.wire(pack.id),
    name: say(pack.name),
    description: say(pack.description),
    terms: pack.terms && say(pack.terms),
    category: pack.category,
    price_minor: pack.price_minor,
    currency: ctx.product.currency,
    validity_days: pack.validity_days,
    image_key: pack.image_key,
    partner: { id: partnerId.wire(partner.id), name: partner.name },
    venues: venues.map((venue) => ({ ...venue, id: venueId.wire(venue.id) })),
    available,
    stock_left: pack.stock_left,
  }
}

const item = (pack: Pack) => ({
  ...pack,
  id: packId.wire(pack.id),
  partner_id: partnerId.wire(pack.partner_id),
  venue_ids: pack.venue_ids.map((id) => venueId.wire(id)),
})

const day = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text))

/** Only what was sent, as the verbs take it. */
function given({ price_minor, venue_ids, available_from, available_until, ...rest }: Static<typeof Changes>) {
  return {
    ...rest,
    ...(price_minor === undefined ? {} : { price_minor: BigInt(price_minor) }),
    ...(venue_ids === undefined ? {} : { venue_ids: venue_ids.map((id) => venueId.parse(id)) }),
    ...(available_from === undefined ? {} : { available_from: day(available_from) }),
    ...(available_until === undefined ? {} : { available_until: day(available_until) }),
  }
}

const managed = { access: { permission: 'catalog.manage' }, rows: 'all' } as const
const PackParams = Type.Object({ id: WireId('pck') })

export const routes = [
  route({
    method: 'GET',
    path: '/packs',
    summary: 'Packs that can be chosen today, cheapest first',
    access: 'public',
    query: Type.Object({
      ...pageQuery,
      category: Type.Optional(CategoryName),
      city: Type.Optional(Type.String({ maxLength: 100 })),
      partner_id: Type.Optional(WireId('prt')),
    }),
    response: { 200: Page(PackCard) },
    async handle({ ctx, tx, query, reply }) {
      showing(reply, topicOf(ctx.vault, 'catalog'), topicOf(ctx.vault, 'merchants'))
      const { category, city, partner_id } = query
      const page = await listShownPacks(
        ctx,
        tx,
        {
          ...(category ? { category } : {}),
          ...(city ? { city } : {}),
          ...(partner_id ? { partner_id: partnerId.parse(partner_id) } : {}),
        },
        pageRequest(query),
      )
      return { ...page, items: page.items.map((shown) => card(ctx, shown)) }
    },
  }),
  route({
    method: 'GET',
    path: '/packs/{id}',
    summary: 'One pack, also when it can no longer be chosen',
    access: 'public',
    params: PackParams,
    response: { 200: PackCard },
    async handle({ ctx, tx, params, reply }) {
      showing(reply, topicOf(ctx.vault, 'catalog'), topicOf(ctx.vault, 'merchants'))
      return card(ctx, await getShownPack(ctx, tx, packId.parse(params.id)))
    },
  }),
  route({
    method: 'GET',
    path: '/catalog/packs',
    summary: 'Every pack, newest first, for staff',
    ...managed,
    query: Type.Object({ ...pageQuery, status: Type.Optional(Status), partner_id: Type.Optional(WireId('prt')) }),
    response: { 200: Page(PackItem) },
    async handle({ tx, query }) {
      const page = await listPacks(
        tx,
        {
          ...(query.status ? { status: query.status } : {}),
          ...(query.partner_id ? { partner_id: partnerId.parse(query.partner_id) } : {}),
        },
        pageRequest(query),
      )
      return { ...page, items: page.items.map(item) }
    },
  }),
  route({
    method: 'GET',
    path: '/catalog/packs/{id}',
    summary: 'One pack with every text, for staff',
    ...managed,
    params: PackParams,
    response: { 200: PackItem },
    handle: async ({ tx, params }) => item(await getPack(tx, packId.parse(params.id))),
  }),
  route({
    method: 'POST',
    path: '/packs',
    summary: 'Make a pack (a draft)',
    ...managed,
    audited: true,
    body: Body({ partner_id: WireId('prt'), ...required, ...optional, stock: Type.Optional(StockTotal) }),
    response: { 201: PackItem },
    async handle({ ctx, tx, body }) {
      const { partner_id, stock, category, name, description, validity_days, ...rest } = body
      return item(
        await createPack(ctx, tx, {
          ...given(rest),
          category,
          name,
          description,
          validity_days,
          price_minor: BigInt(body.price_minor),
          partner_id: partnerId.parse(partner_id),
          stock: stock ?? null,
        }),
      )
    },
  }),
  route({
    method: 'PATCH',
    path: '/packs/{id}',
    summary: 'Change a pack; pots keep the terms they opened with',
    ...managed,
    audited: true,
    params: PackParams,
    body: Changes,
    response: { 200: PackItem },
    handle: async ({ ctx, tx, params, body }) => item(await changePack(ctx, tx, packId.parse(params.id), given(body))),
  }),
  route({
    method: 'PUT',
    path: '/packs/{id}/status',
    summary: 'Show or withdraw a pack',
    ...managed,
    audited: true,
    params: PackParams,
    body: Body({ status: Status }),
    response: { 200: PackItem },
    handle: async ({ ctx, tx, params, body }) =>
      item(await setPackStatus(ctx, tx, packId.parse(params.id), body.status)),
  }),
  route({
    method: 'PUT',
    path: '/packs/{id}/stock',
    summary: 'How many units there are in all',
    description: 'Refuses `catalog.below_taken` when more are sold already.',
    ...managed,
    audited: true,
    params: PackParams,
    body: Body({ total: StockTotal }),
    response: { 200: PackItem },
    handle: async ({ ctx, tx, params, body }) => item(await setStock(ctx, tx, packId.parse(params.id), body.total)),
  }),
]
