/** How pots hand out and erase what they know of one person: their pots, and the gifts they gave to others. */
import type { PersonalData } from '../../kernel/module.ts'
import { findDraft } from './drafts.ts'
import * as gifts from './store/gifts.ts'
import * as owner from './store/owner.ts'
import * as pots from './store/pots.ts'

const ROWS_MAX = 10_000

export const personalData: PersonalData = {
  export: async (ctx, tx, subjectId) => ({
    draft: (await findDraft(ctx, tx, subjectId)) ?? null,
    changes: await owner.exportChanges.all(tx, subjectId, ROWS_MAX),
    thanks: await owner.exportThanks.all(tx, subjectId, ROWS_MAX),
    pots: await pots.exportPots.all(tx, subjectId, ROWS_MAX),
    gifts_given: await gifts.exportGiven.all(tx, subjectId, ROWS_MAX),
  }),
  async erase(ctx, tx, subjectId) {
    await pots.erasePots.run(tx, subjectId, ctx.clock.now())
    await owner.removeDraft.run(tx, subjectId)
    await owner.eraseChanges.run(tx, subjectId)
    await owner.eraseThanks.run(tx, subjectId)
    await gifts.eraseDonor.run(tx, subjectId)
  },
}
