/** What people are told because something happened elsewhere. */
import { Type } from 'typebox'
import { defineJob } from '../../kernel/jobs/job.ts'
import { findProfile, ofAgeMessage } from '../profiles/api.ts'
import { notify } from './notifications.ts'

/** Follows `profiles.came_of_age`: in the app too, because whoever was a child may have no number and no address yet. */
export const tellOfAge = defineJob({
  name: 'notifications.tell_of_age',
  payload: Type.Object({ user_id: Type.String() }),
  async run({ ctx, tx, payload: { user_id: userId } }) {
    const profile = await findProfile(ctx, tx, userId)
    if (!profile) return
    await notify(ctx, tx, ofAgeMessage, {
      to: { userId },
      values: { name: profile.firstName },
      dedupe: `came of age ${userId}`,
    })
  },
})
