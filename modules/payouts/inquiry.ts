/** What payouts answer staff: payouts by our and the provider's numbers, and how they went. */
import { refTo } from '../../kernel/ids.ts'
import { factsOf, uuidsOf, type Search, type Thing, type Trace, type TraceStep } from '../../kernel/inquiry.ts'
import { transferIds } from '../ledger/api.ts'
import { payoutIds } from './rules.ts'
import * as store from './store/inquiry.ts'

const PAYOUTS_MAX = 40

export const search: Search = {
  permission: 'payments.view',
  async find(_ctx, tx, { id, text }, limit) {
    const ids = id && ['', 'pyo'].includes(id.prefix) ? [id.uuid] : []
    return (await store.findPayouts.all(tx, ids, text, limit)).map(thingOf)
  },
}

function thingOf(payout: store.PayoutThing): Thing {
  const { id, amount_minor, currency, state, requested_at } = payout
  const { purpose, reference, provider_ref, failure_code, last_error, succeeded_at, ended_at } = payout
  return {
    kind: 'payout',
    id: payoutIds.wire(id),
    title: '',
    state,
    at: requested_at,
    amount_minor,
    currency,
    facts: factsOf({
      purpose,
      reference: refTo(reference),
      provider_ref,
      failure_code,
      last_error,
      succeeded_at,
      ended_at,
    }),
  }
}

function stepsOf(payout: store.PayoutThing): TraceStep[] {
  const { amount_minor, currency, state, requested_at, succeeded_at, ended_at, provider_ref, failure_code } = payout
  const common = { kind: 'payout', ref: payoutIds.wire(payout.id) }
  const facts = factsOf({ amount_minor, currency })
  return [
    { at: requested_at, code: 'requested', facts, ...common },
    ...(succeeded_at ? [{ at: succeeded_at, code: 'succeeded', facts: factsOf({ provider_ref }), ...common }] : []),
    ...(ended_at && state !== 'succeeded'
      ? [{ at: ended_at, code: state, facts: factsOf({ reason: failure_code }), ...common }]
      : []),
  ]
}

/** It leaves with a transfer of its own id and ends with another. */
function transfersOf({ id, state, settled_transfer_id, returned_transfer_id }: store.PayoutThing): string[] {
  const transfers = [id]
  if (state !== 'requested' && state !== 'processing') transfers.push(settled_transfer_id)
  if (state === 'reversed') transfers.push(returned_transfer_id)
  return transfers.map((it) => transferIds.wire(it))
}

export const trace: Trace = {
  permission: 'payments.view',
  prefixes: ['pyo', 'ref'],
  async trace(_ctx, tx, refs) {
    const payouts = await store.findPayouts.all(tx, uuidsOf(refs, 'pyo', 'ref'), null, PAYOUTS_MAX)
    return {
      things: payouts.map(thingOf),
      steps: payouts.flatMap(stepsOf),
      refs: payouts.flatMap((payout) => [refTo(payout.reference), ...transfersOf(payout)]),
    }
  },
}
