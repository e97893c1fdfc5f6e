/**
 * Proving to be the person of a passed identity check, by typing the document's number again: whoever merely holds the person's
 * unlocked phone does not know it, and it is shown nowhere.
 */
import { userIdOf, type Context } from '../../kernel/context.ts'
import { sameSecret } from '../../kernel/crypto.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { record } from '../audit/api.ts'
import { documentIndex } from './checks.ts'
import * as store from './store.ts'

const WRONG_MAX = 5
const CLOSED = { hours: 24 } as const

/** That the person typed the number of their checked document just now. Made by `tryDocument`, and only there. */
export interface DocumentProof {
  readonly userId: string
  readonly provenAt: Temporal.Instant
}

export type DocumentTry =
  | { readonly outcome: 'right'; readonly proof: DocumentProof }
  | { readonly outcome: 'wrong' }
  /** Too many were wrong. `now` with the one that closed it. */
  | { readonly outcome: 'closed'; readonly until: Temporal.Instant; readonly now: boolean }
  /** No document of this person has passed a check. */
  | { readonly outcome: 'unchecked' }

/**
 * Judges a number (as `readNumber` gives it) against the document that passed. Each try is counted before it is judged: call it
 * in a transaction that is committed whatever the outcome. Five wrong ones close it for a day. Audited.
 */
export async function tryDocument(ctx: Context, tx: Tx, userId: string, number: string): Promise<DocumentTry> {
  const profile = await store.findProfile.first(tx, userId)
  if (profile?.identity_check !== 'passed') return { outcome: 'unchecked' }
  const now = ctx.clock.now()
  const document = await store.claimDocumentTry.first(tx, userId, now, WRONG_MAX, now.subtract(CLOSED))
  if (!document) {
    const last = await store.documentTriedAt.first(tx, userId)
    if (!last?.number_tried_at) return { outcome: 'unchecked' }
    return { outcome: 'closed', until: last.number_tried_at.add(CLOSED), now: false }
  }
  const right = sameSecret(document.number_index, documentIndex(ctx, document, number))
  const closed = !right && document.number_tries >= WRONG_MAX
  await record(ctx, tx, {
    action: right ? 'profiles.document_shown' : 'profiles.document_number_wrong',
    subject: { type: 'user', id: userId },
    after: { by: userIdOf(ctx.actor) ?? null, closed },
  })
  if (closed) return { outcome: 'closed', until: now.add(CLOSED), now: true }
  if (!right) return { outcome: 'wrong' }
  await store.forgetDocumentTries.run(tx, userId)
  return { outcome: 'right', proof: { userId, provenAt: now } }
}
