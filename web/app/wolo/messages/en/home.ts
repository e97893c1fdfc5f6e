/** The home page. */
import type { home as master } from '../fr/home.ts'

export const home: Record<keyof typeof master, string> = {
  'home.description':
    'Open a birthday pot, invite friends and family to chip in with Wave, and give a real moment in Dakar, Thiès or Saint-Louis.',
  'home.kicker': 'Birthday pots',
  'home.title': 'A birthday is better when everyone chips in.',
  'home.lead':
    'Each of you puts in what you like, in two minutes, with Wave. On the day, the gift becomes a moment: a table at Pointe des Almadies, a spa treatment, a night by the river.',
  'home.start': 'Start my pot',
  'home.see_packs': 'See the packs',
  'home.steps.title': 'Three steps, one gift',
  'home.steps.open.title': 'Open',
  'home.steps.open.text':
    'Pick a pack and give the date. The pot opens by itself {days, plural, one {one day} other {# days}} before the birthday.',
  'home.steps.give.title': 'Share',
  'home.steps.give.text':
    'Send the link on WhatsApp. Friends and family give without an account, under their name or in secret.',
  'home.steps.enjoy.title': 'Celebrate',
  'home.steps.enjoy.text': 'The pack is yours: show your QR code at the partner’s, they scan it, and off you go.',
  'home.trust.title': 'You always know where the money is',
  'home.trust.text':
    'Every gift is followed franc by franc, from Wave to the partner, and the pot shows it to everyone who gave. Giving costs no fee. If it falls through, everyone is refunded.',
  'home.close.title': 'Is somebody’s birthday coming up?',
}
