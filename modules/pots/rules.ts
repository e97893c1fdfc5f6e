/**
 * Pure decisions of pots: what may follow what, which money goes where, who sees what. No clock and no database: what they
 * need comes in. When a pot opens and its deadlines are in calendar.ts.
 */

export type PotStatus = 'scheduled' | 'open' | 'funded' | 'closed' | 'expired'

/**
 * Forward only. `funded` stays when a refund takes the pot below its target again: what counts for buying is the balance,
 * never the status. `closed` has a pack (or was given up before it opened), `expired` gave everything back.
 */
export const POT_NEXT: Readonly<Record<PotStatus, readonly PotStatus[]>> = {
  scheduled: ['open', 'closed'],
  open: ['funded', 'closed', 'expired'],
  funded: ['closed', 'expired'],
  closed: [],
  expired: [],
}

/** Why a pot ended. */
export type EndReason = 'bought' | 'cancelled' | 'failed_pot' | 'unspent' | 'fraud' | 'user_request' | 'admin_action'

export type GiftStatus =
  'pending' | 'failed' | 'expired' | 'received' | 'held' | 'credited' | 'refunding' | 'refund_failed' | 'refunded'

/**
 * A payment that failed or expired may still succeed later: the provider decides, not we. `held` is money that came too late
 * for the pot and waits for its donor's choice.
 */
export const GIFT_NEXT: Readonly<Record<GiftStatus, readonly GiftStatus[]>> = {
  pending: ['failed', 'expired', 'received', 'held'],
  // Given back where other money came than was asked for (refundableFrom).
  failed: ['failed', 'expired', 'received', 'held', 'refunding'],
  expired: ['received', 'held'],
  received: ['refunding'],
  held: ['credited', 'refunding'],
  credited: [],
  refunding: ['refunded', 'refund_failed'],
  refund_failed: ['refunding'],
  refunded: [],
}

export function mayFollow<S extends string>(next: Readonly<Record<S, readonly S[]>>, from: S, to: S): boolean {
  return next[from].includes(to)
}

/** The statuses from which `to` may be reached, for a conditional update. */
export function before<S extends string>(next: Readonly<Record<S, readonly S[]>>, to: S): S[] {
  return (Object.keys(next) as S[]).filter((from) => next[from].includes(to))
}

export function takesGifts(status: PotStatus): boolean {
  return status === 'open' || status === 'funded'
}

/** What to do with money that arrived for a gift. `ignore`: the same news again. */
export function fateOfMoney(gift: GiftStatus, pot: PotStatus): 'apply' | 'hold' | 'ignore' {
  if (!mayFollow(GIFT_NEXT, gift, 'received')) return 'ignore'
  return takesGifts(pot) ? 'apply' : 'hold'
}

export interface Total {
  /** Gifts in the pot that were not given back; stays when the pack is bought. */
  readonly raised_minor: bigint
  /** What the owner added from credit. */
  readonly topped_up_minor: bigint
}

/** What the pot's account holds while nothing is spent. */
export function available(total: Total): bigint {
  return total.raised_minor + total.topped_up_minor
}

/** What is missing for `needed`; never negative. */
export function missing(total: Total, needed: bigint): bigint {
  const gap = needed - available(total)
  return gap > 0n ? gap : 0n
}

/** What is left over once `price` is paid, for the owner's credit. Undefined when the money does not suffice. */
export function surplus(total: Total, price: bigint): bigint | undefined {
  const rest = available(total) - price
  return rest < 0n ? undefined : rest
}

/** What the pot has to reach: the frozen price of its pack, else its target. */
export function neededFor(pot: { target_minor: bigint; pack: { price_minor: string } | null }): bigint {
  return pot.pack ? BigInt(pot.pack.price_minor) : pot.target_minor
}

/**
 * Whether the owner may take another pack than the one donors gave for: only when none was announced, when it cannot be had
 * any more, or while the pot falls short.
 */
export function mayPick(
  pot: { pack_id: string | null; pack_gone_at: unknown; short_since: unknown },
  wanted: string,
): boolean {
  return pot.pack_id === null || pot.pack_id === wanted || pot.pack_gone_at !== null || pot.short_since !== null
}

/** Why a gift failed whose money came all the same, other than asked for: it never counts, and waits to be given back. */
export const AMOUNT_DIFFERS = 'amount_differs'

/** Where the money of a gift lies, if it can be given back: in its pot, or not yet given a purpose. */
export function refundableFrom(gift: {
  status: GiftStatus
  reason: string | null
  applied_at: unknown
}): 'pot' | 'unapplied' | undefined {
  if (gift.status === 'failed' && gift.reason === AMOUNT_DIFFERS) return 'unapplied'
  if (gift.status !== 'received' && gift.status !== 'held' && gift.status !== 'refund_failed') return undefined
  return gift.applied_at === null ? 'unapplied' : 'pot'
}

/**
 * The steps of the public timeline, in the order they are told when they fall on one instant. First those of a pot, then
 * those of one gift.
 */
export const STEPS = [
  'created',
  'guardian_asked',
  'guardian_declined',
  'guardian_approved',
  'rescheduled',
  'opened',
  'first_gift',
  'target_reached',
  'pack_gone',
  'pack_changed',
  'short',
  'topped_up',
  'short_covered',
  'pack_bought',
  'redeemed',
  'redemption_undone',
  'voucher_expired',
  'voucher_cancelled',
  'ended',
  'refunds_done',
  'started',
  'payment_failed',
  'payment_expired',
  'received',
  'held',
  'credited',
  'refunding',
  'refund_failed',
  'refunded',
] as const
export type Step = (typeof STEPS)[number]

export interface OpeningFacts {
  readonly status: PotStatus
  readonly opensAt: Temporal.Instant
  readonly birthday: Temporal.PlainDate
  readonly now: Temporal.Instant
  readonly today: Temporal.PlainDate
  readonly minor: boolean
  readonly guardianApproved: boolean
}

/** What to do with a pot that waits: `roll` moves it to the next birthday, since it may never open on or after one. */
export function openingOf(facts: OpeningFacts): 'open' | 'wait' | 'guardian' | 'roll' | 'already' {
  if (facts.status !== 'scheduled') return 'already'
  if (Temporal.PlainDate.compare(facts.today, facts.birthday) >= 0) return 'roll'
  if (Temporal.Instant.compare(facts.now, facts.opensAt) < 0) return 'wait'
  return facts.minor && !facts.guardianApproved ? 'guardian' : 'open'
}

export type Visibility = 'public' | 'link' | 'private'
export type Viewer = 'public' | 'owner' | 'staff' | 'partner'

interface GiftSecrets {
  readonly is_anonymous: boolean
  readonly show_amount: boolean
}
interface PotSettings {
  readonly visibility: Visibility
  readonly show_names: boolean
  readonly allow_messages: boolean
}

/**
 * Who sees what of a gift. An anonymous name is hidden from everybody but staff with a reason to look (refunds, the law);
 * the amount can be hidden apart from it. A partner sees nothing at all. The public statements of the store do the same in
 * SQL; a test holds the two together.
 */
export function seenOfGift(
  viewer: Viewer,
  gift: GiftSecrets,
  pot: PotSettings,
): { gift: boolean; name: boolean; amount: boolean; message: boolean } {
  switch (viewer) {
    case 'partner':
      return { gift: false, name: false, amount: false, message: false }
    case 'staff':
      return { gift: true, name: !gift.is_anonymous, amount: true, message: true }
    case 'owner':
      return { gift: true, name: !gift.is_anonymous, amount: true, message: true }
    case 'public': {
      const gifts = pot.visibility !== 'private'
      return {
        gift: gifts,
        name: gifts && pot.show_names && !gift.is_anonymous,
        amount: gifts && gift.show_amount,
        message: gifts && pot.allow_messages,
      }
    }
  }
}

/** The rules a donor is shown before paying, as they stood when the pot opened. Codes and values; the pages word them. */
export interface FrozenPolicy {
  readonly over_target: 'accepted'
  readonly surplus: 'owner_credit'
  readonly shortfall: 'refund_donors'
  readonly late_money: 'donor_chooses'
  readonly pack_price: 'frozen_at_opening'
  readonly expired_voucher: 'owner_credit'
  readonly opens_days_before: number
  readonly shortfall_days: number
  readonly late_money_days: number
  readonly unverified_refund_days: number
  readonly gift_min_minor: string
  readonly gift_max_minor: string
}

/** A thank-you is words for people who gave: an address in it could lead them anywhere. */
export function holdsLink(text: string): boolean {
  return /https?:|www\.|[a-z0-9-]\.(?:com|net|org|info|biz|sn|io|me|co|app|xyz|site|link|shop|ly|tk|ru|fr)\b/i.test(
    text,
  )
}

const SLUG_ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz'

/** The end of a share link: readable name, then ten characters nobody can guess. `random` gives 10 bytes. */
export function slugOf(name: string, random: Uint8Array): string {
  const readable = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 24)
  const tail = [...random.subarray(0, 10)].map((byte) => SLUG_ALPHABET[byte % SLUG_ALPHABET.length]).join('')
  return readable === '' ? tail : `${readable}-${tail}`
}

/** A share link's end, as the router may see it. */
export const SLUG = '^[a-z0-9-]{8,40}$'
