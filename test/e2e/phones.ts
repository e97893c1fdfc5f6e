/** People with phones: a real Chromium, phone-sized, whose camera sees what a test holds in front of it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { findChromium } from '../../tools/chromium.ts'

const VIEW = { width: 640, height: 480 }

export interface Person {
  readonly context: BrowserContext
  readonly page: Page
}

export interface Phones {
  /** A person with a phone (or, `wide`, at a desk) of their own: cookies, language. */
  person(options?: {
    wide?: boolean
    locale?: string
    scripts?: boolean
    camera?: boolean
    scale?: number
    timeZone?: string
  }): Promise<Person>
  /** What every camera sees from now on. */
  showCameras(picture: Pixels): void
  close(): Promise<void>
}

/** A browser, or the reason there is none. */
export async function openPhones(): Promise<Phones | { missing: string }> {
  const found = await findChromium()
  if ('missing' in found) return found
  const folder = mkdtempSync(join(tmpdir(), 'teranga-camera-'))
  const film = join(folder, 'film.y4m')
  writeFileSync(film, filmOf(WHITE))
  // Written over, never cut short: a camera that is on goes on reading it.
  const showCameras = (picture: Pixels) => writeFileSync(film, filmOf(picture), { flag: 'r+' })
  const browser = await chromium.launch({
    executablePath: found.path,
    args: [
      ...found.args,
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
    env: { ...process.env, ...found.env } as Record<string, string>,
  })
  return {
    showCameras,
    async person({
      wide = false,
      locale = 'fr-SN',
      scripts = true,
      camera = false,
      scale = 2,
      timeZone = 'Africa/Dakar',
    } = {}) {
      const context = await browser.newContext({
        viewport: wide ? { width: 1280, height: 900 } : { width: 360, height: 740 },
        deviceScaleFactor: scale,
        locale,
        javaScriptEnabled: scripts,
        timezoneId: timeZone,
        permissions: camera ? ['camera'] : [],
      })
      context.setDefaultTimeout(60_000)
      return { context, page: await context.newPage() }
    },
    async close() {
      await browser.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Red, green, blue and opacity of each pixel, row by row. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

/** What a camera sees of a blank sheet. */
export const WHITE: Pixels = { width: 1, height: 1, data: Uint8ClampedArray.of(255, 255, 255, 255) }

// What the function below finds in the page it runs in.
declare function createImageBitmap(file: Blob): Promise<{ width: number; height: number }>
declare class OffscreenCanvas {
  constructor(width: number, height: number)
  getContext(kind: '2d'): {
    drawImage(image: unknown, x: number, y: number): void
    getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray }
  }
}

/** The pixels of a PNG, read by the browser that made it. */
export async function pixelsOf(png: Buffer, person: Person): Promise<Pixels> {
  const blank = await person.context.newPage()
  try {
    const { width, height, data } = await blank.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const paint = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')
      paint.drawImage(bitmap, 0, 0)
      const { data: rgba } = paint.getImageData(0, 0, bitmap.width, bitmap.height)
      let text = ''
      for (let at = 0; at < rgba.length; at += 8192) text += String.fromCharCode(...rgba.subarray(at, at + 8192))
      return { width: bitmap.width, height: bitmap.height, data: btoa(text) }
    }, png.toString('base64'))
    return { width, height, data: new Uint8ClampedArray(Buffer.from(data, 'base64')) }
  } finally {
    await blank.close()
  }
}

/** A film of one still frame (YUV4MPEG2): the picture in the middle of what the camera sees, on grey. */
function filmOf(picture: Pixels): Buffer {
  const { width, height } = VIEW
  const scale = Math.min((width * 0.9) / picture.width, (height * 0.9) / picture.height)
  const [left, top] = [(width - picture.width * scale) / 2, (height - picture.height * scale) / 2]
  const light = Buffer.alloc(width * height, 160)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [fromX, fromY] = [Math.floor((x - left) / scale), Math.floor((y - top) / scale)]
      if (fromX < 0 || fromY < 0 || fromX >= picture.width || fromY >= picture.height) continue
      const at = (fromY * picture.width + fromX) * 4
      const [red = 0, green = 0, blue = 0] = picture.data.subarray(at, at + 3)
      light[y * width + x] = 16 + (66 * red + 129 * green + 25 * blue) / 256
    }
  const colour = Buffer.alloc((width * height) / 2, 128)
  const frame = [Buffer.from('FRAME\n'), light, colour]
  return Buffer.concat([Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`), ...frame, ...frame])
}
