/** SQL behind what staff find: partners by id, venue or a word of their name. There are few of them, and all are read. */
import { statement } from '../../../kernel/db/statement.ts'
import type { PartnerStatus } from '../rules.ts'

export interface PartnerThing {
  id: string
  name: string
  status: PartnerStatus
  created_at: Temporal.Instant
  verified_at: Temporal.Instant | null
}

export const findPartners = statement<PartnerThing>(
  'merchants.inquire_partners',
  `select p.id, p.name, p.status, p.created_at, p.verified_at from merchants.partner p
   where p.id = any($1::uuid[])
     or p.id in (select v.partner_id from merchants.venue v where v.id = any($1::uuid[]))
     or ($2::text is not null and position(lower($2) in lower(p.name)) > 0)
   order by p.name, p.id limit $3`,
)
