/** What the catalogue says to others. Ids are UUIDs. */
import { Type } from 'typebox'
import { defineEvent } from '../../kernel/events/event.ts'

const Uuid = Type.String({ format: 'uuid' })

/** The last unit was just taken. */
export const packSoldOut = defineEvent('catalog.pack_sold_out', Type.Object({ pack_id: Uuid }))

/** Price, text, window, stock or status changed. `available`: it can be chosen now. Pots keep the terms they froze. */
export const packChanged = defineEvent(
  'catalog.pack_changed',
  Type.Object({ pack_id: Uuid, available: Type.Boolean(), price_minor: Type.String() }),
)

export const events = [packSoldOut, packChanged]
