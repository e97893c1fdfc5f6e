/** Pictures people send: checked, written anew without metadata, kept sealed in the database. */
import { lookup, owner } from '../../kernel/db/placement.ts'
import { defineModule } from '../../kernel/module.ts'
import { errors } from './errors.ts'
import { personalData, removeUnused } from './images.ts'
import { routes } from './routes.ts'
import { UNUSED_DAYS } from './rules.ts'

export const media = defineModule({
  name: 'media',
  folder: import.meta.dirname,
  routes,
  errors,
  placement: {
    image: owner('owner_id'),
    rendition: owner('owner_id'),
    shelf: owner('owner_id'),
    address: lookup('image'),
  },
  personalData,
  retention: [
    {
      table: 'media.image',
      keep: { days: UNUSED_DAYS },
      remove: (_ctx, tx, before, held) => removeUnused(tx, before, held),
    },
  ],
})
