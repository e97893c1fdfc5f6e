/**
 * Every page and its address. A product sees its own folder (the first part of a route's id), the consoles and what is not in
 * any product's folder; add a page by adding its line.
 */
import { index, layout, route, type RouteConfig } from '@react-router/dev/routes'
import { consoles } from './consoles/routes.ts'
import { learner } from './tutor/learner/routes.ts'
import { guardian } from './tutor/guardian/routes.ts'

/** Signing in and one's own account: the same pages in each product's frame. */
const account = layout('account/layout.tsx', [
  route('sign-in/code', 'account/sign-in/code.tsx'),
  route('sign-in/email', 'account/sign-in/email.tsx'),
  route('sign-in/second-factor', 'account/sign-in/second-factor.tsx'),
  route('sign-up', 'account/sign-in/sign-up.tsx'),
  route('sign-out', 'account/sign-in/sign-out.tsx'),
  route('confirm-email', 'account/sign-in/confirm-email.tsx'),
  route('reset-password', 'account/sign-in/reset-password.tsx'),
  route('too-large', 'account/too-large.tsx'),
  route('welcome', 'account/welcome.tsx'),
  route('notifications', 'account/notifications.tsx'),
  route('account', 'account/account.tsx'),
  route('account/phone', 'account/phone.tsx'),
  route('account/identity', 'account/identity.tsx'),
  route('account/sessions', 'account/sessions.tsx'),
  route('account/security', 'account/security.tsx'),
  route('account/security/enrolment', 'account/enrolment.tsx'),
  route('account/addresses', 'account/addresses.tsx'),
  route('account/preferences', 'account/preferences.tsx'),
])

const wolo = layout('wolo/layout.tsx', [
  index('wolo/home.tsx'),
  route('sign-in', 'account/sign-in/phone.tsx', { id: 'wolo/sign-in' }),
  route('dashboard', 'wolo/dashboard.tsx'),
  route('guardians', 'wolo/account/guardians.tsx'),
  route('guardian/:token', 'wolo/account/guardian-invitation.tsx'),
  route('wards', 'wolo/account/wards.tsx'),
  route('preview.jpg', 'wolo/preview/home.ts'),
  route('packs', 'wolo/packs/list.tsx'),
  route('packs/:id/preview.jpg', 'wolo/preview/pack.ts'),
  route('packs/:id', 'wolo/packs/pack.tsx'),
  route('vouchers/:id', 'wolo/packs/voucher.tsx'),
  route('pots/new', 'wolo/pots/new.tsx'),
  route('pots/new/words', 'wolo/pots/making/words.tsx'),
  route('pots/new/cover', 'wolo/pots/making/cover.tsx'),
  route('pots/new/rules', 'wolo/pots/making/rules.tsx'),
  route('pots/new/preview', 'wolo/pots/making/preview.tsx'),
  route('pots/:id', 'wolo/pots/mine.tsx'),
  route('pots/:id/edit', 'wolo/pots/edit.tsx'),
  route('pots/:id/history', 'wolo/pots/history/history.tsx'),
  route('pots/:id/buy', 'wolo/pots/buy.tsx'),
  route('pots/:id/thanks', 'wolo/pots/thanks.tsx'),
  route('p', 'wolo/pots/list.tsx'),
  route('p/:slug', 'wolo/pots/public.tsx'),
  route('p/:slug/gifts', 'wolo/pots/public-gifts.tsx'),
  route('p/:slug/preview.jpg', 'wolo/preview/pot.ts'),
  route('p/:slug/give', 'wolo/gift/give.tsx'),
  route('p/:slug/share', 'wolo/pots/share-redirect.ts'),
  route('g/:id', 'wolo/gift/status.tsx'),
])

// Alone on the screen or on a sheet, so outside the frame.
const woloBare = [
  route('vouchers/:id/show', 'wolo/packs/voucher-show.tsx'),
  route('vouchers/:id/paper', 'wolo/packs/voucher-paper.tsx'),
  route('pots/:id/poster', 'wolo/poster/poster.tsx'),
]

const tutor = layout('tutor/layout.tsx', [
  index('tutor/home.tsx'),
  route('sign-in', 'tutor/sign-in/choice.tsx'),
  route('sign-in/phone', 'account/sign-in/phone.tsx', { id: 'tutor/sign-in/phone' }),
  route('sign-in/learner', 'tutor/sign-in/learner.tsx'),
  route('texts', 'tutor/texts.tsx'),
  route('dashboard', 'tutor/dashboard.ts'),
  ...learner,
  ...guardian,
])

// Asked for by browsers and search engines, in no frame.
const files = [
  route('service-worker.js', 'offline/script.ts'),
  route('offline', 'offline/page.tsx'),
  route('favicon.ico', 'favicon.ts'),
  route('robots.txt', 'wolo/robots.ts'),
  route('sitemap.xml', 'wolo/sitemap.ts'),
  route('robots.txt', 'tutor/robots.ts'),
  route('sitemap.xml', 'tutor/sitemap.ts'),
  route('manifest.webmanifest', 'tutor/manifest.ts'),
]

const development = [route('design', 'design/page.tsx'), route('design/themes.css', 'design/themes.ts')]

export default [
  account,
  wolo,
  ...woloBare,
  tutor,
  ...consoles,
  ...files,
  ...development,
  route('*', 'not-found.tsx'),
] satisfies RouteConfig
