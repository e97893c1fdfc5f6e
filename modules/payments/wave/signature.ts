/**
 * Proof that a webhook comes from Wave. Signature mode: HMAC-SHA256, keyed with the whole secret string, over the timestamp
 * immediately followed by the raw body. Bearer mode: the secret itself. Compared in constant time, every pair every time.
 */
import { hmacSha256, sameSecret } from '../../../kernel/crypto.ts'

const WINDOW_SECONDS = 300
const SIGNATURES_MAX = 10

/** `header` is `t=…,v1=…[,v1=…]`; several signatures and several secrets stand side by side while a secret is replaced. */
export function verifySignature(
  header: string | undefined,
  raw: Buffer,
  secrets: readonly string[],
  nowSeconds: number,
): boolean {
  if (header === undefined || header.length > 2000) return false
  let t: string | undefined
  const signatures: string[] = []
  for (const part of header.split(',')) {
    const at = part.indexOf('=')
    const name = part.slice(0, at).trim()
    const value = part.slice(at + 1).trim()
    if (name === 't') t ??= value
    if (name === 'v1' && signatures.length < SIGNATURES_MAX) signatures.push(value)
  }
  if (t === undefined || !/^\d{1,12}$/.test(t)) return false
  let genuine = false
  for (const secret of secrets) {
    const expected = hmacSha256(secret, Buffer.concat([Buffer.from(t), raw]))
    for (const signature of signatures) genuine = sameSecret(signature, expected) || genuine
  }
  return genuine && Math.abs(nowSeconds - Number(t)) <= WINDOW_SECONDS
}

export function verifyBearer(header: string | undefined, secrets: readonly string[]): boolean {
  const given = /^Bearer (.+)$/.exec(header ?? '')?.[1]
  if (given === undefined) return false
  let genuine = false
  for (const secret of secrets) genuine = sameSecret(given, secret) || genuine
  return genuine
}
