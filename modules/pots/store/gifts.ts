/** SQL of gifts: from the wish to pay to the money in the pot, or back at the donor's. Refund requests are in refunds.ts. */
import { statement } from '../../../kernel/db/statement.ts'
import type { GiftStatus } from '../rules.ts'

export interface GiftRow {
  owner_id: string
  id: string
  pot_id: string
  payment_id: string
  status: GiftStatus
  reason: string | null
  amount_minor: bigint
  currency: string
  donor_id: string | null
  donor_subject: string
  donor_name: string | null
  sealed_name: Buffer | null
  sealed_phone: Buffer | null
  message: string | null
  is_anonymous: boolean
  show_amount: boolean
  locale: string
  created_at: Temporal.Instant
  paid_at: Temporal.Instant | null
  applied_at: Temporal.Instant | null
  held_at: Temporal.Instant | null
  choose_until: Temporal.Instant | null
  choice: 'refund' | 'credit' | null
  credited_at: Temporal.Instant | null
  refund_id: string | null
  refund_reason: string | null
  refund_attempts: number
  refund_retry_at: Temporal.Instant | null
  refund_error: string | null
  refunding_at: Temporal.Instant | null
  refunded_at: Temporal.Instant | null
}

const GIFT = `owner_id, id, pot_id, payment_id, status, reason, amount_minor, currency, donor_id, donor_subject, donor_name,
  sealed_name, sealed_phone, message, is_anonymous, show_amount, locale, created_at, paid_at, applied_at, held_at, choose_until,
  choice, credited_at, refund_id, refund_reason, refund_attempts, refund_retry_at, refund_error, refunding_at, refunded_at`

export const insertGift = statement(
  'pots.insert_gift',
  `insert into pots.gift (owner_id, id, pot_id, payment_id, transfer_id, status, amount_minor, currency, donor_id, donor_subject,
     donor_name, sealed_name, sealed_phone, message, is_anonymous, show_amount, locale, created_at)
   values ($1, $2, $3, $4, $5, 'pending', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
   on conflict (owner_id, id) do nothing`,
)
export const insertLink = statement(
  'pots.insert_gift_link',
  `insert into pots.gift_link (secret_hash, owner_id, gift_id) values ($1, $2, $3) on conflict (secret_hash) do nothing`,
)
export const findGift = statement<GiftRow>(
  'pots.find_gift',
  `select ${GIFT} from pots.gift where owner_id = $1 and id = $2`,
)
export const lockGift = statement<GiftRow>(
  'pots.lock_gift',
  `select ${GIFT} from pots.gift where owner_id = $1 and id = $2 for update`,
)
/** Wherever the owner of the pot lives: for staff. */
export const findGiftById = statement<GiftRow>(
  'pots.find_gift_by_id',
  `select ${GIFT} from pots.gift where id = $1 limit 1`,
)
/** By the secret of the donor's link. */
export const findGiftBySecret = statement<GiftRow>(
  'pots.find_gift_by_secret',
  `select ${GIFT} from pots.gift
   where (owner_id, id) in (select l.owner_id, l.gift_id from pots.gift_link l where l.secret_hash = $1) and id = $2`,
)

/** What came of an attempt to pay, without money. */
export const markUnpaid = statement(
  'pots.mark_unpaid',
  `update pots.gift set status = $3, reason = $4 where owner_id = $1 and id = $2 and status = any($5::text[])`,
)
export const receive = statement(
  'pots.receive_gift',
  `update pots.gift set status = 'received', paid_at = $3, applied_at = $4, reason = null
   where owner_id = $1 and id = $2 and status in ('pending', 'failed', 'expired')`,
)
export const hold = statement(
  'pots.hold_gift',
  `update pots.gift set status = 'held', paid_at = $3, held_at = $4, choose_until = $5, reason = $6
   where owner_id = $1 and id = $2 and status in ('pending', 'failed', 'expired')`,
)
export const credit = statement(
  'pots.credit_gift',
  `update pots.gift set status = 'credited', choice = 'credit', credited_at = $3
   where owner_id = $1 and id = $2 and status = 'held'`,
)
export const chooseRefund = statement(
  'pots.choose_refund',
  `update pots.gift set choice = 'refund' where owner_id = $1 and id = $2 and choice is null`,
)
/** The claim of a refund: of ten callers one gets it. */
export const startRefund = statement(
  'pots.start_refund',
  `update pots.gift set status = 'refunding', refund_id = $3, refund_reason = $4, refund_attempts = refund_attempts + 1,
     refund_retry_at = null, refund_error = null, refunding_at = $5
   where owner_id = $1 and id = $2
     and (status in ('received', 'held', 'refund_failed') or status = 'failed' and reason = 'amount_differs')`,
)
export const finishRefund = statement(
  'pots.finish_refund',
  `update pots.gift set status = 'refunded', refunded_at = $4
   where owner_id = $1 and id = $2 and refund_id = $3 and status = 'refunding'`,
)
export const failRefund = statement(
  'pots.fail_refund',
  `update pots.gift set status = 'refund_failed', refund_error = $4, refund_retry_at = $5
   where owner_id = $1 and id = $2 and refund_id = $3 and status = 'refunding'`,
)

export interface GiftPlace {
  owner_id: string
  id: string
}
/** Gifts of a pot whose money lies in it. */
export const listReceived = statement<GiftPlace>(
  'pots.list_received',
  `select owner_id, id from pots.gift where owner_id = $1 and pot_id = $2 and status = 'received' and id > $3
   order by id limit $4`,
)
/** Gifts whose money still has to reach its donor. */
export const countOwed = statement<{ owed: bigint }>(
  'pots.count_owed',
  `select count(*) as owed from pots.gift
   where owner_id = $1 and pot_id = $2 and status in ('received', 'refunding', 'refund_failed')`,
)
/** Late gifts whose donor did not choose in time. Crosses owners: each is then taken up on its own. */
export const listUnchosen = statement<GiftPlace>(
  'pots.list_unchosen',
  `select owner_id, id from pots.gift where status = 'held' and choose_until <= $1 order by choose_until limit $2`,
)
/** Refunds to try again. Crosses owners. */
export const listRefundsToRetry = statement<GiftPlace>(
  'pots.list_refunds_to_retry',
  `select owner_id, id from pots.gift where status = 'refund_failed' and refund_retry_at <= $1
   order by refund_retry_at limit $2`,
)

/** What the owner sees: all that is in the pot, newest first; the name of an anonymous donor is in no column of it. */
export interface OwnerGiftRow {
  id: string
  donor_name: string | null
  is_anonymous: boolean
  amount_minor: bigint
  message: string | null
  status: GiftStatus
  at: Temporal.Instant
}
export const listForOwner = statement<OwnerGiftRow>(
  'pots.list_gifts_for_owner',
  `select id, donor_name, is_anonymous, amount_minor, message, status, applied_at as at
   from pots.gift where owner_id = $1 and pot_id = $2 and applied_at is not null
     and ($3::timestamptz is null or (applied_at, id) < ($3::timestamptz, $4::uuid))
   order by applied_at desc, id desc limit $5`,
)
/** People to tell about the pot: donors whose money is in it. */
export const listDonors = statement<GiftRow>(
  'pots.list_donors',
  `select ${GIFT} from pots.gift where owner_id = $1 and pot_id = $2 and status = 'received' and id > $3 order by id limit $4`,
)

/** The same, each person once, at their last gift; who left nothing to know them by is a person for each gift. */
export const listPeople = statement<GiftRow>(
  'pots.list_people',
  `select distinct on (donor_subject) ${GIFT} from pots.gift
   where owner_id = $1 and pot_id = $2 and status = 'received' and donor_subject > $3
   order by donor_subject, applied_at desc, id desc limit $4`,
)

export const exportGiven = statement<Record<string, unknown>>(
  'pots.export_given',
  `select id, pot_id, status, amount_minor::text as amount_minor, currency, donor_name, message, is_anonymous, created_at, paid_at,
     refunded_at
   from pots.gift where donor_id = $1 order by created_at limit $2`,
)
/** The gift and its money stay; who gave it and what they wrote goes. */
export const eraseDonor = statement(
  'pots.erase_donor',
  `update pots.gift set donor_name = null, sealed_name = null, sealed_phone = null, message = null, donor_id = null
   where donor_id = $1`,
)
