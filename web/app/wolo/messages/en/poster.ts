/** The poster of a pot. */
import type { poster as master } from '../fr/poster.ts'

export const poster: Record<keyof typeof master, string> = {
  'poster.title': 'The poster of the pot',
  'poster.hint':
    'One A4 page to print and hang up, or to save as a PDF and send. The code can be read from two metres away.',
  'poster.print': 'Print the poster',
  'poster.no_script': 'To print, open the menu of your browser and choose “Print”.',
  'poster.back': 'Back to my pot',
  'poster.when': '{name}’s birthday, {date}',
  'poster.code': 'QR code that leads to {address}',
  'poster.step_1': 'Scan the code',
  'poster.step_1.text': 'with your phone’s camera',
  'poster.step_2': 'Choose an amount',
  'poster.step_2.text': 'any you like, with a few words',
  'poster.step_3': 'Pay with Wave',
  'poster.step_3.text': 'no account, no fees',
  'poster.or': 'Or type this address:',
}
