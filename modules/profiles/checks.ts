/** The verbs on identity checks: a person submits a document, staff review it. Seeing a document is on record. */
import { userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import type { PageOf, PageRequest } from '../../kernel/http/page.ts'
import { pageOf } from '../../kernel/http/page.ts'
import { record } from '../audit/api.ts'
import { latinDigits } from '../identity/api.ts'
import { errors } from './errors.ts'
import { correctDateOfBirth, getProfile, refuseField, type Profile } from './profiles.ts'
import { canonicalDocument, CHECK_NEXT, dateOfBirthProblem, type IdentityCheck } from './rules.ts'
import { todayOf } from './policy.ts'
import * as store from './store.ts'

export type DocumentKind = 'passport' | 'national_id' | 'birth_certificate'

/** A number as it was typed, in the digits of any script; undefined when it can be no document's. */
export function readNumber(typed: string): string | undefined {
  return canonicalDocument(latinDigits(typed))
}

/** The keyed hash a document is known by. */
export function documentIndex(ctx: Context, document: { kind: string; country: string }, number: string): string {
  return ctx.vault.blindIndex('identity document', `${document.country}/${document.kind}/${number}`)
}

/**
 * Submits a document for review, in place of an earlier one. Refuses `no_profile`, `document_invalid`, `check_not_now` once
 * the check is passed.
 */
export async function submitDocument(
  ctx: Context,
  tx: Tx,
  userId: string,
  input: { readonly kind: DocumentKind; readonly country: string; readonly number: string },
): Promise<Profile> {
  const number = readNumber(input.number) ?? refuseField('number', errors.document_invalid)
  const before = (await store.lockProfile.first(tx, userId)) ?? refuse(errors.no_profile)
  if (CHECK_NEXT[before.identity_check].submitted !== 'person') refuse(errors.check_not_now)
  const now = ctx.clock.now()
  const index = documentIndex(ctx, input, number)
  const sealed = await ctx.vault.seal(tx, userId, 'profiles.identity_document.number', number)
  await store.putDocument.run(tx, userId, input.kind, input.country, sealed, index, now)
  await store.setIdentityCheck.run(tx, userId, 'submitted', null, null, now)
  await record(ctx, tx, {
    action: 'profiles.identity_submitted',
    subject: { type: 'user', id: userId },
    before: { identity_check: before.identity_check },
    after: { identity_check: 'submitted', kind: input.kind, country: input.country },
  })
  return getProfile(ctx, tx, userId)
}

export interface Review {
  readonly profile: Profile
  readonly document: { kind: string; country: string; number: string; submittedAt: Temporal.Instant } | undefined
  /** The document has verified another account. */
  readonly documentTaken: boolean
}

/** What staff see of a check. Audited. Refuses `no_profile`. */
export async function reviewIdentity(ctx: Context, tx: Tx, userId: string): Promise<Review> {
  const profile = await getProfile(ctx, tx, userId)
  const row = await store.findDocument.first(tx, userId)
  const number = row && (await ctx.vault.open(tx, userId, 'profiles.identity_document.number', row.sealed_number))
  const claim = row && (await store.findClaim.first(tx, row.number_index))
  await record(ctx, tx, { action: 'profiles.identity_viewed', subject: { type: 'user', id: userId } })
  return {
    profile,
    document:
      row && number !== undefined
        ? { kind: row.kind, country: row.country, number, submittedAt: row.submitted_at }
        : undefined,
    documentTaken: claim !== undefined && claim.user_id !== userId,
  }
}

/**
 * Staff take the check a step further; `dateOfBirth` is what the document says, where it differs. A passed document is the
 * proof of this account and of no other. Refuses `own_check`, `no_profile`, `check_not_now`, `document_taken`. Audited.
 */
export async function decideIdentity(
  ctx: Context,
  tx: Tx,
  userId: string,
  decision: {
    readonly status: IdentityCheck
    readonly note?: string | undefined
    readonly dateOfBirth?: Temporal.PlainDate | undefined
  },
): Promise<Profile> {
  if (userIdOf(ctx.actor) === userId) refuse(errors.own_check)
  const before = (await store.lockProfile.first(tx, userId)) ?? refuse(errors.no_profile)
  const { status, dateOfBirth } = decision
  // The same decision again is no further step.
  if (before.identity_check !== status && CHECK_NEXT[before.identity_check][status] !== 'staff')
    refuse(errors.check_not_now)
  const now = ctx.clock.now()
  const document = await store.findDocument.first(tx, userId)
  if (document && status === 'passed') {
    const claimed = await store.claimDocument.run(tx, document.number_index, userId, now)
    if (claimed === 0 && (await store.findClaim.first(tx, document.number_index))?.user_id !== userId)
      refuse(errors.document_taken)
  }
  if (document && status === 'required') await store.releaseClaim.run(tx, document.number_index, userId)
  if (dateOfBirth && !dateOfBirth.equals(before.date_of_birth)) {
    const problem = dateOfBirthProblem(dateOfBirth, todayOf(ctx))
    if (problem) refuseField('date_of_birth', errors[problem])
    await correctDateOfBirth(ctx, tx, before, dateOfBirth, 0)
  }
  await store.setIdentityCheck.run(tx, userId, status, decision.note, userIdOf(ctx.actor), now)
  await record(ctx, tx, {
    action: 'profiles.identity_decided',
    subject: { type: 'user', id: userId },
    before: { identity_check: before.identity_check },
    after: { identity_check: status },
    ...(decision.note === undefined ? {} : { reason: decision.note }),
  })
  return getProfile(ctx, tx, userId)
}

/** People whose document waits for review, the longest first. */
export async function listSubmitted(
  tx: Tx,
  page: PageRequest,
): Promise<PageOf<{ user_id: string; updated_at: Temporal.Instant }>> {
  const [since, userId] = page.after ?? ['0001-01-01T00:00:00Z', '00000000-0000-0000-0000-000000000000']
  const rows = await store.submittedChecks.all(tx, since, userId, page.limit + 1)
  return pageOf(
    rows,
    page,
    (row) => [row.updated_at, row.user_id],
    (row) => row,
  )
}
