/** The gate in front of personal data: one question, answered by the product's consent module where there is one. */
import type { Context } from './context.ts'
import type { Tx } from './db/tx.ts'

/** True when the subject's data may be used for `purpose` at this moment. Asked at each use, never remembered. */
export async function permits(ctx: Context, tx: Tx, subjectId: string, purpose: string): Promise<boolean> {
  return (await ctx.product.gate?.(ctx, tx, subjectId, purpose)) ?? true
}
