/**
 * Checking the whole register: every record is what was signed, follows the one before, and none is missing at the end. Whoever
 * cuts off the end and sets the head back leaves a chain that holds in itself: the audit trail, which has every decision too, tells.
 */
import type { Context } from '../../kernel/context.ts'
import { sha256 } from '../../kernel/crypto.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { signedByUs } from '../../kernel/signing.ts'
import { actsOfKinds, subjectsOfKinds } from '../audit/api.ts'
import { userId } from '../identity/api.ts'
import { bodyOf } from './chain.ts'
import { signers } from './config.ts'
import { DECISIONS, GENESIS, hashOf } from './rules.ts'
import * as store from './store/records.ts'

export type Problem =
  'record_changed' | 'not_signed_by_us' | 'record_missing' | 'does_not_follow' | 'text_changed' | 'end_is_wrong'

export interface Finding {
  readonly subject: string
  /** Which record of the chain; the length of the chain where its end is wrong. */
  readonly seq: number
  readonly problem: Problem
}

export interface Checked {
  readonly subjects: number
  readonly records: number
  readonly findings: readonly Finding[]
  /** Where the next page goes on; undefined at the end. */
  readonly next: string | undefined
}

const FIRST = '00000000-0000-0000-0000-000000000000'
const PAGE = 200
/** Under which each record stands in the audit trail (chain.ts). */
const ACTS = DECISIONS.map((decision) => `consent.${decision}`)

/** Checks the chains of one page of people, each as it stands: a decision made meanwhile waits. Go on with `next`. */
export async function verifyChains(ctx: Context, tx: Tx, after = FIRST): Promise<Checked> {
  const known = (await store.subjectsAfter.all(tx, after, PAGE)).map(({ subject_id }) => subject_id)
  const acted = await subjectsOfKinds(tx, ACTS, after, PAGE)
  const subjects = [...new Set([...known, ...acted])].sort().slice(0, PAGE)
  const texts = new Map<string, boolean>()
  const findings: Finding[] = []
  let records = 0
  for (const subject of subjects) {
    await store.holdChain.run(tx, subject)
    records += await verifyChain(ctx, tx, subject, texts, findings)
  }
  return { subjects: subjects.length, records, findings, next: subjects.length === PAGE ? subjects.at(-1) : undefined }
}

/** Checks the chain of one person, as it stands: a decision made meanwhile waits. */
export async function verifySubject(
  ctx: Context,
  tx: Tx,
  subjectId: string,
): Promise<{ records: number; findings: readonly Finding[] }> {
  const findings: Finding[] = []
  await store.holdChain.run(tx, subjectId)
  const records = await verifyChain(ctx, tx, subjectId, new Map(), findings)
  return { records, findings }
}

async function verifyChain(
  ctx: Context,
  tx: Tx,
  subjectId: string,
  texts: Map<string, boolean>,
  findings: Finding[],
): Promise<number> {
  const before = findings.length
  const find = (seq: number, problem: Problem) => findings.push({ subject: userId.wire(subjectId), seq, problem })
  const ids = new Set<string>()
  let [seq, last] = [0, GENESIS]
  for (;;) {
    const rows = await store.recordsAfter.all(tx, subjectId, seq, PAGE)
    for (const row of rows) {
      ids.add(row.id)
      if (row.seq !== seq + 1) find(seq + 1, 'record_missing')
      else if (row.prev_hash !== last) find(row.seq, 'does_not_follow')
      if (hashOf(bodyOf(ctx.product.name, row)) !== row.hash) find(row.seq, 'record_changed')
      if (!signedByUs(signers(ctx), row.hash, row.key_id, row.signature)) find(row.seq, 'not_signed_by_us')
      if (row.text_id !== null && !(await textIsKept(tx, row.text_id, row.text_sha256!, texts)))
        find(row.seq, 'text_changed')
      seq = row.seq
      last = row.hash
    }
    if (rows.length < PAGE) break
  }
  const head = await store.findChain.first(tx, subjectId)
  // Nobody decided yet: a chain begins with its first record.
  const begun = ids.size > 0 || head !== undefined
  if (begun && (head?.length !== seq || head.head_hash !== last)) find(seq, 'end_is_wrong')
  if (findings.length === before && (await knowsOthers(tx, subjectId, ids))) find(seq, 'end_is_wrong')
  return ids.size
}

/** The audit trail has a decision that is not among these. */
async function knowsOthers(tx: Tx, subjectId: string, ids: ReadonlySet<string>): Promise<boolean> {
  const acts = await actsOfKinds(tx, subjectId, ACTS)
  return acts.some(({ after }) => !ids.has((after as { record_id: string }).record_id))
}

async function textIsKept(tx: Tx, id: string, hash: string, known: Map<string, boolean>): Promise<boolean> {
  const key = `${id} ${hash}`
  if (!known.has(key)) {
    const text = await store.findText.first(tx, id)
    known.set(key, text !== undefined && sha256(text.body) === hash && text.sha256 === hash)
  }
  return known.get(key)!
}
