/** Reports: lists of other modules under a name, and as files. */
import { owner } from '../../kernel/db/placement.ts'
import { defineModule } from '../../kernel/module.ts'
import { access } from '../access/module.ts'
import { audit } from '../audit/module.ts'
import { identity } from '../identity/module.ts'
import { errors } from './errors.ts'
import { KEPT_DAYS } from './exports.ts'
import { fields } from './fields.ts'
import { readExport } from './jobs.ts'
import { eraseOf, exportOf } from './personal.ts'
import { routes } from './routes.ts'
import { removeExportsBefore } from './store.ts'

export const reports = defineModule({
  name: 'reports',
  folder: import.meta.dirname,
  needs: [access, audit, identity],
  routes,
  jobs: [readExport],
  errors,
  fields,
  placement: { saved_view: owner('owner_id'), export: owner('owner_id'), part: owner('owner_id') },
  personalData: {
    export: (_ctx, tx, subjectId) => exportOf(tx, subjectId),
    erase: (_ctx, tx, subjectId) => eraseOf(tx, subjectId),
  },
  retention: [
    {
      table: 'reports.export',
      keep: { days: KEPT_DAYS },
      remove: (_ctx, tx, before, held) => removeExportsBefore.run(tx, before, held),
    },
  ],
})
