/** What must hold: every charge that proved an answer was given back. */
import type { HealthCheck } from '../../kernel/module.ts'
import { stuckRefunds } from './proof.ts'

export const health: HealthCheck = {
  name: 'consent proofs',
  async check(_ctx, tx) {
    const stuck = await stuckRefunds(tx)
    return {
      status: stuck === 0 ? 'ok' : 'degraded',
      detail: `${stuck} charges of proof could not be given back and wait for staff`,
    }
  },
}
