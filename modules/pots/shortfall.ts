/** From the birthday on: what a pot that falls short may still do, and how it ends when that is not enough. */
import { userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { emit } from '../../kernel/events/event.ts'
import { enqueue } from '../../kernel/jobs/job.ts'
import { uuidV7 } from '../../kernel/ids.ts'
import { record } from '../audit/api.ts'
import { balanceOf } from '../ledger/api.ts'
import { creditAccount, potAccount } from './accounts.ts'
import { errors } from './errors.ts'
import { potExpired, potFunded } from './events.ts'
import { topUpReturnId, type PotId } from './ids.ts'
import { refundGifts } from './jobs.ts'
import { moneyIsShort, potEnded, targetReached } from './messages.ts'
import { addToTotal, move } from './money.ts'
import { openIfDue } from './opening.ts'
import { freezePack } from './packs.ts'
import { available, missing, neededFor, takesGifts, type EndReason } from './rules.ts'
import type { PotRow, ShortChoice } from './store/pots.ts'
import * as store from './store/pots.ts'
import { ownerLink, phrases, tellOwner } from './telling.ts'
import { note } from './timeline.ts'

const STEPS_MAX = 8

/**
 * Does with the pot what its deadlines ask for, in their order, until none is due: however long the sweep was away, each
 * step happens once. Safe to repeat.
 */
export async function advancePot(ctx: Context, tx: Tx, owner: string, id: string): Promise<void> {
  for (let step = 0; step < STEPS_MAX; step++) {
    const pot = await store.lockPot.first(tx, owner, id)
    if (!pot?.due_at || Temporal.Instant.compare(pot.due_at, ctx.clock.now()) > 0) return
    if (pot.status === 'scheduled') await openIfDue(ctx, tx, pot)
    else if (pot.birthday_seen_at === null) await seeBirthday(ctx, tx, pot)
    else if (pot.shortfall_seen_at === null) await endShortfall(ctx, tx, pot)
    else await expirePot(ctx, tx, pot, 'unspent')
  }
}

async function seeBirthday(ctx: Context, tx: Tx, pot: PotRow): Promise<void> {
  const gap = missing(pot, neededFor(pot))
  await store.markBirthday.run(tx, pot.owner_id, pot.id, ctx.clock.now(), gap > 0n ? pot.birthday_at : null)
  if (gap > 0n) await sayShort(ctx, tx, pot, gap, pot.birthday_at)
}

async function sayShort(ctx: Context, tx: Tx, pot: PotRow, gap: bigint, since: Temporal.Instant): Promise<void> {
  await note(ctx, tx, pot, 'short', { at: since, turn: since.toString(), detail: { missing_minor: gap.toString() } })
  await tellOwner(
    ctx,
    tx,
    pot,
    moneyIsShort,
    (say) => ({ missing: say.amount(gap), until: say.day(pot.shortfall_until), link: ownerLink(ctx, pot) }),
    since.toString(),
  )
}

async function endShortfall(ctx: Context, tx: Tx, pot: PotRow): Promise<void> {
  if (missing(pot, neededFor(pot)) > 0n) await expirePot(ctx, tx, pot, 'failed_pot')
  else await store.markShortfallOver.run(tx, pot.owner_id, pot.id, ctx.clock.now())
}

/**
 * Money went in or out: says so when the target is reached for the first time, when a shortfall is covered, and when money
 * falls short again after the birthday. The caller holds the pot.
 */
export async function weighPot(ctx: Context, tx: Tx, owner: string, id: string): Promise<PotRow> {
  const pot = await store.findPot.one(tx, owner, id)
  const now = ctx.clock.now()
  const gap = missing(pot, neededFor(pot))
  if (pot.status === 'open' && available(pot) >= pot.target_minor && (await store.fund.run(tx, owner, id, now)) === 1) {
    await note(ctx, tx, pot, 'target_reached')
    await emit(ctx, tx, potFunded, { pot_id: id, owner_id: owner, at: now.toString() })
    await tellOwner(ctx, tx, pot, targetReached, (say) => ({
      title: pot.title,
      raised: say.amount(available(pot)),
      link: ownerLink(ctx, pot),
    }))
  }
  if (pot.short_since !== null && gap === 0n) {
    await store.setShort.run(tx, owner, id, null, now)
    await note(ctx, tx, pot, 'short_covered', { turn: now.toString() })
  }
  if (
    pot.short_since === null &&
    gap > 0n &&
    pot.birthday_seen_at !== null &&
    pot.shortfall_seen_at === null &&
    takesGifts(pot.status)
  ) {
    await store.setShort.run(tx, owner, id, now, now)
    await sayShort(ctx, tx, pot, gap, now)
  }
  return store.findPot.one(tx, owner, id)
}

/**
 * Ends a pot without a pack: what the owner had added becomes credit again, every donor is refunded by a job of their own.
 * The caller holds the pot. Audited.
 */
export async function expirePot(ctx: Context, tx: Tx, pot: PotRow, reason: EndReason): Promise<void> {
  const now = ctx.clock.now()
  if ((await store.expire.run(tx, pot.owner_id, pot.id, reason, now)) === 0) refuse(errors.already_settled)
  if (pot.topped_up_minor > 0n) {
    const amount = pot.topped_up_minor
    await move(ctx, tx, pot, {
      id: topUpReturnId(pot.id),
      kind: 'top_up_returned',
      from: potAccount(pot),
      to: creditAccount(pot),
      amount,
    })
    await addToTotal(tx, pot, { to_credit: amount })
  }
  await note(ctx, tx, pot, 'ended', { detail: { reason } })
  await record(ctx, tx, {
    action: 'pots.expired',
    subject: { type: 'pot', id: pot.id },
    before: { status: pot.status },
    after: { status: 'expired', gifts: pot.gift_count, raised_minor: pot.raised_minor },
    reason,
  })
  await emit(ctx, tx, potExpired, { pot_id: pot.id, owner_id: pot.owner_id, at: now.toString(), reason })
  await tellOwner(ctx, tx, pot, potEnded, () => ({ title: pot.title, link: ownerLink(ctx, pot) }))
  if (pot.gift_count > 0) await enqueue(ctx, tx, refundGifts, { owner_id: pot.owner_id, pot_id: pot.id, reason })
}

async function ownPot(tx: Tx, ownerId: string, id: PotId): Promise<PotRow> {
  const pot = (await store.lockPot.first(tx, ownerId, id)) ?? refuse(kernelErrors.not_found)
  if (pot.status === 'scheduled') refuse(errors.not_open_yet)
  if (!takesGifts(pot.status)) refuse(errors.already_settled)
  return pot
}

/**
 * What the owner wants to do while money is missing after the birthday: a smaller pack (then `pack_id`), adding the rest, or
 * waiting for late gifts. May be chosen anew until the time is over. Refuses `pots.no_shortfall`, `pots.pack_needed`.
 */
export async function chooseForShortfall(
  ctx: Context,
  tx: Tx,
  ownerId: string,
  id: PotId,
  choice: { readonly choice: ShortChoice; readonly pack_id?: string },
): Promise<PotRow> {
  const pot = await ownPot(tx, ownerId, id)
  if (pot.short_since === null) refuse(errors.no_shortfall)
  const now = ctx.clock.now()
  await store.choose.run(tx, ownerId, id, choice.choice, now)
  if (choice.choice === 'cheaper_pack') {
    const pack = await freezePack(ctx, tx, choice.pack_id ?? refuse(errors.pack_needed))
    await store.changePack.run(tx, ownerId, id, pack.pack_id, pack, BigInt(pack.price_minor), now)
    await note(ctx, tx, pot, 'pack_changed', { turn: now.toString(), detail: { price_minor: pack.price_minor } })
  }
  return weighPot(ctx, tx, ownerId, id)
}

/**
 * Adds money from the owner's credit, at most what is missing. Refuses `pots.more_than_missing`,
 * `ledger.insufficient_funds`, `pots.already_settled`. Audited.
 */
export async function topUp(ctx: Context, tx: Tx, ownerId: string, id: PotId, amount: bigint): Promise<PotRow> {
  const pot = await ownPot(tx, ownerId, id)
  const gap = missing(pot, neededFor(pot))
  if (amount > gap) refuse(errors.more_than_missing, { missing: phrases(pot, ctx.locale).amount(gap) })
  const transfer = uuidV7(ctx.clock)
  await move(ctx, tx, pot, { id: transfer, kind: 'top_up', from: creditAccount(pot), to: potAccount(pot), amount })
  await addToTotal(tx, pot, { topped_up: amount })
  await note(ctx, tx, pot, 'topped_up', { turn: transfer, detail: { amount_minor: amount.toString() } })
  await record(ctx, tx, {
    action: 'pots.topped_up',
    subject: { type: 'pot', id },
    after: { amount_minor: amount, transfer_id: transfer },
  })
  return weighPot(ctx, tx, ownerId, id)
}

/** What the signed-in person has as credit. */
export async function creditOf(ctx: Context, tx: Tx): Promise<{ available_minor: bigint; currency: string }> {
  const { currency } = ctx.product
  const { available_minor } = await balanceOf(tx, creditAccount({ owner_id: userIdOf(ctx.actor)!, currency }))
  return { available_minor, currency }
}
