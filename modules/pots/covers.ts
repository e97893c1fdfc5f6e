/** The picture of a pot: a ready drawing by its name, or a picture its owner sent. */
import { userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { imageId, useImage } from '../media/api.ts'
import { errors } from './errors.ts'

/** The pages know the drawings; here a name only has to look like one. */
const READY = /^[a-z][a-z-]{1,39}$/
const SENT = /^img_[0-9a-z]{26}$/

/**
 * Sees to it that the picture stays while the pot shows it. Refuses `pots.cover_unknown` what is neither a name nor a picture of
 * the owner, or of the guardian who changes the pot. Safe to repeat.
 */
export async function useCover(ctx: Context, tx: Tx, ownerId: string, cover: string | null): Promise<void> {
  if (cover === null || READY.test(cover)) return
  const unknown = () => refuse(errors.cover_unknown, {}, { cover: errors.cover_unknown })
  if (!SENT.test(cover)) unknown()
  const id = imageId.parse(cover)
  if (await useImage(ctx, tx, ownerId, id)) return
  const actor = userIdOf(ctx.actor)
  if (actor === undefined || actor === ownerId || !(await useImage(ctx, tx, actor, id))) unknown()
}
