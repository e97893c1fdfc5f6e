/** What a picture must be, and the sizes it is kept in. Pure: reads the first bytes, decodes nothing. */

/** The shape of every cover, ready drawings included, and of the picture messengers show with a link: 1200 × 630. */
export const SIZES = {
  large: { width: 1200, height: 630 },
  small: { width: 600, height: 315 },
} as const

export type SizeName = keyof typeof SIZES

export const BYTES_MAX = 8 * 1024 * 1024
/** What phones make today, and a bound on the memory that decoding may take. */
export const PIXELS_MAX = 64_000_000
export const SIDES_MIN = { width: 480, height: 252 } as const
/** Kept for one person, used or not; the same number stands in the table’s constraint. */
export const IMAGES_MAX = 100
/** Unused pictures go after so many days: time to finish a form that was left. */
export const UNUSED_DAYS = 7

export type Kind = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif'

/**
 * What the first bytes say it is; names and content types prove nothing. Only these kinds ever reach a decoder. `heic` is
 * told apart so that its refusal can say what to do: its decoder is under patents and not part of ours.
 */
export function kindOf(bytes: Buffer): Kind | 'heic' | undefined {
  const ascii = (from: number, to: number) => bytes.toString('latin1', from, to)
  if (bytes.length < 16) return undefined
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg'
  if (ascii(0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'webp'
  if (/^GIF8[79]a$/.test(ascii(0, 6))) return 'gif'
  if (ascii(4, 8) !== 'ftyp') return undefined
  const brands = ascii(8, Math.min(bytes.readUInt32BE(0), 256))
  if (/avi[fs]/.test(brands)) return 'avif'
  return /he[iv][cmsx]|mif1|msf1/.test(brands) ? 'heic' : undefined
}
