/** The frame of every Tutor page. */
export const shell = {
  'offline.text':
    'Exercises that were answered stay on this device and are sent when the network is back. If you were paying, look first what has arrived before paying again.',
  'tutor.nav.sign_in': 'Sign in',
  'tutor.nav.mine': 'My page',
  'tutor.foot': 'Made in Egypt, for children and their families.',
  'tutor.foot.receipts': 'Verify a receipt of consent',
  'tutor.foot.texts': 'Privacy',

  'tutor.texts.title': 'Privacy, and what we ask you to allow',
  'tutor.texts.lead':
    'Each purpose with its text, word for word as you read it before you answer. You decide on each one, and can take it back at any time.',
  'tutor.texts.all': 'All texts',
  'tutor.texts.since': 'in force since {date}',
} as const
