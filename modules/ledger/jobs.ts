/** What the ledger does by itself: ends holds in time, folds deferred accounts, makes partitions ahead, proves itself. */
import { Type } from 'typebox'
import { defineJob } from '../../kernel/jobs/job.ts'
import { createPartitionsAhead, foldDeferred } from './folds.ts'
import { expireHolds } from './holds.ts'
import { prove } from './proof.ts'

const Nothing = Type.Object({})
const HOLDS_PER_BATCH = 200

export const expire = defineJob({
  name: 'ledger.expire_holds',
  payload: Nothing,
  cron: '* * * * *',
  // Touches nothing outside; "external" for a short transaction per batch.
  external: true,
  async run({ ctx, transact }) {
    while ((await transact((tx) => expireHolds(ctx, tx, HOLDS_PER_BATCH))) === HOLDS_PER_BATCH);
  },
})

export const fold = defineJob({
  name: 'ledger.fold',
  payload: Nothing,
  cron: '*/10 * * * *',
  external: true,
  run: ({ ctx, transact }) => foldDeferred(ctx, transact),
})

export const partitions = defineJob({
  name: 'ledger.create_partitions',
  payload: Nothing,
  cron: '17 1 * * *',
  run: ({ ctx, tx }) => createPartitionsAhead(ctx, tx),
})

export const proof = defineJob({
  name: 'ledger.prove',
  payload: Type.Object({ full: Type.Optional(Type.Boolean()) }),
  cron: '*/10 * * * *',
  external: true,
  attemptsMax: 3,
  async run({ ctx, transact, payload }) {
    await prove(ctx, transact, { full: payload.full ?? false })
  },
})

export const fullProof = defineJob({
  name: 'ledger.prove_everything',
  payload: Nothing,
  cron: '23 2 * * *',
  external: true,
  attemptsMax: 3,
  async run({ ctx, transact }) {
    await prove(ctx, transact, { full: true })
  },
})

export const jobs = [expire, fold, partitions, proof, fullProof]
