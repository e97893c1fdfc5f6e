/**
 * SQL of the lists of gifts that staff leaf through: one literal statement per order, with and without a status, because each
 * reads its own index from where the last page ended. Bounds are always given, at their ends when nothing was asked, so that
 * the plan is the same whoever asks. All of them cross owners.
 */
import { statement, type Statement } from '../../../kernel/db/statement.ts'
import type { GiftStatus } from '../rules.ts'

export interface StaffGiftRow {
  id: string
  pot_id: string
  pot_title: string
  payment_id: string
  status: GiftStatus
  reason: string | null
  amount_minor: bigint
  currency: string
  donor_name: string | null
  is_anonymous: boolean
  created_at: Temporal.Instant
  paid_at: Temporal.Instant | null
  choose_until: Temporal.Instant | null
  refund_reason: string | null
  refund_attempts: number
  refund_retry_at: Temporal.Instant | null
  refund_error: string | null
  /** Staff asked for its refund, or for its whole pot's, and nobody has decided yet. */
  refund_requested: boolean
}

export const GIFT_ORDERS = ['newest', 'oldest', 'largest', 'smallest'] as const
export type GiftOrder = (typeof GIFT_ORDERS)[number]

const GIFT = `id, pot_id, (select p.title from pots.pot p where p.owner_id = gift.owner_id and p.id = gift.pot_id) as pot_title,
  payment_id, status, reason, amount_minor, currency, donor_name, is_anonymous, created_at, paid_at, choose_until,
  refund_reason, refund_attempts, refund_retry_at, refund_error,
  exists (select 1 from pots.refund_request q where q.owner_id = gift.owner_id and q.pot_id = gift.pot_id
    and q.status = 'pending' and (q.gift_id is null or q.gift_id = gift.id)) as refund_requested`

// $1 $2 created from and before, $3 $4 amount at least and at most, $5 $6 the last row seen, $7 how many, $8 the status.
const LIST = `select ${GIFT} from pots.gift
   where created_at >= $1::timestamptz and created_at < $2::timestamptz and amount_minor between $3::bigint and $4::bigint`

const ANEW = { planned: 'anew' } as const

export const listed: Readonly<Record<GiftOrder, { any: Statement<StaffGiftRow>; ofStatus: Statement<StaffGiftRow> }>> =
  {
    newest: {
      any: statement<StaffGiftRow>(
        'pots.gifts_newest',
        `${LIST} and (created_at, id) < ($5::timestamptz, $6::uuid) order by created_at desc, id desc limit $7`,
        ANEW,
      ),
      ofStatus: statement<StaffGiftRow>(
        'pots.gifts_newest_of_status',
        `${LIST} and status = $8 and (created_at, id) < ($5::timestamptz, $6::uuid)
       order by created_at desc, id desc limit $7`,
        ANEW,
      ),
    },
    oldest: {
      any: statement<StaffGiftRow>(
        'pots.gifts_oldest',
        `${LIST} and (created_at, id) > ($5::timestamptz, $6::uuid) order by created_at, id limit $7`,
        ANEW,
      ),
      ofStatus: statement<StaffGiftRow>(
        'pots.gifts_oldest_of_status',
        `${LIST} and status = $8 and (created_at, id) > ($5::timestamptz, $6::uuid) order by created_at, id limit $7`,
        ANEW,
      ),
    },
    largest: {
      any: statement<StaffGiftRow>(
        'pots.gifts_largest',
        `${LIST} and (amount_minor, id) < ($5::bigint, $6::uuid) order by amount_minor desc, id desc limit $7`,
        ANEW,
      ),
      ofStatus: statement<StaffGiftRow>(
        'pots.gifts_largest_of_status',
        `${LIST} and status = $8 and (amount_minor, id) < ($5::bigint, $6::uuid)
       order by amount_minor desc, id desc limit $7`,
        ANEW,
      ),
    },
    smallest: {
      any: statement<StaffGiftRow>(
        'pots.gifts_smallest',
        `${LIST} and (amount_minor, id) > ($5::bigint, $6::uuid) order by amount_minor, id limit $7`,
        ANEW,
      ),
      ofStatus: statement<StaffGiftRow>(
        'pots.gifts_smallest_of_status',
        `${LIST} and status = $8 and (amount_minor, id) > ($5::bigint, $6::uuid) order by amount_minor, id limit $7`,
        ANEW,
      ),
    },
  }

/** The gifts of one pot, found through its owner, newest first. */
export const listOfPot = statement<StaffGiftRow>(
  'pots.gifts_of_pot',
  `select ${GIFT} from pots.gift
   where owner_id = (select p.owner_id from pots.pot p where p.id = $1) and pot_id = $1
     and (created_at, id) < ($2::timestamptz, $3::uuid) and ($5::text is null or status = $5)
   order by created_at desc, id desc limit $4`,
)

export const findOne = statement<StaffGiftRow>(
  'pots.gift_for_staff',
  `select ${GIFT} from pots.gift where id = $1 limit 1`,
)
