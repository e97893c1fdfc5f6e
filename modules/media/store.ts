/** SQL of media. */
import { refusing, statement } from '../../kernel/db/statement.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { errors } from './errors.ts'

export const touchImage = statement(
  'media.touch_image',
  'update media.image set sent_at = $3 where owner_id = $1 and id = $2',
)

export const insertImage = statement(
  'media.insert_image',
  'insert into media.image (owner_id, id, sent_at) values ($1, $2, $3) on conflict on constraint image_pkey do nothing',
)

const place = statement(
  'media.take_place',
  `insert into media.shelf (owner_id, images) values ($1, 1)
   on conflict on constraint shelf_pkey do update set images = shelf.images + 1`,
)

/** Refuses `media.too_many` on a full shelf. */
export async function takePlace(tx: Tx, ownerId: string): Promise<void> {
  await refusing(place.run(tx, ownerId), { shelf_not_full: errors.too_many })
}

export const insertRendition = statement(
  'media.insert_rendition',
  `insert into media.rendition (owner_id, image_id, size, width, height, content_type, digest, bytes)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
)

export const insertAddress = statement(
  'media.insert_address',
  'insert into media.address (image, owner_id, image_id) values ($1, $2, $3) on conflict on constraint address_pkey do nothing',
)

/** Also keeps a picture that is about to go: the row is locked against its removal. */
export const useImage = statement(
  'media.use_image',
  'update media.image set used_at = coalesce(used_at, $3) where owner_id = $1 and id = $2',
)

export interface RenditionRow {
  owner_id: string
  content_type: string
  digest: string
  bytes: Buffer
}

export const findRendition = statement<RenditionRow>(
  'media.find_rendition',
  `select r.owner_id, r.content_type, r.digest, r.bytes from media.rendition r
   where (r.owner_id, r.image_id) in (select a.owner_id, a.image_id from media.address a where a.image = $1) and r.size = $2`,
)

export interface ImageRow {
  id: string
  sent_at: Temporal.Instant
  used_at: Temporal.Instant | null
}

export const listOf = statement<ImageRow>(
  'media.list_of',
  'select id, sent_at, used_at from media.image where owner_id = $1 order by sent_at, id limit $2',
)

export const removeUnused = statement<{ owner_id: string; id: string }>(
  'media.remove_unused',
  `delete from media.image where used_at is null and sent_at < $1 and not (owner_id = any($2::uuid[]))
   returning owner_id, id`,
)

export const givePlaceBack = statement(
  'media.give_place_back',
  'update media.shelf set images = images - 1 where owner_id = $1 and images > 0',
)

export const removeAddresses = statement('media.remove_addresses', 'delete from media.address where image = any($1)')

export const eraseImages = statement('media.erase_images', 'delete from media.image where owner_id = $1')
export const eraseAddresses = statement('media.erase_addresses', 'delete from media.address where owner_id = $1')
export const eraseShelf = statement('media.erase_shelf', 'delete from media.shelf where owner_id = $1')
