/** Talking to the provider: one try or one question per run, never with a transaction open, safe to cut off at any point. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { Fault } from '../../kernel/errors.ts'
import { enqueue, type Transact } from '../../kernel/jobs/job.ts'
import { ProviderRejection } from '../payments/api.ts'
import { sendPayout } from './jobs.ts'
import { applyPayout, failPayout, recipientOf, type Payout } from './payouts.ts'
import { payoutProvider, type PayoutProvider, type ProviderPayout } from './provider.ts'
import { backoffSeconds, payoutIds } from './rules.ts'
import * as store from './store.ts'

type Recipient = { mobile: string; name: string | undefined }

/** A definite no: nothing was sent, nothing will be. */
interface Refused {
  readonly refused: string
}

/**
 * Sends a requested payout, or asks what became of one that is on its way or arrived lately. Whatever stops it half-way, the
 * next run begins with the same key and ends in the same place.
 */
export async function advancePayout(ctx: Context, transact: Transact, owner: string, id: string): Promise<void> {
  const claim = await transact(async (tx) => {
    const found = await store.findPayout.first(tx, owner, id)
    const next = ctx.clock.now().add({ seconds: backoffSeconds(found?.attempts ?? 0) })
    const payout = await store.claimPayout.first(tx, owner, id, next)
    return payout && { payout, recipient: await recipientOf(ctx, tx, payout) }
  })
  if (!claim) return
  const { payout, recipient } = claim
  const provider = payoutProvider(ctx)
  try {
    const said = payout.state === 'requested' ? await send(provider, payout, recipient) : await ask(provider, payout)
    if ('refused' in said)
      await transact(async (tx) => {
        const locked = await store.lockPayout.one(tx, owner, id)
        if (locked.state === 'requested') await failPayout(ctx, tx, locked, said.refused, undefined)
      })
    else await transact((tx) => applyPayout(ctx, tx, owner, id, said))
  } catch (error) {
    // Anything else is a bug: the row stands as it was, and the job says so.
    if (!(error instanceof Fault || error instanceof ProviderRejection)) throw error
    const why = error.message
    await transact((tx) => store.noteError.run(tx, owner, id, why))
    ctx.log.warn(
      { payout_id: id, attempts: payout.attempts, why },
      'a payout has no outcome yet and will be looked at again',
    )
  }
}

/** Asks under the payout's own key. A no is believed only when no earlier try of ours can have been carried out. */
async function send(
  provider: PayoutProvider,
  payout: Payout,
  recipient: Recipient | undefined,
): Promise<ProviderPayout | Refused> {
  const reference = payoutIds.wire(payout.id)
  const first = payout.attempts === 1
  const { amount_minor, currency, note } = payout
  if (!recipient) return (first ? undefined : await found(provider, reference)) ?? { refused: 'recipient-erased' }
  try {
    return await provider.createPayout({
      key: reference,
      reference,
      amount_minor,
      currency,
      ...recipient,
      reason: note ?? undefined,
    })
  } catch (error) {
    if (!(error instanceof ProviderRejection)) throw error
    // A conflict (the key is in use, or was used with other content) says nothing about the payout itself.
    const conflict = error.status === 409
    const there = first && !conflict ? undefined : await found(provider, reference)
    if (there) return there
    if (conflict) throw error
    return { refused: error.code }
  }
}

async function ask(provider: PayoutProvider, payout: Payout): Promise<ProviderPayout> {
  const reference = payoutIds.wire(payout.id)
  const said = payout.provider_ref ? await provider.getPayout(payout.provider_ref) : await found(provider, reference)
  if (!said) throw new Fault(payout.provider, `the provider does not know ${payout.provider_ref ?? reference}`)
  return said
}

/** What the provider made of an earlier try; one that is not failed before one that is. */
async function found(provider: PayoutProvider, reference: string): Promise<ProviderPayout | undefined> {
  const all = await provider.findPayouts(reference)
  return all.find((it) => it.status !== 'failed') ?? all[0]
}

const BATCH = 500

/** Sets the job to work on every payout that is due. */
export async function sweepPayouts(ctx: Context, tx: Tx): Promise<void> {
  for (const { owner_id, id } of await store.findDue.all(tx, ctx.clock.now(), BATCH))
    await enqueue(ctx, tx, sendPayout, { owner_id, payout_id: id }, { key: `payouts.send_payout:${id}` })
}
