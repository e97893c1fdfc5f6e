/** The verbs: record an act; read the acts on a subject, by an actor, or of one request. */
import type { Context } from '../../kernel/context.ts'
import { mark, type Tx } from '../../kernel/db/tx.ts'
import type { PageRequest } from '../../kernel/http/page.ts'
import { uuidV7 } from '../../kernel/ids.ts'
import * as store from './store.ts'

export interface AuditEntry {
  /** `module.what_was_done`, past tense. */
  readonly action: string
  readonly subject: { readonly type: string; readonly id: string }
  /** Only what changed, and never a secret or a personal field in plain text. */
  readonly before?: Readonly<Record<string, unknown>>
  readonly after?: Readonly<Record<string, unknown>>
  /** What the person who did it said. */
  readonly reason?: string
}

/**
 * Writes who did what, in the caller's transaction, and marks the transaction as audited (routes declared `audited` refuse to
 * commit without it). The actor, session and request come from the context. Not idempotent: each call is one act.
 */
export async function record(ctx: Context, tx: Tx, entry: AuditEntry): Promise<void> {
  const { actor } = ctx
  await store.insertRecord.run(
    tx,
    entry.subject.id,
    ctx.clock.now(),
    uuidV7(ctx.clock),
    entry.subject.type,
    entry.action,
    actor.kind,
    actor.kind === 'user' ? actor.userId : null,
    actor.kind === 'system' ? actor.name : null,
    actor.kind === 'user' ? actor.sessionId : null,
    ctx.requestId,
    entry.before,
    entry.after,
    entry.reason,
  )
  mark(tx, 'audited')
}

/** Which records: all filters given must match; newest first unless told otherwise. */
export interface AuditFilter {
  readonly subjectId?: string
  readonly actorId?: string
  readonly action?: string
  readonly requestId?: string
  readonly from?: Temporal.Instant
  readonly to?: Temporal.Instant
  readonly oldestFirst?: boolean
}

/** One page, one row more than `page.limit` so that the caller sees whether there is a next one. */
export async function listRecords(tx: Tx, filter: AuditFilter, page: PageRequest): Promise<store.AuditRow[]> {
  return store.listRecords(tx, filter, page)
}

const BEFORE_ALL = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' }
const PAGE = 500

/** All acts of these kinds on a subject, the oldest first: for a module that proves its own records by the trail. */
export async function actsOfKinds(tx: Tx, subjectId: string, kinds: readonly string[]): Promise<store.Act[]> {
  const acts: store.Act[] = []
  for (;;) {
    const last = acts.at(-1)
    const [at, id] = last ? [last.recorded_at, last.id] : [BEFORE_ALL.at, BEFORE_ALL.id]
    const page = await store.actsOfKinds.all(tx, subjectId, kinds, at, id, PAGE)
    acts.push(...page)
    if (page.length < PAGE) return acts
  }
}

/** Whom acts of these kinds were done to, in the order of their ids; on after `after`. */
export async function subjectsOfKinds(
  tx: Tx,
  kinds: readonly string[],
  after: string,
  limit: number,
): Promise<string[]> {
  return (await store.subjectsOfKinds.all(tx, kinds, after, limit)).map(({ subject_id }) => subject_id)
}
