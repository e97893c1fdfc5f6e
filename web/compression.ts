/**
 * Smaller answers for slow networks. Built files are compressed once, as well as can be, when they are built; pages each time,
 * quickly. Both by what the browser accepts: Brotli, else gzip, else as they are.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const zipped = promisify(gzip)

export type Encoding = 'br' | 'gzip' | 'identity'

/** Pages: beyond this quality Brotli takes longer than the bytes saved would on 3G. */
const PAGE_QUALITY = 5
/** Fewer bytes than this fit one packet anyway. */
const BYTES_MIN = 1024
/** Pictures and fonts are compressed already. */
const COMPRESSIBLE = /\.(?:js|css|svg|wasm|webmanifest)$/

/** The best encoding a browser accepts; refused ones (`q=0`) are not used. */
export function encodingFor(accepted: string | undefined): Encoding {
  const offers = (accepted ?? '').toLowerCase().split(',')
  const accepts = (name: string) =>
    offers.some((offer) => {
      const [coding, ...parameters] = offer.split(';').map((part) => part.trim())
      return coding === name && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter))
    })
  return accepts('br') ? 'br' : accepts('gzip') ? 'gzip' : 'identity'
}

/** A page's bytes in an encoding; tiny pages stay as they are, as `encoding` says. */
export async function compressed(body: Buffer, encoding: Encoding): Promise<{ body: Buffer; encoding: Encoding }> {
  if (encoding === 'identity' || body.length < BYTES_MIN) return { body, encoding: 'identity' }
  if (encoding === 'gzip') return { body: await zipped(body), encoding }
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: PAGE_QUALITY,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  }
  return { body: await brotli(body, { params }), encoding }
}

/** Writes `x.js.br` and `x.js.gz` beside each built file, for the static server to choose from. */
export async function compressFiles(directory: string): Promise<void> {
  const names = (await readdir(directory)).filter((name) => COMPRESSIBLE.test(name))
  await Promise.all(
    names.map(async (name) => {
      const path = join(directory, name)
      const content = await readFile(path)
      if (content.length < BYTES_MIN) return
      await writeFile(`${path}.br`, await brotli(content))
      await writeFile(`${path}.gz`, await zipped(content, { level: 9 }))
    }),
  )
}
