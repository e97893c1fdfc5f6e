/** What the catalogue answers staff: packs by id, partner or name. */
import type { Search } from '../../kernel/inquiry.ts'
import { packId } from './ids.ts'
import { textIn } from './rules.ts'
import * as store from './store/inquiry.ts'

export const search: Search = {
  permission: 'catalog.manage',
  async find(ctx, tx, { id, text, phone, email }, limit) {
    const pack = id && ['', 'pck'].includes(id.prefix) ? id.uuid : null
    const partner = id?.prefix === 'prt' ? id.uuid : null
    const name = id || phone || email ? null : text
    return (await store.findPacks.all(tx, pack, partner, name, limit)).map((it) => ({
      kind: 'pack',
      id: packId.wire(it.id),
      title: textIn(it.name, ctx.locale, ctx.product.locales[0]),
      state: it.status,
      at: it.created_at,
      amount_minor: it.price_minor,
      currency: ctx.product.currency,
    }))
  },
}
