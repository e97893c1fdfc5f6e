/** A pot becomes its owner's pack: bought once, at the price that was frozen, the rest going to the owner's credit. */
import { civilDate } from '../../kernel/clock.ts'
import { userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { emit } from '../../kernel/events/event.ts'
import { record } from '../audit/api.ts'
import { takeStock } from '../catalog/api.ts'
import { isActive } from '../identity/api.ts'
import { isGuardianOf, standing, type Standing } from '../profiles/api.ts'
import { approveRedemption, issueVoucher, voucherId } from '../redemption/api.ts'
import { creditAccount, potAccount } from './accounts.ts'
import { voucherWindow } from './calendar.ts'
import { errors } from './errors.ts'
import { packBought } from './events.ts'
import { surplusTransferId, voucherIdOf, type PotId } from './ids.ts'
import { guardianAskedToBuy, packIsBought } from './messages.ts'
import { addToTotal, move } from './money.ts'
import { findTerms, freezePack } from './packs.ts'
import { mayPick, missing, surplus, takesGifts } from './rules.ts'
import type { FrozenPack, PotRow } from './store/pots.ts'
import * as store from './store/pots.ts'
import { ownerLink, phrases, tellOwner, tellPerson } from './telling.ts'
import { note } from './timeline.ts'

export type Purchase =
  | {
      readonly status: 'bought'
      readonly voucher_id: string
      readonly price_minor: bigint
      readonly surplus_minor: bigint
    }
  /** The owner is under age; the guardians were asked to buy. */
  | { readonly status: 'awaiting_guardian' }

/**
 * Buys the pack of the pot, or `pack_id` where another may be picked. The owner buys; for a minor a guardian does, and the
 * minor's own try asks them. Of many callers one buys; the others are refused `pots.already_bought`.
 * Refuses `pots.not_open_yet`, `pots.no_longer_open`, `pots.identity_unclear`, `pots.pack_needed`, `pots.pack_is_announced`,
 * `pots.not_enough_yet`, and `catalog.sold_out` (the money stays in the pot: pick again). Audited.
 */
export async function buyPack(ctx: Context, tx: Tx, id: PotId, packId?: string): Promise<Purchase> {
  const { pot, role, state } = await forBuyer(ctx, tx, id)
  if (pot.voucher_id !== null) refuse(errors.already_bought)
  if (pot.status === 'scheduled') refuse(errors.not_open_yet)
  if (!takesGifts(pot.status)) refuse(errors.no_longer_open)
  if (!state.verified || !(await isActive(tx, pot.owner_id))) refuse(errors.identity_unclear)
  const pack = await packFor(ctx, tx, pot, packId ?? pot.wanted_pack_id ?? pot.pack_id ?? refuse(errors.pack_needed))
  const price = BigInt(pack.price_minor)
  const rest = surplus(pot, price)
  if (rest === undefined)
    return refuse(errors.not_enough_yet, { missing: phrases(pot, ctx.locale).amount(missing(pot, price)) })
  if (state.minor && role === 'owner') return askToBuy(ctx, tx, pot, pack, state)

  const now = ctx.clock.now()
  const voucher = voucherIdOf(pot.id)
  const closed = await store.close.run(tx, pot.owner_id, id, 'bought', voucher, pack.pack_id, pack, now)
  if (closed === 0) refuse(errors.already_bought)
  await takeStock(ctx, tx, pack.pack_id, pot.id)
  const { validFrom, validUntil } = voucherWindow(
    pot.birthday,
    civilDate(now, pot.time_zone),
    now,
    pot.time_zone,
    pack.validity_days,
  )
  await issueVoucher(ctx, tx, {
    id: voucher,
    holder_id: pot.owner_id,
    reference: pot.id,
    terms: pack,
    funding: potAccount(pot),
    valid_from: validFrom,
    valid_until: validUntil,
    requires_guardian: state.minor,
  })
  // Who buys for a minor agrees to its use as well.
  if (state.minor) await approveRedemption(ctx, tx, voucher, userIdOf(ctx.actor)!)
  if (rest > 0n)
    await move(ctx, tx, pot, {
      id: surplusTransferId(pot.id),
      kind: 'surplus',
      from: potAccount(pot),
      to: creditAccount(pot),
      amount: rest,
    })
  await addToTotal(tx, pot, { spent: price, to_credit: rest })
  await note(ctx, tx, pot, 'pack_bought', { detail: { price_minor: pack.price_minor, surplus_minor: rest.toString() } })
  await record(ctx, tx, {
    action: 'pots.pack_bought',
    subject: { type: 'pot', id },
    before: { status: pot.status },
    after: { status: 'closed', pack_id: pack.pack_id, voucher_id: voucher, price_minor: price, surplus_minor: rest },
  })
  await emit(ctx, tx, packBought, {
    pot_id: pot.id,
    owner_id: pot.owner_id,
    at: now.toString(),
    pack_id: pack.pack_id,
    voucher_id: voucher,
    amount_minor: price.toString(),
    currency: pot.currency,
  })
  await tellOwner(ctx, tx, pot, packIsBought, (say) => ({
    pack: say.text(pack.name),
    from: say.day(validFrom),
    link: `${ctx.publicUrl}/vouchers/${voucherId.wire(voucher)}`,
  }))
  return { status: 'bought', voucher_id: voucher, price_minor: price, surplus_minor: rest }
}

async function forBuyer(
  ctx: Context,
  tx: Tx,
  id: PotId,
): Promise<{ pot: PotRow; role: 'owner' | 'guardian'; state: Standing }> {
  const userId = userIdOf(ctx.actor)
  const found = (await store.findPotById.first(tx, id)) ?? refuse(kernelErrors.not_found)
  const role = found.owner_id === userId ? 'owner' : 'guardian'
  if (role === 'guardian' && (userId === undefined || !(await isGuardianOf(ctx, tx, userId, found.owner_id))))
    return refuse(kernelErrors.not_found)
  const pot = (await store.lockPot.first(tx, found.owner_id, id))!
  return { pot, role, state: await standing(ctx, tx, pot.owner_id) }
}

/** The announced pack on its frozen terms, or another one on today's where the rules allow it. */
async function packFor(ctx: Context, tx: Tx, pot: PotRow, wanted: string): Promise<FrozenPack> {
  if (pot.pack && pot.pack.pack_id === wanted) return pot.pack
  const gone = pot.pack !== null && (await findTerms(ctx, tx, pot.pack.pack_id)) === undefined
  if (!gone && !mayPick(pot, wanted)) refuse(errors.pack_is_announced)
  return freezePack(ctx, tx, wanted)
}

async function askToBuy(
  ctx: Context,
  tx: Tx,
  pot: PotRow,
  pack: FrozenPack,
  { guardianIds }: Standing,
): Promise<Purchase> {
  await store.askPurchase.run(tx, pot.owner_id, pot.id, pack.pack_id, ctx.clock.now())
  for (const guardianId of guardianIds)
    await tellPerson(
      ctx,
      tx,
      pot,
      guardianId,
      guardianAskedToBuy,
      () => ({ child: pot.honoree_name, title: pot.title, link: ownerLink(ctx, pot) }),
      pack.pack_id,
    )
  return { status: 'awaiting_guardian' }
}
