/** Reading: how it stands with each purpose of a person, for them and for whoever acts for them. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import type { PageRequest } from '../../kernel/http/page.ts'
import type { ConsentRecord } from './chain.ts'
import { situationOf, type Situation } from './gate.ts'
import * as store from './store/records.ts'
import { comingText, purposesOf, ruleOf, showText, type ShownText } from './texts.ts'

export interface PurposeStatus extends Situation {
  readonly purpose: string
  readonly text: ShownText
  /** Asks anew from its day on; can be answered already. */
  readonly coming: ShownText | undefined
  readonly proofs: readonly string[]
  /** The newest record of each person who decided, also of those who no longer may. */
  readonly latest: readonly ConsentRecord[]
}

export async function statusOf(ctx: Context, tx: Tx, subjectId: string): Promise<PurposeStatus[]> {
  const latest = await store.latestOfAll.all(tx, subjectId)
  const statuses: PurposeStatus[] = []
  for (const purpose of purposesOf(ctx))
    statuses.push({
      purpose,
      ...(await situationOf(ctx, tx, subjectId, purpose)),
      text: showText(ctx, purpose),
      coming: comingText(ctx, purpose),
      proofs: ruleOf(ctx, purpose).proofs,
      latest: latest.filter((row) => row.purpose === purpose),
    })
  return statuses
}

/** The chain, newest first, one row more than the page. */
export async function recordsOf(tx: Tx, subjectId: string, page: PageRequest): Promise<ConsentRecord[]> {
  const before = page.after === undefined ? 2_147_483_647 : Number(page.after[0])
  return store.newestRecords.all(tx, subjectId, before, page.limit + 1)
}
