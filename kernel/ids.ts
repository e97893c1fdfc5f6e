/**
 * Identifiers: UUID v7 in the database, a prefixed short form on the wire (`pot_01k…`, Crockford base 32, 26 characters),
 * and ids derived from other ids where an act must get the same id every time it is tried.
 */
import { createHash, randomBytes } from 'node:crypto'
import { kernelErrors, refuse } from './errors.ts'
import type { Clock } from './clock.ts'

/** A UUID of one kind of thing; the brand keeps a pot's id from being passed as a payment's. */
export type Id<Kind extends string> = string & { readonly __id: Kind }

export interface IdType<Kind extends string> {
  readonly prefix: string
  /** A new time-ordered id. */
  create(clock: Clock): Id<Kind>
  /** The id that always follows from `parts`: the same parts give the same id. */
  derive(...parts: string[]): Id<Kind>
  /** `pot_01k…` for the outside world. */
  wire(id: string): string
  /** Reads the wire form; refuses with `kernel.not_found` what cannot be one, so that a guessed id reads as absent. */
  parse(wire: string): Id<Kind>
  /** A UUID known to be of this kind (from a row). */
  of(uuid: string): Id<Kind>
}

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const DIGITS = Buffer.from(ALPHABET)
/** Where an id is written before it is a text. */
const WIRE = Buffer.alloc(26)
const [DASH, ZERO, NINE, LETTERS] = [45, 48, 57, 87]
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function idType<const Kind extends string>(prefix: Kind): IdType<Kind> {
  return {
    prefix,
    create: (clock) => uuidV7(clock) as Id<Kind>,
    derive: (...parts) => uuidFrom(prefix, ...parts) as Id<Kind>,
    wire: (id) => `${prefix}_${base32(id)}`,
    parse: (wire) => {
      const id = wire.startsWith(`${prefix}_`) ? fromBase32(wire.slice(prefix.length + 1)) : undefined
      return (id ?? refuse(kernelErrors.not_found)) as Id<Kind>
    },
    of: (uuid) => uuid as Id<Kind>,
  }
}

/** Reads any prefixed id; undefined when it is none. */
export function readWireId(text: string): { prefix: string; uuid: string } | undefined {
  const [, prefix, rest] = /^([a-z]{2,8})_([0-9a-z]{26})$/.exec(text) ?? []
  const uuid = rest === undefined ? undefined : fromBase32(rest)
  return prefix === undefined || uuid === undefined ? undefined : { prefix, uuid }
}

/** A UUID as the prefixed id of something whose module is not known here. */
export function refTo(uuid: string): string {
  return `ref_${base32(uuid)}`
}

export function isUuid(value: string): boolean {
  return UUID.test(value)
}

/** The millisecond of the last id and the 18 bits behind it, which count upwards within one millisecond. */
const last = { at: 0, count: 0 }

/**
 * UUID v7 (RFC 9562): 48 bits of milliseconds, 18 of a counter that starts at random in each millisecond (method 1 of its
 * section 6.2: what one process makes later sorts later), the rest random.
 */
export function uuidV7(clock: Clock): string {
  const bytes = randomBytes(16)
  const at = clock.now().epochMilliseconds
  last.count = at === last.at ? (last.count + 1) & 0x3_ff_ff : bytes.readUIntBE(6, 3) & 0x1_ff_ff
  last.at = at
  bytes.writeUIntBE(at, 0, 6)
  bytes[6] = 0x70 | (last.count >> 14)
  bytes[7] = (last.count >> 6) & 0xff
  bytes[8] = 0x80 | (last.count & 0x3f)
  return format(bytes)
}

/** UUID v8 (RFC 9562) from a SHA-256 over the parts; deterministic. */
export function uuidFrom(...parts: string[]): string {
  const bytes = createHash('sha256')
    .update(parts.map((part) => `${part.length}:${part}`).join('|'))
    .digest()
    .subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return format(bytes)
}

function format(bytes: Buffer): string {
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** 128 bits behind two zeros, five at a time. Plain numbers and one text: a page of a list writes hundreds of these. */
function base32(uuid: string): string {
  let written = 0
  let waiting = 0
  let bits = 2
  for (let i = 0; i < uuid.length; i++) {
    const code = uuid.charCodeAt(i)
    if (code === DASH) continue
    waiting = ((waiting & 31) << 4) | (code > NINE ? code - LETTERS : code - ZERO)
    bits += 4
    if (bits < 5) continue
    bits -= 5
    WIRE[written++] = DIGITS[(waiting >> bits) & 31]!
  }
  return WIRE.toString('latin1', 0, written)
}

function fromBase32(text: string): string | undefined {
  if (text.length !== 26) return undefined
  let value = 0n
  for (const char of text) {
    const digit = ALPHABET.indexOf(char)
    if (digit < 0) return undefined
    value = (value << 5n) | BigInt(digit)
  }
  if (value >> 128n !== 0n) return undefined
  return format(Buffer.from(value.toString(16).padStart(32, '0'), 'hex'))
}
