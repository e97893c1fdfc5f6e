/** The runtime's own settings and sweeps: the shared clock offset of development, old idempotency keys, old limits. */
import { statement } from '../db/statement.ts'
import type { Tx } from '../db/tx.ts'
import { removeKeysBefore } from '../http/idempotency.ts'
import { removeLimitsBefore } from '../http/limit.ts'

const findSetting = statement<{ value: unknown }>(
  'kernel.find_setting',
  'select value from kernel.setting where name = $1',
)
const putSetting = statement(
  'kernel.put_setting',
  'insert into kernel.setting (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value',
)

/** How far the clock is moved; zero unless somebody moved it. */
export async function readOffset(tx: Tx): Promise<Temporal.Duration> {
  const row = await findSetting.first(tx, 'clock_offset')
  return row ? Temporal.Duration.from(row.value as string) : new Temporal.Duration()
}

export async function writeOffset(tx: Tx, offset: Temporal.Duration): Promise<void> {
  await putSetting.run(tx, 'clock_offset', JSON.stringify(offset.toString()))
}

/** Removes idempotency keys older than two days and limit windows older than two. Returns how many went. */
export async function sweep(tx: Tx, now: Temporal.Instant): Promise<number> {
  const before = now.subtract({ hours: 48 })
  return (await removeKeysBefore(tx, before)) + (await removeLimitsBefore(tx, before))
}
