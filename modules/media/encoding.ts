/**
 * From the bytes a person sent to the pictures that are kept: turned upright, cropped to where the eye goes, written anew.
 * Nothing of the original's metadata survives (where a photo was taken is nobody's business). CPU work, so never inside a
 * transaction, and only a few at a time.
 */
import sharp from 'sharp'
import { sha256 } from '../../kernel/crypto.ts'
import { refuse } from '../../kernel/errors.ts'
import { errors } from './errors.ts'
import { BYTES_MAX, kindOf, PIXELS_MAX, SIDES_MIN, SIZES, type SizeName } from './rules.ts'

export interface Rendition {
  readonly size: SizeName
  readonly width: number
  readonly height: number
  readonly content_type: 'image/webp'
  readonly bytes: Buffer
  /** Of the bytes; their ETag. */
  readonly digest: string
}

const ENCODING_MAX = 2
const WAITING_MAX = 16
const SECONDS_MAX = 20
/** Behind what is transparent. */
const PAPER = '#fff4e4'

let encoding = 0
const waiting: (() => void)[] = []

/** Runs `work` when one of the few places is free. Refuses `media.busy` when too many wait already. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (encoding < ENCODING_MAX) encoding += 1
  else {
    if (waiting.length >= WAITING_MAX) refuse(errors.busy)
    // The place is handed over, so the number stays.
    await new Promise<void>((go) => waiting.push(go))
  }
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else encoding -= 1
  }
}

/**
 * The picture in each size. Of an animation the first frame. Refuses what is no picture, too heavy, too big (before it is
 * decoded), too small, or damaged.
 */
export async function encode(sent: Buffer): Promise<Rendition[]> {
  if (sent.length > BYTES_MAX) refuse(errors.too_heavy, { max: BYTES_MAX / 1024 / 1024 })
  const kind = kindOf(sent)
  if (kind === undefined) refuse(errors.not_a_picture)
  if (kind === 'heic') refuse(errors.heic_unsupported)
  return inTurn(async () => {
    // Read without the limit on points: a header costs nothing, and the refusal can say what is wrong.
    const seen = await whole(sharp(sent, { limitInputPixels: false }).metadata())
    if (seen.width * seen.height > PIXELS_MAX) refuse(errors.too_big, { max: PIXELS_MAX / 1_000_000 })
    const { width, height } = seen.autoOrient
    if (width < SIDES_MIN.width || height < SIDES_MIN.height) refuse(errors.too_small, SIDES_MIN)
    const { data, info } = await whole(
      sharp(sent, { limitInputPixels: PIXELS_MAX, failOn: 'error', sequentialRead: true })
        .autoOrient()
        .resize({ ...SIZES.large, fit: 'cover', position: sharp.strategy.attention })
        .flatten({ background: PAPER })
        .toColourspace('srgb')
        .timeout({ seconds: SECONDS_MAX })
        .raw()
        .toBuffer({ resolveWithObject: true }),
    )
    const raw = { width: info.width, height: info.height, channels: info.channels as 3 }
    const made: Rendition[] = []
    for (const size of Object.keys(SIZES) as SizeName[]) {
      const bytes = await sharp(data, { raw }).resize(SIZES[size]).webp({ quality: 78, effort: 4 }).toBuffer()
      made.push({ size, ...SIZES[size], content_type: 'image/webp', bytes, digest: sha256(bytes) })
    }
    return made
  })
}

/** What the decoder gives. That it ran out of time is ours to answer for; whatever else it trips over is the picture's fault. */
function whole<T>(decoding: Promise<T>): Promise<T> {
  return decoding.then(
    (seen) => seen,
    (error: Error) => refuse(error.message.includes('timeout') ? errors.busy : errors.broken),
  )
}
