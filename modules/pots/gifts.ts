/** The verbs of a gift: the wish to give, the money's arrival, the choice of a donor whose money came late. */
import { assert, present } from '../../kernel/assert.ts'
import { userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { emit } from '../../kernel/events/event.ts'
import type { PageRequest } from '../../kernel/http/page.ts'
import type { Transact } from '../../kernel/jobs/job.ts'
import { record } from '../audit/api.ts'
import { phoneContact } from '../identity/api.ts'
import { post } from '../ledger/api.ts'
import { cancelCharge, openCheckout, requestCharge, unappliedAccount } from '../payments/api.ts'
import { creditAccount, potAccount } from './accounts.ts'
import { errors } from './errors.ts'
import { giftReceived } from './events.ts'
import { guestOf } from './inquiry.ts'
import { creditTransferId, giftId, giftTransferId, paymentIdOf, type GiftId } from './ids.ts'
import { creditReceived, giftArrived, giftCameLate, thankDonor } from './messages.ts'
import { addToTotal, move } from './money.ts'
import { potsPolicy } from './policy.ts'
import { giveBack } from './refunds.ts'
import { before, fateOfMoney, GIFT_NEXT, takesGifts } from './rules.ts'
import { weighPot } from './shortfall.ts'
import type { GiftRow } from './store/gifts.ts'
import * as gifts from './store/gifts.ts'
import type { PotRow } from './store/pots.ts'
import * as pots from './store/pots.ts'
import { giftLink, giftSecret, ownerLink, phrases, sealPhone, secretHash, tellDonor, tellOwner } from './telling.ts'
import { note } from './timeline.ts'

export type Gift = GiftRow

/** The purpose under which payments know gifts. */
export const GIFT_PURPOSE = 'pots.gift'

export interface NewGift {
  /** Made from the caller's key, so that trying again is the same gift. */
  readonly id: GiftId
  readonly slug: string
  readonly amount_minor: bigint
  readonly donor_name?: string
  /** As people write it here. */
  readonly donor_phone?: string
  readonly message?: string
  readonly is_anonymous: boolean
  readonly show_amount: boolean
  /** The gift this one takes the place of, which nobody has paid: its page at the provider is closed. */
  readonly replaces?: { readonly id: GiftId; readonly secret: string }
}

/** The same caller, pot and key: the same gift. */
export function giftIdFor(ctx: Context, slug: string, key: string): GiftId {
  return giftId.derive(userIdOf(ctx.actor) ?? 'guest', slug, key)
}

/**
 * Writes the wish to give and the wish to be paid; no money has moved. Opening the checkout is `openCheckout`'s work, with no
 * transaction open. Refuses what the pot does not take (`pots.not_open_yet`, `pots.no_longer_open`,
 * `pots.gift_out_of_range`, `pots.anonymous_not_allowed`, `pots.name_needed`, `pots.messages_not_allowed`).
 * Safe to repeat with the same id. Money that comes for the gift it replaces all the same is a gift like any other.
 */
export async function startGift(ctx: Context, tx: Tx, input: NewGift): Promise<{ gift: Gift; secret: string }> {
  const pot = (await pots.findPotBySlug.first(tx, input.slug)) ?? refuse(kernelErrors.not_found)
  const secret = giftSecret(ctx, input.id)
  const earlier = await gifts.findGift.first(tx, pot.owner_id, input.id)
  if (earlier) {
    // Stored answers are forgotten in time, gifts are not: who finds a guest's old key is not told that guest's secret.
    const old = Temporal.Instant.compare(earlier.created_at, ctx.clock.now().subtract({ hours: 48 })) < 0
    if (earlier.amount_minor !== input.amount_minor || (old && earlier.donor_id === null))
      refuse(kernelErrors.key_reused)
    return { gift: earlier, secret }
  }
  const { name, message } = checkGift(ctx, pot, input)

  const { id, amount_minor, is_anonymous, show_amount } = input
  const donor_phone = input.donor_phone ? phoneContact(ctx, input.donor_phone, 'donor_phone').value : undefined
  const donorId = userIdOf(ctx.actor)
  const subject = donorId ?? (donor_phone ? guestOf(ctx, donor_phone) : (id as string))
  const sealedName = name && is_anonymous ? await ctx.vault.seal(tx, subject, 'pots.gift.sealed_name', name) : null
  const sealedPhone = donor_phone ? await sealPhone(ctx, tx, subject, donor_phone) : null
  const payment = paymentIdOf(id)
  const now = ctx.clock.now()
  await gifts.insertGift.run(
    tx, pot.owner_id, id, pot.id, payment, giftTransferId(id), amount_minor, pot.currency, donorId, subject,
    is_anonymous ? null : name, sealedName, sealedPhone, message, is_anonymous, show_amount, ctx.locale, now,
  ) // prettier-ignore
  await gifts.insertLink.run(tx, secretHash(secret), pot.owner_id, id)
  const link = giftLink(ctx, id)
  await requestCharge(ctx, tx, {
    id: payment,
    owner: pot.owner_id,
    purpose: GIFT_PURPOSE,
    reference: id,
    amount_minor,
    payer: { ...(donorId ? { user_id: donorId } : {}), ...(donor_phone ? { mobile: donor_phone } : {}) },
    success_url: link,
    error_url: link,
  })
  await note(ctx, tx, pot, 'started', { gift: id, detail: { amount_minor: amount_minor.toString() } })
  if (input.replaces) await letGo(ctx, tx, pot, input.replaces)
  return { gift: await gifts.findGift.one(tx, pot.owner_id, id), secret }
}

/** Whoever comes back to change the amount must not find two pages to pay on. What is paid, or another's, stays as it is. */
async function letGo(ctx: Context, tx: Tx, pot: PotRow, earlier: { id: GiftId; secret: string }): Promise<void> {
  const gift = await gifts.findGiftBySecret.first(tx, secretHash(earlier.secret), earlier.id)
  if (!gift || gift.pot_id !== pot.id || !['pending', 'failed'].includes(gift.status)) return
  await cancelCharge(ctx, tx, gift.owner_id, gift.payment_id)
}

function checkGift(ctx: Context, pot: PotRow, input: NewGift): { name: string | null; message: string | null } {
  if (pot.end_reason === 'cancelled') refuse(kernelErrors.not_found)
  if (pot.status === 'scheduled') refuse(errors.not_open_yet)
  if (!takesGifts(pot.status)) refuse(errors.no_longer_open)
  const policy = potsPolicy(ctx)
  const [min, max] = [BigInt(pot.policy.gift_min_minor), BigInt(pot.policy.gift_max_minor)]
  if (input.amount_minor < min || input.amount_minor > max) {
    const { amount } = phrases(pot, ctx.locale)
    refuse(errors.gift_out_of_range, { min: amount(min), max: amount(max) }, { amount_minor: errors.gift_out_of_range })
  }
  const name = input.donor_name?.trim() || null
  const message = input.message?.trim() || null
  if (input.is_anonymous && !pot.allow_anonymous)
    refuse(errors.anonymous_not_allowed, {}, { is_anonymous: errors.anonymous_not_allowed })
  // Where nobody may give in secret, the sentence must not offer it.
  const nameless = pot.allow_anonymous ? errors.name_needed : errors.anonymous_not_allowed
  if (!input.is_anonymous && name === null) refuse(nameless, {}, { donor_name: nameless })
  if (message !== null && !pot.allow_messages)
    refuse(errors.messages_not_allowed, {}, { message: errors.messages_not_allowed })
  for (const [field, text, longest] of [
    ['donor_name', name, policy.donor_name_length_max],
    ['message', message, policy.message_length_max],
  ] as const)
    if (text && text.length > longest) refuse(errors.too_long, { max: longest }, { [field]: errors.too_long })
  return { name, message }
}

/** The gift whose link holds `secret`. Refuses with `kernel.not_found`. */
export async function giftBySecret(tx: Tx, id: GiftId, secret: string): Promise<Gift> {
  return (await gifts.findGiftBySecret.first(tx, secretHash(secret), id)) ?? refuse(kernelErrors.not_found)
}

/**
 * The page to pay a gift on, again: for a donor who came back. Refuses `pots.gift_not_payable` once it is paid or the pot
 * takes no gifts any more, and what payments refuse.
 */
export async function reopenCheckout(
  ctx: Context,
  transact: Transact,
  id: GiftId,
  secret: string,
): Promise<{ launch_url: string }> {
  const payment = await transact(async (tx) => {
    const gift = await giftBySecret(tx, id, secret)
    const pot = await pots.findPot.one(tx, gift.owner_id, gift.pot_id)
    if (!['pending', 'failed'].includes(gift.status) || !takesGifts(pot.status)) refuse(errors.gift_not_payable)
    return gift.payment_id
  })
  const { launch_url } = await openCheckout(ctx, transact, payment)
  return { launch_url }
}

/** The pot and the gift, both held until the end of the transaction; always in this order. */
export async function lockGift(tx: Tx, owner: string, id: string): Promise<{ pot: PotRow; gift: GiftRow } | undefined> {
  const found = await gifts.findGift.first(tx, owner, id)
  if (!found) return undefined
  const pot = await pots.lockPot.one(tx, owner, found.pot_id)
  return { pot, gift: await gifts.lockGift.one(tx, owner, id) }
}

/** The gifts in a pot as its owner may see them, newest first; one row more than the limit when there is a next page. */
export async function giftsForOwner(
  tx: Tx,
  pot: { owner_id: string; id: string },
  page: PageRequest,
): Promise<gifts.OwnerGiftRow[]> {
  return gifts.listForOwner.all(tx, pot.owner_id, pot.id, page.after?.[0], page.after?.[1], page.limit + 1)
}

export interface MoneyNews {
  readonly owner_id: string
  /** The gift. */
  readonly reference: string
  readonly payment_id: string
  readonly amount_minor: string
  readonly currency: string
  readonly succeeded_at: string
}

/**
 * The money of a gift is there. It goes into the pot while that takes gifts, whatever was thought of the payment before; else
 * it is held for the donor's choice. Told twice, it moves once. Audited.
 */
export async function recordGift(ctx: Context, tx: Tx, news: MoneyNews): Promise<void> {
  const { pot, gift } = present(
    await lockGift(tx, news.owner_id, news.reference),
    'a payment for a gift we never asked for',
  )
  assert(
    gift.payment_id === news.payment_id && gift.amount_minor === BigInt(news.amount_minor),
    'not this gift’s money',
  )
  const paidAt = Temporal.Instant.from(news.succeeded_at)
  switch (fateOfMoney(gift.status, pot.status)) {
    case 'ignore':
      return
    case 'apply':
      return applyGift(ctx, tx, pot, gift, paidAt)
    case 'hold':
      return holdGift(ctx, tx, pot, gift, paidAt)
  }
}

async function applyGift(ctx: Context, tx: Tx, pot: PotRow, gift: GiftRow, paidAt: Temporal.Instant): Promise<void> {
  const { owner_id, id, amount_minor, currency } = gift
  const now = ctx.clock.now()
  assert((await gifts.receive.run(tx, owner_id, id, paidAt, now)) === 1, 'the gift is held by us')
  await post(ctx, tx, {
    id: giftTransferId(id),
    owner: owner_id,
    kind: 'pots.gift',
    legs: [
      { account: unappliedAccount({ owner_id, id: gift.payment_id, currency }), amount_minor: -amount_minor },
      { account: potAccount(pot), amount_minor },
    ],
    effective_at: paidAt,
    metadata: { pot_id: pot.id, gift_id: id, payment_id: gift.payment_id },
  })
  await addToTotal(tx, pot, { raised: amount_minor, gifts: 1 })
  if (pot.gift_count === 0) await note(ctx, tx, pot, 'first_gift')
  await note(ctx, tx, pot, 'received', { gift: id, detail: { amount_minor: amount_minor.toString() } })
  await record(ctx, tx, {
    action: 'pots.gift_received',
    subject: { type: 'gift', id },
    after: { pot_id: pot.id, payment_id: gift.payment_id, amount_minor, currency },
  })
  await emit(ctx, tx, giftReceived, {
    pot_id: pot.id,
    owner_id,
    at: now.toString(),
    gift_id: id,
    donor_id: gift.donor_id,
    amount_minor: amount_minor.toString(),
    currency,
  })
  const weighed = await weighPot(ctx, tx, owner_id, pot.id)
  const somebody = { fr: 'Quelqu’un', en: 'Somebody' }
  await tellOwner(
    ctx,
    tx,
    weighed,
    giftArrived,
    (say) => ({
      donor: gift.donor_name ?? say.text(somebody),
      amount: say.amount(amount_minor),
      raised: say.amount(weighed.raised_minor),
      target: say.amount(weighed.target_minor),
      link: ownerLink(ctx, pot),
    }),
    id,
  )
  await tellDonor(ctx, tx, pot, gift, thankDonor, (say) => ({
    honoree: pot.honoree_name,
    amount: say.amount(amount_minor),
    link: giftLink(ctx, id),
  }))
}

async function holdGift(ctx: Context, tx: Tx, pot: PotRow, gift: GiftRow, paidAt: Temporal.Instant): Promise<void> {
  const now = ctx.clock.now()
  const until = now.add({ hours: 24 * pot.policy.late_money_days })
  assert(
    (await gifts.hold.run(tx, gift.owner_id, gift.id, paidAt, now, until, `pot_${pot.status}`)) === 1,
    'held by us',
  )
  await note(ctx, tx, pot, 'held', { gift: gift.id, detail: { choose_until: until.toString() } })
  await record(ctx, tx, {
    action: 'pots.gift_held',
    subject: { type: 'gift', id: gift.id },
    after: { pot_id: pot.id, pot_status: pot.status, amount_minor: gift.amount_minor, choose_until: until.toString() },
  })
  await tellDonor(ctx, tx, pot, gift, giftCameLate, (say) => ({
    honoree: pot.honoree_name,
    amount: say.amount(gift.amount_minor),
    until: say.day(until),
    link: giftLink(ctx, gift.id),
  }))
}

/** An attempt to pay came to nothing; the donor may try again while the checkout is open. Late news changes nothing. */
export async function notePaymentFailed(
  ctx: Context,
  tx: Tx,
  news: { readonly owner_id: string; readonly reference: string; readonly reason: string },
): Promise<void> {
  await noteUnpaid(ctx, tx, news, 'failed')
}

/** Nobody paid in time. Money may still come, and then counts. */
export async function notePaymentExpired(
  ctx: Context,
  tx: Tx,
  news: { readonly owner_id: string; readonly reference: string; readonly reason: string },
): Promise<void> {
  await noteUnpaid(ctx, tx, news, 'expired')
}

async function noteUnpaid(
  ctx: Context,
  tx: Tx,
  { owner_id, reference, reason }: { owner_id: string; reference: string; reason: string },
  status: 'failed' | 'expired',
): Promise<void> {
  const found = await gifts.findGift.first(tx, owner_id, reference)
  if (!found) return
  const changed = await gifts.markUnpaid.run(tx, owner_id, reference, status, reason, before(GIFT_NEXT, status))
  if (changed === 0) return
  await note(ctx, tx, { owner_id, id: found.pot_id }, status === 'failed' ? 'payment_failed' : 'payment_expired', {
    gift: reference,
    turn: ctx.clock.now().toString(),
    detail: { reason },
  })
}

/**
 * The donor of a late gift chooses: a refund, or credit for the owner. Refuses `pots.no_choice_to_make` when the gift is not
 * held, or no longer. Audited.
 */
export async function chooseForLateGift(
  ctx: Context,
  tx: Tx,
  id: GiftId,
  secret: string,
  choice: 'refund' | 'credit',
): Promise<void> {
  const found = await giftBySecret(tx, id, secret)
  const { pot, gift } = present(await lockGift(tx, found.owner_id, id), 'the gift was just there')
  if (gift.choice === choice) return
  if (gift.status !== 'held') refuse(errors.no_choice_to_make)
  const { owner_id, amount_minor, currency } = gift
  if (choice === 'refund') {
    await gifts.chooseRefund.run(tx, owner_id, id)
    await giveBack(ctx, tx, pot, gift, 'donor_choice')
    return
  }
  const now = ctx.clock.now()
  assert((await gifts.credit.run(tx, owner_id, id, now)) === 1, 'the gift is held by us')
  await move(ctx, tx, pot, {
    id: creditTransferId(id),
    kind: 'gift_credited',
    from: unappliedAccount({ owner_id, id: gift.payment_id, currency }),
    to: creditAccount(pot),
    amount: amount_minor,
    gift: id,
  })
  await note(ctx, tx, pot, 'credited', { gift: id, detail: { amount_minor: amount_minor.toString() } })
  await record(ctx, tx, {
    action: 'pots.gift_credited',
    subject: { type: 'gift', id },
    after: { pot_id: pot.id, amount_minor },
    reason: 'donor_choice',
  })
  await tellOwner(
    ctx,
    tx,
    pot,
    creditReceived,
    (say) => ({ amount: say.amount(amount_minor), link: ownerLink(ctx, pot) }),
    id,
  )
}
