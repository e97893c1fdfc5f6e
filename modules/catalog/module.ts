/** Packs: what a pot can become, at which price, where and how long it is honoured, and how many there are. */
import { owner, reference } from '../../kernel/db/placement.ts'
import { defineModule } from '../../kernel/module.ts'
import { audit } from '../audit/module.ts'
import { merchants } from '../merchants/module.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import { fields } from './fields.ts'
import { search } from './inquiry.ts'
import { routes } from './routes.ts'

export const catalog = defineModule({
  name: 'catalog',
  folder: import.meta.dirname,
  needs: [audit, merchants],
  routes,
  search: [search],
  events,
  errors,
  fields,
  shown: ['pack', 'stock'],
  placement: { pack: reference, stock: owner('pack_id'), claim: owner('pack_id') },
})
