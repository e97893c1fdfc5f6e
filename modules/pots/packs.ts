/** What pots ask of the catalogue: the terms of a pack, to be kept, and whether it can still be had. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { isRefusal } from '../../kernel/errors.ts'
import { enqueue } from '../../kernel/jobs/job.ts'
import { catalogErrors, packId, packTerms } from '../catalog/api.ts'
import { packIsGone, packIsGoneForDonors } from './messages.ts'
import { tellDonorsOfPack } from './jobs.ts'
import * as gifts from './store/gifts.ts'
import type { FrozenPack, PotRow } from './store/pots.ts'
import * as store from './store/pots.ts'
import { giftLink, ownerLink, tellDonor, tellOwner } from './telling.ts'
import { note } from './timeline.ts'

/** The terms as they stand. Refuses what the catalogue refuses: unknown, not available, sold out. */
export async function freezePack(ctx: Context, tx: Tx, id: string): Promise<FrozenPack> {
  return { ...(await packTerms(ctx, tx, id)), id: packId.wire(id) }
}

const GONE = [catalogErrors.pack_unknown, catalogErrors.not_available, catalogErrors.sold_out]

/** The terms as they stand, or undefined when the pack can no longer be had. */
export async function findTerms(ctx: Context, tx: Tx, id: string): Promise<FrozenPack | undefined> {
  try {
    return await freezePack(ctx, tx, id)
  } catch (error) {
    if (GONE.some((kind) => isRefusal(error, kind))) return undefined
    throw error
  }
}

/** The pot's pack with the terms of today; those it had stay when the pack is gone. */
export async function refreshPack(
  ctx: Context,
  tx: Tx,
  pot: PotRow,
): Promise<{ pack: FrozenPack | null; gone: boolean }> {
  if (pot.pack === null) return { pack: null, gone: false }
  const today = await findTerms(ctx, tx, pot.pack.pack_id)
  return today ? { pack: today, gone: false } : { pack: pot.pack, gone: true }
}

const BATCH = 100

/**
 * The pack can, or can no longer, be had: live pots that announced it say so, owners are asked to choose again, donors are
 * told. Works through the pots in batches; gives the last one seen while there may be more. Safe to repeat.
 */
export async function followPack(
  ctx: Context,
  tx: Tx,
  pack: string,
  available: boolean,
  after: string,
): Promise<string | undefined> {
  const pots = await store.listWithPack.all(tx, pack, available, after, BATCH)
  for (const { owner_id, id } of pots)
    if (available) await store.markPackBack.run(tx, owner_id, id, ctx.clock.now())
    else await sayPackIsGone(ctx, tx, owner_id, id)
  return pots.length === BATCH ? pots.at(-1)!.id : undefined
}

async function sayPackIsGone(ctx: Context, tx: Tx, owner: string, id: string): Promise<void> {
  if ((await store.markPackGone.run(tx, owner, id, ctx.clock.now())) === 0) return
  const pot = await store.findPot.one(tx, owner, id)
  const { name, pack_id } = pot.pack!
  await note(ctx, tx, pot, 'pack_gone', { turn: pack_id })
  await tellOwner(ctx, tx, pot, packIsGone, (say) => ({ pack: say.text(name), link: ownerLink(ctx, pot) }), pack_id)
  if (pot.gift_count > 0) await enqueue(ctx, tx, tellDonorsOfPack, { owner_id: owner, pot_id: id })
}

/** Tells the donors of one pot, in batches; gives the last one told while there may be more. Safe to repeat. */
export async function tellDonorsPackIsGone(
  ctx: Context,
  tx: Tx,
  owner: string,
  id: string,
  after: string,
): Promise<string | undefined> {
  const pot = await store.findPot.first(tx, owner, id)
  if (!pot?.pack || pot.pack_gone_at === null) return undefined
  const { name, pack_id } = pot.pack
  const donors = await gifts.listDonors.all(tx, owner, id, after, BATCH)
  for (const gift of donors)
    await tellDonor(
      ctx,
      tx,
      pot,
      gift,
      packIsGoneForDonors,
      (say) => ({ pack: say.text(name), honoree: pot.honoree_name, link: giftLink(ctx, gift.id) }),
      pack_id,
    )
  return donors.length === BATCH ? donors.at(-1)!.id : undefined
}
