/** What settlements answer staff: statements by their number or partner, and how they were paid. */
import { factsOf, uuidsOf, type Search, type Thing, type Trace, type TraceStep } from '../../kernel/inquiry.ts'
import { partnerId } from '../merchants/api.ts'
import { payoutIds } from '../payouts/api.ts'
import { settlementId } from './ids.ts'
import * as store from './store/inquiry.ts'

const SETTLEMENTS_MAX = 40

export const search: Search = {
  permission: 'settlements.view',
  async find(_ctx, tx, { id }, limit) {
    if (!id || !['', 'stl', 'prt'].includes(id.prefix)) return []
    const [ids, partner] = id.prefix === 'prt' ? [[], id.uuid] : [[id.uuid], null]
    return (await store.findSettlements.all(tx, ids, partner, limit)).map(thingOf)
  },
}

function thingOf(settlement: store.SettlementThing): Thing {
  const { id, status, closed_at, payable_minor, asset } = settlement
  const { period_start, period_end, partner_id, paid_at, payout_failure } = settlement
  return {
    kind: 'settlement',
    id: settlementId.wire(id),
    title: '',
    state: status,
    at: closed_at,
    amount_minor: payable_minor,
    currency: asset,
    facts: factsOf({ period_start, period_end, partner: partnerId.wire(partner_id), paid_at, payout_failure }),
  }
}

function stepsOf({ id, closed_at, approved_at, paid_at }: store.SettlementThing): TraceStep[] {
  const at = { closed: closed_at, approved: approved_at, paid: paid_at }
  const ref = settlementId.wire(id)
  return Object.entries(at).flatMap(([code, when]) =>
    when === null ? [] : [{ at: when, kind: 'settlement', ref, code, facts: {} }],
  )
}

export const trace: Trace = {
  permission: 'settlements.view',
  prefixes: ['stl', 'ref'],
  rootPrefixes: ['prt'],
  async trace(_ctx, tx, refs, root) {
    const partner = root ? uuidsOf(refs, 'prt')[0] : undefined
    const settlements = await store.findSettlements.all(tx, uuidsOf(refs, 'stl', 'ref'), partner, SETTLEMENTS_MAX)
    return {
      things: settlements.map(thingOf),
      steps: settlements.flatMap(stepsOf),
      refs: settlements.flatMap(({ partner_id, payout_id }) => [
        partnerId.wire(partner_id),
        ...(payout_id ? [payoutIds.wire(payout_id)] : []),
      ]),
    }
  },
}
