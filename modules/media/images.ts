/** The verbs: keep a picture, use it, show it, let unused ones go. */
import type { Context } from '../../kernel/context.ts'
import { sha256 } from '../../kernel/crypto.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import type { Transact } from '../../kernel/jobs/job.ts'
import type { PersonalData } from '../../kernel/module.ts'
import { encode, type Rendition } from './encoding.ts'
import { imageId, type ImageId } from './ids.ts'
import { IMAGES_MAX, type SizeName } from './rules.ts'
import * as store from './store.ts'

const FIELD = 'media.rendition.bytes'

/**
 * Keeps a picture as its owner sent it, in every size. The same bytes of the same person are the same picture, so repeating
 * is safe. Encodes between two short transactions. Refuses what `encode` refuses, and `media.too_many`.
 */
export async function keepImage(ctx: Context, transact: Transact, ownerId: string, sent: Buffer): Promise<ImageId> {
  const id = imageId.derive(ownerId, sha256(sent))
  const known = await transact((tx) => store.touchImage.run(tx, ownerId, id, ctx.clock.now()))
  if (known > 0) return id
  const renditions = await encode(sent)
  await transact((tx) => insert(ctx, tx, ownerId, id, renditions))
  return id
}

async function insert(ctx: Context, tx: Tx, ownerId: string, id: ImageId, renditions: Rendition[]): Promise<void> {
  // Sent twice at once: the other was first.
  if ((await store.insertImage.run(tx, ownerId, id, ctx.clock.now())) === 0) return
  await store.takePlace(tx, ownerId)
  for (const { size, width, height, content_type, digest, bytes } of renditions) {
    const sealed = await ctx.vault.seal(tx, ownerId, FIELD, bytes)
    await store.insertRendition.run(tx, ownerId, id, size, width, height, content_type, digest, sealed)
  }
  await store.insertAddress.run(tx, imageId.wire(id), ownerId, id)
}

/**
 * Says that a picture of this person is used from now on, so that it stays. False when they have none of that name: it is
 * somebody else's, or went unused. Safe to repeat.
 */
export async function useImage(ctx: Context, tx: Tx, ownerId: string, id: ImageId): Promise<boolean> {
  return (await store.useImage.run(tx, ownerId, id, ctx.clock.now())) > 0
}

export interface Shown {
  readonly content_type: string
  readonly digest: string
  /** The bytes; only asked for when the caller has not got them. */
  open(): Promise<Buffer>
}

/** One size of a picture, for anybody who knows its name. Refuses with `kernel.not_found`, also once the owner was erased. */
export async function showImage(ctx: Context, tx: Tx, image: string, size: SizeName): Promise<Shown> {
  const row = (await store.findRendition.first(tx, image, size)) ?? refuse(kernelErrors.not_found)
  const { owner_id, content_type, digest, bytes } = row
  const open = async () => (await ctx.vault.openBytes(tx, owner_id, FIELD, bytes)) ?? refuse(kernelErrors.not_found)
  return { content_type, digest, open }
}

/** Removes pictures last sent before `before` and never used; says how many. */
export async function removeUnused(tx: Tx, before: Temporal.Instant, held: readonly string[]): Promise<number> {
  const gone = await store.removeUnused.all(tx, before, held)
  await store.removeAddresses.run(
    tx,
    gone.map(({ id }) => imageId.wire(id)),
  )
  for (const { owner_id } of gone) await store.givePlaceBack.run(tx, owner_id)
  return gone.length
}

export const personalData: PersonalData = {
  export: async (_ctx, tx, subjectId) => ({
    images: (await store.listOf.all(tx, subjectId, IMAGES_MAX)).map(({ id, ...image }) => ({
      ...image,
      path: `/api/images/${imageId.wire(id)}/large`,
    })),
  }),
  async erase(_ctx, tx, subjectId) {
    await store.eraseAddresses.run(tx, subjectId)
    await store.eraseImages.run(tx, subjectId)
    await store.eraseShelf.run(tx, subjectId)
  },
}
