/** Reading conversations: by the learner, by guardians who may view, by staff with a reason that stays on record. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import type { PageRequest } from '../../kernel/http/page.ts'
import { record } from '../audit/api.ts'
import { findProfile, guardiansWith, requireOver } from '../profiles/api.ts'
import { errors } from './errors.ts'
import * as store from './store.ts'

export interface Exchange {
  readonly id: string
  readonly conversation_id: string
  readonly asked_at: Temporal.Instant
  readonly state: store.ExchangeRow['state']
  readonly helper: store.ExchangeRow['helper']
  readonly model: string
  readonly question: string
  readonly answer: string
}

export function shown(row: store.ExchangeRow, question: string, answer: string): Exchange {
  const { id, conversation_id, asked_at, state, helper, model } = row
  return { id, conversation_id, asked_at, state, helper, model, question, answer }
}

/** What was said, opened; empty where the learner's key is gone. */
export async function said(
  ctx: Context,
  tx: Tx,
  row: store.ExchangeRow,
): Promise<{ question: string; answer: string }> {
  const open = async (field: string, sealed: Buffer | null) =>
    sealed === null ? '' : ((await ctx.vault.open(tx, row.learner_id, `tutoring.exchange.${field}`, sealed)) ?? '')
  return { question: await open('question', row.question), answer: await open('answer', row.answer) }
}

/** First, last and shown names of a learner and their guardians: what must not go to a model. */
export async function namesAround(ctx: Context, tx: Tx, learner: string): Promise<string[]> {
  const names: string[] = []
  for (const id of [learner, ...(await guardiansWith(ctx, tx, learner, 'view'))]) {
    const profile = await findProfile(ctx, tx, id)
    if (profile) names.push(profile.firstName, profile.lastName ?? '', profile.displayName)
  }
  return names
}

/** Refuses `kernel.not_found` for whoever is neither the learner nor a guardian who may view. */
async function readerOf(ctx: Context, tx: Tx, learner: string): Promise<{ seesDanger: boolean }> {
  // What a child says of somebody who hurts them is not shown to those at home.
  return { seesDanger: (await requireOver(ctx, tx, learner, 'view')) !== 'guardian' }
}

/** A learner's conversations, the latest first; one more than the page. */
export async function listConversations(
  ctx: Context,
  tx: Tx,
  learner: string,
  page: PageRequest,
): Promise<store.ConversationRow[]> {
  const { seesDanger } = await readerOf(ctx, tx, learner)
  return store.listConversations.all(tx, learner, page.after?.[0], page.after?.[1], page.limit + 1, seesDanger)
}

/** One conversation in its order; one more than the page. Refuses `kernel.not_found`. */
export async function readConversation(
  ctx: Context,
  tx: Tx,
  learner: string,
  conversation: string,
  page: PageRequest,
): Promise<Exchange[]> {
  const { seesDanger } = await readerOf(ctx, tx, learner)
  return exchanges(ctx, tx, learner, conversation, page, seesDanger)
}

async function exchanges(
  ctx: Context,
  tx: Tx,
  learner: string,
  conversation: string,
  page: PageRequest,
  seesDanger: boolean,
): Promise<Exchange[]> {
  const [at, id] = page.after ?? []
  const rows = await store.exchangesOf.all(tx, learner, conversation, at, id, page.limit + 1, seesDanger)
  if (rows.length === 0 && page.after === undefined) refuse(errors.not_found)
  const list: Exchange[] = []
  for (const row of rows) {
    const { question, answer } = await said(ctx, tx, row)
    list.push(shown(row, question, answer))
  }
  return list
}

const OPENED_MAX = 200

/**
 * Opens a conversation to staff, for a reason that is kept: what a child writes is read by a person only where it must be.
 * Audited on the learner. Refuses `tutoring.not_found`.
 */
export async function openForStaff(
  ctx: Context,
  tx: Tx,
  learner: string,
  conversation: string,
  reason: string,
): Promise<Exchange[]> {
  if (ctx.actor.kind === 'guest') refuse(kernelErrors.sign_in_required)
  const list = await exchanges(ctx, tx, learner, conversation, { after: undefined, limit: OPENED_MAX - 1 }, true)
  await record(ctx, tx, {
    action: 'tutoring.conversation_opened',
    subject: { type: 'user', id: learner },
    after: { conversation_id: conversation, exchanges: list.length },
    reason,
  })
  return list
}

/** Where a child may not be well, newest first, without what was said; for staff. One more than the page. */
export function listConcerns(tx: Tx, page: PageRequest) {
  return store.listConcerns.all(tx, page.after?.[0], page.after?.[1], page.limit + 1)
}
