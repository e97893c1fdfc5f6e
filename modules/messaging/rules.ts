/** Pure parts: filling a message's text, masking an address, deciding on the next try. */
import { IntlMessageFormat } from 'intl-messageformat'
import type { Message, MessageText } from '../../kernel/messages.ts'

/** The text in the person's language; English when the message does not speak it. */
export function textFor(message: Message, locale: string): MessageText {
  return message.text[locale.split('-')[0]!] ?? message.text.en
}

/** Fills an ICU text. A value that is missing is a bug and throws. French elides before the vowel of a name: `la cagnotte d’Awa`. */
export function fill(text: string, locale: string, values: Readonly<Record<string, string>>): string {
  const said = String(new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).format(values))
  return /^fr\b/.test(locale) ? said.replace(/\b([Dd])e (?=[AEIOUÀÂÉÈÊËÎÏÔÛŒ])/g, '$1’') : said
}

/** Enough of an address to recognise it, not enough to use it: `+221 77 ••• •• 67`, `a•••@example.sn`. */
export function mask(address: string): string {
  const at = address.indexOf('@')
  if (at > 0) return `${address[0]}•••${address.slice(at)}`
  return `${address.slice(0, 6)}•••••${address.slice(-2)}`
}

/** Seconds to wait before try number `attempt + 1`. */
export function backoffSeconds(attempt: number): number {
  return Math.min(3600, 5 * 4 ** attempt)
}

export const ATTEMPTS_MAX = 6
