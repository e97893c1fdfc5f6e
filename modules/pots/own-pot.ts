/** A pot on the wire, as its owner, a guardian and staff see it: short in lists, whole on its own. */
import { Type } from 'typebox'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { AmountMinor, CivilDate, Instant, Nullable, PositiveAmountMinor, WireId } from '../../kernel/http/schema.ts'
import { packId } from '../catalog/api.ts'
import { voucherId } from '../redemption/api.ts'
import { potId } from './ids.ts'
import { stepsOf, visitsOf, type Pot } from './pots.ts'
import { missing, neededFor } from './rules.ts'
import { EndReason, FrozenPack, PotStatus, Rules, ShortChoice, TimelineStep, Visibility } from './schemas.ts'
import { shareLink } from './telling.ts'
import { thanksOf } from './thanks.ts'

export const PotSummary = Type.Object({
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
  given_back_minor: Nullable(AmountMinor),
  created_at: Instant,
})

/** The owner's thank-you and how many it reached; never whom. */
const Thanks = Type.Object({
  message: Type.String(),
  is_public: Type.Boolean(),
  written_at: Instant,
  corrected_at: Nullable(Instant),
  reached: Type.Integer({ description: 'People who got a message' }),
  unreached: Type.Integer({ description: 'People who left no way to reach them, or want no such messages' }),
  told_at: Nullable(Instant),
})

export const OwnPot = Type.Object({
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
  guardian_reason: Nullable(Type.String({ description: 'Why the guardian said no, in their words' })),
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
  revision: Type.Integer({ description: 'Grows with each change; send it along with the next one' }),
  thanks: Nullable(Thanks),
  timeline: Type.Array(TimelineStep),
})

/** What may be written about a pot. */
export const details = {
  title: Type.String({ minLength: 1, maxLength: 500 }),
  story: Type.String({ maxLength: 20_000 }),
  cover: Nullable(Type.String({ maxLength: 200 })),
  visibility: Visibility,
  allow_anonymous: Type.Boolean(),
  show_names: Type.Boolean(),
  allow_messages: Type.Boolean(),
}
export const goal = { pack_id: Type.Optional(WireId('pck')), target_minor: Type.Optional(PositiveAmountMinor) }
export const params = Type.Object({ id: WireId('pot') })

export const goalIn = (body: { pack_id?: string; target_minor?: string }) => ({
  ...(body.pack_id === undefined ? {} : { pack_id: packId.parse(body.pack_id) }),
  ...(body.target_minor === undefined ? {} : { target_minor: BigInt(body.target_minor) }),
})

export const summary = (ctx: Context, pot: Pot) => ({ ...pot, id: potId.wire(pot.id), share_url: shareLink(ctx, pot) })

/** Everything its owner, a guardian or staff see of it. */
export async function whole(ctx: Context, tx: Tx, pot: Pot, role: string) {
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
    thanks: (await thanksOf(tx, pot)) ?? null,
    timeline: await stepsOf(tx, pot),
  }
}
