/** Tutoring: conversations of learners about the exercise before them, answered by a model or by the built-in tutor. */
import { owner } from '../../kernel/db/placement.ts'
import { defineModule } from '../../kernel/module.ts'
import { audit } from '../audit/module.ts'
import { identity } from '../identity/module.ts'
import { metering } from '../metering/module.ts'
import { notifications } from '../notifications/module.ts'
import { profiles } from '../profiles/module.ts'
import { config } from './config.ts'
import { errors } from './errors.ts'
import { concernNoted } from './events.ts'
import { fields } from './fields.ts'
import { jobs } from './jobs.ts'
import { messages } from './messages.ts'
import { eraseOf, exportOf, removeOld } from './personal.ts'
import { KEEP_DAYS } from './policy.ts'
import { routes } from './routes.ts'

export const tutoring = defineModule({
  name: 'tutoring',
  folder: import.meta.dirname,
  needs: [audit, identity, profiles, notifications, metering],
  routes,
  jobs,
  events: [concernNoted],
  errors,
  fields,
  messages,
  config,
  usesPolicy: true,
  placement: { conversation: owner('learner_id'), exchange: owner('learner_id') },
  personalData: { export: exportOf, erase: eraseOf, purposes: { ai_conversation: eraseOf } },
  // The product's policy says how long; this is what holds without a word from it.
  retention: [{ table: 'tutoring.exchange', keep: { days: KEEP_DAYS }, remove: removeOld }],
})
