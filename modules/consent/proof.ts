/**
 * The second proof by card: a small charge that a grown-up pays on the provider's page, given back at once whatever becomes of
 * the answers. The money proves the answers that wait on the request when it arrives; nothing else does.
 */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { uuidFrom } from '../../kernel/ids.ts'
import type { Transact } from '../../kernel/jobs/job.ts'
import { isActive } from '../identity/api.ts'
import {
  getPayment,
  leftToRefund,
  openCheckout,
  paymentIds,
  requestCharge,
  requestRefund,
  unappliedAccount,
  type Checkout,
} from '../payments/api.ts'
import { guardiansWith } from '../profiles/api.ts'
import { lockChain } from './chain.ts'
import { recordYes } from './decisions.ts'
import { errors } from './errors.ts'
import { deciderOf } from './gate.ts'
import { requestId } from './ids.ts'
import { policyOf } from './policy.ts'
import { latestOf } from './store/records.ts'
import * as store from './store/requests.ts'
import { countingText, type ShownText } from './texts.ts'

/** What payments are told the charge is for. */
const PROOF = 'consent.proof'

const ORIGIN = 'consent.request.origin'
const REFUND_ATTEMPTS_MAX = 6
const REFUND_AGAIN = { hours: 6 } as const

/** Keeps the answers with the request and asks for the charge; one that can still be paid is asked for once. */
export async function askForProof(
  ctx: Context,
  tx: Tx,
  request: store.RequestRow,
  yes: readonly { readonly purpose: string; readonly text: ShownText }[],
): Promise<void> {
  const { guardian_id: guardianId, id } = request
  const earlier = request.payment_id && (await getPayment(tx, guardianId, request.payment_id))
  const payable = earlier && (earlier.state === 'created' || earlier.state === 'opened')
  const attempt = payable ? request.attempt : request.attempt + 1
  const paymentId = uuidFrom('consent.proof', id, String(attempt))
  const back = `${ctx.publicUrl}/consents/requests/${requestId.wire(id)}`
  await requestCharge(ctx, tx, {
    id: paymentId,
    owner: guardianId,
    purpose: PROOF,
    reference: id,
    amount_minor: policyOf(ctx).proofChargeMinor,
    payer: { user_id: guardianId },
    success_url: back,
    error_url: back,
  })
  await store.insertProof.run(tx, guardianId, paymentId, id, ctx.clock.now())
  const answers = Object.fromEntries(yes.map(({ purpose, text }) => [purpose, text.sha256]))
  const origin = ctx.origin ? await ctx.vault.seal(tx, guardianId, ORIGIN, JSON.stringify(ctx.origin)) : null
  await store.answer.run(tx, guardianId, id, JSON.stringify(answers), origin, paymentId, attempt, ctx.clock.now())
}

/**
 * Gives the page to pay on. Call it with no transaction open. Refuses `request_invalid`, `nothing_to_prove`, and what
 * `openCheckout` refuses. Safe to repeat.
 */
export async function openProof(ctx: Context, transact: Transact, guardianId: string, id: string): Promise<Checkout> {
  const request = await transact((tx) => store.findRequest.first(tx, guardianId, id))
  if (!request) refuse(errors.request_invalid)
  if (request.state !== 'proving' || request.payment_id === null) refuse(errors.nothing_to_prove)
  // A wallet is on the phone that a child may have in hand.
  return openCheckout(ctx, transact, request.payment_id, { cards_only: true })
}

interface Told {
  readonly owner_id: string
  readonly payment_id: string
  readonly purpose: string
  readonly reference: string
}

/**
 * The charge succeeded: its money goes back, and the answers that wait on it are recorded, once. Not recorded when the guardian
 * lost the right meanwhile, a text's new major version came into force, or the provider has taken the money back already: the
 * request then says why. Safe to repeat.
 */
export async function takeProof(ctx: Context, tx: Tx, paid: Told): Promise<void> {
  if (paid.purpose !== PROOF) return
  const request = await store.lockRequest.first(tx, paid.owner_id, paid.reference)
  const proof = await store.lockProof.first(tx, paid.owner_id, paid.payment_id)
  if (!request || !proof || proof.paid_at !== null) return
  await store.notePaid.run(tx, paid.owner_id, paid.payment_id, ctx.clock.now())
  const came = await refund(ctx, tx, { ...proof, refund_attempts: 1 })
  const waiting = request.state === 'proving' || request.state === 'open'
  if (!waiting || request.payment_id !== paid.payment_id) return
  if (came) await recordAnswers(ctx, tx, request)
  else await store.reopen.run(tx, paid.owner_id, request.id, 'disputed')
}

async function recordAnswers(ctx: Context, tx: Tx, request: store.RequestRow): Promise<void> {
  const { guardian_id: guardianId, subject_id: subjectId, id } = request
  const entitled =
    (await isActive(tx, guardianId)) && (await guardiansWith(ctx, tx, subjectId, 'consent')).includes(guardianId)
  const now = ctx.clock.now()
  if (!entitled) {
    await store.reopen.run(tx, guardianId, id, 'not_entitled')
    return
  }
  const sealed = request.sealed_origin
  const origin = sealed ? await ctx.vault.open(tx, guardianId, ORIGIN, sealed) : undefined
  await lockChain(tx, subjectId)
  let changed = false
  for (const [purpose, hash] of Object.entries(request.answers!)) {
    // Whoever said no since the answer meant it.
    if (await saidNoSince(tx, subjectId, purpose, guardianId, request.answered_at!)) continue
    const text = countingText(ctx, purpose, hash)
    if (!text || (await deciderOf(ctx, tx, subjectId, purpose)) !== 'guardians') {
      changed = true
      continue
    }
    await recordYes(ctx, tx, {
      subjectId,
      purpose,
      decidedBy: guardianId,
      decidedAs: 'guardian',
      text,
      method: 'card_charge',
      proof: paymentIds.wire(request.payment_id!),
      ...(origin ? { origin: JSON.parse(origin) as { ip: string; userAgent: string } } : {}),
    })
  }
  if (changed) await store.reopen.run(tx, guardianId, id, 'text_changed')
  else await store.decide.run(tx, guardianId, id, 'card_charge', now)
}

async function saidNoSince(
  tx: Tx,
  subjectId: string,
  purpose: string,
  guardianId: string,
  since: Temporal.Instant,
): Promise<boolean> {
  const own = (await latestOf.all(tx, subjectId, purpose)).find(({ decided_by }) => decided_by === guardianId)
  const no = own?.decision === 'refused' || own?.decision === 'withdrawn'
  return no && Temporal.Instant.compare(own.at, since) > 0
}

/** An attempt was declined: the page stays open, the request says it. */
export async function noteDeclined(tx: Tx, told: Told): Promise<void> {
  if (told.purpose === PROOF)
    await ifWaiting(tx, told, (id) => store.noteTrouble.run(tx, told.owner_id, id, 'declined'))
}

/** Nobody paid in time, or another amount came: the guardian may answer again while the link is good. */
export async function noteUnpaid(tx: Tx, told: Told, trouble: 'not_paid' | 'disputed'): Promise<void> {
  if (told.purpose === PROOF) await ifWaiting(tx, told, (id) => store.reopen.run(tx, told.owner_id, id, trouble))
}

async function ifWaiting(tx: Tx, told: Told, act: (id: string) => Promise<unknown>): Promise<void> {
  const request = await store.lockRequest.first(tx, told.owner_id, told.reference)
  if (request?.payment_id === told.payment_id) await act(request.id)
}

export async function noteRefunded(tx: Tx, told: Told): Promise<void> {
  if (told.purpose === PROOF) await store.noteRefunded.run(tx, told.owner_id, told.payment_id)
}

/** The provider would not give it back: it is asked again a few times, then staff see it in the checks of health. */
export async function noteRefundFailed(ctx: Context, tx: Tx, told: Told): Promise<void> {
  if (told.purpose === PROOF)
    await store.noteRefundFailed.run(tx, told.owner_id, told.payment_id, ctx.clock.now().add(REFUND_AGAIN))
}

/** Asks again for refunds that failed. */
export async function refundAgain(ctx: Context, tx: Tx): Promise<void> {
  for (const proof of await store.claimRefunds.all(tx, ctx.clock.now(), REFUND_ATTEMPTS_MAX, 100))
    await refund(ctx, tx, proof)
}

export async function stuckRefunds(tx: Tx): Promise<number> {
  return (await store.stuckRefunds.one(tx, REFUND_ATTEMPTS_MAX)).stuck
}

/** Sends the charge back; false when nothing of it is left to send, because it went back some other way. */
async function refund(ctx: Context, tx: Tx, proof: store.ProofRow): Promise<boolean> {
  const { guardian_id: owner, payment_id } = proof
  if ((await leftToRefund(tx, owner, payment_id)) <= 0n) {
    await store.noteRefunded.run(tx, owner, payment_id)
    return false
  }
  const payment = await getPayment(tx, owner, payment_id)
  await requestRefund(ctx, tx, {
    id: uuidFrom('consent.proof_refund', payment_id, String(proof.refund_attempts)),
    owner,
    payment_id,
    from: unappliedAccount(payment),
    reason: 'The charge proved that a guardian answered; it is returned at once.',
  })
  return true
}
