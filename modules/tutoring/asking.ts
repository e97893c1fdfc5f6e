/**
 * A question and its answer: asked, set aside from the quota, streamed, settled. What was streamed is saved before it is shown,
 * and the consent is asked for anew with every saving, so that nothing used is lost by a crash and a withdrawal takes hold in
 * the middle of an answer.
 */
import { userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { emit } from '../../kernel/events/event.ts'
import { permits } from '../../kernel/gate.ts'
import type { Transact } from '../../kernel/jobs/job.ts'
import { reserve } from '../metering/api.ts'
import { builtIn } from './builtin/tutor.ts'
import { careFor, tellGuardians } from './care.ts'
import { errors } from './errors.ts'
import { concernNoted } from './events.ts'
import type { Asking, Failure, Helper } from './port.ts'
import { chosenHelper } from './choosing.ts'
import { finish, PURPOSE } from './finishing.ts'
import { policy } from './policy.ts'
import { namesAround, said, shown, type Exchange } from './reading.ts'
import { ANSWER_TOKENS_MAX, tokensOf, type ExerciseAtHand, type Given } from './rules.ts'
import { scrub } from './scrub.ts'
import * as store from './store.ts'
import { concernOf } from './words.ts'

export interface Question {
  readonly learner: string
  /** Made by the asker; the same question sent again gets the same answer. */
  readonly id: string
  /** Made by the asker too; a new one begins a conversation. */
  readonly conversation: string
  readonly text: string
  /** Of the exercise before the learner, as learning gave it out. */
  readonly exercise?: string | undefined
}

/** After this nobody is answering any more; longer than any answer takes. */
const DEADLINE = { minutes: 3 }
const HISTORY_MAX = 6
const SAVE_EVERY_MS = 400

type Begun =
  { readonly there: Exchange } | { readonly row: store.ExchangeRow; readonly helper: Helper; readonly asking: Asking }

/**
 * Answers a learner, piece by piece, and returns the whole exchange. Refuses `kernel.not_found` (only the learner asks),
 * `tutoring.consent_needed`, what the product's `admits` says, `metering.quota_exhausted`, `tutoring.being_answered`,
 * `tutoring.other_question` (the id of another one). Safe to repeat: the answer that stands is given again.
 */
export async function* ask(
  ctx: Context,
  transact: Transact,
  question: Question,
): AsyncGenerator<string, Exchange, void> {
  const begun = await transact((tx) => begin(ctx, tx, question))
  if ('there' in begun) {
    yield begun.there.answer
    return begun.there
  }
  const { row, asking } = begun
  const made: Made = { text: '', given: [] }
  let { helper } = begun
  let shownUpTo = 0
  for await (const piece of stream(ctx, transact, row, helper, asking, made)) {
    yield piece
    shownUpTo += piece.length
  }
  if (made.failed && made.text === '') {
    ctx.log.warn({ failure: made.failed, detail: made.detail }, 'the model did not answer; the built-in tutor does')
    helper = builtIn({ instead: true })
    delete made.failed
    delete made.tokens
    for await (const piece of stream(ctx, transact, row, helper, asking, made)) {
      yield piece
      shownUpTo += piece.length
    }
  }
  const free = helper.name === 'built_in' && (begun.helper.name === 'model' || !policy(ctx)?.countsBuiltIn)
  const done = await transact((tx) => finish(ctx, tx, row, { ...made, helper, free }))
  if (made.withdrawn || done?.withdrawn) refuse(errors.consent_needed)
  if (!done) return transact((tx) => standing(ctx, tx, row))
  if (made.text.length > shownUpTo) yield made.text.slice(shownUpTo)
  return shown(done.row, question.text, made.text)
}

/** What an answer became so far. */
export interface Made {
  text: string
  given: readonly Given[]
  tokens?: { readonly in: number; readonly out: number }
  failed?: Failure
  detail?: string
  /** The consent was withdrawn while it was made. */
  withdrawn?: boolean
}

/** Streams a helper's answer into `made`; yields only what is saved. */
async function* stream(
  ctx: Context,
  transact: Transact,
  row: store.ExchangeRow,
  helper: Helper,
  asking: Asking,
  made: Made,
): AsyncGenerator<string, void, void> {
  let saved = made.text.length
  let savedAt = -Infinity
  for await (const piece of helper.answer(asking)) {
    if ('given' in piece) made.given = piece.given
    else if ('tokens_in' in piece) made.tokens = { in: piece.tokens_in, out: piece.tokens_out }
    else if ('failed' in piece) [made.failed, made.detail] = [piece.failed, piece.detail]
    else {
      made.text += piece.text
      if (performance.now() - savedAt < SAVE_EVERY_MS) continue
      const outcome = await transact((tx) => save(ctx, tx, row, made.text))
      if (outcome === 'withdrawn') made.withdrawn = true
      if (outcome !== 'saved') return
      savedAt = performance.now()
      yield made.text.slice(saved)
      saved = made.text.length
    }
  }
}

/** The answer stops where the consent is gone (`withdrawn`), or the exchange ended otherwise or was erased (`over`). */
async function save(
  ctx: Context,
  tx: Tx,
  row: store.ExchangeRow,
  text: string,
): Promise<'saved' | 'withdrawn' | 'over'> {
  if (!(await permits(ctx, tx, row.learner_id, PURPOSE))) return 'withdrawn'
  const there = await store.lockExchange.first(tx, row.learner_id, row.id)
  if (there?.state !== 'answering') return 'over'
  const sealed = await ctx.vault.seal(tx, row.learner_id, 'tutoring.exchange.answer', text)
  await store.saveStreamed.run(tx, row.learner_id, row.id, sealed, text.length)
  return 'saved'
}

/** An exchange that somebody else ended, as it stands; refuses where it was erased. */
async function standing(ctx: Context, tx: Tx, row: store.ExchangeRow): Promise<Exchange> {
  const there = (await store.findExchange.first(tx, row.learner_id, row.id)) ?? refuse(errors.consent_needed)
  const { question, answer } = await said(ctx, tx, there)
  return shown(there, question, answer)
}

async function begin(ctx: Context, tx: Tx, question: Question): Promise<Begun> {
  const { learner, id, conversation, text } = question
  if (userIdOf(ctx.actor) !== learner) refuse(kernelErrors.not_found)
  if (!(await permits(ctx, tx, learner, PURPOSE))) refuse(errors.consent_needed)
  const there = await store.findExchange.first(tx, learner, id)
  if (there) return answered(ctx, tx, there, text)
  const barred = await policy(ctx)?.admits?.(ctx, tx, learner)
  if (barred) refuse(barred)

  const concern = concernOf(text)
  const exercise =
    question.exercise === undefined ? undefined : await policy(ctx)?.exerciseOf?.(ctx, tx, learner, question.exercise)
  const asking = await askingOf(ctx, tx, question, exercise)
  const helper = chosenHelper(ctx)
  const reserved = concern === undefined && (helper.name === 'model' || policy(ctx)?.countsBuiltIn === true)
  const prompt_tokens = concern ? 0 : helper.promptTokens(asking)
  const now = ctx.clock.now()
  const care = concern && (await careFor(ctx, tx, learner, concern))
  const seal = (field: string, plain: string) => ctx.vault.seal(tx, learner, `tutoring.exchange.${field}`, plain)
  await store.touchConversation.run(tx, learner, conversation, now)
  const made = await store.insertExchange.run(
    tx,
    learner,
    id,
    conversation,
    now,
    await seal('question', text),
    care === undefined ? null : await seal('answer', care),
    care?.length ?? 0,
    care === undefined ? 'answering' : 'answered',
    care === undefined ? helper.name : 'care',
    helper.provider,
    helper.model,
    exercise?.key,
    concern,
    reserved,
    prompt_tokens,
    now.add(DEADLINE),
    care === undefined ? null : now,
  )
  const row = await store.findExchange.one(tx, learner, id)
  // Another tab sent the same question at the same moment.
  if (made === 0) return answered(ctx, tx, row, text)
  if (concern && care !== undefined) {
    if (concern === 'distress') await tellGuardians(ctx, tx, learner)
    await emit(ctx, tx, concernNoted, { learner_id: learner, exchange_id: id, concern })
    return { there: shown(row, text, care) }
  }
  if (reserved) {
    const estimate = BigInt(prompt_tokens + (helper.name === 'model' ? ANSWER_TOKENS_MAX : tokensOf(text) + 100))
    await reserve(ctx, tx, { id, subject: learner, meter: 'ai_tokens', estimate })
  }
  return { row, helper, asking }
}

/** The answer that stands; refuses while it is being made. */
async function answered(ctx: Context, tx: Tx, row: store.ExchangeRow, text: string): Promise<Begun> {
  const { question, answer } = await said(ctx, tx, row)
  if (question !== text) refuse(errors.other_question)
  if (row.state === 'answering') refuse(errors.being_answered)
  return { there: shown(row, question, answer) }
}

/** What a helper gets to know: scrubbed of whatever says who the learner is. */
async function askingOf(
  ctx: Context,
  tx: Tx,
  { learner, id, conversation, text }: Question,
  exercise: ExerciseAtHand | undefined,
): Promise<Asking> {
  const names = await namesAround(ctx, tx, learner)
  const clean = (it: string) => scrub(it, names).text
  const history: { question: string; answer: string }[] = []
  for (const row of await store.latestOf.all(tx, learner, conversation, id, HISTORY_MAX)) {
    const before = await said(ctx, tx, row)
    history.unshift({ question: clean(before.question), answer: clean(before.answer) })
  }
  const rows = exercise ? await store.givenFor.all(tx, learner, exercise.key) : []
  const lastAnswer = exercise?.lastAnswer && {
    ...exercise.lastAnswer,
    given: clean(exercise.lastAnswer.given),
  }
  return {
    locale: ctx.locale,
    question: clean(text),
    history,
    given: rows.flatMap(({ given }) => given),
    ...(exercise ? { exercise: { ...exercise, ...(lastAnswer ? { lastAnswer } : {}) } } : {}),
  }
}
