/** SQL behind what staff find: packs by id, partner or a word of their name. There are few of them, and all are read. */
import { statement } from '../../../kernel/db/statement.ts'

export interface PackThing {
  id: string
  name: Record<string, string>
  price_minor: bigint
  status: string
  created_at: Temporal.Instant
}

export const findPacks = statement<PackThing>(
  'catalog.inquire_packs',
  `select p.id, p.name, p.price_minor, p.status, p.created_at from catalog.pack p
   where p.id = $1::uuid or p.partner_id = $2::uuid or ($3::text is not null and exists (
     select from jsonb_each_text(p.name) n where position(lower($3) in lower(n.value)) > 0))
   order by p.created_at desc, p.id limit $4`,
)
