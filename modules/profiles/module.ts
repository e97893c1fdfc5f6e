/** Profiles: names, birthdays, addresses, preferences, guardians of minors, identity checks. */
import { defineModule } from '../../kernel/module.ts'
import { access } from '../access/module.ts'
import { audit } from '../audit/module.ts'
import { identity } from '../identity/module.ts'
import { messaging } from '../messaging/module.ts'

export const profiles = defineModule({
  name: 'profiles',
  folder: import.meta.dirname,
  needs: [access, audit, identity, messaging],
  placement: {},
})
