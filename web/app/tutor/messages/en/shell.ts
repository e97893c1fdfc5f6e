/** The frame of every Tutor page. */
export const shell = {
  'tutor.tagline': 'Learning, one step at a time.',
  'tutor.nav.sign_in': 'Sign in',
  'tutor.nav.mine': 'My page',
  'tutor.foot': 'Made in Egypt, for children and their families.',
  'tutor.foot.receipts': 'Verify a receipt of consent',
} as const
