/** SQL of pots, their totals, their counters and their timeline. What strangers may read is in public.ts. */
import { refusing, statement } from '../../../kernel/db/statement.ts'
import type { Tx } from '../../../kernel/db/tx.ts'
import type { PackTerms } from '../../catalog/api.ts'
import { errors } from '../errors.ts'
import type { EndReason, FrozenPolicy, PotStatus, Visibility } from '../rules.ts'

/** The terms of the pot's pack as they stood when they were frozen, with the pack's wire id. */
export type FrozenPack = PackTerms & { readonly id: string }

export interface PotRow {
  owner_id: string
  id: string
  slug: string
  status: PotStatus
  end_reason: EndReason | null
  title: string
  story: string
  cover: string | null
  honoree_name: string
  visibility: Visibility
  allow_anonymous: boolean
  show_names: boolean
  allow_messages: boolean
  currency: string
  target_minor: bigint
  pack_id: string | null
  pack: FrozenPack | null
  pack_gone_at: Temporal.Instant | null
  policy: FrozenPolicy
  time_zone: string
  birthday: Temporal.PlainDate
  opens_at: Temporal.Instant
  birthday_at: Temporal.Instant
  shortfall_until: Temporal.Instant
  refund_all_at: Temporal.Instant
  due_at: Temporal.Instant | null
  minor: boolean
  guardian_id: string | null
  guardian_approved_at: Temporal.Instant | null
  guardian_declined_at: Temporal.Instant | null
  opened_at: Temporal.Instant | null
  funded_at: Temporal.Instant | null
  birthday_seen_at: Temporal.Instant | null
  shortfall_seen_at: Temporal.Instant | null
  short_since: Temporal.Instant | null
  short_choice: ShortChoice | null
  wanted_pack_id: string | null
  voucher_id: string | null
  ended_at: Temporal.Instant | null
  revision: number
  guardian_reason: string | null
  created_at: Temporal.Instant
  raised_minor: bigint
  gift_count: number
  topped_up_minor: bigint
  spent_minor: bigint
  to_credit_minor: bigint
  set_aside_minor: bigint
  /** Of a pot that gave everything back: what has reached the donors; else null. */
  given_back_minor: bigint | null
}

export type ShortChoice = 'cheaper_pack' | 'top_up' | 'wait'

/** A pot with its totals. */
const POT = `p.owner_id, p.id, p.slug, p.status, p.end_reason, p.title, p.story, p.cover, p.honoree_name, p.visibility,
  p.allow_anonymous, p.show_names, p.allow_messages, p.currency, p.target_minor, p.pack_id, p.pack, p.pack_gone_at, p.policy,
  p.time_zone, p.birthday, p.opens_at, p.birthday_at, p.shortfall_until, p.refund_all_at, p.due_at, p.minor, p.guardian_id,
  p.guardian_approved_at, p.guardian_declined_at, p.opened_at, p.funded_at, p.birthday_seen_at, p.shortfall_seen_at,
  p.short_since, p.short_choice, p.wanted_pack_id, p.voucher_id, p.ended_at, p.revision,
  p.guardian_reason, p.created_at,
  t.raised_minor, t.gift_count, t.topped_up_minor, t.spent_minor, t.to_credit_minor, t.set_aside_minor,
  case when p.status = 'expired' then (
    select coalesce(sum(r.amount_minor), 0)::bigint from pots.gift r
    where r.owner_id = p.owner_id and r.pot_id = p.id and r.status = 'refunded') end as given_back_minor`
const FROM = `from pots.pot p join pots.pot_total t on t.owner_id = p.owner_id and t.pot_id = p.id`

const insertRow = statement(
  'pots.insert_pot',
  `insert into pots.pot (owner_id, id, slug, status, title, story, cover, honoree_name, visibility, allow_anonymous, show_names,
     allow_messages, currency, target_minor, pack_id, pack, policy, time_zone, birthday, opens_at, birthday_at, shortfall_until,
     refund_all_at, due_at, minor, created_at, updated_at)
   values ($1, $2, $3, 'scheduled', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23,
     $24, $25, $25)`,
)
/** Refuses a second live pot for one birthday. */
export const insertPot = (tx: Tx, ...values: unknown[]) =>
  refusing(insertRow.run(tx, ...values), { pot_one_a_birthday: errors.one_pot_a_birthday })

export const insertTotal = statement(
  'pots.insert_total',
  'insert into pots.pot_total (owner_id, pot_id) values ($1, $2)',
)
export const insertShareLink = statement(
  'pots.insert_share_link',
  'insert into pots.share_link (slug, owner_id, pot_id) values ($1, $2, $3)',
)

export const findPot = statement<PotRow>('pots.find_pot', `select ${POT} ${FROM} where p.owner_id = $1 and p.id = $2`)
/**
 * The pot stays ours until the end of the transaction: nobody closes it while a gift goes in, or the other way round. The
 * totals are locked too: a row that is only joined would be read as it stood before we waited for the lock.
 */
export const lockPot = statement<PotRow>(
  'pots.lock_pot',
  `select ${POT} ${FROM} where p.owner_id = $1 and p.id = $2 for update of p, t`,
)
/** Wherever its owner lives: for guardians and staff. */
export const findPotById = statement<PotRow>('pots.find_pot_by_id', `select ${POT} ${FROM} where p.id = $1 limit 1`)
export const findPotBySlug = statement<PotRow>(
  'pots.find_pot_by_slug',
  `select ${POT} ${FROM}
   where (p.owner_id, p.id) in (select l.owner_id, l.pot_id from pots.share_link l where l.slug = $1)`,
)
export const listPotsOf = statement<PotRow>(
  'pots.list_pots_of',
  `select ${POT} ${FROM} where p.owner_id = $1
     and ($2::timestamptz is null or (p.created_at, p.id) < ($2::timestamptz, $3::uuid))
   order by p.created_at desc, p.id desc limit $4`,
)
/** Pots of these owners that a guardian has not agreed to, or is asked to buy the pack of. Crosses owners: read only. */
export const listForGuardian = statement<PotRow>(
  'pots.list_for_guardian',
  `select ${POT} ${FROM} where p.owner_id = any($1::uuid[]) and p.ended_at is null
     and ((p.status = 'scheduled' and p.guardian_approved_at is null)
       or (p.status in ('open', 'funded') and p.wanted_pack_id is not null))
   order by p.birthday, p.id limit $2`,
)
/** Birthdays of the owner that have a pot, so that none gets a second one. */
export const takenBirthdays = statement<{ birthday: Temporal.PlainDate }>(
  'pots.taken_birthdays',
  `select birthday from pots.pot where owner_id = $1 and id <> $2 and (end_reason is null or end_reason = 'bought')
   order by birthday desc limit $3`,
)
export const scheduledOf = statement<{ id: string }>(
  'pots.scheduled_of',
  `select id from pots.pot where owner_id = $1 and status = 'scheduled' order by id limit $2`,
)

export const updateDetails = statement(
  'pots.update_details',
  `update pots.pot set title = $3, story = $4, cover = $5, visibility = $6, allow_anonymous = $7, show_names = $8,
     allow_messages = $9, target_minor = $10, pack_id = $11, pack = $12, revision = revision + 1, updated_at = $13
   where owner_id = $1 and id = $2`,
)
/** Another birthday for a pot that has not opened. */
export const reschedule = statement(
  'pots.reschedule',
  `update pots.pot set birthday = $3, opens_at = $4, birthday_at = $5, shortfall_until = $6, refund_all_at = $7, due_at = $8,
     minor = $9, visibility = case when $9 and visibility = 'public' then 'link' else visibility end, updated_at = $10
   where owner_id = $1 and id = $2 and status = 'scheduled'`,
)
export const approve = statement(
  'pots.approve',
  `update pots.pot set guardian_id = $3, guardian_approved_at = $4, guardian_declined_at = null, guardian_reason = null,
     due_at = opens_at, updated_at = $4
   where owner_id = $1 and id = $2 and status = 'scheduled' and guardian_approved_at is null`,
)
export const decline = statement(
  'pots.decline',
  `update pots.pot set guardian_id = $3, guardian_declined_at = $4, guardian_approved_at = null, guardian_reason = $5, updated_at = $4
   where owner_id = $1 and id = $2 and status = 'scheduled' and guardian_declined_at is null`,
)
export const open = statement(
  'pots.open',
  `update pots.pot set status = 'open', opened_at = $3, policy = $4, target_minor = $5, pack = $6, pack_gone_at = $7, minor = $8,
     visibility = case when $8 and visibility = 'public' then 'link' else visibility end, due_at = birthday_at, updated_at = $3
   where owner_id = $1 and id = $2 and status = 'scheduled'`,
)
export const setDue = statement(
  'pots.set_due',
  'update pots.pot set due_at = $3, updated_at = $4 where owner_id = $1 and id = $2',
)
export const fund = statement(
  'pots.fund',
  `update pots.pot set status = 'funded', funded_at = $3, updated_at = $3
   where owner_id = $1 and id = $2 and status = 'open'`,
)
export const markBirthday = statement(
  'pots.mark_birthday',
  `update pots.pot set birthday_seen_at = $3, short_since = $4, due_at = shortfall_until, updated_at = $3
   where owner_id = $1 and id = $2 and birthday_seen_at is null`,
)
export const markShortfallOver = statement(
  'pots.mark_shortfall_over',
  `update pots.pot set shortfall_seen_at = $3, short_since = null, due_at = refund_all_at, updated_at = $3
   where owner_id = $1 and id = $2 and shortfall_seen_at is null`,
)
export const setShort = statement(
  'pots.set_short',
  'update pots.pot set short_since = $3, updated_at = $4 where owner_id = $1 and id = $2',
)
export const choose = statement(
  'pots.choose_for_shortfall',
  'update pots.pot set short_choice = $3, updated_at = $4 where owner_id = $1 and id = $2',
)
export const changePack = statement(
  'pots.change_pack',
  `update pots.pot set pack_id = $3, pack = $4, target_minor = $5, pack_gone_at = null, updated_at = $6
   where owner_id = $1 and id = $2`,
)
export const askPurchase = statement(
  'pots.ask_purchase',
  'update pots.pot set wanted_pack_id = $3, updated_at = $4 where owner_id = $1 and id = $2',
)
/** The claim of the purchase: of ten callers one gets it. */
export const close = statement(
  'pots.close',
  `update pots.pot set status = 'closed', end_reason = $3, voucher_id = $4, pack_id = coalesce($5, pack_id),
     pack = coalesce($6, pack), ended_at = $7, due_at = null, short_since = null, updated_at = $7
   where owner_id = $1 and id = $2 and ended_at is null`,
)
export const expire = statement(
  'pots.expire',
  `update pots.pot set status = 'expired', end_reason = $3, ended_at = $4, due_at = null, short_since = null, updated_at = $4
   where owner_id = $1 and id = $2 and status in ('open', 'funded')`,
)

/** Pots the sweep must look at, longest due first. Crosses owners: read only, each is then taken up on its own. */
export const listDue = statement<{ owner_id: string; id: string }>(
  'pots.list_due',
  'select owner_id, id from pots.pot where due_at <= $1 order by due_at, id limit $2',
)
/** Live pots that announced this pack and are, or are not, marked as having lost it. Crosses owners. */
export const listWithPack = statement<{ owner_id: string; id: string }>(
  'pots.list_with_pack',
  `select owner_id, id from pots.pot
   where pack_id = $1 and ended_at is null and (pack_gone_at is not null) = $2 and id > $3 order by id limit $4`,
)
export const markPackBack = statement(
  'pots.mark_pack_back',
  `update pots.pot set pack_gone_at = null, updated_at = $3
   where owner_id = $1 and id = $2 and ended_at is null and pack_gone_at is not null`,
)
export const markPackGone = statement(
  'pots.mark_pack_gone',
  `update pots.pot set pack_gone_at = $3, updated_at = $3
   where owner_id = $1 and id = $2 and ended_at is null and pack_gone_at is null`,
)

/** Changes the totals; the constraints keep them from saying what cannot be. */
export const addToTotal = statement(
  'pots.add_to_total',
  `update pots.pot_total set raised_minor = raised_minor + $3, gift_count = gift_count + $4,
     topped_up_minor = topped_up_minor + $5, spent_minor = spent_minor + $6, to_credit_minor = to_credit_minor + $7,
     set_aside_minor = set_aside_minor + $8
   where owner_id = $1 and pot_id = $2`,
)
export const insertMovement = statement(
  'pots.insert_movement',
  `insert into pots.movement (owner_id, transfer_id, pot_id, gift_id, kind, amount_minor, created_at)
   values ($1, $2, $3, $4, $5, $6, $7) on conflict (owner_id, transfer_id) do nothing`,
)

export interface StepRow {
  at: Temporal.Instant
  code: string
  detail: Record<string, string>
}
export const insertStep = statement(
  'pots.insert_step',
  `insert into pots.timeline (owner_id, pot_id, id, gift_id, at, rank, code, detail) values ($1, $2, $3, $4, $5, $6, $7, $8)
   on conflict (owner_id, pot_id, id) do nothing`,
)
export const stepsOfPot = statement<StepRow>(
  'pots.steps_of_pot',
  `select at, code, detail from pots.timeline where owner_id = $1 and pot_id = $2 and gift_id is null
   order by at, rank limit $3`,
)

/** Many looks at many pages in one statement; `$3[i]` looks at `$1[i]`. Rows are taken in one order, whoever writes. */
export const countLooks = statement(
  'pots.count_looks',
  `insert into pots.daily_count (owner_id, pot_id, day, views, shares)
   select l.owner_id, l.pot_id, $2::date, n.views, 0
   from unnest($1::text[], $3::integer[]) as n (slug, views) join pots.share_link l on l.slug = n.slug
   order by l.owner_id, l.pot_id
   on conflict (owner_id, pot_id, day) do update set views = daily_count.views + excluded.views`,
)

export const countVisit = statement(
  'pots.count_visit',
  `insert into pots.daily_count (owner_id, pot_id, day, views, shares)
   select l.owner_id, l.pot_id, $2::date, $3::integer, $4::integer from pots.share_link l where l.slug = $1
   on conflict (owner_id, pot_id, day) do update
   set views = daily_count.views + excluded.views, shares = daily_count.shares + excluded.shares`,
)
export const sumVisits = statement<{ views: bigint; shares: bigint }>(
  'pots.sum_visits',
  `select coalesce(sum(views), 0) as views, coalesce(sum(shares), 0) as shares
   from pots.daily_count where owner_id = $1 and pot_id = $2`,
)

export const exportPots = statement<Record<string, unknown>>(
  'pots.export_pots',
  `select id, slug, status, title, story, cover, honoree_name, visibility, target_minor::text as target_minor, currency, birthday, opens_at,
     opened_at, ended_at, end_reason, created_at
   from pots.pot where owner_id = $1 order by created_at limit $2`,
)
/** What the law makes us keep stays; the person goes out of it. */
export const erasePots = statement(
  'pots.erase_pots',
  `update pots.pot set title = '', story = '', cover = null, honoree_name = '', visibility = 'private', guardian_reason = null,
     updated_at = $2
   where owner_id = $1`,
)
