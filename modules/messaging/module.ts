/** Channels, the outbox and delivery. Who should hear of what, and when, is decided by notifications. */
import { defineModule } from '../../kernel/module.ts'
import { owner } from '../../kernel/db/placement.ts'
import { audit } from '../audit/module.ts'
import { config } from './config.ts'
import { errors } from './errors.ts'
import { search, trace } from './inquiry.ts'
import { deliver, sweep } from './jobs.ts'
import { readable } from './messaging.ts'
import { routes } from './routes.ts'
import { eraseOf, listOf, removeBefore } from './store.ts'

export const messaging = defineModule({
  name: 'messaging',
  folder: import.meta.dirname,
  needs: [audit],
  routes,
  jobs: [deliver, sweep],
  errors,
  config,
  search: [search],
  trace: [trace],
  placement: { outgoing: owner('owner_id') },
  personalData: {
    export: async (ctx, tx, subjectId) => ({
      messages: await readable(ctx, tx, await listOf.all(tx, subjectId, 1000)),
    }),
    erase: async (_ctx, tx, subjectId) => void (await eraseOf.run(tx, subjectId)),
  },
  retention: [
    {
      table: 'messaging.outgoing',
      keep: { days: 90 },
      remove: (_ctx, tx, before, held) => removeBefore.run(tx, before, held),
    },
  ],
})
