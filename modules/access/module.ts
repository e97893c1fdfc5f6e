/** Access: roles × permissions × scope. */
import { owner } from '../../kernel/db/placement.ts'
import { defineModule } from '../../kernel/module.ts'
import { audit } from '../audit/module.ts'
import { removeAllRoles, rolesOf } from './access.ts'
import { errors } from './errors.ts'
import { fields } from './fields.ts'
import { routes } from './routes.ts'

export const access = defineModule({
  name: 'access',
  folder: import.meta.dirname,
  needs: [audit],
  routes,
  errors,
  fields,
  placement: { membership: owner('user_id') },
  callers: ['membership'],
  personalData: {
    export: async (_ctx, tx, subjectId) => ({ roles: await rolesOf(tx, subjectId) }),
    erase: async (_ctx, tx, subjectId) => removeAllRoles(tx, subjectId),
  },
})
