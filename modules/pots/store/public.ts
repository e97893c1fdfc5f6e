/**
 * SQL behind what strangers read: one statement a page, the JSON made by the database. Anonymity stands here: a name or an
 * amount that is not for everybody is not in what the database hands out.
 */
import { statement } from '../../../kernel/db/statement.ts'

interface PageText {
  /** The page as JSON text, to be sent as it is. */
  page: string
}

/** Quantiles of what was given; null while too few gave. */
interface Given {
  given: string[] | null
}

interface OfOwner {
  owner_id: string
}

/**
 * The pot behind the link $1. One given up before it opened does not exist for strangers, and one that waits for a guardian's yes
 * not yet.
 */
const BEHIND_LINK = `(p.owner_id, p.id) in (select l.owner_id, l.pot_id from pots.share_link l where l.slug = $1)
     and p.end_reason is distinct from 'cancelled'
     and (p.status <> 'scheduled' or not p.minor or p.guardian_approved_at is not null)`

/** Gifts `i` that the pot `p` lists: none where it is private. */
const LISTED = `i.owner_id = p.owner_id and i.pot_id = p.id and i.status = 'received' and p.visibility <> 'private'`

/** What anybody may see of such a gift. */
const SEEN = `json_build_object(
           'name', case when p.show_names then i.donor_name end, 'anonymous', i.is_anonymous,
           'amount_minor', case when i.show_amount then i.amount_minor::text end,
           'message', case when p.allow_messages then i.message end, 'at', i.applied_at)`

/**
 * The public page of a pot. Gifts of a private pot are counted, not listed. `given` are quantiles of the amounts this pot shows, of its
 * newest gifts when there are enough of them to give nobody away; else of what people give everywhere.
 */
export const publicPage = statement<PageText & Given & OfOwner>(
  'pots.public_page',
  `select json_build_object(
     'slug', p.slug, 'status', p.status, 'end_reason', p.end_reason, 'title', p.title, 'story', p.story, 'cover', p.cover,
     'honoree_name', p.honoree_name, 'visibility', p.visibility, 'birthday', p.birthday, 'opens_at', p.opens_at,
     'opened_at', p.opened_at, 'ended_at', p.ended_at, 'takes_gifts', p.status in ('open', 'funded'),
     'shortfall_until', p.shortfall_until, 'short_since', p.short_since,
     'currency', p.currency, 'target_minor', p.target_minor::text, 'raised_minor', t.raised_minor::text,
     'topped_up_minor', t.topped_up_minor::text, 'gift_count', t.gift_count,
     'allow_anonymous', p.allow_anonymous, 'allow_messages', p.allow_messages, 'show_names', p.show_names,
     'pack', case when p.pack is null then null else json_build_object(
       'id', p.pack->'id', 'name', p.pack->'name', 'price_minor', p.pack->'price_minor', 'category', p.pack->'category',
       'partner_name', p.pack->'partner_name', 'validity_days', p.pack->'validity_days', 'image_key', p.pack->'image_key',
       'gone', p.pack_gone_at is not null) end,
     'rules', p.policy,
     'thanks', (select json_build_object('message', k.message, 'at', k.written_at) from pots.thanks k
       where k.owner_id = p.owner_id and k.pot_id = p.id and k.is_public and k.message <> ''),
     'gifts', (
       select coalesce(json_agg(g.gift order by g.applied_at desc, g.id desc), '[]')
       from (
         select i.applied_at, i.id, ${SEEN} as gift
         from pots.gift i
         where ${LISTED}
         order by i.applied_at desc, i.id desc limit $2) g),
     'timeline', (
       select coalesce(json_agg(s.step order by s.at, s.rank), '[]')
       from (
         select l.at, l.rank, json_build_object('at', l.at, 'code', l.code, 'detail', l.detail) as step
         from pots.timeline l
         where l.owner_id = p.owner_id and l.pot_id = p.id and l.gift_id is null
         order by l.at desc, l.rank desc limit $3) s)
   )::text as page,
   coalesce(
     (select case when count(*) >= 5
        then percentile_disc(array[0.2, 0.45, 0.7, 0.9]) within group (order by o.amount_minor) end
      from (
        select a.amount_minor from pots.gift a
        where a.owner_id = p.owner_id and a.pot_id = p.id and a.status = 'received' and a.show_amount
          and p.visibility <> 'private'
        order by a.applied_at desc, a.id desc limit 40) o),
     (select y.quantiles_minor from pots.typical_amount y where y.currency = p.currency))::text[] as given,
   p.owner_id
   from pots.pot p
   join pots.pot_total t on t.owner_id = p.owner_id and t.pot_id = p.id
   where ${BEHIND_LINK}`,
)

/** A gift as anybody may see it, and where it stands in the list; all three null for a pot without any to list. */
export interface ShownGiftRow extends OfOwner {
  id: string | null
  applied_at: Temporal.Instant | null
  gift: {
    name: string | null
    anonymous: boolean
    amount_minor: string | null
    message: string | null
    at: string
  } | null
}

/** The gifts that a pot lists, newest first, after the one at ($2, $3). Where there are none, one row still says whose pot it is. */
export const listShownGifts = statement<ShownGiftRow>(
  'pots.list_shown_gifts',
  `select p.owner_id, g.id, g.applied_at, g.gift
   from pots.pot p
   left join lateral (
     select i.id, i.applied_at, ${SEEN} as gift
     from pots.gift i
     where ${LISTED} and (i.applied_at, i.id) < ($2::timestamptz, $3::uuid)
     order by i.applied_at desc, i.id desc limit $4) g on true
   where ${BEHIND_LINK}
   order by g.applied_at desc, g.id desc`,
)

/** What was given of late, in the currency of this product; while there are too few gifts to tell, what is known stays. */
export const refreshTypicalAmounts = statement(
  'pots.refresh_typical_amounts',
  `insert into pots.typical_amount (currency, quantiles_minor, gifts, computed_at)
   select g.currency, percentile_disc(array[0.2, 0.45, 0.7, 0.9]) within group (order by g.amount_minor), count(*), $2
   from pots.gift g
   where g.status = 'received' and g.currency = $1 and g.applied_at > $3
   group by g.currency having count(*) >= 20
   on conflict (currency) do update
   set quantiles_minor = excluded.quantiles_minor, gifts = excluded.gifts, computed_at = excluded.computed_at`,
)

/** What changes while people watch. */
export const progress = statement<PageText>(
  'pots.progress',
  `select json_build_object('status', p.status, 'raised_minor', t.raised_minor::text, 'target_minor', p.target_minor::text,
     'gift_count', t.gift_count)::text as page
   from pots.pot p
   join pots.pot_total t on t.owner_id = p.owner_id and t.pot_id = p.id
   where ${BEHIND_LINK}`,
)

export interface ListedPotRow {
  id: string
  slug: string
  title: string
  honoree_name: string
  cover: string | null
  birthday: Temporal.PlainDate
  currency: string
  target_minor: bigint
  raised_minor: bigint
  gift_count: number
  opened_at: Temporal.Instant
}
/** Public pots that take gifts, newest first. Crosses owners. Link-only and private pots are never listed. */
export const listPublic = statement<ListedPotRow>(
  'pots.list_public',
  `select p.id, p.slug, p.title, p.honoree_name, p.cover, p.birthday, p.currency, p.target_minor, t.raised_minor, t.gift_count,
     p.opened_at
   from pots.pot p join pots.pot_total t on t.owner_id = p.owner_id and t.pot_id = p.id
   where p.visibility = 'public' and p.status in ('open', 'funded')
     and ($1::timestamptz is null or (p.opened_at, p.id) < ($1::timestamptz, $2::uuid))
   order by p.opened_at desc, p.id desc limit $3`,
)

/** One gift as its donor sees it, by the secret in the link, with its own steps and those of its pot. */
export const giftPage = statement<PageText>(
  'pots.gift_page',
  `select json_build_object(
     'status', g.status, 'reason', g.reason, 'amount_minor', g.amount_minor::text, 'currency', g.currency,
     'anonymous', g.is_anonymous, 'donor_name', g.donor_name, 'show_amount', g.show_amount, 'message', g.message,
     'created_at', g.created_at,
     'paid_at', g.paid_at, 'choose_until', case when g.status = 'held' then g.choose_until end, 'choice', g.choice,
     'refund_reason', g.refund_reason, 'refunded_at', g.refunded_at,
     'pot', json_build_object('slug', p.slug, 'title', p.title, 'honoree_name', p.honoree_name, 'status', p.status,
       'end_reason', p.end_reason, 'birthday', p.birthday, 'takes_gifts', p.status in ('open', 'funded')),
     'rules', p.policy,
     'thanks', case when g.status = 'received' then (
       select json_build_object('message', k.message, 'at', k.written_at) from pots.thanks k
       where k.owner_id = g.owner_id and k.pot_id = g.pot_id and k.message <> '') end,
     'timeline', (
       select coalesce(json_agg(json_build_object('at', s.at, 'code', s.code, 'detail', s.detail, 'about', s.about)
         order by s.at, s.rank), '[]')
       from (
         select l.at, l.rank, l.code, l.detail, case when l.gift_id is null then 'pot' else 'gift' end as about
         from pots.timeline l
         where l.owner_id = g.owner_id and l.pot_id = g.pot_id and (l.gift_id = g.id or (l.gift_id is null and l.at >= g.created_at))
         order by l.at desc, l.rank desc limit $3) s)
   )::text as page
   from pots.gift g
   join pots.pot p on p.owner_id = g.owner_id and p.id = g.pot_id
   where (g.owner_id, g.id) in (select l.owner_id, l.gift_id from pots.gift_link l where l.secret_hash = $1) and g.id = $2`,
)
