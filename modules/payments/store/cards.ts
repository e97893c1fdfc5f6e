/** SQL of saved cards and of charging them. Found by their owner first. */
import { statement } from '../../../kernel/db/statement.ts'
import { PAYMENT, type PaymentRow } from './payments.ts'

export interface SavedCardRow {
  owner_id: string
  id: string
  provider: string
  payment_id: string
  token: Buffer
  brand: string
  last_four: string
  state: 'usable' | 'expired'
  saved_at: Temporal.Instant
  last_used_at: Temporal.Instant | null
}

const CARD = 'owner_id, id, provider, payment_id, token, brand, last_four, state, saved_at, last_used_at'

/** The same card saved anew is the same row, and usable again. */
export const saveCard = statement(
  'payments.save_card',
  `insert into payments.saved_card (owner_id, id, provider, payment_id, fingerprint, token, brand, last_four, state, saved_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, 'usable', $9)
   on conflict on constraint saved_card_once do update
     set state = 'usable', payment_id = excluded.payment_id, saved_at = excluded.saved_at
     where payments.saved_card.payment_id <> excluded.payment_id`,
)

export const listCards = statement<SavedCardRow>(
  'payments.list_cards',
  `select ${CARD} from payments.saved_card where owner_id = $1 order by saved_at desc, id limit $2`,
)

export const findCard = statement<SavedCardRow>(
  'payments.find_card',
  `select ${CARD} from payments.saved_card where owner_id = $1 and id = $2`,
)

export const findCardByFingerprint = statement<SavedCardRow>(
  'payments.find_card_by_fingerprint',
  `select ${CARD} from payments.saved_card where owner_id = $1 and provider = $2 and fingerprint = $3`,
)

export const removeCard = statement(
  'payments.remove_card',
  'delete from payments.saved_card where owner_id = $1 and id = $2',
)

export const removeCardsOf = statement(
  'payments.remove_cards_of',
  'delete from payments.saved_card where owner_id = $1',
)

export const noteCardUsed = statement(
  'payments.note_card_used',
  'update payments.saved_card set last_used_at = $3 where owner_id = $1 and id = $2',
)

export const noteCardExpired = statement(
  'payments.note_card_expired',
  `update payments.saved_card set state = 'expired' where owner_id = $1 and id = $2`,
)

/** Notes that a try begins; should it never be heard of again, the next one is due at `$3`. */
export const claimTry = statement<PaymentRow>(
  'payments.claim_charge_try',
  `update payments.payment set opening_until = $3, open_attempts = open_attempts + 1
   where owner_id = $1 and id = $2 and state = 'created' and charge_asked_at is null and cancel_requested_at is null
   returning ${PAYMENT}`,
)

/** From here on the card may have been charged: only one ever passes, and nobody after a call-off. */
export const claimCharge = statement<{ id: string }>(
  'payments.claim_charge',
  `update payments.payment set charge_asked_at = $3, opening_until = null, poll_at = $4
   where owner_id = $1 and id = $2 and state = 'created' and charge_asked_at is null and cancel_requested_at is null
   returning id`,
)

/** The provider was never reached: another try may charge. */
export const releaseCharge = statement(
  'payments.release_charge',
  `update payments.payment set charge_asked_at = null, opening_until = $3
   where owner_id = $1 and id = $2 and state = 'created'`,
)

/** A try that came to nothing: the next one not before `$3`. */
export const postponeCharge = statement(
  'payments.postpone_charge',
  `update payments.payment set opening_until = $3
   where owner_id = $1 and id = $2 and state = 'created' and charge_asked_at is null`,
)

export const findDueCharges = statement<{ owner_id: string; id: string }>(
  'payments.find_due_charges',
  `select owner_id, id from payments.payment
   where card_id is not null and state = 'created' and charge_asked_at is null and opening_until <= $1
   order by opening_until limit $2`,
)
