/**
 * The verbs of thanking: the owner writes to everybody who gave, once; a job carries it to whoever can be reached and wants
 * to be; the gift's page shows it to the rest.
 */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { enqueue } from '../../kernel/jobs/job.ts'
import { record } from '../audit/api.ts'
import { errors } from './errors.ts'
import type { PotId } from './ids.ts'
import { tellThanks } from './jobs.ts'
import { ownerThanks } from './messages.ts'
import { potsPolicy } from './policy.ts'
import { holdsLink } from './rules.ts'
import * as gifts from './store/gifts.ts'
import type { ThanksRow } from './store/owner.ts'
import * as store from './store/owner.ts'
import type { PotRow } from './store/pots.ts'
import * as pots from './store/pots.ts'
import { giftLink, tellDonor } from './telling.ts'

export type Thanks = ThanksRow

interface Thanking {
  readonly message: string
  /** Whether everybody with the pot's link reads it too. */
  readonly is_public: boolean
}

/** What the owner wrote, or undefined. */
export async function thanksOf(tx: Tx, pot: Pick<PotRow, 'owner_id' | 'id'>): Promise<Thanks | undefined> {
  return store.findThanks.first(tx, pot.owner_id, pot.id)
}

/**
 * The owner thanks everybody whose gift is in the pot. Once a pot: the same words again are the same thanks, other words are
 * refused `pots.already_thanked`. Refuses `pots.nobody_to_thank`, `pots.no_links`, `pots.too_long`. Audited, as it goes to many.
 */
export async function thankAll(ctx: Context, tx: Tx, owner: string, id: PotId, thanking: Thanking): Promise<PotRow> {
  const pot = (await pots.lockPot.first(tx, owner, id)) ?? refuse(kernelErrors.not_found)
  const message = checked(ctx, thanking.message)
  if (pot.gift_count === 0) refuse(errors.nobody_to_thank)
  if ((await store.insertThanks.run(tx, owner, id, message, thanking.is_public, ctx.clock.now())) === 0) {
    const earlier = await store.findThanks.one(tx, owner, id)
    if (earlier.message !== message) refuse(errors.already_thanked)
    return pot
  }
  await record(ctx, tx, {
    action: 'pots.donors_thanked',
    subject: { type: 'pot', id },
    after: { gifts: pot.gift_count },
  })
  await enqueue(ctx, tx, tellThanks, { owner_id: owner, pot_id: id })
  return pot
}

/**
 * Corrects the words once, and shows them to everybody or not as often as wanted. What was sent stays as it was sent; pages
 * show the correction. Refuses `pots.thanks_corrected`, and what thanking refuses.
 */
export async function correctThanks(
  ctx: Context,
  tx: Tx,
  owner: string,
  id: PotId,
  change: Partial<Thanking>,
): Promise<PotRow> {
  const pot = (await pots.lockPot.first(tx, owner, id)) ?? refuse(kernelErrors.not_found)
  const earlier = (await store.findThanks.first(tx, owner, id)) ?? refuse(kernelErrors.not_found)
  if (change.message !== undefined) {
    const message = checked(ctx, change.message)
    const corrects = message !== earlier.message
    if (corrects && (await store.correctThanks.run(tx, owner, id, message, ctx.clock.now())) === 0)
      refuse(errors.thanks_corrected)
  }
  if (change.is_public !== undefined) await store.showThanks.run(tx, owner, id, change.is_public)
  return pot
}

function checked(ctx: Context, text: string): string {
  const message = text.trim()
  const max = potsPolicy(ctx).thanks_length_max
  if (message === '') refuse(kernelErrors.invalid_input, {}, { message: kernelErrors.required })
  if (message.length > max) refuse(errors.too_long, { max }, { message: errors.too_long })
  if (holdsLink(message)) refuse(errors.no_links, {}, { message: errors.no_links })
  return message
}

const BATCH = 100

/**
 * Carries the thanks to the donors of one pot, each person once however often they gave, in batches; gives the last one seen
 * while there may be more. Counts who was reached, never who. Safe to repeat.
 */
export async function tellThanksTo(
  ctx: Context,
  tx: Tx,
  owner: string,
  id: string,
  after: string,
): Promise<string | undefined> {
  const pot = await pots.findPot.one(tx, owner, id)
  const { message } = await store.findThanks.one(tx, owner, id)
  const donors = await gifts.listPeople.all(tx, owner, id, after, BATCH)
  let reached = 0
  for (const gift of donors) {
    const told = await tellDonor(
      ctx,
      tx,
      pot,
      gift,
      ownerThanks,
      () => ({ honoree: pot.honoree_name, message, link: giftLink(ctx, gift.id) }),
      '',
      `pots.owner_thanks:${id}:${gift.donor_subject}`,
    )
    if (told) reached += 1
  }
  const more = donors.length === BATCH
  await store.countThanked.run(tx, owner, id, reached, donors.length - reached, more ? null : ctx.clock.now())
  return more ? donors.at(-1)!.donor_subject : undefined
}
