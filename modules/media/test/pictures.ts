/** Pictures for the tests, as phones, editors and people with bad intentions make them. */
import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

/** Left half red, right half blue. */
export async function photo(width = 1600, height = 1000): Promise<Sharp> {
  const half = (background: string) =>
    sharp({ create: { width: Math.floor(width / 2), height, channels: 3, background } })
      .png()
      .toBuffer()
  return sharp({ create: { width, height, channels: 3, background: '#0000ff' } }).composite([
    { input: await half('#ff0000'), left: 0, top: 0 },
  ])
}

/** A JPEG as a phone writes it: lying on its side, with the place it was taken. */
export async function phonePhoto(orientation = 1): Promise<Buffer> {
  return (await photo())
    .jpeg()
    .withExif({
      IFD0: { Make: 'Transsion', Model: 'TECNO Spark', Artist: 'Awa Diop' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '14/1 41/1 0/1', GPSLongitudeRef: 'W', GPSLongitude: '17/1 26/1 0/1' },
    })
    .withMetadata({ orientation })
    .toBuffer()
}

/** A PNG of 50 000 × 50 000 points in a few bytes: only its header tells. */
export function bomb(): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(50_000, 0)
  header.writeUInt32BE(50_000, 4)
  header.set([8, 2], 8)
  const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  const line = deflateSync(Buffer.alloc(150_001))
  return Buffer.concat([start, chunk('IHDR', header), chunk('IDAT', line), chunk('IEND', Buffer.alloc(0))])
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** The first bytes of an HEIC as iPhones write them. */
export const heic = (): Buffer =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'), Buffer.alloc(200)])
