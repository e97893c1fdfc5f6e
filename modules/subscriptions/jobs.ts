/** The jobs of subscriptions: what time brings, what follows the payments, what goes through many rows. */
import { Type } from 'typebox'
import { defineJob, enqueue } from '../../kernel/jobs/job.ts'
import { advanceOne, dueNow } from './advancing.ts'
import { followClosure, followReopening } from './closures.ts'
import { earningDue, earnOf } from './earning.ts'
import { noteDisputed, noteMoney, noteUnpaid, PURPOSE } from './money.ts'
import { noteCardSaved } from './payers.ts'
import { tellPrice, untold } from './prices.ts'
import { noteProvider, noteReversed } from './provider-news.ts'
import { noteRepaid, noteRepaymentFailed } from './repaying.ts'

const Text = Type.String()
const FIRST = '00000000-0000-0000-0000-000000000000'
const One = Type.Object({ subscription_id: Text })

/** Looks every minute for what is due and gives each its own job, so that one in trouble keeps none of the others waiting. */
export const sweep = defineJob({
  name: 'subscriptions.sweep',
  payload: Type.Object({}),
  cron: '* * * * *',
  async run({ ctx, tx }) {
    for (const id of await dueNow(ctx, tx))
      await enqueue(ctx, tx, advanceSubscription, { subscription_id: id }, { key: `subscriptions.advance:${id}` })
  },
})

export const advanceSubscription = defineJob({
  name: 'subscriptions.advance',
  payload: One,
  run: ({ ctx, tx, payload }) => advanceOne(ctx, tx, payload.subscription_id),
})

/** Every hour, so that a day is earned soon after it is over wherever the product lives. */
export const earn = defineJob({
  name: 'subscriptions.earn',
  payload: Type.Object({}),
  cron: '11 * * * *',
  async run({ ctx, tx }) {
    for (let after = FIRST; ;) {
      const due = await earningDue(ctx, tx, after)
      for (const id of due)
        await enqueue(ctx, tx, earnOne, { subscription_id: id }, { key: `subscriptions.earn_one:${id}` })
      const last = due.at(-1)
      if (last === undefined) return
      after = last
    }
  },
})

export const earnOne = defineJob({
  name: 'subscriptions.earn_one',
  payload: One,
  run: ({ ctx, tx, payload }) => earnOf(ctx, tx, payload.subscription_id),
})

/** Payers who do not know of a new price yet. */
export const announce = defineJob({
  name: 'subscriptions.announce',
  payload: Type.Object({}),
  cron: '23 * * * *',
  async run({ ctx, tx }) {
    for (const { id, version } of await untold(ctx, tx, FIRST))
      await enqueue(ctx, tx, tellOfPrice, { subscription_id: id, version }, { key: `subscriptions.tell_price:${id}` })
  },
})

export const tellOfPrice = defineJob({
  name: 'subscriptions.tell_price',
  payload: Type.Object({ subscription_id: Text, version: Type.Integer() }),
  run: ({ ctx, tx, payload }) => tellPrice(ctx, tx, payload.subscription_id, payload.version),
})

const charge = { payment_id: Text, owner_id: Text, purpose: Text, reference: Text }

/** On `payments.charge_succeeded`. */
export const noteCharge = defineJob({
  name: 'subscriptions.note_charge',
  payload: Type.Object({ ...charge, amount_minor: Text }),
  async run({ ctx, tx, payload }) {
    if (payload.purpose === PURPOSE) await noteMoney(ctx, tx, payload)
  },
})

/** On `payments.charge_failed`. */
export const noteChargeFailed = defineJob({
  name: 'subscriptions.note_charge_failed',
  payload: Type.Object({ ...charge, reason: Text, final: Type.Boolean() }),
  async run({ ctx, tx, payload }) {
    if (payload.purpose === PURPOSE) await noteUnpaid(ctx, tx, payload)
  },
})

/** On `payments.charge_expired`. */
export const noteChargeExpired = defineJob({
  name: 'subscriptions.note_charge_expired',
  payload: Type.Object({ ...charge, reason: Text }),
  async run({ ctx, tx, payload }) {
    if (payload.purpose === PURPOSE) await noteUnpaid(ctx, tx, { ...payload, final: true })
  },
})

/** On `payments.charge_disputed`. */
export const noteChargeDisputed = defineJob({
  name: 'subscriptions.note_charge_disputed',
  payload: Type.Object(charge),
  async run({ ctx, tx, payload }) {
    if (payload.purpose === PURPOSE) await noteDisputed(ctx, tx, payload)
  },
})

/** On `payments.charge_reversed`. */
export const noteChargeReversed = defineJob({
  name: 'subscriptions.note_charge_reversed',
  payload: Type.Object({ ...charge, reversal_id: Text, reversed_minor: Text }),
  async run({ ctx, tx, payload }) {
    if (payload.purpose === PURPOSE) await noteReversed(ctx, tx, payload)
  },
})

/** On `payments.card_saved`. */
export const noteCard = defineJob({
  name: 'subscriptions.note_card',
  payload: Type.Object({ card_id: Text, card_owner: Text, purpose: Text, reference: Text }),
  async run({ ctx, tx, payload }) {
    if (payload.purpose === PURPOSE) await noteCardSaved(ctx, tx, payload)
  },
})

/** On `payments.provider_subscription_changed`. */
export const noteProviderSubscription = defineJob({
  name: 'subscriptions.note_provider',
  payload: Type.Object({ provider_subscription_id: Text, owner_id: Text, purpose: Text, state: Text }),
  async run({ ctx, tx, payload }) {
    if (payload.purpose === PURPOSE) await noteProvider(ctx, tx, payload)
  },
})

const Account = Type.Object({ user_id: Text })

/** On `identity.user_suspended`. */
export const notePayerClosed = defineJob({
  name: 'subscriptions.note_payer_closed',
  payload: Account,
  run: ({ ctx, tx, payload }) => followClosure(ctx, tx, payload.user_id),
})

/** On `identity.user_reinstated`. */
export const notePayerReopened = defineJob({
  name: 'subscriptions.note_payer_reopened',
  payload: Account,
  run: ({ ctx, tx, payload }) => followReopening(ctx, tx, payload.user_id),
})

const refund = { refund_id: Text, owner_id: Text, purpose: Text }

/** On `payments.refund_succeeded`. */
export const noteRefundDone = defineJob({
  name: 'subscriptions.note_refund_done',
  payload: Type.Object(refund),
  async run({ ctx, tx, payload }) {
    if (payload.purpose === PURPOSE) await noteRepaid(ctx, tx, payload)
  },
})

/** On `payments.refund_failed`. */
export const noteRefundTrouble = defineJob({
  name: 'subscriptions.note_refund_trouble',
  payload: Type.Object({ ...refund, reason: Text }),
  async run({ ctx, tx, payload }) {
    if (payload.purpose === PURPOSE) await noteRepaymentFailed(ctx, tx, payload)
  },
})
