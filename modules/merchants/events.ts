/** What merchants say to others. Ids are UUIDs. */
import { Type } from 'typebox'
import { defineEvent } from '../../kernel/events/event.ts'

const Uuid = Type.String({ format: 'uuid' })

/** A partner was taken on, suspended, taken back or let go; its packs can be had or no longer. */
export const partnerStatusChanged = defineEvent(
  'merchants.partner_status_changed',
  Type.Object({ partner_id: Uuid, status: Type.String(), reason: Type.Union([Type.String(), Type.Null()]) }),
)

export const events = [partnerStatusChanged]
