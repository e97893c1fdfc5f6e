/** What consent knows of one person. Records stay after an erasure, under an id that names nobody: they prove what was allowed. */
import type { PersonalData } from '../../kernel/module.ts'
import { detailsOf } from './chain.ts'
import { recordId, textId } from './ids.ts'
import * as store from './store/records.ts'
import { cancelAbout, cancelOf } from './store/requests.ts'

const ROWS_MAX = 10_000

export const personalData: PersonalData = {
  async export(ctx, tx, subjectId) {
    const records = []
    for (const row of await store.recordsAfter.all(tx, subjectId, 0, ROWS_MAX)) {
      // Where another person's decision came from is theirs.
      const details = row.decided_by === subjectId ? await detailsOf(ctx, tx, row) : undefined
      records.push({
        id: recordId.wire(row.id),
        purpose: row.purpose,
        decision: row.decision,
        decided_as: row.decided_as,
        text: row.text_id === null ? null : { id: textId.wire(row.text_id), sha256: row.text_sha256, version: `${row.major}.${row.minor}` }, // prettier-ignore
        method: row.method,
        at: row.at.toString(),
        from: details ? { ip: details.ip, device: details.device } : null,
        hash: row.hash,
      })
    }
    return { records }
  },
  /** The addresses of devices are sealed with the decider's key and go with it; the records themselves are evidence. */
  async erase(ctx, tx, subjectId) {
    const now = ctx.clock.now()
    await cancelOf.run(tx, subjectId, now)
    await cancelAbout.run(tx, subjectId, now)
  },
}
