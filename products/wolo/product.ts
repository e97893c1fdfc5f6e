/** Wolo: birthday pots in Senegal. The composition: which modules, which policy, which job follows which event. */
import { on } from '../../kernel/events/event.ts'
import { defineProduct } from '../../kernel/module.ts'
import { access } from '../../modules/access/module.ts'
import { audit } from '../../modules/audit/module.ts'
import { packChanged, packSoldOut } from '../../modules/catalog/api.ts'
import { catalog } from '../../modules/catalog/module.ts'
import { authenticate } from '../../modules/identity/api.ts'
import { identity } from '../../modules/identity/module.ts'
import { ledger } from '../../modules/ledger/module.ts'
import { merchants } from '../../modules/merchants/module.ts'
import { media } from '../../modules/media/module.ts'
import { messaging } from '../../modules/messaging/module.ts'
import { notifications } from '../../modules/notifications/module.ts'
import { operations } from '../../modules/operations/module.ts'
import {
  chargeDisputed,
  chargeExpired,
  chargeFailed,
  chargeSucceeded,
  refundFailed,
  refundSucceeded,
} from '../../modules/payments/api.ts'
import { payments } from '../../modules/payments/module.ts'
import { payoutFailed, payoutReversed, payoutSucceeded } from '../../modules/payouts/api.ts'
import { payouts } from '../../modules/payouts/module.ts'
import { countLooks } from '../../modules/pots/api.ts'
import * as followPots from '../../modules/pots/jobs.ts'
import { pots } from '../../modules/pots/module.ts'
import { dateOfBirthCorrected } from '../../modules/profiles/api.ts'
import { profiles } from '../../modules/profiles/module.ts'
import { cancelled, expired, redeemed, undone } from '../../modules/redemption/api.ts'
import { redemption } from '../../modules/redemption/module.ts'
import { reports } from '../../modules/reports/module.ts'
import * as followSettlements from '../../modules/settlements/jobs.ts'
import { settlements } from '../../modules/settlements/module.ts'
import * as policy from './policy.ts'

export const wolo = defineProduct({
  name: 'wolo',
  currency: 'XOF',
  locales: ['fr-SN', 'en'],
  timeZone: 'Africa/Dakar',
  country: 'SN',
  modules: [
    audit,
    messaging,
    media,
    access,
    identity,
    profiles,
    notifications,
    ledger,
    payments,
    payouts,
    merchants,
    catalog,
    redemption,
    settlements,
    pots,
    operations,
    reports,
  ],
  on: [
    on(chargeSucceeded, followPots.recordMoney),
    on(chargeFailed, followPots.noteFailedPayment),
    on(chargeExpired, followPots.noteExpiredPayment),
    on(chargeDisputed, followPots.noteDisputedPayment),
    on(refundSucceeded, followPots.noteRefundDone),
    on(refundFailed, followPots.noteRefundTrouble),
    on(dateOfBirthCorrected, followPots.followBirthDate),
    on(redeemed, followPots.noteRedeemed),
    on(undone, followPots.noteUndone),
    on(expired, followPots.noteVoucherExpired),
    on(cancelled, followPots.noteVoucherCancelled),
    on(packSoldOut, followPots.notePackSoldOut),
    on(packChanged, followPots.notePackChanged),
    on(payoutSucceeded, followSettlements.notePayoutSucceeded),
    on(payoutFailed, followSettlements.notePayoutRefused),
    on(payoutReversed, followSettlements.notePayoutReversed),
  ],
  policy,
  authenticate,
  looks: countLooks,
  published: `${import.meta.dirname}/published`,
  brand: {
    name: 'Wolo',
    tagline: { fr: 'Offrons-lui ensemble un bel anniversaire.', en: 'Give them a beautiful birthday, together.' },
  },
})
