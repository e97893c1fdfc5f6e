/** Consent: legal texts, and who allowed what about whose data, as a chain that can be checked. */
import { owner, reference } from '../../kernel/db/placement.ts'
import { defineModule } from '../../kernel/module.ts'
import { audit } from '../audit/module.ts'
import { identity } from '../identity/module.ts'
import { messaging } from '../messaging/module.ts'
import { notifications } from '../notifications/module.ts'
import { payments } from '../payments/module.ts'
import { profiles } from '../profiles/module.ts'
import { config } from './config.ts'
import { errors } from './errors.ts'
import { consentGiven, consentWithdrawn } from './events.ts'
import { fields } from './fields.ts'
import { health } from './health.ts'
import * as jobs from './jobs.ts'
import { messages } from './messages.ts'
import { personalData } from './personal.ts'
import { receiptRoutes } from './receipt-routes.ts'
import { requestRoutes } from './request-routes.ts'
import { routes } from './routes.ts'
import { staffRoutes } from './staff-routes.ts'

export const consent = defineModule({
  name: 'consent',
  folder: import.meta.dirname,
  needs: [audit, identity, messaging, notifications, payments, profiles],
  routes: [...routes, ...requestRoutes, ...receiptRoutes, ...staffRoutes],
  jobs: Object.values(jobs),
  messages,
  health: [health],
  events: [consentGiven, consentWithdrawn],
  errors,
  fields,
  config,
  usesPolicy: true,
  placement: {
    legal_text: reference,
    chain: owner('subject_id'),
    record: owner('subject_id'),
    request: owner('guardian_id'),
    proof: owner('guardian_id'),
    asked_again: owner('subject_id'),
  },
  personalData,
})
