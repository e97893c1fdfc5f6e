/** What redemption says to others. Ids are UUIDs, amounts integer strings of minor units, instants ISO 8601. */
import { Type } from 'typebox'
import { defineEvent } from '../../kernel/events/event.ts'

const Uuid = Type.String({ format: 'uuid' })
const voucher = { voucher_id: Uuid, reference: Uuid, holder_id: Uuid, price_minor: Type.String() }
const scan = {
  ...voucher,
  redemption_id: Uuid,
  partner_id: Uuid,
  venue_id: Uuid,
  share_minor: Type.String(),
}

/** A voucher was used. */
export const redeemed = defineEvent('redemption.redeemed', Type.Object({ ...scan, redeemed_at: Type.String() }))
/** A scan was taken back; the voucher can be used again. */
export const undone = defineEvent('redemption.undone', Type.Object({ ...scan, undone_at: Type.String() }))
/** A voucher ran out unused; its value is the holder's credit now. */
export const expired = defineEvent('redemption.expired', Type.Object({ ...voucher, expired_at: Type.String() }))
/** A voucher was called off; its value went where whoever called it off said. */
export const cancelled = defineEvent(
  'redemption.cancelled',
  Type.Object({ ...voucher, cancelled_at: Type.String(), reason: Type.String() }),
)

export const events = [redeemed, undone, expired, cancelled]
