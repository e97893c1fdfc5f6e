/**
 * The pictures of links, kept once drawn: drawing takes a fifth of a second, and a link shared in a group is looked at by all of
 * its phones at once. What is drawn is the key, so a kept picture is never wrong. Two are drawn at a time.
 */
import { createHash } from 'node:crypto'
import { draw, type Art, type Picture } from './picture.server.ts'

const KEPT_MAX = 150
const DRAWING_MAX = 2
const WAITING_MAX = 40
/** Messengers ask again for what they have seen: let whatever stands between answer for a while. */
const CACHE = 'public, max-age=600, stale-while-revalidate=86400'

interface Drawn {
  readonly jpeg: Buffer
  readonly tag: string
}

const kept = new Map<string, Promise<Drawn>>()
let drawing = 0
const waiting: (() => void)[] = []

/**
 * The answer with the picture. `art` is only asked for when it has to be drawn; `artName` stands for it in the key.
 */
export async function pictureResponse(
  request: Request,
  picture: Omit<Picture, 'art'>,
  artName: string,
  art: () => Promise<Art>,
): Promise<Response> {
  const key = JSON.stringify([picture, artName])
  let found = kept.get(key)
  if (!found) {
    if (waiting.length >= WAITING_MAX) return new Response(null, { status: 503, headers: { 'retry-after': '5' } })
    found = inTurn(async () => make({ ...picture, art: await art() }))
    // What failed is tried again by whoever asks next.
    found.catch(() => kept.delete(key))
  }
  // The ones asked for last are at the end.
  kept.delete(key)
  kept.set(key, found)
  if (kept.size > KEPT_MAX) kept.delete(kept.keys().next().value!)
  const { jpeg, tag } = await found
  const headers = {
    'cache-control': CACHE,
    etag: tag,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
  }
  if (request.headers.get('if-none-match') === tag) return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(jpeg), {
    headers: { ...headers, 'content-type': 'image/jpeg', 'content-length': String(jpeg.length) },
  })
}

async function make(picture: Picture): Promise<Drawn> {
  const jpeg = await draw(picture)
  return { jpeg, tag: `"${createHash('sha256').update(jpeg).digest('base64url').slice(0, 22)}"` }
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (drawing < DRAWING_MAX) drawing += 1
  else await new Promise<void>((go) => waiting.push(go))
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else drawing -= 1
  }
}
