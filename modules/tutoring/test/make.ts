/** What the tests of tutoring share: the product, a stand-in of a model over real HTTP, learners with a quota, a gate to turn. */
import { randomUUID } from 'node:crypto'
import type { RefusalKind } from '../../../kernel/errors.ts'
import { productOf, testProduct, type TestProduct } from '../../../kernel/testing/product.ts'
import { startAi, type Ai } from '../../../simulators/ai/server.ts'
import { authenticate, userId } from '../../identity/api.ts'
import { quotaOf, usageOf } from '../../metering/api.ts'
import { granted, MODULES } from '../../metering/test/make.ts'
import { makeMinorWithGuardian, makePerson, type Person } from '../../profiles/test/make.ts'
import type { ExerciseAtHand, TutoringPolicy } from '../api.ts'
import { ask, type Question } from '../asking.ts'
import { tutoring } from '../module.ts'
import type { Exchange } from '../reading.ts'

const exercise: ExerciseAtHand = {
  key: 'mathematics/fractions.add#7',
  prompt: { ar: 'اجمع {1/4} و{2/4}', en: 'Add 1/4 and 2/4.' },
  hints: [{ ar: 'انظر إلى المقامين.', en: 'Look at the denominators.' }],
  steps: [
    { ar: 'المقامان متساويان.', en: 'The denominators are equal.' },
    { ar: 'الناتج {3/4}.', en: 'The answer is 3/4.' },
  ],
}

export interface House {
  readonly t: TestProduct
  readonly ai: Ai
  /** Learners whose family has agreed; all, unless they are in here. */
  readonly withdrawn: Set<string>
  readonly barred: Map<string, RefusalKind>
  /** A child of sixteen, their guardian, and a quota. */
  family(tokens?: bigint): Promise<{ child: Person; guardian: Person }>
  stranger(): Promise<Person>
  /** Asks to the end and gives the pieces with the whole. */
  asked(child: Person, question: Partial<Question>): Promise<{ pieces: string[]; whole: Exchange }>
  /** The generator itself, to stop in the middle of. */
  asking(child: Person, question: Partial<Question>): AsyncGenerator<string, Exchange, void>
  quota(child: Person): Promise<{ used: bigint; held: bigint; left: bigint } | undefined>
  usage(child: Person): Promise<{ events: bigint; tokens_in: bigint; tokens_out: bigint }>
  state(child: Person, id: string): Promise<string | undefined>
  close(): Promise<void>
}

/** `model: false`: no service is set, the built-in tutor answers. */
export async function house(
  options: { model?: boolean; policy?: Partial<TutoringPolicy>; roles?: Record<string, string[]> } = {},
): Promise<House> {
  const ai = await startAi()
  const withdrawn = new Set<string>()
  const barred = new Map<string, RefusalKind>()
  const policy: TutoringPolicy = {
    exerciseOf: async (_ctx, _tx, _learner, token) => (token === 'signed' ? exercise : undefined),
    admits: async (_ctx, _tx, learner) => barred.get(learner),
    helpline: { en: 'Child helpline: 16000.', ar: 'خط نجدة الطفل: ١٦٠٠٠.' },
    ...options.policy,
  }
  const t = await testProduct(
    productOf([...MODULES, tutoring], {
      currency: 'EGP',
      locales: ['ar-EG', 'en'],
      timeZone: 'Africa/Cairo',
      country: 'EG',
      authenticate,
      gate: async (_ctx, _tx, subject, purpose) => purpose !== 'ai_conversation' || !withdrawn.has(subject),
      policy: {
        access: { roles: options.roles ?? {}, scopedRoles: [] },
        metering: {},
        tutoring: policy,
        identity: { secondFactor: { requiredFor: [] } },
      },
    }),
    {
      env:
        options.model === false
          ? {}
          : { TUTORING_AI_URL: ai.url, TUTORING_AI_KEY: 'sk-simulator', TUTORING_AI_TIMEOUT_MS: '2000' },
    },
  )
  const made: House = {
    t,
    ai,
    withdrawn,
    barred,
    async family(tokens = 100_000n) {
      const both = await makeMinorWithGuardian(t)
      if (tokens > 0n) await granted(t, both.child.userId, tokens)
      return both
    },
    stranger: () => makePerson(t),
    asking: (child, question) =>
      ask({ ...t.ctx(child.actor), locale: 'en' }, (body) => t.tx(body), {
        learner: child.userId,
        id: randomUUID(),
        conversation: randomUUID(),
        text: 'What is a denominator?',
        ...question,
      }),
    async asked(child, question) {
      const answer = made.asking(child, question)
      const pieces: string[] = []
      for (;;) {
        const step = await answer.next()
        if (step.done) return { pieces, whole: step.value }
        pieces.push(step.value)
      }
    },
    quota: async (child) => (await t.tx((tx) => quotaOf(t.ctx(), tx, child.userId)))[0],
    async usage(child) {
      const [from, to] = [Temporal.PlainDate.from('2026-01-01'), Temporal.PlainDate.from('2027-01-01')]
      const days = await t.tx((tx) => usageOf(t.ctx(), tx, child.userId, from, to))
      const sum = (of: 'events' | 'tokens_in' | 'tokens_out') => days.reduce((total, day) => total + day[of], 0n)
      return { events: sum('events'), tokens_in: sum('tokens_in'), tokens_out: sum('tokens_out') }
    },
    async state(child, id) {
      const { rows } = await t.asOwner((client) =>
        client.query('select state from tutoring.exchange where learner_id = $1 and id = $2', [child.userId, id]),
      )
      return rows[0]?.state as string | undefined
    },
    async close() {
      await t.close()
      await ai.close()
    },
  }
  return made
}

export const usr = (person: { userId: string }): string => userId.wire(person.userId)
