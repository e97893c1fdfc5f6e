/** Packs: the list, one pack. */
import type { packs as master } from '../fr/packs.ts'

export const packs: Record<keyof typeof master, string> = {
  'packs.title': 'Packs',
  'packs.lead': 'Real moments at our partners’, to be given together.',
  'packs.category': 'Kind',
  'packs.category.restaurant': 'Restaurant',
  'packs.category.spa': 'Well-being',
  'packs.category.cinema': 'Cinema',
  'packs.category.experience': 'Experience',
  'packs.all': 'All',
  'packs.city': 'Town',
  'packs.everywhere': 'Everywhere',
  'packs.filter': 'Filter',
  'packs.see_all': 'See all packs',
  'packs.none': 'No pack here at the moment',
  'packs.none.text': 'Try another town or another kind.',
  'packs.few_left': '{count, plural, =0 {sold out} one {last one!} other {only # left}}',
  'packs.validity': 'valid for {days, plural, one {# day} other {# days}}',
  'packs.choose': 'Start a pot for this pack',
  'packs.unavailable': 'This pack can no longer be had',
  'packs.unavailable.text': 'Those who bought it can still use it.',
  'packs.price_hint': 'The price is fixed once the pot opens.',
  'packs.venues': 'Where to enjoy it',
  'packs.terms': 'Terms',
}
