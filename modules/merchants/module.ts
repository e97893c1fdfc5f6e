/** Partners that honour packs, their venues, terms and where they are paid. What they sell is in catalog. */
import { reference } from '../../kernel/db/placement.ts'
import { defineModule } from '../../kernel/module.ts'
import { audit } from '../audit/module.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import { fields } from './fields.ts'
import { search, trace } from './inquiry.ts'
import { erasePrivate, findPrivate } from './partners.ts'
import { routes } from './routes.ts'

export const merchants = defineModule({
  name: 'merchants',
  folder: import.meta.dirname,
  needs: [audit],
  routes,
  search: [search],
  trace: [trace],
  events,
  errors,
  fields,
  shown: ['partner', 'venue'],
  placement: { partner: reference, venue: reference },
  // The person we talk to is known by the partner's id; the business itself is not personal data.
  personalData: {
    export: async (ctx, tx, subjectId) => (await findPrivate(ctx, tx, subjectId)) ?? {},
    erase: (_ctx, tx, subjectId) => erasePrivate(tx, subjectId),
  },
})
