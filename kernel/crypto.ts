/** Small cryptographic acts, each done one way: hashes, keyed hashes, tokens, comparison in constant time, sealing of fields. */
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  randomInt,
  timingSafeEqual,
} from 'node:crypto'
import { assert } from './assert.ts'

export function sha256(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex')
}

export function hmacSha256(key: string | Buffer, text: string | Buffer): string {
  return createHmac('sha256', key).update(text).digest('hex')
}

/** Compares two strings in a time that does not depend on where they differ. */
export function sameSecret(a: string, b: string): boolean {
  const left = createHash('sha256').update(a).digest()
  const right = createHash('sha256').update(b).digest()
  return timingSafeEqual(left, right)
}

/** `digits` random decimal digits from the system's generator. */
export function newCode(digits: number): string {
  return randomInt(0, 10 ** digits)
    .toString()
    .padStart(digits, '0')
}

/** Encrypts with AES-256-GCM; `context` (table and column, say) must be the same when opening. */
export function seal(key: Buffer, plaintext: string | Buffer, context: string): Buffer {
  assert(key.length === 32, 'a sealing key has 32 bytes')
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(context))
  const plain = typeof plaintext === 'string' ? Buffer.from(plaintext) : plaintext
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.from([1]), iv, cipher.getAuthTag(), body])
}

/** Opens what `seal` made of a text; throws when the key, the context or a single bit differs. */
export function unseal(key: Buffer, sealed: Buffer, context: string): string {
  return unsealBytes(key, sealed, context).toString('utf8')
}

/** The same for bytes. */
export function unsealBytes(key: Buffer, sealed: Buffer, context: string): Buffer {
  assert(sealed[0] === 1, 'unknown sealing version')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13))
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(sealed.subarray(13, 29))
  return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()])
}
