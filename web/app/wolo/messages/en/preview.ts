/** Words on the pictures that messengers show with a link. Short: they are set in large letters. */
import type { preview as master } from '../fr/preview.ts'

export const preview: Record<keyof typeof master, string> = {
  'preview.birthday': '{name}’s birthday',
  'preview.days': '{days, plural, one {day left} other {days left}}',
  'preview.tomorrow': 'Tomorrow',
  'preview.today': 'Today',
  'preview.opens': 'Opens soon',
  'preview.given': 'The present is given!',
  'preview.ended': 'This pot has ended',
  'preview.join': 'Chip in for the present',
  'preview.first': 'Be the first to give',
  'preview.goal': 'goal {target}',
  'preview.of': 'of {target}',
  'preview.home.kicker': 'Birthday pots, in Senegal',
  'preview.home.title': 'Give them a beautiful birthday, together',
  'preview.home.strong': 'With Wave, no account',
  'preview.home.alt': 'Wolo: give them a beautiful birthday, together',
  'preview.pack.kicker': 'A present to give together',
  'preview.pack.at': 'at {partner}',
  'preview.pack.alt': '{pack}, at {partner}',
}
