/** Consent: legal texts, and who allowed what about whose data, as a chain that can be checked. */
import { owner, reference } from '../../kernel/db/placement.ts'
import { defineModule } from '../../kernel/module.ts'
import { audit } from '../audit/module.ts'
import { identity } from '../identity/module.ts'
import { profiles } from '../profiles/module.ts'
import { config } from './config.ts'
import { errors } from './errors.ts'
import { consentGiven, consentWithdrawn } from './events.ts'
import { personalData } from './personal.ts'
import { routes } from './routes.ts'

export const consent = defineModule({
  name: 'consent',
  folder: import.meta.dirname,
  needs: [audit, identity, profiles],
  routes,
  events: [consentGiven, consentWithdrawn],
  errors,
  config,
  usesPolicy: true,
  placement: { legal_text: reference, chain: owner('subject_id'), record: owner('subject_id') },
  personalData,
})
