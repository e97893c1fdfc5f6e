/** Things as search and story name them: where each has its page, and what they are called. No words, no elements. */

/** One thing of the API's search or story. */
export interface Thing {
  readonly kind: string
  readonly id: string
  readonly title: string
  readonly state: string | null
  readonly at: string | null
  readonly amount_minor?: string
  readonly currency?: string
  readonly facts?: Readonly<Record<string, string>>
}

export interface Step {
  readonly at: string
  readonly kind: string
  readonly ref: string
  readonly code: string
  readonly facts: Readonly<Record<string, string>>
}

export interface Story {
  readonly about: Thing
  readonly things: readonly Thing[]
  readonly steps: readonly Step[]
  readonly hidden: readonly string[]
  readonly cut_off: boolean
}

const PAGES: Readonly<Record<string, string>> = {
  user: 'users',
  pot: 'pots',
  gift: 'gifts',
  payment: 'payments',
  webhook: 'webhooks',
  transfer: 'ledger/transfers',
  account: 'ledger/accounts',
  payout: 'payouts',
  settlement: 'settlements',
  voucher: 'vouchers',
  message: 'messages',
  partner: 'partners',
  pack: 'packs',
  subscription: 'subscriptions',
  invoice: 'invoices',
  credit_note: 'invoices',
}

const KINDS: Readonly<Record<string, string>> = {
  usr: 'user',
  pot: 'pot',
  gif: 'gift',
  pay: 'payment',
  trf: 'transfer',
  acc: 'account',
  pyo: 'payout',
  stl: 'settlement',
  vch: 'voucher',
  msg: 'message',
  prt: 'partner',
  pck: 'pack',
  sub: 'subscription',
  inv: 'invoice',
}

/** The page of a thing; what has none of its own is on the page of what it belongs to. */
export function pageOf({ kind, id, facts }: Pick<Thing, 'kind' | 'id' | 'facts'>): string | undefined {
  const home = PAGES[kind]
  if (home) return `/staff/${home}/${encodeURIComponent(id)}`
  const owner = facts?.['payment'] ?? facts?.['gift'] ?? facts?.['pot']
  return owner && pageOfRef(owner)
}

/** The page of a prefixed id; `evt_` is the provider's event. */
export function pageOfRef(ref: string): string | undefined {
  const prefix = ref.split('_', 1)[0]!
  if (prefix === 'evt') return pageOf({ kind: 'webhook', id: ref.slice(4) })
  const kind = KINDS[prefix]
  return kind && pageOf({ kind, id: ref })
}

/** A payment made for a gift tells nothing the gift does not: it is left to the gift's page. */
export function withoutPaymentsOf(things: readonly Thing[]): Thing[] {
  const gifts = new Set(things.filter(({ kind }) => kind === 'gift').map(({ facts }) => facts?.['payment']))
  return things.filter(({ kind, id }) => kind !== 'payment' || !gifts.has(id))
}

/** The order in which whoever answers a call wants them. */
const ORDER = ['user', 'gift', 'subscription', 'invoice', 'credit_note', 'payment', 'pot', 'voucher', 'refund', 'payout', 'settlement', 'partner', 'pack', 'webhook', 'transfer', 'account', 'message'] // prettier-ignore

export function inOrder(things: readonly Thing[]): Thing[] {
  const place = ({ kind }: Thing) => (ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length)
  return things.toSorted((a, b) => place(a) - place(b))
}
