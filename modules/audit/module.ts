/** The audit trail: every act of staff and every act on money, in the transaction of the act. */
import { defineModule } from '../../kernel/module.ts'
import { owner } from '../../kernel/db/placement.ts'
import { fields } from './fields.ts'
import { trace } from './inquiry.ts'
import { routes } from './routes.ts'

export const audit = defineModule({
  name: 'audit',
  folder: import.meta.dirname,
  routes,
  fields,
  trace: [trace],
  placement: { record: owner('subject_id') },
})
