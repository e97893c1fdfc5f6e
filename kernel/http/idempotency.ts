/**
 * Idempotency keys: the same request with the same key gets the answer it got the first time; another request with that key
 * is an error, never an act. The key's row lives in the act's own transaction, so a crash leaves neither or both.
 */
import { sha256 } from '../crypto.ts'
import { kernelErrors, refuse } from '../errors.ts'
import type { Actor } from '../context.ts'
import { statement } from '../db/statement.ts'
import type { Tx } from '../db/tx.ts'

export interface StoredAnswer {
  status: number
  body: unknown
  headers: Record<string, string>
}

interface KeyRow {
  request_hash: string
  status: number | null
  body: unknown
  headers: Record<string, string> | null
  locked_until: Temporal.Instant | null
}

const insertKey = statement(
  'kernel.insert_idempotency',
  `insert into kernel.idempotency (key, request_hash, locked_until, created_at) values ($1, $2, $3, $4)
   on conflict (key) do nothing`,
)
const findKey = statement<KeyRow>(
  'kernel.find_idempotency',
  'select request_hash, status, body, headers, locked_until from kernel.idempotency where key = $1 for update',
)
const relock = statement('kernel.relock_idempotency', 'update kernel.idempotency set locked_until = $2 where key = $1')
const storeAnswer = statement(
  'kernel.store_idempotency',
  'update kernel.idempotency set status = $2, body = $3, headers = $4, locked_until = null where key = $1',
)
const removeKey = statement(
  'kernel.remove_idempotency',
  'delete from kernel.idempotency where key = $1 and status is null',
)
const removeOld = statement('kernel.remove_old_idempotency', 'delete from kernel.idempotency where created_at < $1')

/** The stored key: nobody's key collides with another caller's or another route's. */
export function keyOf(actor: Actor, method: string, path: string, key: string): string {
  return sha256(`${actor.kind === 'user' ? actor.userId : 'guest'} ${method} ${path} ${key}`)
}

/**
 * Claims the key. Returns the stored answer of an earlier run, or undefined when the act should be done now. Waits for a
 * concurrent run that holds the key in an open transaction. Refuses `key_reused` and `in_progress`.
 */
export async function claimKey(
  tx: Tx,
  key: string,
  requestHash: string,
  now: Temporal.Instant,
  lockedUntil: Temporal.Instant | undefined,
): Promise<StoredAnswer | undefined> {
  if ((await insertKey.run(tx, key, requestHash, lockedUntil, now)) === 1) return undefined
  const row = await findKey.one(tx, key)
  if (row.request_hash !== requestHash) refuse(kernelErrors.key_reused)
  if (row.status !== null) return { status: row.status, body: row.body, headers: row.headers ?? {} }
  if (row.locked_until !== null && Temporal.Instant.compare(row.locked_until, now) > 0) refuse(kernelErrors.in_progress)
  // Whoever claimed it died between two of its transactions. Its steps are safe to repeat, so do them again.
  await relock.run(tx, key, lockedUntil)
  return undefined
}

export async function storeKey(tx: Tx, key: string, answer: StoredAnswer): Promise<void> {
  await storeAnswer.run(tx, key, answer.status, JSON.stringify(answer.body ?? null), answer.headers)
}

/** Gives a claimed key back after a refusal, so that a corrected or later try is judged anew. */
export async function releaseKey(tx: Tx, key: string): Promise<void> {
  await removeKey.run(tx, key)
}

/** Keys are remembered for a day and more; older ones are removed by a kernel job. */
export async function removeKeysBefore(tx: Tx, before: Temporal.Instant): Promise<number> {
  return removeOld.run(tx, before)
}
