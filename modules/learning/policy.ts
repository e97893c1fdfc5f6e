/** The courses, numbers and ports of learning. A product fills them in. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import type { RefusalKind } from '../../kernel/errors.ts'
import { definePolicy } from '../../kernel/module.ts'
import type { CoursePack } from './course.ts'

export interface LearningPolicy {
  /** At least one; the first is offered first. */
  readonly courses: readonly CoursePack[]
  /** Why the learner may not practise now, if they may not: a subscription that ended. Asked before every act of practice. */
  readonly admits?: (ctx: Context, tx: Tx, learnerId: string) => Promise<RefusalKind | undefined>
  /** How many answers make a day count for the streak. */
  readonly answers_a_day: number
  /** The longest time one answer counts for; who leaves the device lying studies no longer. */
  readonly idle_seconds: number
  /** Answers that arrive this long after they were given count, and are marked. */
  readonly late_after_days: number
  /** How long an exercise may be answered, also one that waits on a device without a network. */
  readonly exercise_days: number
  /** From which hour of the learner's day a streak at risk is told, once. */
  readonly reminder_hour: number
  /** First day of the week in reports, 1 Monday to 7 Sunday. */
  readonly week_starts_on: number
}

export const learningPolicy = definePolicy<LearningPolicy>('learning')
