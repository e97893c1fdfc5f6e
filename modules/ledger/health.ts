/** The ledger's health is its latest proof: passed, and not long ago. */
import type { HealthCheck } from '../../kernel/module.ts'
import { latestProof } from './proof.ts'

const FRESH = { hours: 1 }

export const proven: HealthCheck = {
  name: 'proof',
  async check(ctx, tx) {
    const proof = await latestProof(tx)
    if (proof === undefined) return { status: 'degraded', detail: 'the ledger was never proven' }
    const { id, counts, finished_at } = proof
    if (!proof.passed) return { status: 'failed', detail: `proof ${id} found ${counts['discrepancies']} discrepancies` }
    const stale = Temporal.Instant.compare(finished_at.add(FRESH), ctx.clock.now()) < 0
    return { status: stale ? 'degraded' : 'ok', detail: `proven at ${finished_at.toString()}` }
  },
}
