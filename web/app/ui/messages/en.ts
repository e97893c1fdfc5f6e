/** Wording that every product shares, in English. */
import type { fr } from './fr.ts'

export const en: Record<keyof typeof fr, string> = {
  'shell.skip': 'Skip to content',
  'shell.nav': 'Main menu',
  'shell.language': 'Language',

  'form.busy': 'One moment…',
  'form.optional': 'optional',
  'form.invalid': 'Please check the fields marked below.',
  'form.failed': 'Your request did not go through. Please try again.',

  'progress.label': '{percent}% of the goal',
  'progress.of': 'of {target}',

  'timeline.done': 'done',
  'timeline.current': 'in progress',
  'timeline.next': 'to come',
  'timeline.failed': 'failed',

  'pagination.label': 'Pages',
  'pagination.first': '← Back to the start',
  'pagination.next': 'More →',

  'error.home': 'Back to the home page',
  'error.retry': 'Try again',
  'error.reference': 'Number to give to support: {id}',
  'error.not_found.title': 'This page does not exist',
  'error.not_found.text': 'The link may be incomplete, or the page was taken down.',
  'error.forbidden.title': 'This page is not for you',
  'error.forbidden.text': 'You are signed in, but your account has no access to it.',
  'error.too_many.title': 'Easy now…',
  'error.too_many.text': 'Too many requests in a short time. Wait a moment and try again.',
  'error.internal.title': 'Something went wrong on our side',
  'error.internal.text': 'The error is on our record. Please try again in a moment.',
  'error.unavailable.title': 'We will be right back',
  'error.unavailable.text': 'The service is not answering right now. Nothing is lost: please try again in a moment.',
}
