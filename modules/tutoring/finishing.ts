/** The end of an exchange, by who answered it or, where that process died, by the sweep: metered and settled exactly once. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { permits } from '../../kernel/gate.ts'
import { uuidFrom } from '../../kernel/ids.ts'
import type { Transact } from '../../kernel/jobs/job.ts'
import { recordUsage, release, settle } from '../metering/api.ts'
import type { Failure, Helper } from './port.ts'
import { tokensOf, type Given } from './rules.ts'
import * as store from './store.ts'

/** What the learner's data are used for here. */
export const PURPOSE = 'ai_conversation'

interface Outcome {
  readonly text: string
  readonly given: readonly Given[]
  readonly tokens?: { readonly in: number; readonly out: number }
  readonly failed?: Failure
  readonly withdrawn?: boolean
  readonly helper: Helper
  /** Nothing is taken from the quota. */
  readonly free: boolean
}

/**
 * Ends an exchange that is being answered: what was used is counted, the quota settled, in one transaction. `cut` where the consent
 * is gone by now, though it was there at the last saving. Undefined when it has ended otherwise, or was erased; then that was done
 * there.
 */
export async function finish(
  ctx: Context,
  tx: Tx,
  row: store.ExchangeRow,
  { text, given, tokens, failed, helper, free, ...outcome }: Outcome,
): Promise<{ readonly row: store.ExchangeRow; readonly withdrawn: boolean } | undefined> {
  const there = await store.lockExchange.first(tx, row.learner_id, row.id)
  if (there?.state !== 'answering') return undefined
  const withdrawn = outcome.withdrawn === true || !(await permits(ctx, tx, row.learner_id, PURPOSE))
  const used = tokens ?? { in: row.prompt_tokens, out: tokensOf(text) }
  // What was made after a withdrawal is not kept.
  const sealed = withdrawn ? null : await ctx.vault.seal(tx, row.learner_id, 'tutoring.exchange.answer', text)
  const state = failed || withdrawn ? 'cut' : 'answered'
  const ended: store.ExchangeRow = {
    ...there,
    state,
    helper: helper.name,
    provider: helper.provider,
    model: helper.model,
    given: [...given],
  }
  await end(ctx, tx, ended, { characters: text.length, sealed, used, estimated: tokens === undefined, free })
  return { row: ended, withdrawn }
}

async function end(
  ctx: Context,
  tx: Tx,
  row: store.ExchangeRow,
  what: {
    readonly characters: number
    readonly sealed: Buffer | null
    readonly used: { readonly in: number; readonly out: number }
    readonly estimated: boolean
    readonly free: boolean
  },
): Promise<void> {
  const { learner_id, id, state, helper, provider, model, given } = row
  const { characters, sealed, used, estimated, free } = what
  const now = ctx.clock.now()
  await store.finishExchange.run(
    tx,
    learner_id,
    id,
    sealed,
    characters,
    state,
    helper,
    provider,
    model,
    given,
    used.in,
    used.out,
    now,
  )
  await recordUsage(ctx, tx, [
    {
      id: uuidFrom('tutoring.usage', learner_id, id),
      subject: learner_id,
      session: row.conversation_id,
      service: 'tutor',
      provider,
      model,
      tokens_in: used.in,
      tokens_out: used.out,
      occurred_at: row.asked_at,
      metadata: { state, estimated },
    },
  ])
  if (!row.reserved) return
  if (free) await release(ctx, tx, { subject: learner_id, id })
  else await settle(ctx, tx, { subject: learner_id, id, used: BigInt(used.in + used.out) })
}

/**
 * Ends an exchange whose answering process died: what was streamed stays and is metered by its length, so nothing used is lost.
 * False when it has ended meanwhile. Safe to repeat.
 */
export async function giveUp(ctx: Context, tx: Tx, learner: string, id: string): Promise<boolean> {
  const row = await store.lockExchange.first(tx, learner, id)
  if (row?.state !== 'answering') return false
  const characters = row.streamed_characters
  const used = { in: row.prompt_tokens, out: tokensOf(' '.repeat(characters)) }
  const free = false
  await end(ctx, tx, { ...row, state: 'cut' }, { characters, sealed: null, used, estimated: true, free })
  return true
}

const PER_PAGE = 100

/** Ends every exchange past its deadline, each in a transaction of its own. Safe to repeat and to run at once. */
export async function giveUpDue(ctx: Context, transact: Transact): Promise<void> {
  const now = ctx.clock.now()
  for (;;) {
    const due = await transact((tx) => store.dueExchanges.all(tx, now, PER_PAGE))
    let ended = 0
    for (const { learner_id, id } of due) if (await transact((tx) => giveUp(ctx, tx, learner_id, id))) ended += 1
    if (due.length < PER_PAGE || ended === 0) return
  }
}
