/** Reads exports in the background. */
import { Type } from 'typebox'
import { defineJob } from '../../kernel/jobs/job.ts'
import { readPart } from './exports.ts'

export const readExport = defineJob({
  name: 'reports.read_export',
  payload: Type.Object({ owner_id: Type.String(), id: Type.String() }),
  attemptsMax: 6,
  // Touches nothing outside; "external" for a short transaction per part.
  external: true,
  async run({ ctx, transact, payload }) {
    while (await transact((tx) => readPart(ctx, tx, payload.owner_id, payload.id)));
  },
})
