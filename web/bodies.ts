/** How much a form may bring: a picture from who is signed in, else only what people type. Counts bytes; knows no page. */
import type { IncomingMessage } from 'node:http'

/** As much as the API takes of anything that is typed. */
const TYPED_BYTES_MAX = 256 * 1024
// More than the API takes of a picture, so that who sends a heavier one reads its sentence.
const FILES_BYTES_MAX = 11 * 1024 * 1024

/** Whether this is a form that may hold files. */
export function mayHoldFiles({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return /^multipart\/form-data\b/i.test(headers['content-type'] ?? '')
}

/** The bytes of a form. `filesFrom` is asked before any is read: nobody else's files are taken in. Refuses with 413. */
export async function readBody(payload: IncomingMessage, filesFrom: () => Promise<boolean>): Promise<Buffer> {
  const max = mayHoldFiles(payload) && (await filesFrom()) ? FILES_BYTES_MAX : TYPED_BYTES_MAX
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let bytes = 0
    const refuse = () => {
      payload.off('data', take)
      // What still comes is let go, so that the sender gets to read the answer.
      payload.resume()
      reject(Object.assign(new Error(`a form of more than ${max} bytes`), { statusCode: 413 }))
    }
    const take = (part: Buffer) => {
      bytes += part.length
      if (bytes > max) refuse()
      else parts.push(part)
    }
    payload.once('end', () => resolve(Buffer.concat(parts)))
    payload.once('error', (error) => reject(Object.assign(error, { statusCode: 400 })))
    if (Number(payload.headers['content-length']) > max) refuse()
    else payload.on('data', take)
  })
}
