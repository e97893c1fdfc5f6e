/** The home page. */
import type { home as master } from '../fr/home.ts'

export const home: Record<keyof typeof master, string> = {
  'home.description':
    'Open a birthday pot, invite friends and family to chip in with Wave, and give a real moment in Dakar, Thiès or Saint-Louis.',
  'home.kicker': 'Birthday pots',
  'home.title': 'A birthday is better when everyone chips in.',
  'home.lead':
    'Open a pot, send the link on WhatsApp, and everyone puts in what they like with Wave. On the day, the money becomes a real moment: a table at Les Almadies, a spa treatment, a day by pirogue.',
  'home.start': 'Start my pot',
  'home.see_pots': 'See some pots',
  'home.see_packs': 'See all packs',
  'home.promise.free': 'Giving is free of charge',
  'home.promise.account': 'No account to chip in',
  'home.promise.back': 'Refunded if it falls through',

  'home.example': 'An example of a pot',
  'home.example.title': 'Sokhna turns 30',
  'home.example.birthday': 'Sokhna’s birthday, Saturday 12 December',
  'home.example.days': '12',
  'home.example.unit': 'days',
  'home.example.count': '8 people have chipped in',
  'home.example.message': 'A long and happy life to you, my sister!',
  'home.example.by': 'Modou, a minute ago',

  'home.steps.title': 'Three steps, one gift',
  'home.steps.open.title': 'Open',
  'home.steps.open.text':
    'Pick a pack and give the date. The pot opens by itself {days, plural, one {one day} other {# days}} before the birthday.',
  'home.steps.give.title': 'Share',
  'home.steps.give.text':
    'Send the link on WhatsApp. Friends and family give in a minute, without an account, under their name or in secret.',
  'home.steps.enjoy.title': 'Celebrate',
  'home.steps.enjoy.text': 'The pack is yours: show your QR code at the partner’s, they scan it, and off you go.',

  'home.better.title': 'Better than passing the hat in the group chat',
  'home.better.who.before': '“Who has sent theirs already?”',
  'home.better.who.after': 'Every gift shows up the second it arrives. No more screenshots to check.',
  'home.better.where.before': '“So who has the money?”',
  'home.better.where.after': 'Nobody: it is kept in the pot, and no one can take it out as cash.',
  'home.better.if.before': '“Are we calling it off, then?”',
  'home.better.if.after': 'Everyone gets all of it back on their Wave account. Without having to ask.',

  'home.trust.title': 'You always know where the money is',
  'home.trust.text': 'Every franc is followed, and the pot shows it to everyone who gave.',
  'home.trust.wave': 'Wave',
  'home.trust.wave.text': 'You pay on Wave’s page, as you always do.',
  'home.trust.pot': 'The pot',
  'home.trust.pot.text': 'There the money waits for the birthday, out of reach.',
  'home.trust.voucher': 'The voucher',
  'home.trust.voucher.text': 'The pot buys the chosen pack, at the price announced.',
  'home.trust.partner': 'The partner',
  'home.trust.partner.text': 'They are paid when they scan the code, not before.',

  'home.packs.title': 'Moments worth telling',

  'home.faq.title': 'What if…',
  'home.faq.short': 'money is missing on the day?',
  'home.faq.short.text':
    'The birthday person has {days, plural, one {# day} other {# days}} to make up the rest or pick a less expensive pack. Otherwise everyone gets all of it back.',
  'home.faq.over': 'we go past the target?',
  'home.faq.over.text': 'All the better! Whatever is over becomes Wolo credit for the birthday person.',
  'home.faq.late': 'I pay too late?',
  'home.faq.late.text':
    'Your money is kept apart and you choose: a refund, or credit for the birthday person. Without an answer within {days, plural, one {# day} other {# days}} you are refunded.',
  'home.faq.unused': 'the gift is never picked?',
  'home.faq.unused.text':
    'Whatever is not spent {days, plural, one {# day} other {# days}} after the birthday goes back to those who gave.',
  'home.faq.lost': 'I lose track of my gift?',
  'home.faq.lost.text':
    'Once you have paid, a page of your own says where your money is. Leave your number and we text you the link.',
  'home.faq.minor': 'the birthday person is a minor?',
  'home.faq.minor.text': 'A parent or guardian agrees first, and the pot stays private.',
  'home.faq.cost': 'it costs me something?',
  'home.faq.cost.text': 'Nothing more than what you give. Opening a pot is free, and giving has no fee.',

  'home.close.title': 'Is somebody’s birthday coming up?',
}
