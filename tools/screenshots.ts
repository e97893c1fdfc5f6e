/**
 * `npm run screenshots`: makes every picture under docs/screenshots anew. Starts a house of its own, opens every page and state
 * as the person it is for (test/e2e/visits.ts), on a phone and at a desk, in French and English, some in the dark, and writes
 * few-coloured PNG files and an index that shows them. `npm run screenshots -- public/pot` makes the ones whose name begins so.
 *
 * The demonstration is the same each time but for the day it is made on.
 */
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { openHouse } from '../test/e2e/house.ts'
import type { Who } from '../test/e2e/people.ts'
import { openPhones } from '../test/e2e/phones.ts'
import { crowd, gatherFacts, visitsOf, type Visit } from '../test/e2e/visits.ts'

const FOLDER = join(import.meta.dirname, '../docs/screenshots')
const FOLDER_BYTES_MAX = 15 * 1024 * 1024
/** Longer pages are cut: what comes then is more of the same. */
const HEIGHT_MAX = 2400
const COLOURS = 64
/** How a picture is named: page, language, width, and whether it is dark. */
const NAMED = /-(fr|en)-(\d+)(-dark)?\.png$/
const AT_ONCE = 2

interface Look {
  readonly locale: 'fr' | 'en'
  readonly width: number
  readonly height: number
  readonly dark?: boolean
}

/** How each area is looked at: by people on the phone first, by staff at a desk first. */
const LOOKS: Readonly<Record<string, readonly Look[]>> = {
  public: [
    { locale: 'fr', width: 360, height: 740 },
    { locale: 'fr', width: 360, height: 740, dark: true },
    { locale: 'en', width: 1280, height: 900 },
  ],
  account: [
    { locale: 'fr', width: 360, height: 740 },
    { locale: 'en', width: 1280, height: 900 },
  ],
  partner: [
    { locale: 'fr', width: 360, height: 740 },
    { locale: 'fr', width: 360, height: 740, dark: true },
  ],
  staff: [{ locale: 'fr', width: 1280, height: 900 }],
  development: [{ locale: 'en', width: 1280, height: 900 }],
}

const found = await openPhones()
if ('missing' in found) {
  console.error(`There is no browser to take pictures with: ${found.missing}`)
  process.exit(2)
}
const phones = found
const wanted = process.argv[2] ?? ''
console.log('Starting a house …')
const house = await openHouse()
const as = crowd(house.url)
const contexts = new Map<string, Promise<BrowserContext>>()
const failures: string[] = []
try {
  const facts = await gatherFacts(house.url, as)
  const visits = visitsOf(facts).filter(({ name }) => name.startsWith(wanted))
  if (wanted === '') for (const entry of readdirSync(FOLDER)) rmSync(join(FOLDER, entry), { recursive: true })
  const waiting = visits.flatMap((visit) => (LOOKS[visit.name.split('/')[0]!] ?? []).map((look) => ({ visit, look })))
  console.log(`${waiting.length} pictures of ${visits.length} pages …`)
  const photographer = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      try {
        await take(next.visit, next.look)
      } catch (error) {
        failures.push(`${next.visit.name}: ${String(error).split('\n', 1)[0]}`)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, photographer))
} finally {
  await phones.close()
  await house.close()
}
const pictures = picturesIn(FOLDER)
writeFileSync(join(FOLDER, 'README.md'), gallery(pictures))
const bytes = pictures.reduce((sum, path) => sum + statSync(join(FOLDER, path)).size, 0)
console.log(`${pictures.length} pictures, ${(bytes / 1024 / 1024).toFixed(1)} MB`)
if (bytes > FOLDER_BYTES_MAX) failures.push(`the pictures are larger than ${FOLDER_BYTES_MAX} bytes together`)
for (const failure of failures) console.error(failure)
process.exitCode = failures.length > 0 ? 1 : 0

async function take({ name, who, path, act }: Visit, { locale, width, height, dark = false }: Look): Promise<void> {
  const page = await (await contextOf(who, locale)).newPage()
  try {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' })
    await page.goto(house.url + path)
    await act?.(page)
    await settled(page)
    const whole = await page.evaluate<number>('document.documentElement.scrollHeight')
    const png = await page.screenshot({
      fullPage: true,
      scale: 'css',
      animations: 'disabled',
      clip: { x: 0, y: 0, width, height: Math.min(Math.max(whole, height), HEIGHT_MAX) },
    })
    const file = join(FOLDER, `${name}-${locale}-${width}${dark ? '-dark' : ''}.png`)
    mkdirSync(dirname(file), { recursive: true })
    await sharp(png).png({ palette: true, colours: COLOURS, effort: 8, compressionLevel: 9 }).toFile(file)
  } finally {
    await page.close()
  }
}

/** Fonts and pictures are there, and nothing moves any more. */
async function settled(page: Page): Promise<void> {
  await page.evaluate('document.fonts.ready.then(() => document.getAnimations().forEach((it) => it.finish()))')
  await page.waitForTimeout(150)
}

function contextOf(who: Who, locale: Look['locale']): Promise<BrowserContext> {
  const key = `${who} ${locale}`
  let context = contexts.get(key)
  if (!context) {
    context = (async () => {
      const person = await phones.person({ locale: locale === 'fr' ? 'fr-SN' : 'en-GB' })
      await person.page.close()
      if (who !== 'guest') {
        const { token } = await as(who)
        await person.context.addCookies([{ name: 'teranga_session', value: token!, url: house.url }])
      }
      return person.context
    })()
    contexts.set(key, context)
  }
  return context
}

function picturesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map((path) => String(path).replaceAll('\\', '/'))
    .filter((path) => NAMED.test(path))
    .toSorted()
}

/** A page that shows them all, area by area, page by page. */
function gallery(paths: readonly string[]): string {
  const lines = ['# Every page', '', 'Made by `npm run screenshots`; do not edit.', '']
  const areas = Map.groupBy(paths, (path) => dirname(path))
  for (const [area, inside] of areas) {
    lines.push(`## ${area}`, '')
    const pages = Map.groupBy(inside, (path) => path.replace(/-(?:fr|en)-\d+(?:-dark)?\.png$/, ''))
    for (const [page, shown] of pages) {
      lines.push(`### ${page.slice(area.length + 1)}`, '')
      for (const path of shown) {
        const [, locale, width, dark] = NAMED.exec(path)!
        const about = `${page}, ${locale}, ${width} pixels${dark ? ', dark' : ''}`
        lines.push(`<img src="${path}" alt="${about}" width="${Number(width) > 600 ? 560 : 240}">`)
      }
      lines.push('')
    }
  }
  return `${lines.join('\n')}\n`
}
