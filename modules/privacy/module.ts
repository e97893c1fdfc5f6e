/** Privacy: copies of a person's data, erasures, purposes that ended, legal holds. Knows modules only by what they hand out. */
import { owner } from '../../kernel/db/placement.ts'
import { defineModule } from '../../kernel/module.ts'
import { audit } from '../audit/module.ts'
import { identity } from '../identity/module.ts'
import { messaging } from '../messaging/module.ts'
import { notifications } from '../notifications/module.ts'
import { profiles } from '../profiles/module.ts'
import { config } from './config.ts'
import { errors } from './errors.ts'
import { fields } from './fields.ts'
import * as jobs from './jobs.ts'
import { messages } from './messages.ts'
import { personalData } from './personal.ts'
import { routes } from './routes.ts'
import { staffRoutes } from './staff-routes.ts'
import { removeExpired } from './store/exports.ts'

export const privacy = defineModule({
  name: 'privacy',
  folder: import.meta.dirname,
  needs: [audit, identity, messaging, notifications, profiles],
  routes: [...routes, ...staffRoutes],
  jobs: Object.values(jobs),
  errors,
  fields,
  messages,
  config,
  usesPolicy: true,
  placement: {
    export: owner('subject_id'),
    export_part: owner('subject_id'),
    erasure: owner('subject_id'),
    purpose_erasure: owner('subject_id'),
    legal_hold: owner('subject_id'),
    erasure_log: owner('subject_id'),
  },
  personalData,
  // The row says itself until when.
  retention: [
    { table: 'privacy.export', keep: { days: 0 }, remove: (_ctx, tx, before) => removeExpired.run(tx, before) },
  ],
})
