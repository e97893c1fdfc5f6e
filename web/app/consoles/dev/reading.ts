/** Reading the development outbox: who a message was for, which code it carries, which links. Pure functions. */

/** The newest group first, each with its newest message first, as the API lists them. */
export function groupByAddress<M extends { readonly address: string }>(
  messages: readonly M[],
): { address: string; messages: M[] }[] {
  const groups = new Map<string, M[]>()
  for (const message of messages) {
    const group = groups.get(message.address)
    if (group) group.push(message)
    else groups.set(message.address, [message])
  }
  return [...groups].map(([address, ofAddress]) => ({ address, messages: ofAddress }))
}

/** Numbers match however they are written; an e-mail address by any part of it. */
export function matchesAddress(address: string, asked: string): boolean {
  if (asked === '') return true
  const digits = asked.replace(/^(\+|00)/, '').replace(/[\s().-]/g, '')
  if (/^\d+$/.test(digits)) return address.replace(/\D/g, '').includes(digits)
  return address.toLowerCase().includes(asked.toLowerCase())
}

/** The one-time code of a message: six digits that stand alone. */
export function codeOf(body: string): string | undefined {
  return /(?<![\d/=_-])\d{6}(?![\d/=_-])/.exec(body)?.[0]
}

/** A message cut at its links. */
export function partsOf(body: string): { text: string; href?: string }[] {
  return body
    .split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/)
    .filter((text) => text !== '')
    .map((text) => (/^https?:\/\//.test(text) ? { text, href: text } : { text }))
}
