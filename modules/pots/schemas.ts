/** Schemas that several routes of pots share. */
import { Type } from 'typebox'
import { AmountMinor, Instant, Nullable, WireId } from '../../kernel/http/schema.ts'

export const PotStatus = Type.Union(
  (['scheduled', 'open', 'funded', 'closed', 'expired'] as const).map((status) => Type.Literal(status)),
)
export const EndReason = Type.Union(
  (['bought', 'cancelled', 'failed_pot', 'unspent', 'fraud', 'user_request', 'admin_action'] as const).map((reason) =>
    Type.Literal(reason),
  ),
)
export const GiftStatus = Type.Enum([
  'pending',
  'failed',
  'expired',
  'received',
  'held',
  'credited',
  'refunding',
  'refund_failed',
  'refunded',
])
export const Visibility = Type.Union([Type.Literal('public'), Type.Literal('link'), Type.Literal('private')])
export const ShortChoice = Type.Union([Type.Literal('cheaper_pack'), Type.Literal('top_up'), Type.Literal('wait')])
export const RefundReason = Type.Union([
  Type.Literal('user_request'),
  Type.Literal('fraud'),
  Type.Literal('failed_pot'),
  Type.Literal('admin_action'),
])

/** The rules a donor sees before paying, frozen when the pot opened; the pages word them. */
export const Rules = Type.Object({
  over_target: Type.String(),
  surplus: Type.String(),
  shortfall: Type.String(),
  late_money: Type.String(),
  pack_price: Type.String(),
  expired_voucher: Type.String(),
  opens_days_before: Type.Integer(),
  shortfall_days: Type.Integer(),
  late_money_days: Type.Integer(),
  unverified_refund_days: Type.Integer(),
  gift_min_minor: AmountMinor,
  gift_max_minor: AmountMinor,
})

export const TimelineStep = Type.Object({
  at: Instant,
  code: Type.String(),
  detail: Type.Record(Type.String(), Type.String()),
})

/** The pack as it was promised, price included. */
export const FrozenPack = Type.Object({
  id: WireId('pck'),
  name: Type.Record(Type.String(), Type.String()),
  price_minor: AmountMinor,
  category: Type.String(),
  partner_name: Type.String(),
  validity_days: Type.Integer(),
  image_key: Nullable(Type.String()),
})
