/**
 * Every page and its address. A product sees its own folder, the consoles and what is not in any product's folder; add a
 * page by adding its line.
 */
import { index, layout, route, type RouteConfig } from '@react-router/dev/routes'
import { consoles } from './consoles/routes.ts'

const wolo = layout('wolo/layout.tsx', [
  index('wolo/home.tsx'),
  route('sign-in', 'wolo/sign-in/phone.tsx'),
  route('sign-in/code', 'wolo/sign-in/code.tsx'),
  route('sign-in/email', 'wolo/sign-in/email.tsx'),
  route('sign-in/second-factor', 'wolo/sign-in/second-factor.tsx'),
  route('sign-up', 'wolo/sign-in/sign-up.tsx'),
  route('sign-out', 'wolo/sign-in/sign-out.tsx'),
  route('confirm-email', 'wolo/sign-in/confirm-email.tsx'),
  route('reset-password', 'wolo/sign-in/reset-password.tsx'),
  route('welcome', 'wolo/account/welcome.tsx'),
  route('dashboard', 'wolo/dashboard.tsx'),
  route('notifications', 'wolo/account/notifications.tsx'),
  route('account', 'wolo/account/account.tsx'),
  route('account/phone', 'wolo/account/phone.tsx'),
  route('account/identity', 'wolo/account/identity.tsx'),
  route('account/sessions', 'wolo/account/sessions.tsx'),
  route('account/security', 'wolo/account/security.tsx'),
  route('account/security/enrolment', 'wolo/account/enrolment.tsx'),
  route('account/addresses', 'wolo/account/addresses.tsx'),
  route('account/preferences', 'wolo/account/preferences.tsx'),
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

// Asked for by browsers and search engines, in no frame.
const files = [
  route('service-worker.js', 'offline/script.ts'),
  route('offline', 'offline/page.tsx'),
  route('favicon.ico', 'favicon.ts'),
  route('robots.txt', 'wolo/robots.ts'),
  route('sitemap.xml', 'wolo/sitemap.ts'),
]

const development = [route('design', 'design/page.tsx'), route('design/themes.css', 'design/themes.ts')]

export default [
  wolo,
  ...woloBare,
  ...consoles,
  ...files,
  ...development,
  route('*', 'not-found.tsx'),
] satisfies RouteConfig
