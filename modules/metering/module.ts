/** Metering: what people may use and what they used; quotas held in the ledger, usage counted and costed. */
import { owner } from '../../kernel/db/placement.ts'
import { defineModule } from '../../kernel/module.ts'
import { audit } from '../audit/module.ts'
import { ledger } from '../ledger/module.ts'
import { notifications } from '../notifications/module.ts'
import { profiles } from '../profiles/module.ts'
import { errors } from './errors.ts'
import { jobs } from './jobs.ts'
import { messages } from './messages.ts'
import { expectedTransfers } from './quotas.ts'

export const metering = defineModule({
  name: 'metering',
  folder: import.meta.dirname,
  needs: [audit, ledger, notifications, profiles],
  jobs,
  errors,
  messages,
  expectedTransfers,
  placement: {
    quota: owner('subject_id'),
    quota_grant: owner('subject_id'),
    reservation: owner('subject_id'),
    reservation_part: owner('subject_id'),
  },
})
