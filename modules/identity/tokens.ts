/**
 * Bearer tokens: the ids of what they open, then 256 random bits, as one opaque base64url text. Carrying the owner's id
 * lets the server go straight to the owner's rows; only a keyed hash is stored, so a copy of the database opens nothing.
 */
import { randomBytes } from 'node:crypto'
import { assert } from '../../kernel/assert.ts'
import type { Context } from '../../kernel/context.ts'
import { hmacSha256 } from '../../kernel/crypto.ts'
import { isUuid } from '../../kernel/ids.ts'

const ID_BYTES = 16
const SECRET_BYTES = 32

export interface MadeToken {
  readonly token: string
  readonly hash: string
}

export function makeToken(ctx: Context, kind: string, ids: readonly string[]): MadeToken {
  const parts = ids.map((id) => {
    assert(isUuid(id), 'a token carries UUIDs')
    return Buffer.from(id.replaceAll('-', ''), 'hex')
  })
  const bytes = Buffer.concat([...parts, randomBytes(SECRET_BYTES)])
  return { token: bytes.toString('base64url'), hash: hashOf(ctx, kind, bytes) }
}

/** The ids and the hash of a token that has the right form; undefined for anything else. */
export function readToken(
  ctx: Context,
  kind: string,
  token: string,
  count: number,
): { ids: string[]; hash: string } | undefined {
  const length = ID_BYTES * count + SECRET_BYTES
  if (token.length !== Math.ceil((length * 4) / 3) || !/^[\w-]+$/.test(token)) return undefined
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== length) return undefined
  const ids = Array.from({ length: count }, (_, i) =>
    bytes
      .toString('hex', i * ID_BYTES, (i + 1) * ID_BYTES)
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
  )
  return { ids, hash: hashOf(ctx, kind, bytes) }
}

function hashOf(ctx: Context, kind: string, bytes: Buffer): string {
  return hmacSha256(ctx.config.secrets.sessionPepper, `${kind} token|${bytes.toString('base64url')}`)
}
