/** Who is told what, on which channel and when. Delivery is messaging's work. */
import { defineModule } from '../../kernel/module.ts'
import { owner } from '../../kernel/db/placement.ts'
import { identity } from '../identity/module.ts'
import { messaging } from '../messaging/module.ts'
import { profiles } from '../profiles/module.ts'
import { tellOfAge } from './jobs.ts'
import { listInbox } from './notifications.ts'
import { routes } from './routes.ts'
import { eraseOf, removeBefore } from './store.ts'

export const notifications = defineModule({
  name: 'notifications',
  folder: import.meta.dirname,
  needs: [identity, profiles, messaging],
  routes,
  jobs: [tellOfAge],
  placement: { inbox: owner('owner_id') },
  personalData: {
    export: async (ctx, tx, subjectId) => ({
      inbox: await listInbox(ctx, tx, subjectId, { after: undefined, limit: 1000 }),
    }),
    erase: async (_ctx, tx, subjectId) => void (await eraseOf.run(tx, subjectId)),
  },
  retention: [
    {
      table: 'notifications.inbox',
      keep: { days: 365 },
      remove: (_ctx, tx, before, held) => removeBefore.run(tx, before, held),
    },
  ],
})
