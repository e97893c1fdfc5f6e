/** Signing what people take away with them, so that anybody with the public key can tell it is ours: Ed25519 over a text. */
import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'

/** The key that signs, and every key that may have signed what is still in somebody's hands. */
export interface Signers {
  readonly signing: KeyObject
  readonly signingId: string
  /** Key id → public key. */
  readonly known: ReadonlyMap<string, KeyObject>
}

/** The current private key, and the public keys (SPKI, base64, comma separated) of those before it. */
export function signersOf(signing: KeyObject, previous: string): Signers {
  const own = createPublicKey(signing)
  const known = [own, ...publicKeysIn(previous)].map((key) => [keyIdOf(key), key] as const)
  return { signing, signingId: keyIdOf(own), known: new Map(known) }
}

/** For a setting's `check`: says what is wrong with a list of public keys. */
export function previousKeysProblem(text: string): string | undefined {
  try {
    publicKeysIn(text)
    return undefined
  } catch {
    return 'Ed25519 public keys, base64, comma separated'
  }
}

export function signText(signers: Signers, text: string): { readonly key_id: string; readonly signature: string } {
  return { key_id: signers.signingId, signature: sign(null, Buffer.from(text), signers.signing).toString('base64url') }
}

/** True when one of our keys signed exactly this text. */
export function signedByUs(signers: Signers, text: string, keyId: string, signature: string): boolean {
  const key = signers.known.get(keyId)
  return key !== undefined && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'))
}

/** True when this text, as `publicKeyOf` writes it, is one of our keys. */
export function isKeyOfOurs(signers: Signers, publicKey: string): boolean {
  return [...signers.known.values()].some((key) => textOf(key) === publicKey)
}

/** The public key, as `openssl pkey -pubin -inform DER` reads it from base64. */
export function publicKeyOf(signers: Signers): string {
  return textOf(createPublicKey(signers.signing))
}

const textOf = (key: KeyObject): string => key.export({ format: 'der', type: 'spki' }).toString('base64')

function publicKeysIn(text: string): KeyObject[] {
  const parts = text.split(',').map((part) => part.trim())
  return parts.filter(Boolean).map((base64) => {
    const key = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' })
    if (key.asymmetricKeyType !== 'ed25519') throw new Error('not an Ed25519 key')
    return key
  })
}

function keyIdOf(key: KeyObject): string {
  const bytes = key.export({ format: 'der', type: 'spki' })
  return createHash('sha256').update(bytes).digest('hex').slice(0, 8)
}
