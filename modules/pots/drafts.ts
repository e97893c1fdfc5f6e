/** The verbs of a pot that is being made: kept on the server step by step, one a person, until the pot is there. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { useCover } from './covers.ts'
import { potsPolicy } from './policy.ts'
import { refuseTooLong } from './pots.ts'
import type { Visibility } from './rules.ts'
import * as store from './store/owner.ts'

/** What is written down so far; nothing has to be there yet, and whether a pot may be so is asked when it is made. */
export interface DraftContent {
  /** Wire id of the pack. */
  readonly pack_id?: string | null
  readonly target_minor?: string | null
  readonly title?: string
  readonly story?: string
  readonly cover?: string | null
  readonly visibility?: Visibility
  readonly allow_anonymous?: boolean
  readonly show_names?: boolean
  readonly allow_messages?: boolean
}

export interface Draft extends DraftContent {
  /** How far its owner has come: 1 to 4. */
  readonly step: number
  readonly created_at: Temporal.Instant
  readonly updated_at: Temporal.Instant
}

const CONTENT = 'pots.draft.content'

async function opened(ctx: Context, tx: Tx, owner: string, row: store.DraftRow): Promise<Draft | undefined> {
  const content = await ctx.vault.open(tx, owner, CONTENT, row.content)
  if (content === undefined) return undefined
  const { step, created_at, updated_at } = row
  return { ...(JSON.parse(content) as DraftContent), step, created_at, updated_at }
}

export async function findDraft(ctx: Context, tx: Tx, owner: string): Promise<Draft | undefined> {
  const row = await store.findDraft.first(tx, owner)
  return row && opened(ctx, tx, owner, row)
}

/**
 * Writes down what one step says; what it does not speak of stays, so two tabs at different steps lose nothing. The furthest
 * step reached is kept, and a picture that was sent stays as long as the draft may. Refuses `pots.too_long`,
 * `pots.cover_unknown`. Safe to repeat.
 */
export async function saveDraft(
  ctx: Context,
  tx: Tx,
  owner: string,
  given: DraftContent & { readonly step: number },
): Promise<Draft> {
  const { step, ...said } = given
  refuseTooLong(potsPolicy(ctx), said)
  if (said.cover !== undefined) await useCover(ctx, tx, owner, said.cover)
  await useCover(ctx, tx, owner, said.cover ?? null)
  const now = ctx.clock.now()
  const seal = (content: DraftContent) => ctx.vault.seal(tx, owner, CONTENT, JSON.stringify(content))
  await store.beginDraft.run(tx, owner, await seal({}), now)
  const row = await store.lockDraft.one(tx, owner)
  const { step: reached, created_at, updated_at: _, ...before } = (await opened(ctx, tx, owner, row))!
  const content = { ...before, ...said }
  const furthest = Math.max(reached, step)
  await store.saveDraft.run(tx, owner, await seal(content), furthest, now)
  return { ...content, step: furthest, created_at, updated_at: now }
}

/** Safe to repeat. */
export async function discardDraft(tx: Tx, owner: string): Promise<void> {
  await store.removeDraft.run(tx, owner)
}
