/** Rate limits: counted in the database in fixed windows, so that they hold across processes; counted even when the act fails. */
import { kernelErrors, refuse } from '../errors.ts'
import { statement } from '../db/statement.ts'
import type { Tx } from '../db/tx.ts'

const countAttempt = statement<{ used: number }>(
  'kernel.count_attempt',
  `insert into kernel.rate_limit as l (key, window_start, used) values ($1, $2, 1)
   on conflict (key) do update set
     used = case when l.window_start = excluded.window_start then l.used + 1 else 1 end,
     window_start = excluded.window_start
   returning used`,
)
const removeOld = statement('kernel.remove_old_limits', 'delete from kernel.rate_limit where window_start < $1')

/** Counts one attempt of `key`; refuses `kernel.too_many_requests` with the seconds to wait when `max` is passed. */
export async function spendAttempt(
  tx: Tx,
  key: string,
  max: number,
  windowSeconds: number,
  now: Temporal.Instant,
): Promise<void> {
  const nowSeconds = Math.floor(now.epochMilliseconds / 1000)
  const windowStart = nowSeconds - (nowSeconds % windowSeconds)
  const { used } = await countAttempt.one(tx, key, Temporal.Instant.fromEpochMilliseconds(windowStart * 1000))
  if (used > max) refuse(kernelErrors.too_many_requests, { seconds: windowStart + windowSeconds - nowSeconds })
}

export async function removeLimitsBefore(tx: Tx, before: Temporal.Instant): Promise<number> {
  return removeOld.run(tx, before)
}
