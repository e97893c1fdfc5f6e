/** SQL behind what staff find and follow: vouchers by id, typed code or holder, their scans and what was honoured. */
import { statement } from '../../../kernel/db/statement.ts'
import type { ClaimKind, VoucherStatus } from '../rules.ts'

export interface VoucherThing {
  holder_id: string
  id: string
  reference: string
  partner_id: string
  pack_name: Record<string, string>
  partner_name: string | null
  price_minor: bigint
  asset: string
  status: VoucherStatus
  valid_from: Temporal.Instant
  valid_until: Temporal.Instant
  requires_guardian: boolean
  guardian_approved_at: Temporal.Instant | null
  issued_at: Temporal.Instant
  claim_kind: ClaimKind | null
  claimed_at: Temporal.Instant | null
  claim_redemption_id: string | null
  claim_partner_id: string | null
  claim_transfer_id: string | null
}

/** `$1` are vouchers, `$2` a name of the finder, `$3` redemptions, `$4` a holder. */
export const findVouchers = statement<VoucherThing>(
  'redemption.inquire_vouchers',
  `select v.holder_id, v.id, v.reference, v.partner_id, v.terms->'name' as pack_name, v.terms->>'partner_name' as partner_name,
     v.price_minor, v.asset, v.status, v.valid_from, v.valid_until, v.requires_guardian, v.guardian_approved_at, v.issued_at,
     c.kind as claim_kind, c.claimed_at, c.redemption_id as claim_redemption_id, c.partner_id as claim_partner_id,
     c.transfer_id as claim_transfer_id
   from redemption.voucher v
   left join redemption.claim c on c.holder_id = v.holder_id and c.voucher_id = v.id
   where (v.holder_id, v.id) in (
     select i.holder_id, i.id from redemption.voucher i where i.id = any($1::uuid[])
     union select f.holder_id, f.voucher_id from redemption.finder f where f.value = $2
     union select r.holder_id, r.voucher_id from redemption.redemption r where r.id = any($3::uuid[])
     union (select h.holder_id, h.id from redemption.voucher h where h.holder_id = $4::uuid order by h.id desc limit $5))
   order by v.issued_at desc limit $5`,
)

export interface TracedAttempt {
  voucher_id: string
  attempted_at: Temporal.Instant
  act: 'scan' | 'undo'
  result: string
  method: string
}

export const attemptsOn = statement<TracedAttempt>(
  'redemption.inquire_attempts',
  `select voucher_id, attempted_at, act, result, method from redemption.attempt
   where voucher_id = any($1::uuid[]) order by attempted_at desc limit $2`,
)

export interface TracedRedemption {
  id: string
  partner_id: string
  voucher_id: string
  venue_name: string
  redeemed_at: Temporal.Instant
  undone_at: Temporal.Instant | null
  undo_transfer_id: string | null
  settlement_id: string | null
}

/** What was honoured with these ids. */
export const findRedemptions = statement<TracedRedemption>(
  'redemption.inquire_redemptions',
  `select id, partner_id, voucher_id, venue_name, redeemed_at, undone_at, undo_transfer_id, settlement_id
   from redemption.redemption where id = any($1::uuid[]) limit $2`,
)
