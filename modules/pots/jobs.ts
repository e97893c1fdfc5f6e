/** The jobs of pots: what follows the events of others, what deadlines ask for, what goes through many rows. */
import { Type } from 'typebox'
import { defineJob, enqueue } from '../../kernel/jobs/job.ts'
import { GIFT_PURPOSE, notePaymentExpired, notePaymentFailed, recordGift } from './gifts.ts'
import { followPack, tellDonorsPackIsGone } from './packs.ts'
import { followDateOfBirth } from './pots.ts'
import { refreshTypicalAmounts } from './public.ts'
import { noteRefunded, noteRefundFailed, refundAll, refundIfOwed } from './refunds.ts'
import { AMOUNT_DIFFERS } from './rules.ts'
import { advancePot } from './shortfall.ts'
import { dueNow } from './sweep.ts'
import { tellThanksTo } from './thanks.ts'
import { noteVoucher } from './vouchers.ts'

const Text = Type.String()
const FIRST = '00000000-0000-0000-0000-000000000000'

/** Looks for what is due and gives each its own job, so that one in trouble keeps none of the others waiting. */
export const sweep = defineJob({
  name: 'pots.sweep',
  payload: Type.Object({}),
  cron: '* * * * *',
  async run({ ctx, tx }) {
    const due = await dueNow(ctx, tx)
    for (const { owner_id, id } of due.pots)
      await enqueue(ctx, tx, advance, { owner_id, pot_id: id }, { key: `pots.advance:${id}` })
    for (const { owner_id, id } of due.unchosen)
      await enqueue(
        ctx,
        tx,
        refundGift,
        { owner_id, gift_id: id, reason: 'not_chosen' },
        { key: `pots.refund_gift:${id}` },
      )
    for (const { owner_id, id } of due.failed)
      await enqueue(ctx, tx, refundGift, { owner_id, gift_id: id, reason: 'retry' }, { key: `pots.refund_gift:${id}` })
  },
})

/** A pot whose time for something has come: opens, falls short, expires. */
export const advance = defineJob({
  name: 'pots.advance',
  payload: Type.Object({ owner_id: Text, pot_id: Text }),
  run: ({ ctx, tx, payload }) => advancePot(ctx, tx, payload.owner_id, payload.pot_id),
})

/** What people usually give, for the gift forms. */
export const lookAtAmounts = defineJob({
  name: 'pots.look_at_amounts',
  payload: Type.Object({}),
  cron: '7 * * * *',
  run: ({ ctx, tx }) => refreshTypicalAmounts(ctx, tx),
})

/** Every gift of an expired pot. */
export const refundGifts = defineJob({
  name: 'pots.refund_gifts',
  payload: Type.Object({ owner_id: Text, pot_id: Text, reason: Text, after: Type.Optional(Text) }),
  async run({ ctx, tx, payload }) {
    const last = await refundAll(ctx, tx, { ...payload, after: payload.after ?? FIRST })
    if (last) await enqueue(ctx, tx, refundGifts, { ...payload, after: last })
  },
})
export const refundGift = defineJob({
  name: 'pots.refund_gift',
  payload: Type.Object({ owner_id: Text, gift_id: Text, reason: Text }),
  run: ({ ctx, tx, payload }) => refundIfOwed(ctx, tx, payload.owner_id, payload.gift_id, payload.reason),
})

const charge = {
  payment_id: Text,
  owner_id: Text,
  purpose: Text,
  reference: Text,
  amount_minor: Text,
  currency: Text,
}

/** Follows `payments.charge_succeeded`. */
export const recordMoney = defineJob({
  name: 'pots.record_gift',
  payload: Type.Object({ ...charge, succeeded_at: Text, late: Type.Boolean() }),
  async run({ ctx, tx, payload }) {
    if (payload.purpose === GIFT_PURPOSE) await recordGift(ctx, tx, payload)
  },
})
/** Follows `payments.charge_failed`. */
export const noteFailedPayment = defineJob({
  name: 'pots.note_failed_payment',
  payload: Type.Object({ ...charge, reason: Text, failed_at: Text }),
  async run({ ctx, tx, payload }) {
    if (payload.purpose === GIFT_PURPOSE) await notePaymentFailed(ctx, tx, payload)
  },
})
/** Follows `payments.charge_expired`. */
export const noteExpiredPayment = defineJob({
  name: 'pots.note_expired_payment',
  payload: Type.Object({ ...charge, reason: Text, expired_at: Text }),
  async run({ ctx, tx, payload }) {
    if (payload.purpose === GIFT_PURPOSE) await notePaymentExpired(ctx, tx, payload)
  },
})
/** Follows `payments.charge_disputed`: the gift never counts; staff decide on the money, at payments. */
export const noteDisputedPayment = defineJob({
  name: 'pots.note_disputed_payment',
  payload: Type.Object({
    ...charge,
    received_minor: Type.Union([Text, Type.Null()]),
    received_currency: Type.Union([Text, Type.Null()]),
    disputed_at: Text,
  }),
  async run({ ctx, tx, payload }) {
    if (payload.purpose === GIFT_PURPOSE) await notePaymentFailed(ctx, tx, { ...payload, reason: AMOUNT_DIFFERS })
  },
})

const refund = { ...charge, refund_id: Text }

/** Follows `payments.refund_succeeded`. */
export const noteRefundDone = defineJob({
  name: 'pots.note_refund_done',
  payload: Type.Object(refund),
  async run({ ctx, tx, payload }) {
    if (payload.purpose === GIFT_PURPOSE) await noteRefunded(ctx, tx, payload)
  },
})
/** Follows `payments.refund_failed`. */
export const noteRefundTrouble = defineJob({
  name: 'pots.note_refund_trouble',
  payload: Type.Object({ ...refund, reason: Text }),
  async run({ ctx, tx, payload }) {
    if (payload.purpose === GIFT_PURPOSE) await noteRefundFailed(ctx, tx, payload)
  },
})

/** Follows `profiles.date_of_birth_corrected`. */
export const followBirthDate = defineJob({
  name: 'pots.follow_date_of_birth',
  payload: Type.Object({ user_id: Text, date_of_birth: Text }),
  run: ({ ctx, tx, payload }) => followDateOfBirth(ctx, tx, payload.user_id),
})

const voucher = { voucher_id: Text, reference: Text, holder_id: Text, price_minor: Text }
const scan = { ...voucher, redemption_id: Text, partner_id: Text, venue_id: Text, share_minor: Text }

/** Follows `redemption.redeemed`. */
export const noteRedeemed = defineJob({
  name: 'pots.note_redeemed',
  payload: Type.Object({ ...scan, redeemed_at: Text }),
  run: ({ ctx, tx, payload }) => noteVoucher(ctx, tx, payload, 'redeemed', payload.redeemed_at, payload.redemption_id),
})
/** Follows `redemption.undone`. */
export const noteUndone = defineJob({
  name: 'pots.note_redemption_undone',
  payload: Type.Object({ ...scan, undone_at: Text }),
  run: ({ ctx, tx, payload }) =>
    noteVoucher(ctx, tx, payload, 'redemption_undone', payload.undone_at, payload.redemption_id),
})
/** Follows `redemption.expired`. */
export const noteVoucherExpired = defineJob({
  name: 'pots.note_voucher_expired',
  payload: Type.Object({ ...voucher, expired_at: Text }),
  run: ({ ctx, tx, payload }) => noteVoucher(ctx, tx, payload, 'voucher_expired', payload.expired_at, ''),
})

/** Follows `redemption.cancelled`. */
export const noteVoucherCancelled = defineJob({
  name: 'pots.note_voucher_cancelled',
  payload: Type.Object({ ...voucher, cancelled_at: Text, reason: Text }),
  run: ({ ctx, tx, payload }) => noteVoucher(ctx, tx, payload, 'voucher_cancelled', payload.cancelled_at, ''),
})

/** Follows `catalog.pack_sold_out`. */
export const notePackSoldOut = defineJob({
  name: 'pots.note_pack_sold_out',
  payload: Type.Object({ pack_id: Text }),
  run: ({ ctx, tx, payload }) => enqueue(ctx, tx, followPackOn, { ...payload, available: false, after: FIRST }),
})
/** Follows `catalog.pack_changed`. */
export const notePackChanged = defineJob({
  name: 'pots.note_pack_changed',
  payload: Type.Object({ pack_id: Text, available: Type.Boolean(), price_minor: Text }),
  run: ({ ctx, tx, payload: { pack_id, available } }) =>
    enqueue(ctx, tx, followPackOn, { pack_id, available, after: FIRST }),
})
export const followPackOn = defineJob({
  name: 'pots.follow_pack',
  payload: Type.Object({ pack_id: Text, available: Type.Boolean(), after: Text }),
  async run({ ctx, tx, payload }) {
    const { pack_id, available } = payload
    const last = await followPack(ctx, tx, pack_id, available, payload.after)
    if (last) await enqueue(ctx, tx, followPackOn, { pack_id, available, after: last })
  },
})
export const tellDonorsOfPack = defineJob({
  name: 'pots.tell_donors_of_pack',
  payload: Type.Object({ owner_id: Text, pot_id: Text, after: Type.Optional(Text) }),
  async run({ ctx, tx, payload }) {
    const { owner_id, pot_id } = payload
    const last = await tellDonorsPackIsGone(ctx, tx, owner_id, pot_id, payload.after ?? FIRST)
    if (last) await enqueue(ctx, tx, tellDonorsOfPack, { owner_id, pot_id, after: last })
  },
})

/** Carries the owner's thanks to everybody who gave. */
export const tellThanks = defineJob({
  name: 'pots.tell_thanks',
  payload: Type.Object({ owner_id: Text, pot_id: Text, after: Type.Optional(Text) }),
  async run({ ctx, tx, payload }) {
    const { owner_id, pot_id } = payload
    const last = await tellThanksTo(ctx, tx, owner_id, pot_id, payload.after ?? FIRST)
    if (last) await enqueue(ctx, tx, tellThanks, { owner_id, pot_id, after: last })
  },
})

export const jobs = [
  sweep,
  lookAtAmounts,
  advance,
  refundGifts,
  refundGift,
  recordMoney,
  noteFailedPayment,
  noteExpiredPayment,
  noteDisputedPayment,
  noteRefundDone,
  noteRefundTrouble,
  followBirthDate,
  noteRedeemed,
  noteUndone,
  noteVoucherExpired,
  noteVoucherCancelled,
  tellThanks,
  notePackSoldOut,
  notePackChanged,
  followPackOn,
  tellDonorsOfPack,
]
