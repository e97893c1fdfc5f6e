/** Wording that every product shares, in English. */
import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  'shell.skip': 'Skip to content',
  'shell.nav': 'Main menu',
  'shell.language': 'Language',
  'shell.digits': 'Numerals',
  'shell.help': 'A question? Write to us:',

  'form.busy': 'One moment…',
  'form.optional': 'optional',
  'form.invalid': 'Please check the fields marked below.',
  'form.failed': 'Your request did not go through. Please try again.',
  'form.second_factor': 'Code from your authenticator',
  'form.second_factor.hint': '6 digits, or a recovery code.',

  'progress.label': '{percent}% of the goal',
  'progress.of': 'of {target}',

  'timeline.done': 'done',
  'timeline.current': 'in progress',
  'timeline.next': 'to come',
  'timeline.failed': 'please note',

  'pagination.label': 'Pages',
  'pagination.first': '← Back to the start',
  'pagination.next': 'More →',

  'offline.title': 'No network',
  'offline.text':
    'Your phone is not connected. No money moves meanwhile: try again once the network is back. If you had just sent something, look first whether it has arrived.',
  'offline.partner':
    'A voucher cannot be checked without a network: do not serve the guest before you have seen the result. Try again once the network is back.',

  'error.home': 'Back to the home page',
  'error.retry': 'Try again',
  'error.reference': 'Number to give to support: {id}',
  'error.not_found.title': 'This page does not exist',
  'error.not_found.text':
    'The link may be incomplete, or the page was taken down. If somebody sent it to you, ask them for it again.',
  'error.too_large.title': 'That is too large for us',
  'error.too_large.text':
    'The file is too big, or the text too long. Nothing was saved: choose a lighter photo or write less.',
  'error.too_large.back': 'Back to the form',
  'error.forbidden.title': 'This page is not for you',
  'error.forbidden.text': 'You are signed in, but your account has no access to it.',
  'error.too_many.title': 'Easy now…',
  'error.too_many.text': 'Too many requests in a short time. Wait a moment and try again.',
  'error.too_many.wait':
    'Too many requests in a short time. Try again {minutes, plural, =0 {in less than a minute} one {in a minute} other {in # minutes}}: nothing is lost.',
  'error.gone.title': 'This link has expired',
  'error.gone.text': 'Ask whoever sent it to you for a new one.',
  'error.internal.title': 'Something went wrong on our side',
  'error.internal.text': 'The error is on our record. Please try again in a moment.',
  'error.unavailable.title': 'We will be right back',
  'error.unavailable.text': 'The service is not answering right now. Nothing is lost: please try again in a moment.',
}
