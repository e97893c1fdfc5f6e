/**
 * Asking guardians for a child: a link to each guardian's own address, answered by the guardian who is signed in. A no is recorded
 * at once; a yes waits for a second proof that a child cannot give (proof.ts), or stands on an identity check that was passed.
 */
import { assert } from '../../kernel/assert.ts'
import { userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import type { PageRequest } from '../../kernel/http/page.ts'
import { spendAttempt } from '../../kernel/http/limit.ts'
import { record } from '../audit/api.ts'
import { contactOf, findUserByContact, makeToken, readToken, userId } from '../identity/api.ts'
import { send } from '../messaging/api.ts'
import { findProfile, guardiansWith, requireOver, type DocumentProof } from '../profiles/api.ts'
import { lockChain } from './chain.ts'
import { recordYes, sayNo } from './decisions.ts'
import { errors } from './errors.ts'
import { deciderOf } from './gate.ts'
import { requestId } from './ids.ts'
import * as say from './messages.ts'
import { policyOf, type ProofMethod } from './policy.ts'
import { askForProof } from './proof.ts'
import * as store from './store/requests.ts'
import { ruleOf, showText, textShown, type ShownText } from './texts.ts'

export type ConsentRequest = store.RequestRow

export type Address = { readonly phone: string } | { readonly email: string }

const DAY_SECONDS = 24 * 3600

/**
 * Sends the question about a child: by the child to every guardian with `consent`, or to the one at `to`; by such a guardian to
 * themselves. A new question takes the place of an open one. Refuses `learner_decides`, `age_unknown`, `no_guardian`,
 * `own_address` (the child's own), `not_a_guardian`, `kernel.too_many_requests`, `kernel.not_found`. Audited. Not idempotent.
 */
export async function askConsent(
  ctx: Context,
  tx: Tx,
  subjectId: string,
  purposes: readonly string[],
  to?: Address,
): Promise<ConsentRequest[]> {
  const actorId = userIdOf(ctx.actor) ?? refuse(kernelErrors.sign_in_required)
  if (actorId !== subjectId && (await requireOver(ctx, tx, subjectId, 'consent')) !== 'guardian')
    refuse(kernelErrors.not_found)
  for (const purpose of purposes) {
    const decides = await deciderOf(ctx, tx, subjectId, purpose)
    if (decides === 'unknown') refuse(errors.age_unknown)
    if (decides === 'self') refuse(errors.learner_decides)
  }
  const guardians = await guardiansWith(ctx, tx, subjectId, 'consent')
  let asked = actorId === subjectId ? guardians : [actorId]
  if (to) {
    const found = await findUserByContact(ctx, tx, to)
    if (found === subjectId) refuse(errors.own_address)
    if (found === undefined || !guardians.includes(found)) refuse(errors.not_a_guardian)
    asked = [found]
  }
  if (asked.length === 0) refuse(errors.no_guardian)
  await spendAttempt(
    tx,
    `consent.requests about ${subjectId}`,
    policyOf(ctx).requestsDaily,
    DAY_SECONDS,
    ctx.clock.now(),
  )
  const made: ConsentRequest[] = []
  for (const guardianId of asked) made.push(await sendRequest(ctx, tx, subjectId, guardianId, actorId, purposes))
  return made
}

async function sendRequest(
  ctx: Context,
  tx: Tx,
  subjectId: string,
  guardianId: string,
  askedBy: string,
  purposes: readonly string[],
): Promise<ConsentRequest> {
  const address = await ownAddressOf(ctx, tx, guardianId, subjectId)
  const child = await findProfile(ctx, tx, subjectId)
  assert(child, 'whose age is known has a profile')
  const now = ctx.clock.now()
  const id = requestId.create(ctx.clock)
  const { token, hash } = makeToken(ctx, 'consent', [guardianId])
  await store.cancelOpen.run(tx, guardianId, subjectId, now)
  const expiresAt = now.add({ hours: 24 * policyOf(ctx).requestDays })
  const made = await store.insertRequest.one(
    tx, guardianId, id, subjectId, askedBy, [...new Set(purposes)], hash, now, expiresAt,
  ) // prettier-ignore
  await record(ctx, tx, {
    action: 'consent.requested',
    subject: { type: 'user', id: subjectId },
    after: { request_id: id, guardian_id: guardianId, purposes: purposes.join(' ') },
  })
  await send(ctx, tx, say.consentRequest, {
    ...address,
    values: { child: child.firstName, link: `${ctx.publicUrl}/consent/${token}` },
    subjectId: guardianId,
    about: { type: 'consent_request', id },
  })
  return made
}

/** Where the guardian reads alone: a proven e-mail address, else a proven number, and never one the child has too. */
async function ownAddressOf(ctx: Context, tx: Tx, guardianId: string, subjectId: string) {
  const guardian = await contactOf(ctx, tx, guardianId)
  const child = await contactOf(ctx, tx, subjectId)
  const { locale } = guardian
  if (guardian.email !== undefined && guardian.emailVerified && guardian.email !== child.email)
    return { channel: 'email', address: guardian.email, locale } as const
  if (guardian.phone !== undefined && guardian.phoneVerified && guardian.phone !== child.phone)
    return { channel: 'sms', address: guardian.phone, locale } as const
  return refuse(errors.own_address)
}

export interface ReadRequest {
  readonly request: ConsentRequest
  readonly childFirstName: string
  readonly questions: readonly { readonly text: ShownText; readonly proofs: readonly ProofMethod[] }[]
}

/** What the holder of a link sees. Refuses `request_invalid`, also once the child is gone. */
export async function readRequest(ctx: Context, tx: Tx, token: string): Promise<ReadRequest> {
  const { guardianId, hash } = tokenOf(ctx, token)
  const request = (await store.findByToken.first(tx, guardianId, hash)) ?? refuse(errors.request_invalid)
  const child = await findProfile(ctx, tx, request.subject_id)
  if (!child || request.state === 'cancelled') refuse(errors.request_invalid)
  const questions = request.purposes.map((purpose) => ({
    text: showText(ctx, purpose),
    proofs: ruleOf(ctx, purpose).proofs,
  }))
  return { request, childFirstName: child.firstName, questions }
}

export interface GuardianAnswer {
  readonly purpose: string
  readonly allowed: boolean
  readonly textSha256: string
}

/** How every yes of an answer is proven. */
export type Proof =
  { readonly method: 'card_charge' } | { readonly method: 'id_review'; readonly document?: DocumentProof | undefined }

/**
 * The guardian's answers, point by point. Each carries the hash of the text that was shown; one proof covers every yes. By
 * `id_review` (the checked document's number was typed, document.ts) a yes is recorded now, by `card_charge` once the charge succeeded: until then the request is `proving`. Answered
 * again before that, the newer answers count. Refuses `request_invalid`, `request_expired`, `request_answered`, `not_for_you`
 * (somebody else is signed in, the child say), `kernel.not_found` (no longer a guardian), `not_asked`, `text_changed`,
 * `proof_not_offered`, `identity_check_needed`, `document_number_needed`. Audited.
 */
export async function answerRequest(
  ctx: Context,
  tx: Tx,
  token: string,
  answers: readonly GuardianAnswer[],
  by: Proof,
): Promise<ConsentRequest> {
  const { method } = by
  const { guardianId, hash } = tokenOf(ctx, token)
  const request = (await store.lockByToken.first(tx, guardianId, hash)) ?? refuse(errors.request_invalid)
  const { subject_id: subjectId, id } = request
  if (userIdOf(ctx.actor) !== guardianId) refuse(errors.not_for_you)
  if (request.state === 'cancelled') refuse(errors.request_invalid)
  if (request.state === 'decided') refuse(errors.request_answered)
  if (isOver(ctx, request)) refuse(errors.request_expired)
  if ((await requireOver(ctx, tx, subjectId, 'consent')) !== 'guardian') refuse(kernelErrors.not_found)
  if (new Set(answers.map(({ purpose }) => purpose)).size < answers.length) refuse(kernelErrors.invalid_input)
  const yes: { purpose: string; text: ShownText }[] = []
  const no: string[] = []
  for (const { purpose, allowed, textSha256 } of answers) {
    if (!request.purposes.includes(purpose)) refuse(errors.not_asked)
    const text = textShown(ctx, purpose, textSha256)
    if ((await deciderOf(ctx, tx, subjectId, purpose)) !== 'guardians') refuse(errors.learner_decides)
    if (!allowed) no.push(purpose)
    else if (ruleOf(ctx, purpose).proofs.includes(method)) yes.push({ purpose, text })
    else refuse(errors.proof_not_offered)
  }
  await sayNo(ctx, tx, subjectId, no)
  const now = ctx.clock.now()
  if (yes.length === 0) await store.decide.run(tx, guardianId, id, null, now)
  else if (by.method === 'card_charge') await askForProof(ctx, tx, request, yes)
  else {
    const guardian = await findProfile(ctx, tx, guardianId)
    if (guardian?.identityCheck !== 'passed') refuse(errors.identity_check_needed)
    if (by.document?.userId !== guardianId)
      refuse(errors.document_number_needed, {}, { document_number: errors.document_number_needed })
    await lockChain(tx, subjectId)
    const proof = `document of the identity check of ${userId.wire(guardianId)}`
    for (const { purpose, text } of yes)
      await recordYes(ctx, tx, {
        subjectId,
        purpose,
        decidedBy: guardianId,
        decidedAs: 'guardian',
        text,
        method,
        proof,
      })
    await store.decide.run(tx, guardianId, id, method, now)
  }
  await record(ctx, tx, {
    action: 'consent.answered',
    subject: { type: 'user', id: subjectId },
    after: { request_id: id, method, allowed: yes.map(({ purpose }) => purpose).join(' '), refused: no.join(' ') },
  })
  return store.findRequest.one(tx, guardianId, id)
}

/** The questions put to the signed-in guardian, newest first; at most 50. */
export async function requestsTo(tx: Tx, guardianId: string): Promise<ConsentRequest[]> {
  return store.requestsTo.all(tx, guardianId, 50)
}

/** One of them. Refuses `request_invalid`. */
export async function requestTo(tx: Tx, guardianId: string, id: string): Promise<ConsentRequest> {
  return (await store.findRequest.first(tx, guardianId, id)) ?? refuse(errors.request_invalid)
}

/** The questions about a child, newest first; at most 50. */
export async function requestsAbout(tx: Tx, subjectId: string): Promise<ConsentRequest[]> {
  return store.requestsAbout.all(tx, subjectId, 50)
}

/** Marks links whose time is over, a batch at a time until none is left. */
export async function expireRequests(ctx: Context, tx: Tx): Promise<void> {
  const batch = 500
  while ((await store.expireRequests.run(tx, ctx.clock.now(), batch)) === batch);
}

/** The time of the link is over. A request that was answered in time waits for its proof beyond that. */
export function isOver(ctx: Context, request: ConsentRequest): boolean {
  return request.state === 'expired' || Temporal.Instant.compare(ctx.clock.now(), request.expires_at) >= 0
}

function tokenOf(ctx: Context, token: string): { guardianId: string; hash: string } {
  const read = readToken(ctx, 'consent', token, 1) ?? refuse(errors.request_invalid)
  return { guardianId: read.ids[0]!, hash: read.hash }
}

/** Questions that wait for an answer, those that run out first; one more than the page. */
export function listWaiting(ctx: Context, tx: Tx, page: PageRequest): Promise<ConsentRequest[]> {
  return store.listWaiting.all(tx, ctx.clock.now(), page.after?.[0], page.after?.[1], page.limit + 1)
}
