/** What privacy does by itself: copies are read, erasures carried out when their day has come, withdrawn purposes cleared. */
import { Type } from 'typebox'
import { defineJob, enqueue } from '../../kernel/jobs/job.ts'
import { carryOut, dueErasures } from './erasures.ts'
import { abandoned, readPart } from './exports.ts'
import { writeLine } from './log.ts'
import { duePurposes, erasePurpose, queuePurpose } from './purposes.ts'

const One = Type.Object({ subject_id: Type.String(), id: Type.String() })

export const readExport = defineJob({
  name: 'privacy.read_export',
  payload: One,
  attemptsMax: 8,
  // Touches nothing outside; "external" for a short transaction per part.
  external: true,
  async run({ ctx, transact, payload }) {
    while (await transact((tx) => readPart(ctx, tx, payload.subject_id, payload.id)));
  },
})

export const erasePerson = defineJob({
  name: 'privacy.erase_person',
  payload: One,
  external: true,
  run: ({ ctx, transact, payload }) => carryOut(ctx, transact, payload.subject_id, payload.id),
})

export const clearPurpose = defineJob({
  name: 'privacy.clear_purpose',
  payload: One,
  run: ({ ctx, tx, payload }) => erasePurpose(ctx, tx, payload.subject_id, payload.id),
})

/** Follows the withdrawal of a consent. */
export const queueWithdrawn = defineJob({
  name: 'privacy.queue_withdrawn',
  payload: Type.Object({ subject_id: Type.String(), purpose: Type.String() }),
  run: ({ ctx, tx, payload }) => queuePurpose(ctx, tx, payload.subject_id, payload.purpose),
})

export const keepLog = defineJob({
  name: 'privacy.keep_log',
  payload: One,
  attemptsMax: 25,
  external: true,
  run: ({ ctx, transact, payload }) => writeLine(ctx, transact, payload.subject_id, payload.id),
})

export const sweep = defineJob({
  name: 'privacy.sweep',
  payload: Type.Object({}),
  cron: '*/10 * * * *',
  async run({ ctx, tx }) {
    const key = ({ id }: { id: string }) => ({ key: `privacy ${id}` })
    for (const one of await dueErasures(ctx, tx)) await enqueue(ctx, tx, erasePerson, one, key(one))
    for (const one of await duePurposes(ctx, tx)) await enqueue(ctx, tx, clearPurpose, one, key(one))
    for (const one of await abandoned(ctx, tx)) await enqueue(ctx, tx, readExport, one, key(one))
  },
})
