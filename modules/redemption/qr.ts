/** A text as a QR code, drawn as one SVG path that scales without loss and prints in black. */
import { createRequire } from 'node:module'

interface QrModules {
  readonly size: number
  get(row: number, column: number): number
}

// The package has no types of its own; this is the one function we call.
const { create } = createRequire(import.meta.url)('qrcode') as {
  create(
    segments: readonly { readonly data: string; readonly mode: 'alphanumeric' }[],
    options: { errorCorrectionLevel: 'M' },
  ): { modules: QrModules }
}

/** Light margin around the code, in modules; scanners need it. */
const MARGIN = 4

/** The SVG of `text` (characters of a QR code's alphanumeric mode). `title` is read to people who do not see it. */
export function qrSvg(text: string, title: string): string {
  const { modules } = create([{ data: text, mode: 'alphanumeric' }], { errorCorrectionLevel: 'M' })
  const size = modules.size + 2 * MARGIN
  let path = ''
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue
      const from = column
      while (column + 1 < modules.size && modules.get(row, column + 1)) column++
      path += `M${from + MARGIN} ${row + MARGIN}h${column - from + 1}v1h-${column - from + 1}z`
    }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" role="img">` +
    `<title>${escaped(title)}</title><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${path}"/></svg>`
  )
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
