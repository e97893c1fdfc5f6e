/** Metering: what people may use and what they used; quotas held in the ledger, usage counted and costed. */
import { local, owner, reference } from '../../kernel/db/placement.ts'
import { defineModule } from '../../kernel/module.ts'
import { audit } from '../audit/module.ts'
import { identity } from '../identity/module.ts'
import { ledger } from '../ledger/module.ts'
import { notifications } from '../notifications/module.ts'
import { profiles } from '../profiles/module.ts'
import { errors } from './errors.ts'
import { fields } from './fields.ts'
import { jobs } from './jobs.ts'
import { messages } from './messages.ts'
import { eraseOf, exportOf } from './personal.ts'
import { expectedTransfers } from './quotas.ts'
import { routes } from './routes.ts'
import { removeUsageBefore, usageCheck } from './usage.ts'

export const metering = defineModule({
  name: 'metering',
  folder: import.meta.dirname,
  needs: [audit, identity, ledger, notifications, profiles],
  routes,
  jobs,
  errors,
  fields,
  messages,
  usesPolicy: true,
  expectedTransfers,
  health: [usageCheck],
  personalData: { export: exportOf, erase: eraseOf },
  // Longer than events may come late by, so that a repeat always meets what it repeats.
  retention: [{ table: 'metering.usage_event', keep: { days: 400 }, remove: removeUsageBefore }],
  placement: {
    quota: owner('subject_id'),
    quota_grant: owner('subject_id'),
    reservation: owner('subject_id'),
    reservation_part: owner('subject_id'),
    price: reference,
    exchange_rate: reference,
    usage_key: owner('subject_id'),
    usage_event: owner('subject_id'),
    usage_total: owner('subject_id'),
    usage_erased: owner('subject_id'),
    usage_month: local,
  },
})
