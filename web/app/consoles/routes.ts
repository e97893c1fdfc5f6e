/** The consoles' pages and their addresses: development, staff, partners. */
import { index, layout, route, type RouteConfigEntry } from '@react-router/dev/routes'

const development = route('dev', 'consoles/dev/layout.tsx', [
  index('consoles/dev/index.tsx'),
  route('outbox', 'consoles/dev/outbox.tsx'),
  route('clock', 'consoles/dev/clock.tsx'),
  route('authenticator', 'consoles/dev/authenticator.tsx'),
])

const staff = route('staff', 'consoles/staff/layout.tsx', [
  index('consoles/staff/home.tsx'),
  route('search', 'consoles/staff/inquiry/search.tsx'),
  route('gifts', 'consoles/staff/pots/gifts.tsx'),
  route('gifts/:id', 'consoles/staff/pots/gift.tsx'),
  route('vouchers/:id', 'consoles/staff/pots/voucher.tsx'),
  route('pots', 'consoles/staff/pots/pots.tsx'),
  route('pots/:id', 'consoles/staff/pots/pot.tsx'),
  route('refunds', 'consoles/staff/pots/refunds.tsx'),
  route('settlements', 'consoles/staff/settlements/settlements.tsx'),
  route('settlements/close', 'consoles/staff/settlements/close.tsx'),
  route('settlements/:id', 'consoles/staff/settlements/settlement.tsx'),
  route('payments', 'consoles/staff/payments/payments.tsx'),
  route('payments/:id', 'consoles/staff/payments/payment.tsx'),
  route('payouts', 'consoles/staff/payments/payouts.tsx'),
  route('payouts/:id', 'consoles/staff/payments/payout.tsx'),
  route('webhooks', 'consoles/staff/payments/webhooks.tsx'),
  route('webhooks/:id', 'consoles/staff/payments/webhook.tsx'),
  route('subscriptions', 'consoles/staff/subscriptions/subscriptions.tsx'),
  route('subscriptions/:id', 'consoles/staff/subscriptions/subscription.tsx'),
  route('subscription-refunds', 'consoles/staff/subscriptions/refunds.tsx'),
  route('invoices/:id', 'consoles/staff/subscriptions/invoice.tsx'),
  route('plans', 'consoles/staff/subscriptions/plans.tsx'),
  route('consents', 'consoles/staff/consents/consents.tsx'),
  route('consents/:id', 'consoles/staff/consents/chain.tsx'),
  route('learning', 'consoles/staff/learning/learning.tsx'),
  route('learning/:id', 'consoles/staff/learning/learner.tsx'),
  route('usage', 'consoles/staff/metering/usage.tsx'),
  route('usage/prices', 'consoles/staff/metering/prices.tsx'),
  route('conversations', 'consoles/staff/tutoring/concerns.tsx'),
  route('conversations/:learner/:id', 'consoles/staff/tutoring/conversation.tsx'),
  route('privacy', 'consoles/staff/privacy/privacy.tsx'),
  route('privacy/:id', 'consoles/staff/privacy/person.tsx'),
  route('ledger', 'consoles/staff/ledger/proof.tsx'),
  route('ledger/trial-balance', 'consoles/staff/ledger/trial-balance.tsx'),
  route('ledger/accounts', 'consoles/staff/ledger/accounts.tsx'),
  route('ledger/accounts/:id', 'consoles/staff/ledger/account.tsx'),
  route('ledger/transfers/:id', 'consoles/staff/ledger/transfer.tsx'),
  route('partners', 'consoles/staff/catalogue/partners.tsx'),
  route('partners/new', 'consoles/staff/catalogue/partner-new.tsx'),
  route('partners/:id', 'consoles/staff/catalogue/partner.tsx'),
  route('packs', 'consoles/staff/catalogue/packs.tsx'),
  route('packs/new', 'consoles/staff/catalogue/pack-new.tsx'),
  route('packs/:id', 'consoles/staff/catalogue/pack.tsx'),
  route('team', 'consoles/staff/people/team.tsx'),
  route('team/:id', 'consoles/staff/people/member.tsx'),
  route('users', 'consoles/staff/people/users.tsx'),
  route('users/:id', 'consoles/staff/people/user.tsx'),
  route('messages/:id', 'consoles/staff/people/message.tsx'),
  route('users/:id/identity', 'consoles/staff/people/identity-check.tsx'),
  route('identity-checks', 'consoles/staff/people/identity-checks.tsx'),
  route('audit', 'consoles/staff/operations/audit.tsx'),
  route('jobs', 'consoles/staff/operations/jobs.tsx'),
  route('views', 'consoles/staff/reports/views.tsx'),
  route('exports', 'consoles/staff/reports/exports.tsx'),
])

const partner = [
  route('partner.webmanifest', 'consoles/partner/manifest.ts'),
  // As large as the screen, so outside the frame.
  route('partner/scan', 'consoles/partner/scan.tsx'),
  route('partner/scan/:key', 'consoles/partner/result.tsx'),
  // Without a path of its own, so that a form on the first page is not taken for one of the frame.
  layout('consoles/partner/layout.tsx', [
    route('partner', 'consoles/partner/home.tsx'),
    route('partner/scans/:id/undo', 'consoles/partner/undo.tsx'),
    route('partner/settlements', 'consoles/partner/settlements.tsx'),
    route('partner/settlements/:id', 'consoles/partner/settlement.tsx'),
  ]),
]

export const consoles: RouteConfigEntry[] = [development, staff, ...partner]
