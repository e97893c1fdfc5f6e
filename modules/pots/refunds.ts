/**
 * Money back to donors: one gift at a time, claimed once, from where it lies. Staff ask and others of staff decide; deadlines
 * and failed pots need nobody. What the provider turns down stays visible and is tried again.
 */
import { present } from '../../kernel/assert.ts'
import { userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { emit } from '../../kernel/events/event.ts'
import { enqueue } from '../../kernel/jobs/job.ts'
import type { PageRequest } from '../../kernel/http/page.ts'
import { record } from '../audit/api.ts'
import { requestRefund, takenFor, unappliedAccount } from '../payments/api.ts'
import { potAccount } from './accounts.ts'
import { errors } from './errors.ts'
import { giftRefunded } from './events.ts'
import { lockGift } from './gifts.ts'
import { refundIdOf, refundRequestId, type GiftId, type PotId, type RefundRequestId } from './ids.ts'
import { refundGift } from './jobs.ts'
import { refundSent } from './messages.ts'
import { addToTotal } from './money.ts'
import { potsPolicy } from './policy.ts'
import { AMOUNT_DIFFERS, refundableFrom } from './rules.ts'
import { expirePot, weighPot } from './shortfall.ts'
import type { GiftRow } from './store/gifts.ts'
import * as gifts from './store/gifts.ts'
import type { PotRow } from './store/pots.ts'
import * as pots from './store/pots.ts'
import type { RefundReason, RefundRequestRow } from './store/refunds.ts'
import * as store from './store/refunds.ts'
import { giftLink, tellDonor } from './telling.ts'
import { note } from './timeline.ts'

export type RefundRequest = RefundRequestRow

/**
 * Sets the refund of one gift going. The caller holds the pot and the gift. Refuses `pots.gift_spent` and
 * `pots.not_refundable`. The totals follow at once: what is on its way back is no longer in the pot.
 */
export async function giveBack(ctx: Context, tx: Tx, pot: PotRow, gift: GiftRow, reason: string): Promise<void> {
  refuseSpent(pot, gift)
  const from = refundableFrom(gift) ?? refuse(errors.not_refundable)
  const { owner_id, id, payment_id, currency, amount_minor } = gift
  const refund = refundIdOf(id, gift.refund_attempts + 1)
  const claimed = await gifts.startRefund.run(tx, owner_id, id, refund, reason, ctx.clock.now())
  if (claimed === 0) refuse(errors.not_refundable)
  if (from === 'pot' && gift.status === 'received') await addToTotal(tx, pot, { raised: -amount_minor, gifts: -1 })
  if (from === 'pot' && gift.status === 'refund_failed') await addToTotal(tx, pot, { set_aside: -amount_minor })
  await requestRefund(ctx, tx, {
    id: refund,
    owner: owner_id,
    payment_id,
    from: from === 'pot' ? potAccount(pot) : unappliedAccount({ owner_id, id: payment_id, currency }),
    reason,
  })
  await note(ctx, tx, pot, 'refunding', { gift: id, turn: refund, detail: { reason } })
  await record(ctx, tx, {
    action: 'pots.gift_refund_started',
    subject: { type: 'gift', id },
    before: { status: gift.status },
    after: { status: 'refunding', refund_id: refund, amount_minor, from },
    reason,
  })
  await weighPot(ctx, tx, owner_id, pot.id)
}

/** A gift that became part of the pack is gone; one whose refund failed was set aside and is not. */
function refuseSpent(pot: PotRow, gift: GiftRow): void {
  if (gift.status === 'received' && pot.voucher_id !== null) refuse(errors.gift_spent)
}

/** Refunds one gift if there is still something to refund; for jobs. Safe to repeat. */
export async function refundIfOwed(ctx: Context, tx: Tx, owner: string, id: string, reason: string): Promise<void> {
  const found = await lockGift(tx, owner, id)
  if (!found) return
  const { pot, gift } = found
  const spent = gift.status === 'received' && pot.voucher_id !== null
  if (spent || refundableFrom(gift) === undefined) return
  await giveBack(ctx, tx, pot, gift, gift.status === 'refund_failed' ? (gift.refund_reason ?? reason) : reason)
}

const BATCH = 200

/**
 * Sets the refund of every gift in an expired pot going, each in a job of its own, in batches; gives the last one seen while
 * there may be more. Safe to repeat.
 */
export async function refundAll(
  ctx: Context,
  tx: Tx,
  given: { owner_id: string; pot_id: string; reason: string; after: string },
): Promise<string | undefined> {
  const { owner_id, pot_id, reason, after } = given
  const received = await gifts.listReceived.all(tx, owner_id, pot_id, after, BATCH)
  for (const { id } of received)
    await enqueue(ctx, tx, refundGift, { owner_id, gift_id: id, reason }, { key: `pots.refund_gift:${id}` })
  return received.length === BATCH ? received.at(-1)!.id : undefined
}

interface RefundNews {
  readonly owner_id: string
  /** The gift. */
  readonly reference: string
  readonly refund_id: string
}

/** The donor has the money back. Safe to repeat; news of another refund than the gift's own is ignored. */
export async function noteRefunded(
  ctx: Context,
  tx: Tx,
  news: RefundNews & { readonly amount_minor: string },
): Promise<void> {
  const found = await lockGift(tx, news.owner_id, news.reference)
  if (!found) return
  const { pot, gift } = found
  const now = ctx.clock.now()
  if ((await gifts.finishRefund.run(tx, gift.owner_id, gift.id, news.refund_id, now)) === 0) return
  const reason = present(gift.refund_reason, 'a refund has a reason')
  // All that came goes back, which is another amount than the gift's where the provider took another one.
  const amount_minor = BigInt(news.amount_minor)
  await note(ctx, tx, pot, 'refunded', { gift: gift.id, detail: { reason } })
  await emit(ctx, tx, giftRefunded, {
    pot_id: pot.id,
    owner_id: gift.owner_id,
    at: now.toString(),
    gift_id: gift.id,
    reason,
    amount_minor: news.amount_minor,
    currency: gift.currency,
  })
  await record(ctx, tx, {
    action: 'pots.gift_refunded',
    subject: { type: 'gift', id: gift.id },
    after: { refund_id: news.refund_id, amount_minor },
    reason,
  })
  await tellDonor(ctx, tx, pot, gift, refundSent, (say) => ({
    honoree: pot.honoree_name,
    amount: say.amount(amount_minor),
    link: giftLink(ctx, gift.id),
  }))
  if (pot.status === 'expired' && (await gifts.countOwed.one(tx, pot.owner_id, pot.id)).owed === 0n)
    await note(ctx, tx, pot, 'refunds_done')
}

/** The provider said no: the money is back where it lay, set aside, and the refund is tried again or left to staff. */
export async function noteRefundFailed(ctx: Context, tx: Tx, news: RefundNews & { reason: string }): Promise<void> {
  const found = await lockGift(tx, news.owner_id, news.reference)
  if (!found) return
  const { pot, gift } = found
  const { refund_attempts_max, refund_retry_hours } = potsPolicy(ctx)
  const retryAt = gift.refund_attempts < refund_attempts_max ? ctx.clock.now().add({ hours: refund_retry_hours }) : null
  const failed = await gifts.failRefund.run(tx, gift.owner_id, gift.id, news.refund_id, news.reason, retryAt)
  if (failed === 0) return
  if (gift.applied_at !== null) await addToTotal(tx, pot, { set_aside: gift.amount_minor })
  await note(ctx, tx, pot, 'refund_failed', { gift: gift.id, turn: news.refund_id })
  await record(ctx, tx, {
    action: 'pots.gift_refund_failed',
    subject: { type: 'gift', id: gift.id },
    after: { refund_id: news.refund_id, attempts: gift.refund_attempts, retry_at: retryAt?.toString() ?? null },
    reason: news.reason,
  })
  if (retryAt === null)
    ctx.log.error({ gift_id: gift.id, reason: news.reason }, 'a refund was given up; staff must look')
}

interface Asking {
  readonly reason: RefundReason
  readonly note: string
}

/**
 * Staff ask for the refund of one gift; somebody else decides. A second request while one waits is that one. Refuses
 * `pots.gift_spent`, `pots.not_refundable`. Audited.
 */
export async function requestGiftRefund(ctx: Context, tx: Tx, id: GiftId, asking: Asking): Promise<RefundRequest> {
  const found = (await gifts.findGiftById.first(tx, id)) ?? refuse(kernelErrors.not_found)
  const { pot, gift } = present(await lockGift(tx, found.owner_id, id), 'the gift was just there')
  refuseSpent(pot, gift)
  if (refundableFrom(gift) === undefined) refuse(errors.not_refundable)
  await insertRequest(ctx, tx, pot, id, asking)
  return await store.findPendingForGift.one(tx, pot.owner_id, id)
}

/**
 * Staff ask for the refund of a whole pot, which ends it; somebody else decides. Refuses `pots.pot_spent` once the pack is
 * bought, `pots.not_refundable` when there is nothing to refund. Audited.
 */
export async function requestPotRefund(ctx: Context, tx: Tx, id: PotId, asking: Asking): Promise<RefundRequest> {
  const found = (await pots.findPotById.first(tx, id)) ?? refuse(kernelErrors.not_found)
  const pot = await pots.lockPot.one(tx, found.owner_id, id)
  refusePotRefund(pot)
  await insertRequest(ctx, tx, pot, null, asking)
  return await store.findPendingForPot.one(tx, pot.owner_id, id)
}

function refusePotRefund(pot: PotRow): void {
  if (pot.voucher_id !== null) refuse(errors.pot_spent)
  if (pot.status !== 'open' && pot.status !== 'funded') refuse(errors.not_refundable)
}

async function insertRequest(ctx: Context, tx: Tx, pot: PotRow, gift: string | null, asking: Asking): Promise<void> {
  const { reason, note: why } = asking
  const id = refundRequestId.create(ctx.clock)
  const by = present(userIdOf(ctx.actor), 'a person asks')
  const fresh = await store.insertRequest.run(tx, pot.owner_id, id, pot.id, gift, reason, why, by, ctx.clock.now())
  await record(ctx, tx, {
    action: fresh === 1 ? 'pots.refund_requested' : 'pots.refund_requested_again',
    subject: gift ? { type: 'gift', id: gift } : { type: 'pot', id: pot.id },
    after: { reason },
    reason: why,
  })
}

/**
 * Another member of staff decides. Yes: the gift is refunded, or the pot ends and every gift of it is. Refuses
 * `pots.second_person_needed` to whoever asked, `pots.already_decided`, and what has become impossible since. Audited.
 */
export async function decideRefund(
  ctx: Context,
  tx: Tx,
  id: RefundRequestId,
  decision: { readonly approved: boolean; readonly note: string },
): Promise<RefundRequest> {
  const request = (await store.findRequest.first(tx, id)) ?? refuse(kernelErrors.not_found)
  const by = present(userIdOf(ctx.actor), 'a person decides')
  if (request.requested_by === by) refuse(errors.second_person_needed)
  const { owner_id, pot_id, gift_id } = request
  const status = decision.approved ? 'approved' : 'rejected'
  const pot = await pots.lockPot.one(tx, owner_id, pot_id)
  const decided = await store.decide.run(tx, owner_id, id, status, by, ctx.clock.now(), decision.note)
  if (decided === 0) refuse(errors.already_decided)
  await record(ctx, tx, {
    action: `pots.refund_${status}`,
    subject: gift_id ? { type: 'gift', id: gift_id } : { type: 'pot', id: pot_id },
    after: { request_id: id, reason: request.reason },
    reason: decision.note,
  })
  if (decision.approved && gift_id !== null) {
    const gift = await gifts.lockGift.one(tx, owner_id, gift_id)
    await giveBack(ctx, tx, pot, gift, request.reason)
  } else if (decision.approved) {
    refusePotRefund(pot)
    await expirePot(ctx, tx, pot, request.reason)
  }
  return await store.findRequest.one(tx, id)
}

/** Requests, newest first, with what goes back: of a gift that the provider took as another amount, all that came. */
export async function listRefundRequests(
  tx: Tx,
  status: string | undefined,
  page: PageRequest,
): Promise<(RefundRequest & { amount_minor: bigint | null; pot_title: string })[]> {
  const [at, id] = page.after ?? []
  const rows = await store.listRequests.all(tx, status, at, id, page.limit + 1, AMOUNT_DIFFERS)
  const listed = []
  for (const { differing_payment_id, ...row } of rows) {
    const taken = differing_payment_id && (await takenFor(tx, row.owner_id, differing_payment_id))
    listed.push(taken ? { ...row, amount_minor: taken } : row)
  }
  return listed
}
