/** What pots tell others. Ids are UUIDs, amounts integer strings, instants ISO text. */
import { Type } from 'typebox'
import { defineEvent } from '../../kernel/events/event.ts'

const Uuid = Type.String({ format: 'uuid' })
const aboutPot = { pot_id: Uuid, owner_id: Uuid, at: Type.String() }
const amount = { amount_minor: Type.String(), currency: Type.String() }

/** Donors can give from now on. */
export const potOpened = defineEvent('pots.pot_opened', Type.Object(aboutPot))
/** The money of a gift is in the pot. `donor_id` is null for guests. */
export const giftReceived = defineEvent(
  'pots.gift_received',
  Type.Object({ ...aboutPot, gift_id: Uuid, donor_id: Type.Union([Uuid, Type.Null()]), ...amount }),
)
/** The money of a gift went back to its donor. */
export const giftRefunded = defineEvent(
  'pots.gift_refunded',
  Type.Object({ ...aboutPot, gift_id: Uuid, reason: Type.String(), ...amount }),
)
/** The target was reached for the first time. */
export const potFunded = defineEvent('pots.pot_funded', Type.Object(aboutPot))
/** The pot became a voucher for its owner. */
export const packBought = defineEvent(
  'pots.pack_bought',
  Type.Object({ ...aboutPot, pack_id: Uuid, voucher_id: Uuid, ...amount }),
)
/** The pot ended without a pack; what donors gave is on its way back to them. */
export const potExpired = defineEvent('pots.pot_expired', Type.Object({ ...aboutPot, reason: Type.String() }))

export const events = [potOpened, giftReceived, giftRefunded, potFunded, packBought, potExpired]
