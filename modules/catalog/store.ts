/** SQL of the catalogue. */
import { statement } from '../../kernel/db/statement.ts'
import type { Category, PackStatus, Text } from './rules.ts'

export interface PackRow {
  id: string
  partner_id: string
  category: Category
  name: Text
  description: Text
  terms: Text | null
  price_minor: bigint
  validity_days: number
  venue_ids: string[]
  available_from: Temporal.PlainDate | null
  available_until: Temporal.PlainDate | null
  image_key: string | null
  status: PackStatus
  stock_total: number | null
  stock_left: number | null
  created_at: Temporal.Instant
}

const PACK = `p.id, p.partner_id, p.category, p.name, p.description, p.terms, p.price_minor, p.validity_days, p.venue_ids,
  p.available_from, p.available_until, p.image_key, p.status, s.total as stock_total, s.total - s.taken as stock_left,
  p.created_at`

export const insertPack = statement(
  'catalog.insert_pack',
  `insert into catalog.pack (id, partner_id, category, name, description, terms, price_minor, validity_days, venue_ids,
     available_from, available_until, image_key, status, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'draft', $13)
   on conflict on constraint pack_pkey do nothing`,
)

export const insertStock = statement(
  'catalog.insert_stock',
  'insert into catalog.stock (pack_id, total) values ($1, $2)',
)

export const updatePack = statement(
  'catalog.update_pack',
  `update catalog.pack set category = $2, name = $3, description = $4, terms = $5, price_minor = $6, validity_days = $7,
     venue_ids = $8, available_from = $9, available_until = $10, image_key = $11
   where id = $1`,
)

export const updateStatus = statement(
  'catalog.update_status',
  'update catalog.pack set status = $2 where id = $1 and status = any($3)',
)

export const updateStock = statement(
  'catalog.update_stock',
  'update catalog.stock set total = $2::integer where pack_id = $1 and ($2::integer is null or taken <= $2)',
)

export const findPack = statement<PackRow>(
  'catalog.find_pack',
  `select ${PACK} from catalog.pack p join catalog.stock s on s.pack_id = p.id where p.id = $1`,
)

// The stock is locked too: a row that is only joined would be read as it stood before we waited for the lock.
export const lockPack = statement<PackRow>(
  'catalog.lock_pack',
  `select ${PACK} from catalog.pack p join catalog.stock s on s.pack_id = p.id where p.id = $1 for update of p, s`,
)

// For the shop window: what can be chosen on a day, from these partners, cheapest first.
export const listShown = statement<PackRow>(
  'catalog.list_shown',
  `select ${PACK} from catalog.pack p join catalog.stock s on s.pack_id = p.id
   where p.status = 'active' and p.partner_id = any($1)
     and (p.available_from is null or p.available_from <= $2) and (p.available_until is null or p.available_until >= $2)
     and ($3::text is null or p.category = $3)
     and ($4::bigint is null or (p.price_minor, p.id) > ($4, $5::uuid))
   order by p.price_minor, p.id limit $6`,
)

export const listAll = statement<PackRow>(
  'catalog.list_all',
  `select ${PACK} from catalog.pack p join catalog.stock s on s.pack_id = p.id
   where ($1::text is null or p.status = $1) and ($2::uuid is null or p.partner_id = $2)
     and ($3::timestamptz is null or (p.created_at, p.id) < ($3, $4::uuid))
   order by p.created_at desc, p.id desc limit $5`,
)

// A unit is claimed once per purpose; a returned one may be claimed again.
export const claimUnit = statement(
  'catalog.claim_unit',
  `insert into catalog.claim as c (pack_id, reference, claimed_at) values ($1, $2, $3)
   on conflict on constraint claim_pkey do update set claimed_at = excluded.claimed_at, returned_at = null
   where c.returned_at is not null`,
)

export const returnClaim = statement(
  'catalog.return_claim',
  'update catalog.claim set returned_at = $3 where pack_id = $1 and reference = $2 and returned_at is null',
)

export const takeUnit = statement<{ sold_out: boolean }>(
  'catalog.take_unit',
  `update catalog.stock set taken = taken + 1 where pack_id = $1 and (total is null or taken < total)
   returning coalesce(taken >= total, false) as sold_out`,
)

export const putBack = statement('catalog.put_back', 'update catalog.stock set taken = taken - 1 where pack_id = $1')
