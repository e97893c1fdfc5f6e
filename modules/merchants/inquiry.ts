/** What merchants answer staff: partners by id, venue or name. */
import { uuidsOf, type Search, type Thing, type Trace } from '../../kernel/inquiry.ts'
import { partnerId } from './ids.ts'
import * as store from './store/inquiry.ts'

const PARTNERS_MAX = 40
const permission = 'merchants.manage'

export const search: Search = {
  permission,
  async find(_ctx, tx, { id, text, phone, email }, limit) {
    const ids = id && ['', 'prt', 'vnu'].includes(id.prefix) ? [id.uuid] : []
    const name = id || phone || email || text.length < 2 ? null : text
    return (await store.findPartners.all(tx, ids, name, limit)).map(thingOf)
  },
}

function thingOf({ id, name, status, created_at }: store.PartnerThing): Thing {
  return { kind: 'partner', id: partnerId.wire(id), title: name, state: status, at: created_at }
}

export const trace: Trace = {
  permission,
  prefixes: ['prt', 'vnu'],
  async trace(_ctx, tx, refs) {
    const partners = await store.findPartners.all(tx, uuidsOf(refs, 'prt', 'vnu'), null, PARTNERS_MAX)
    return {
      things: partners.map(thingOf),
      steps: partners.map(({ id, created_at }) => ({
        at: created_at,
        kind: 'partner',
        ref: partnerId.wire(id),
        code: 'created',
        facts: {},
      })),
      refs: [],
    }
  },
}
