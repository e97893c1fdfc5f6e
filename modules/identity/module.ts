/** Identity: who people are to us, and how they prove it. */
import { lookup, owner } from '../../kernel/db/placement.ts'
import { defineModule } from '../../kernel/module.ts'
import { access } from '../access/module.ts'
import { audit } from '../audit/module.ts'
import { messaging } from '../messaging/module.ts'
import { eraseUser, exportUser } from './accounts.ts'
import { errors } from './errors.ts'
import { fields } from './fields.ts'
import { readAsked, search, trace } from './inquiry.ts'
import { messages } from './messages.ts'
import { retention } from './retention.ts'
import { routes } from './routes.ts'
import {
  contactVerified,
  secondFactorAdded,
  secondFactorRemoved,
  userReinstated,
  userSignedUp,
  userSuspended,
} from './events.ts'

export const identity = defineModule({
  name: 'identity',
  folder: import.meta.dirname,
  needs: [access, audit, messaging],
  routes,
  messages,
  retention,
  events: [userSignedUp, contactVerified, userSuspended, userReinstated, secondFactorAdded, secondFactorRemoved],
  errors,
  fields,
  placement: {
    user_account: owner('user_id'),
    contact: owner('user_id'),
    credential: owner('user_id'),
    username: owner('user_id'),
    session: owner('user_id'),
    session_token: owner('user_id'),
    mail_token: owner('user_id'),
    second_factor: owner('user_id'),
    recovery_code: owner('user_id'),
    identifier: lookup('value'),
    otp_destination: lookup('destination'),
    otp_challenge: lookup('id'),
    sign_in_throttle: lookup('key'),
  },
  callers: ['user_account', 'session', 'session_token', 'second_factor'],
  readAsked,
  search: [search],
  trace: [trace],
  personalData: { export: exportUser, erase: eraseUser },
})
