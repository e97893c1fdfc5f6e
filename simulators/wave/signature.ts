// Signs webhook deliveries as Wave does: hex HMAC-SHA256 over the timestamp immediately followed by the raw body, keyed with the whole
// secret string. Written from the protocol alone and shared with nobody, so that a mistake here cannot hide the same mistake in a receiver.
import { createHmac, randomBytes } from 'node:crypto'

export function sign(secret: string, t: number | string, raw: string): string {
  return createHmac('sha256', secret).update(`${t}${raw}`, 'utf8').digest('hex')
}

/** The header value; several secrets (key rotation) give several v1. */
export function signatureHeader(secrets: string[], t: number, raw: string): string {
  return [`t=${t}`, ...secrets.map((secret) => `v1=${sign(secret, t, raw)}`)].join(',')
}

export const FORGERIES = ['signature', 'dot', 'old-timestamp', 'tampered-body', 'other-secret', 'unsigned'] as const
export type Forgery = (typeof FORGERIES)[number]

export interface Signed {
  raw: string
  headers: Record<string, string>
}

/** Headers of a genuine delivery. */
export function genuine(mode: 'signature' | 'shared-secret', secrets: string[], t: number, raw: string): Signed {
  const headers: Record<string, string> =
    mode === 'signature'
      ? { 'wave-signature': signatureHeader(secrets, t, raw) }
      : { authorization: `Bearer ${secrets[0] ?? ''}` }
  return { raw, headers }
}

/**
 * A delivery that a careful receiver refuses. In shared-secret mode there is neither a timestamp nor a covered body, so every forgery
 * but `unsigned` becomes a wrong secret.
 */
export function forged(
  forgery: Forgery,
  mode: 'signature' | 'shared-secret',
  secrets: string[],
  t: number,
  raw: string,
): Signed {
  if (forgery === 'unsigned') return { raw, headers: {} }
  const other = `wave_sn_WHS_${randomBytes(16).toString('hex')}`
  if (mode === 'shared-secret') return { raw, headers: { authorization: `Bearer ${other}` } }
  const header = (value: string, body = raw): Signed => ({ raw: body, headers: { 'wave-signature': value } })
  switch (forgery) {
    case 'signature':
      return header(`t=${t},v1=${randomBytes(32).toString('hex')}`)
    case 'dot':
      return header(`t=${t},${secrets.map((secret) => `v1=${sign(secret, `${t}.`, raw)}`).join(',')}`)
    case 'old-timestamp':
      return header(signatureHeader(secrets, t - 3_600, raw))
    case 'tampered-body':
      return header(signatureHeader(secrets, t, raw), raw.replace(/"amount":"\d+"/, '"amount":"99999999"'))
    case 'other-secret':
      return header(signatureHeader([other], t, raw))
  }
}
