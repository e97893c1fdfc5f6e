/**
 * Idempotency keys: the same request with the same key gets the answer it got the first time; another request with that key
 * is an error, never an act. The key's row lives in the act's own transaction, so a crash leaves neither or both.
 *
 * An answer may hold what only its caller may know (the secret of a gift's link), and a request what nobody may (a number).
 * So answers are stored sealed and requests as a keyed hash: a copy of the table tells nothing.
 */
import { hmacSha256, seal, sha256, unseal } from '../crypto.ts'
import { kernelErrors, refuse } from '../errors.ts'
import type { Actor } from '../context.ts'
import { statement } from '../db/statement.ts'
import type { Tx } from '../db/tx.ts'

export interface StoredAnswer {
  status: number
  body: unknown
  headers: Record<string, string>
}

/** A key that came with a request. */
export interface Claim {
  /** As stored. */
  readonly key: string
  /** Of the whole request. */
  readonly hash: string
  /** Seals and opens the answer. */
  readonly sealing: Buffer
}

interface KeyRow {
  request_hash: string
  status: number | null
  body: string | null
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

/** Nobody's key collides with another caller's or another route's. `request` is what must be the same for the same answer. */
export function claimOf(
  secret: Buffer,
  actor: Actor,
  method: string,
  path: string,
  key: string,
  request: readonly unknown[],
): Claim {
  return {
    key: sha256(`${actor.kind === 'user' ? actor.userId : 'guest'} ${method} ${path} ${key}`),
    hash: hmacSha256(secret, JSON.stringify(request)),
    sealing: secret,
  }
}

/**
 * Claims the key. Returns the stored answer of an earlier run, or undefined when the act should be done now. Waits for a
 * concurrent run that holds the key in an open transaction. Refuses `key_reused` and `in_progress`.
 */
export async function claimKey(
  tx: Tx,
  { key, hash, sealing }: Claim,
  now: Temporal.Instant,
  lockedUntil: Temporal.Instant | undefined,
): Promise<StoredAnswer | undefined> {
  if ((await insertKey.run(tx, key, hash, lockedUntil, now)) === 1) return undefined
  const row = await findKey.one(tx, key)
  if (row.request_hash !== hash) refuse(kernelErrors.key_reused)
  if (row.status !== null) {
    const body: unknown = row.body === null ? null : JSON.parse(unseal(sealing, Buffer.from(row.body, 'base64'), key))
    return { status: row.status, body, headers: row.headers ?? {} }
  }
  if (row.locked_until !== null && Temporal.Instant.compare(row.locked_until, now) > 0) refuse(kernelErrors.in_progress)
  // Whoever claimed it died between two of its transactions. Its steps are safe to repeat, so do them again.
  await relock.run(tx, key, lockedUntil)
  return undefined
}

export async function storeKey(tx: Tx, { key, sealing }: Claim, answer: StoredAnswer): Promise<void> {
  const body = seal(sealing, JSON.stringify(answer.body ?? null), key).toString('base64')
  await storeAnswer.run(tx, key, answer.status, JSON.stringify(body), answer.headers)
}

/** Gives a claimed key back after a refusal, so that a corrected or later try is judged anew. */
export async function releaseKey(tx: Tx, { key }: Claim): Promise<void> {
  await removeKey.run(tx, key)
}

/** Keys are remembered for a day and more; older ones are removed by a kernel job. */
export async function removeKeysBefore(tx: Tx, before: Temporal.Instant): Promise<number> {
  return removeOld.run(tx, before)
}
