/** Sending a picture, and showing one. */
import { Type } from 'typebox'
import { present } from '../../kernel/assert.ts'
import { userIdOf } from '../../kernel/context.ts'
import { route } from '../../kernel/http/route.ts'
import { WireId } from '../../kernel/http/schema.ts'
import { imageId } from './ids.ts'
import { keepImage, showImage } from './images.ts'
import { BYTES_MAX, SIZES, type SizeName } from './rules.ts'

const TYPES = ['jpeg', 'png', 'webp', 'avif', 'gif', 'heic', 'heif'].map((kind) => `image/${kind}`)
/** A year: a picture never changes under its name. */
const CACHE = 'public, max-age=31536000, immutable'

export const routes = [
  route({
    method: 'POST',
    path: '/images',
    summary: 'Send a picture',
    description:
      'The bytes of a JPEG, PNG, WebP, AVIF or GIF (its first frame) of at most 8 MB; what it is is read from the bytes. It is turned upright, cropped to 1200 × 630 and 600 × 315 around what draws the eye, and kept as WebP without any metadata. ' +
      'The same bytes of the same person are the same picture: safe to repeat. Goes after seven days unless something uses it. ' +
      'Refuses `media.not_a_picture`, `media.heic_unsupported`, `media.too_heavy`, `media.too_big`, `media.too_small`, `media.broken`, `media.too_many`, `media.busy`.',
    access: 'user',
    // A little more than is taken, so that who sends a picture too heavy reads our sentence.
    rawBody: { types: [...TYPES, 'application/octet-stream'], bytesMax: BYTES_MAX + 4 * 1024 * 1024 },
    external: true,
    limits: [
      { name: 'media.image', per: 'user', max: 20, windowSeconds: 600 },
      { name: 'media.image_daily', per: 'user', max: 60, windowSeconds: 86_400 },
    ],
    response: { 201: Type.Object({ image_id: WireId('img') }) },
    async handle({ ctx, raw, transact }) {
      const id = await keepImage(ctx, transact, present(userIdOf(ctx.actor), 'signed in'), raw)
      return { image_id: imageId.wire(id) }
    },
  }),
  route({
    method: 'GET',
    path: '/images/{id}/{size}',
    summary: 'A picture in one of its sizes, as WebP',
    description: '`large` has 1200 × 630 points, `small` 600 × 315. Never changes, so it may be kept for ever.',
    access: 'public',
    reads: 'statement',
    params: Type.Object({ id: WireId('img'), size: Type.Enum(Object.keys(SIZES) as SizeName[]) }),
    response: { 200: Type.String(), 304: Type.Null() },
    async handle({ ctx, tx, params, headers, reply }) {
      const shown = await showImage(ctx, tx, params.id, params.size)
      const tag = `"${shown.digest}"`
      reply.header('etag', tag)
      reply.header('cache-control', CACHE)
      if (headers['if-none-match'] === tag) {
        reply.status(304)
        return undefined
      }
      const bytes = await shown.open()
      reply.header('content-type', shown.content_type)
      return bytes
    },
  }),
]
