/** What a product may set about messaging. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { definePolicy } from '../../kernel/module.ts'

/** A message about to go out to a person who may say no to it. */
export interface Waiting {
  readonly userId: string
  readonly category: string
  readonly channel: 'sms' | 'email'
  readonly address: string
}

export interface MessagingPolicy {
  /**
   * Whether the person still wants, and still allows, a message that was written earlier. Asked at each try to send it; who
   * should hear of what is not decided here. Without it every message goes out.
   */
  readonly wanted?: (ctx: Context, tx: Tx, waiting: Waiting) => Promise<boolean>
}

const policyOf = definePolicy<MessagingPolicy | undefined>('messaging')

export function isWanted(ctx: Context, tx: Tx, waiting: Waiting): Promise<boolean> {
  return policyOf(ctx)?.wanted?.(ctx, tx, waiting) ?? Promise.resolve(true)
}
