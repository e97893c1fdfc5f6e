/**
 * What the QR says: a voucher's id and its window, signed. A scanner with the public key can verify it without a network; the
 * server still decides, since only it knows what was used. Deterministic, so it is never stored: who may see the voucher gets
 * it made anew, with the current key. No personal data.
 *
 * Version 1, on paper, before base 32: version (1 byte), key id (4), voucher id (16), valid from and valid until (4 each, Unix
 * seconds), Ed25519 signature over all of that (64). Version 2, on a screen, has the window in which it was shown (3) before
 * the signature: windows.ts says how long it counts.
 */
import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'

const PAPER = { version: 1, signed: 29 }
const SCREEN = { version: 2, signed: 32 }
const SIGNATURE_BYTES = 64
/** Upper case: a QR code packs these characters more densely than any bytes-as-text. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export interface TokenContent {
  /** UUID. */
  readonly voucher_id: string
  readonly valid_from: Temporal.Instant
  readonly valid_until: Temporal.Instant
  /** The window in which a screen showed it; undefined on paper. */
  readonly window: number | undefined
}

/** The key that signs, and every key that may have signed what is still in somebody's hands. */
export interface Keyring {
  readonly signing: KeyObject
  readonly signingId: string
  /** Key id → public key. */
  readonly known: ReadonlyMap<string, KeyObject>
}

/** The ring of the current private key and the public keys (SPKI, base64) of those before it. */
export function keyringOf(signing: KeyObject, previous: readonly string[]): Keyring {
  const own = createPublicKey(signing)
  const known = [own, ...previous.map(readPublicKey)].map((key) => [keyIdOf(key), key] as const)
  return { signing, signingId: keyIdOf(own), known: new Map(known) }
}

/** Reads a public key as `openssl pkey -pubout -outform DER | base64` writes it; throws what is none. */
export function readPublicKey(base64: string): KeyObject {
  const key = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' })
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('not an Ed25519 key')
  return key
}

/** The first four bytes of the hash of the public key. */
function keyIdOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ format: 'der', type: 'spki' }))
    .digest('hex')
    .slice(0, 8)
}

export function signToken(ring: Keyring, { voucher_id, valid_from, valid_until, window }: TokenContent): string {
  const form = window === undefined ? PAPER : SCREEN
  const bytes = Buffer.alloc(form.signed)
  bytes[0] = form.version
  bytes.write(ring.signingId, 1, 'hex')
  bytes.write(voucher_id.replaceAll('-', ''), 5, 'hex')
  bytes.writeUInt32BE(seconds(valid_from), 21)
  bytes.writeUInt32BE(seconds(valid_until), 25)
  if (window !== undefined) bytes.writeUIntBE(window, 29, 3)
  return base32(Buffer.concat([bytes, sign(null, bytes, ring.signing)]))
}

/**
 * What a token says, or undefined when it is not ours or was changed in any bit. A signature is verified whatever the token
 * says, with some key, so that the time taken tells nothing.
 */
export function readToken(ring: Keyring, text: string): TokenContent | undefined {
  const plain = text.trim().toUpperCase()
  const form = plain.length === charactersOf(SCREEN) ? SCREEN : PAPER
  const given = fromBase32(plain, form.signed + SIGNATURE_BYTES)
  const bytes = given ?? Buffer.alloc(form.signed + SIGNATURE_BYTES)
  const signed = bytes.subarray(0, form.signed)
  const key = ring.known.get(signed.toString('hex', 1, 5))
  const genuine = verify(null, signed, key ?? ring.known.get(ring.signingId)!, bytes.subarray(form.signed))
  if (!genuine || !given || !key || bytes[0] !== form.version) return undefined
  const hex = signed.toString('hex', 5, 21)
  const instant = (at: number) => Temporal.Instant.fromEpochMilliseconds(signed.readUInt32BE(at) * 1000)
  return {
    voucher_id: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`,
    valid_from: instant(21),
    valid_until: instant(25),
    window: form === SCREEN ? signed.readUIntBE(29, 3) : undefined,
  }
}

function charactersOf(form: { readonly signed: number }): number {
  return Math.ceil(((form.signed + SIGNATURE_BYTES) * 8) / 5)
}

function seconds(instant: Temporal.Instant): number {
  return Math.floor(instant.epochMilliseconds / 1000)
}

function base32(bytes: Buffer): string {
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += ALPHABET[(value >> bits) & 31]
    }
    value &= (1 << bits) - 1
  }
  return bits > 0 ? text + ALPHABET[(value << (5 - bits)) & 31] : text
}

function fromBase32(text: string, length: number): Buffer | undefined {
  if (text.length !== Math.ceil((length * 8) / 5)) return undefined
  const bytes = Buffer.alloc(length)
  let bits = 0
  let value = 0
  let at = 0
  for (const char of text) {
    const digit = ALPHABET.indexOf(char)
    if (digit < 0) return undefined
    value = (value << 5) | digit
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (value >> bits) & 255
      value &= (1 << bits) - 1
    }
  }
  // The bits left over carry nothing; anything but zero there would be a second spelling of the same token.
  return value === 0 ? bytes : undefined
}
