/**
 * Adding to a person's chain: the head is locked, so that of ten who decide at once each follows the one before. A record's hash
 * covers all it says and the hash before; we sign the hash, so that whoever rewrote the database could not do it unseen.
 */
import { randomBytes } from 'node:crypto'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { signText } from '../../kernel/signing.ts'
import { record } from '../audit/api.ts'
import { userId } from '../identity/api.ts'
import { signers } from './config.ts'
import { recordId, textId } from './ids.ts'
import { detailsHash, hashOf, type Decision, type Details, type RecordBody } from './rules.ts'
import * as store from './store/records.ts'
import { keepText, type ShownText } from './texts.ts'

export type ConsentRecord = store.RecordRow

export interface NewRecord {
  readonly subjectId: string
  readonly purpose: string
  readonly decision: Decision
  readonly decidedBy: string
  readonly decidedAs: 'self' | 'guardian'
  readonly text: ShownText | undefined
  readonly method: 'in_app' | 'card_charge' | 'id_review' | 'link_ended' | 'came_of_age' | 'restored'
  readonly proof?: string | undefined
  /** Where the decision came from, when it was made in an earlier request. */
  readonly origin?: { readonly ip: string; readonly userAgent: string } | undefined
}

const DETAILS = 'consent.record.details'
const DEVICE_MAX = 200

/** Locks the chain, so that what is read of it now stays true until the transaction ends. */
export async function lockChain(tx: Tx, subjectId: string): Promise<void> {
  await store.startChain.run(tx, subjectId)
  await store.lockChain.one(tx, subjectId)
}

/** Adds one record to the end of the subject's chain. Audited. Not idempotent: each call is one decision. */
export async function append(ctx: Context, tx: Tx, added: NewRecord): Promise<ConsentRecord> {
  const { subjectId, purpose, decision, decidedBy, decidedAs, text, method } = added
  if (text) await keepText(ctx, tx, text)
  await store.startChain.run(tx, subjectId)
  const head = await store.lockChain.one(tx, subjectId)
  const origin = added.origin ?? ctx.origin
  const details: Details | undefined = origin && {
    salt: randomBytes(16).toString('hex'),
    ip: origin.ip,
    device: origin.userAgent.slice(0, DEVICE_MAX),
  }
  const id = recordId.create(ctx.clock)
  // To the millisecond: what a receipt shows is what the database gives back.
  const at = Temporal.Instant.fromEpochMilliseconds(ctx.clock.now().epochMilliseconds)
  const row = {
    subject_id: subjectId,
    seq: head.length + 1,
    id,
    purpose,
    decision,
    decided_by: decidedBy,
    decided_as: decidedAs,
    text_id: text?.id ?? null,
    text_sha256: text?.sha256 ?? null,
    text_language: text?.language ?? null,
    text_country: text?.country ?? null,
    major: text?.major ?? null,
    minor: text?.minor ?? null,
    method,
    proof: added.proof ?? null,
    at,
    details_hash: details ? detailsHash(details) : null,
    prev_hash: head.head_hash,
  }
  const hash = hashOf(bodyOf(ctx.product.name, row))
  const { signature, key_id } = signText(signers(ctx), hash)
  const sealed = details ? await ctx.vault.seal(tx, decidedBy, DETAILS, JSON.stringify(details)) : null
  const written = await store.insertRecord.one(
    tx, subjectId, row.seq, id, purpose, decision, decidedBy, decidedAs, row.text_id, row.text_sha256, row.text_language,
    row.text_country, row.major, row.minor, method, row.proof, at, row.details_hash, sealed, row.prev_hash, hash, signature,
    key_id,
  ) // prettier-ignore
  await store.advanceChain.run(tx, subjectId, hash)
  await record(ctx, tx, {
    action: `consent.${decision}`,
    subject: { type: 'user', id: subjectId },
    after: {
      record_id: id,
      purpose,
      decided_by: decidedBy,
      decided_as: decidedAs,
      method,
      text_sha256: row.text_sha256,
    },
  })
  return written
}

/** What the hash of a record is of. */
export function bodyOf(
  product: string,
  row: Omit<store.RecordRow, 'hash' | 'signature' | 'key_id' | 'sealed_details'>,
): RecordBody {
  return {
    v: 1,
    product,
    subject: userId.wire(row.subject_id),
    seq: row.seq,
    id: recordId.wire(row.id),
    purpose: row.purpose,
    decision: row.decision,
    decided_by: userId.wire(row.decided_by),
    decided_as: row.decided_as,
    text:
      row.text_id === null
        ? null
        : {
            id: textId.wire(row.text_id),
            sha256: row.text_sha256!,
            language: row.text_language!,
            country: row.text_country!,
            version: `${row.major!}.${row.minor!}`,
          },
    method: row.method,
    proof: row.proof,
    at: row.at.toString(),
    details_hash: row.details_hash,
    prev_hash: row.prev_hash,
  }
}

/** Where a decision came from; undefined once the decider was erased, and where it had no origin. */
export async function detailsOf(ctx: Context, tx: Tx, row: ConsentRecord): Promise<Details | undefined> {
  if (!row.sealed_details) return undefined
  const text = await ctx.vault.open(tx, row.decided_by, DETAILS, row.sealed_details)
  return text === undefined ? undefined : (JSON.parse(text) as Details)
}
