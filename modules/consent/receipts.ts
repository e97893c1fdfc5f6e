/**
 * Receipts: a record of the chain as a file a person keeps, with the text exactly as it was shown. Whoever holds one can check it
 * here, by the command, or by themselves: README.md says how.
 */
import { userIdOf, type Context } from '../../kernel/context.ts'
import { sha256 } from '../../kernel/crypto.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { isKeyOfOurs, publicKeyOf, signedByUs } from '../../kernel/signing.ts'
import { requireOver } from '../profiles/api.ts'
import { bodyOf, detailsOf } from './chain.ts'
import { signers } from './config.ts'
import { errors } from './errors.ts'
import { recordId, textId } from './ids.ts'
import { detailsHash, GENESIS, hashOf, type Details, type RecordBody } from './rules.ts'
import * as store from './store/records.ts'

export const FORMAT = 'teranga-consent-receipt/1'

export interface Receipt {
  readonly format: typeof FORMAT
  readonly record: RecordBody
  /** SHA-256 over `record` as canonical JSON. */
  readonly hash: string
  /** Ed25519 over the hexadecimal text of `hash`, base64url. */
  readonly signature: string
  readonly key_id: string
  /** SPKI, base64; of the key that signs now. */
  readonly public_key: string
  /** Exactly what was shown; null where nothing had to be read (taking back needs no text). */
  readonly text: { readonly title: string; readonly body: string } | null
  /** Where the decision came from, for whoever made it. */
  readonly details: Details | null
}

/**
 * The receipt of one record, for whoever decided and for those who may see the subject. Refuses `receipt_unknown`,
 * `kernel.not_found`.
 */
export async function receiptOf(ctx: Context, tx: Tx, id: string): Promise<Receipt> {
  const row = (await store.findRecord.first(tx, id)) ?? refuse(errors.receipt_unknown)
  const mine = userIdOf(ctx.actor) === row.decided_by
  if (!mine) await requireOver(ctx, tx, row.subject_id, 'view')
  const text = row.text_id === null ? undefined : await store.findText.first(tx, row.text_id)
  const keys = signers(ctx)
  return {
    format: FORMAT,
    record: bodyOf(ctx.product.name, row),
    hash: row.hash,
    signature: row.signature,
    key_id: row.key_id,
    public_key: publicKeyOf(keys),
    text: text ? { title: text.title, body: text.body } : null,
    details: (mine ? await detailsOf(ctx, tx, row) : undefined) ?? null,
  }
}

export interface Verification {
  readonly valid: boolean
  readonly checks: {
    /** The hash is of what the receipt says. */
    readonly hash: boolean
    /** The text is the one whose hash was agreed to. */
    readonly text: boolean
    /** The details are those the record was made with, or are left out. */
    readonly details: boolean
    /** We signed it, and the key it names is ours. */
    readonly signature: boolean
    /** The register holds exactly this record. */
    readonly recorded: boolean
    /** And it stands where it stood: the one before it is unchanged. */
    readonly chain: boolean
  }
}

/** Checks a receipt by itself and against the register. */
export async function verifyReceipt(ctx: Context, tx: Tx, receipt: Receipt): Promise<Verification> {
  const { record, hash, signature, key_id, text, details } = receipt
  const row = await findByWire(tx, record.id)
  const before = row && row.seq > 1 ? await store.findAt.first(tx, row.subject_id, row.seq - 1) : undefined
  const beforeHash = row?.seq === 1 ? GENESIS : before && hashOf(bodyOf(ctx.product.name, before))
  const checks = {
    hash: hashOf(record) === hash,
    text: record.text === null ? text === null : text !== null && (await isShown(tx, record.text, text)),
    details: details === null || detailsHash(details) === record.details_hash,
    signature: signedByUs(signers(ctx), hash, key_id, signature) && isKeyOfOurs(signers(ctx), receipt.public_key),
    recorded: row !== undefined && row.hash === hash && hashOf(bodyOf(ctx.product.name, row)) === hash,
    chain: row !== undefined && beforeHash === row.prev_hash,
  }
  return { valid: Object.values(checks).every(Boolean), checks }
}

/** The text is the one agreed to, under the title it had: the hash is of the words below it alone. */
async function isShown(
  tx: Tx,
  agreed: NonNullable<RecordBody['text']>,
  { title, body }: { readonly title: string; readonly body: string },
): Promise<boolean> {
  const kept = await store.findText.first(tx, textId.parse(agreed.id))
  return sha256(body) === agreed.sha256 && kept?.sha256 === agreed.sha256 && kept.title === title
}

async function findByWire(tx: Tx, wire: string): Promise<store.RecordRow | undefined> {
  return store.findRecord.first(tx, recordId.parse(wire))
}
