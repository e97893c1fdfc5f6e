/** What metering does by itself: ends quotas in time, prices events that waited, makes partitions ahead, proves the sums. */
import { Type } from 'typebox'
import { defineJob } from '../../kernel/jobs/job.ts'
import { endDue } from './quotas.ts'
import { keepUsage, priceWaiting, proveUsage } from './usage.ts'

const Nothing = Type.Object({})

export const endQuotas = defineJob({
  name: 'metering.end_quotas',
  payload: Nothing,
  cron: '* * * * *',
  // Touches nothing outside; "external" for a short transaction per grant.
  external: true,
  async run({ ctx, transact }) {
    await endDue(ctx, transact)
  },
})

export const price = defineJob({
  name: 'metering.price_waiting',
  payload: Nothing,
  cron: '*/10 * * * *',
  external: true,
  async run({ ctx, transact }) {
    while (await transact((tx) => priceWaiting(ctx, tx)));
  },
})

export const keep = defineJob({
  name: 'metering.keep_usage',
  payload: Nothing,
  cron: '41 1 * * *',
  run: ({ ctx, tx }) => keepUsage(ctx, tx),
})

export const prove = defineJob({
  name: 'metering.prove_usage',
  payload: Nothing,
  cron: '53 1 * * *',
  external: true,
  run: ({ ctx, transact }) => proveUsage(ctx, transact),
})

export const jobs = [endQuotas, price, keep, prove]
