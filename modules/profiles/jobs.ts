/** What happens by itself: invitations expire, children come of age, and what follows from that where the product says so. */
import { Type } from 'typebox'
import { defineJob } from '../../kernel/jobs/job.ts'
import { retireUsername, sweepLinks, tellFormerGuardians } from './links.ts'

export const sweep = defineJob({
  name: 'profiles.sweep_links',
  payload: Type.Object({}),
  cron: '* * * * *',
  run: ({ ctx, tx }) => sweepLinks(ctx, tx),
})

const Person = Type.Object({ user_id: Type.String() })

/** Follows `profiles.came_of_age`. */
export const tellGuardians = defineJob({
  name: 'profiles.tell_former_guardians',
  payload: Person,
  run: ({ ctx, tx, payload }) => tellFormerGuardians(ctx, tx, payload.user_id),
})

/** Follows `identity.contact_verified`. */
export const endUsername = defineJob({
  name: 'profiles.end_username',
  payload: Type.Object({ user_id: Type.String(), kind: Type.String() }),
  run: ({ ctx, tx, payload }) => retireUsername(ctx, tx, payload.user_id),
})
