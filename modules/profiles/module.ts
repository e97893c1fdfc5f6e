/** Profiles: names, birthdays, addresses, preferences, guardians of minors, identity checks. */
import { lookup, owner } from '../../kernel/db/placement.ts'
import { defineModule } from '../../kernel/module.ts'
import { access } from '../access/module.ts'
import { audit } from '../audit/module.ts'
import { identity } from '../identity/module.ts'
import { messaging } from '../messaging/module.ts'
import { errors } from './errors.ts'
import {
  cameOfAge,
  dateOfBirthCorrected,
  consentRightTaken,
  guardianDeclined,
  guardianLinked,
  guardianUnlinked,
} from './events.ts'
import { fields } from './fields.ts'
import { endUsername, sweep, tellGuardians } from './jobs.ts'
import { messages } from './messages.ts'
import { erasePerson, exportPerson } from './personal-data.ts'
import { routes } from './routes.ts'

export const profiles = defineModule({
  name: 'profiles',
  folder: import.meta.dirname,
  needs: [access, audit, identity, messaging],
  routes,
  jobs: [sweep, tellGuardians, endUsername],
  events: [dateOfBirthCorrected, guardianLinked, guardianDeclined, guardianUnlinked, consentRightTaken, cameOfAge],
  errors,
  fields,
  messages,
  placement: {
    profile: owner('user_id'),
    address: owner('user_id'),
    preference: owner('user_id'),
    guardian_link: owner('child_id'),
    ward: owner('guardian_id'),
    identity_document: owner('user_id'),
    document_claim: lookup('number_index'),
  },
  personalData: { export: exportPerson, erase: erasePerson },
})
