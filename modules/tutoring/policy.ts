/** What a product sets about tutoring, and what it connects. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import type { RefusalKind } from '../../kernel/errors.ts'
import { definePolicy } from '../../kernel/module.ts'
import type { ExerciseAtHand, Text } from './rules.ts'

export interface TutoringPolicy {
  /** The exercise behind a token the learner's page holds; undefined when the token is none of theirs. */
  readonly exerciseOf?: (ctx: Context, tx: Tx, learnerId: string, token: string) => Promise<ExerciseAtHand | undefined>
  /** Why this learner may not ask now, if so: a subscription that ended. */
  readonly admits?: (ctx: Context, tx: Tx, learnerId: string) => Promise<RefusalKind | undefined>
  /** Whether answers of the built-in tutor are taken from the quota as a model's are. Default: they are free. */
  readonly countsBuiltIn?: boolean
  /** How long conversations are kept, in days. Default 180. */
  readonly keepDays?: number
  /** Whom a child can call. */
  readonly helpline?: Text
}

export const policy = definePolicy<TutoringPolicy>('tutoring')

export const KEEP_DAYS = 180
