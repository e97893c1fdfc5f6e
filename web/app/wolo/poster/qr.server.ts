/** The QR code of an address as one SVG path, so that it prints sharp at any size. */
import { createRequire } from 'node:module'

// The package has no types of its own; this is the one function we call.
const { create } = createRequire(import.meta.url)('qrcode') as {
  create(
    text: string,
    options: { errorCorrectionLevel: 'M' },
  ): { modules: { readonly size: number; get(row: number, column: number): number } }
}

interface QrPath {
  /** Modules to a side, without a margin. */
  readonly size: number
  readonly path: string
}

export function qrPath(text: string): QrPath {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  let path = ''
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue
      const from = column
      while (column + 1 < modules.size && modules.get(row, column + 1)) column++
      path += `M${from} ${row}h${column - from + 1}v1h-${column - from + 1}z`
    }
  return { size: modules.size, path }
}
