/** What privacy itself knows of one person. */
import type { PersonalData } from '../../kernel/module.ts'
import * as store from './store/erasures.ts'
import { deleteExportsOf } from './store/exports.ts'

const ROWS_MAX = 1000

export const personalData: PersonalData = {
  async export(_ctx, tx, subjectId) {
    const erasures = await store.erasuresOf.all(tx, subjectId, ROWS_MAX)
    const purposes = await store.purposesOf.all(tx, subjectId, ROWS_MAX)
    return {
      erasures_asked_for: erasures.map(({ state, requested_at, due_at }) => ({ state, requested_at, due_at })),
      purposes_ended: purposes.map(({ purpose, state, queued_at, due_at }) => ({ purpose, state, queued_at, due_at })),
    }
  },
  /** Copies go; that there was an erasure, and when, stays. */
  async erase(_ctx, tx, subjectId) {
    await deleteExportsOf.run(tx, subjectId)
  },
}
