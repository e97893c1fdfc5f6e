/** What the tests of settlements share: the product with the provider's stand-in, a partner that sold, its statements. */
import { on } from '../../../kernel/events/event.ts'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { beside, type Beside } from '../../../kernel/testing/provider.ts'
import { startWave, type Wave } from '../../../simulators/wave/server.ts'
import { payments } from '../../payments/module.ts'
import { payoutFailed, payoutReversed, payoutSucceeded } from '../../payouts/api.ts'
import { payouts } from '../../payouts/module.ts'
import { listSettleable } from '../../redemption/api.ts'
import { balance, makeStaff, makeVoucher, payableOf, roles, scan, startRedemption } from '../../redemption/test/make.ts'
import { closePeriod, listOfPartner, type Settlement } from '../api.ts'
import { notePayoutRefused, notePayoutReversed, notePayoutSucceeded } from '../jobs.ts'
import { settlements } from '../module.ts'
import { disputesOf } from '../reading.ts'

export interface House extends Beside {
  readonly t: TestProduct
  readonly wave: Wave
}

export async function house(): Promise<House> {
  const wave = await startWave({ webhookSecret: 'wave_sn_WHS_example_not_a_secret', retryMs: [10] })
  const t = await startRedemption({
    modules: [payments, payouts, settlements],
    // Short enough for the one test of silence, long enough that a busy machine is not taken for it.
    env: { WAVE_API_URL: wave.url, WAVE_TIMEOUT_MS: '3000' },
    spec: {
      policy: {
        access: {
          roles: { ...roles, finance: [...roles.finance, 'settlements.view'], viewer: ['settlements.view'] },
        },
        redemption: { undo_minutes: 10, code_window_seconds: 30, paper: true },
        payments: { provider: 'wave' },
      },
      on: [
        on(payoutSucceeded, notePayoutSucceeded),
        on(payoutFailed, notePayoutRefused),
        on(payoutReversed, notePayoutReversed),
      ],
    },
  })
  return { t, wave, ...beside(t, wave) }
}

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

type Shop = Parameters<typeof scan>[1] & { pack: { id: string } }

/** Sells a voucher now, valid at once, and scans it at `instant`. Gives the redemption's id. */
export async function sell(h: House, shop: Shop, instant: string): Promise<string> {
  const valid_from = Temporal.Instant.from(instant).subtract({ hours: 24 })
  const { token } = await makeVoucher(h.t, shop.pack.id, { valid_from })
  h.at(instant)
  const outcome = await scan(h.t, shop, { token })
  if (outcome.redemption_id === null) throw new Error(`the scan was refused: ${outcome.result}`)
  return outcome.redemption_id
}

export const closing = (h: House, partner_id: string, period_end: string): Promise<Settlement> =>
  h.t.tx((tx) => closePeriod(h.t.ctx(), tx, { partner_id, period_end: day(period_end) }))

/** Two people of finance. */
export async function twoPeople(h: House) {
  return { approver: await makeStaff(h.t, 'finance'), payer: await makeStaff(h.t, 'finance') }
}

/**
 * What the ledger owes the partner, less what the statements, what no statement has yet and what disputes hold back say it
 * should be. Zero whenever nothing is in flight.
 */
export async function unexplained(h: House, partnerId: string): Promise<bigint> {
  const owed = await balance(h.t, payableOf(partnerId))
  return h.t.tx(async (tx) => {
    const { items } = await listOfPartner(tx, partnerId, { after: undefined, limit: 100 })
    let said = 0n
    for (const line of await listSettleable(tx, partnerId, Temporal.Instant.from('2100-01-01T00:00:00Z')))
      said += line.reversal ? -line.share_minor : line.share_minor
    for (const item of items) {
      if (item.status !== 'paying' && item.status !== 'paid' && item.carried_into === null)
        said += item.payable_minor - item.withheld_minor
      for (const dispute of await disputesOf(tx, partnerId, item.id))
        if (dispute.released_into === null) said += dispute.share_minor
    }
    return owed - said
  })
}
