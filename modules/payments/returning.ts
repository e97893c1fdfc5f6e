/** The browser comes back from a payment page whose provider has one address for both ends. Its words are a hint, never money. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { enqueue } from '../../kernel/jobs/job.ts'
import { findPaymentById } from './charges.ts'
import { errors } from './errors.ts'
import { askAfterReturn } from './jobs.ts'
import { providerOf } from './providers.ts'

/**
 * Where to send the browser: on to the page of success when the provider's signed words are hopeful or the money is known, else to
 * the other. Has the provider asked, once at a time, when the words are genuine. Refuses `payments.not_found`. Safe to repeat.
 */
export async function leadOn(
  ctx: Context,
  tx: Tx,
  id: string,
  query: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const payment = (await findPaymentById(tx, id)) ?? refuse(errors.not_found)
  const said = providerOf(ctx).readReturn?.(query)
  const hopeful = payment.state === 'succeeded' || said?.hopeful === true
  if (said && payment.poll_at !== null) {
    const key = `payments.ask_after_return:${payment.id}`
    const { transaction_ref } = said
    const payload = { owner_id: payment.owner_id, payment_id: payment.id, transaction_ref }
    await enqueue(ctx, tx, askAfterReturn, payload, { key })
  }
  return hopeful ? payment.success_url : payment.error_url
}
