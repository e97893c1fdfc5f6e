/** Pure: who decides, what several decisions come to, and the exact bytes a record's hash is of. */
import { sha256 } from '../../kernel/crypto.ts'

export const DECISIONS = ['given', 'refused', 'withdrawn', 'ended'] as const
export type Decision = (typeof DECISIONS)[number]

/** The newest decision of one person about one purpose. */
export interface Latest {
  readonly decided_by: string
  readonly decision: Decision
  readonly major: number | null
}

/** `outdated`: said yes to an older text that no longer counts. */
export type Standing = 'given' | 'refused' | 'outdated' | 'open'

/** What one person's newest decision comes to, on the text in force. */
export function standingOf(latest: Latest | undefined, currentMajor: number): Standing {
  if (!latest || latest.decision === 'ended') return 'open'
  if (latest.decision !== 'given') return 'refused'
  return (latest.major ?? 0) >= currentMajor ? 'given' : 'outdated'
}

/** What the decisions of those who may decide come to together: one no is a no, however many yes there are. */
export function together(standings: readonly Standing[]): Standing {
  for (const standing of ['refused', 'given', 'outdated'] as const) if (standings.includes(standing)) return standing
  return 'open'
}

/** The hash before the first record of a chain. */
export const GENESIS = '0'.repeat(64)

type Json = string | number | null | { readonly [name: string]: Json }

/** One JSON text for one value: names sorted, no spaces, no fractions (RFC 8785 for what stands in a record). */
function canonical(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const names = Object.keys(value).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name]!)}`).join(',')}}`
}

/** What a record says, as its hash covers it and as a receipt shows it. */
export interface RecordBody {
  readonly v: 1
  readonly product: string
  readonly subject: string
  readonly seq: number
  readonly id: string
  readonly purpose: string
  readonly decision: Decision
  readonly decided_by: string
  readonly decided_as: 'self' | 'guardian'
  readonly text: {
    readonly id: string
    readonly sha256: string
    readonly language: string
    readonly country: string
    readonly version: string
  } | null
  readonly method: string
  /** What proves the method: the id of a payment, or of an identity check. */
  readonly proof: string | null
  readonly at: string
  /** Of the details kept sealed (address of the device); null where there are none. */
  readonly details_hash: string | null
  readonly prev_hash: string
}

export function hashOf(body: RecordBody): string {
  return sha256(canonical(body as unknown as Json))
}

/** Where the record came from. Sealed; the salt keeps the hash from telling which of few addresses it was. */
export interface Details {
  readonly salt: string
  readonly ip: string
  readonly device: string
}

export function detailsHash({ salt, ip, device }: Details): string {
  return sha256(canonical({ salt, ip, device }))
}
