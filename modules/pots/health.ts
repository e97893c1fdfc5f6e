/** What proves that pots are in order, and what the verifier of the ledger may expect of them. */
import type { ExpectedTransfers, HealthCheck } from '../../kernel/module.ts'
import { balanceOf } from '../ledger/api.ts'
import { potAccount } from './accounts.ts'
import type { MovementKind } from './money.ts'
import * as store from './store/refunds.ts'

const SAMPLE = 50

export const health: readonly HealthCheck[] = [
  {
    name: 'pots.totals',
    async check(_ctx, tx) {
      const { pots } = await store.wrongTotals.one(tx)
      if (pots > 0n) return { status: 'failed', detail: `${pots} pots show totals that differ from their gifts` }
      let wrong = 0
      const sample = await store.lastChanged.all(tx, SAMPLE)
      for (const { owner_id, pot_id, currency, expected_minor } of sample) {
        const { posted_minor } = await balanceOf(tx, potAccount({ owner_id, id: pot_id, currency }))
        if (posted_minor !== expected_minor) wrong += 1
      }
      return wrong > 0
        ? { status: 'failed', detail: `${wrong} of the ${sample.length} pots changed last differ from the ledger` }
        : { status: 'ok', detail: `all totals match their gifts; the last ${sample.length} match the ledger` }
    },
  },
  {
    name: 'pots.refunds',
    async check(ctx, tx) {
      const { refund_failed, given_up, stranded } = await store.countTrouble.one(
        tx,
        ctx.clock.now().subtract({ hours: 24 }),
      )
      const detail = `${refund_failed} failed, ${given_up} of them given up, ${stranded} not started a day after the end`
      return { status: given_up + stranded > 0n ? 'failed' : refund_failed > 0n ? 'degraded' : 'ok', detail }
    },
  },
]

const movements = (kind: MovementKind): ExpectedTransfers => ({
  kinds: [`pots.${kind}`],
  page: (tx, after, limit) => store.movementTransfers.all(tx, kind, after, limit),
})

export const expectedTransfers: readonly ExpectedTransfers[] = [
  { kinds: ['pots.gift'], page: (tx, after, limit) => store.giftTransfers.all(tx, after, limit) },
  movements('surplus'),
  movements('top_up'),
  movements('top_up_returned'),
  movements('gift_credited'),
]
