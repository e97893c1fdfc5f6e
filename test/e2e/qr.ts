/** Reads QR codes from pictures, as a scanner does. */
import jsqr from 'jsqr'
import type { Pixels } from './phones.ts'

/** What a QR code in a picture says. */
export function readQr({ data, width, height }: Pixels): string | undefined {
  return jsqr.default(data, width, height)?.data
}
