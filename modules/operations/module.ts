/** Running the platform: the job queue and its failures, daily retention, the runtime's own sweeps, queue health. */
import { defineModule } from '../../kernel/module.ts'
import { audit } from '../audit/module.ts'
import { errors } from './errors.ts'
import { fields } from './fields.ts'
import { queueHealth } from './operations.ts'
import { retention, sweepRuntime } from './jobs.ts'
import { routes } from './routes.ts'

export const operations = defineModule({
  name: 'operations',
  folder: import.meta.dirname,
  needs: [audit],
  routes,
  jobs: [retention, sweepRuntime],
  errors,
  fields,
  placement: {},
  health: [queueHealth],
})
