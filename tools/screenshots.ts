/**
 * `npm run screenshots`: makes every picture under docs/screenshots anew. Starts a house of its own, opens every page and state
 * as the person it is for (test/e2e/visits.ts, states.ts), on a phone and at a desk, in French and English, some in the dark, and writes
 * PNG files of 256 colours and an index that shows them. `npm run screenshots -- public/pot staff/home` makes the ones whose names
 * begin so and leaves the others as they are.
 *
 * The demonstration is the same each time but for the day it is made on.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { openHouse } from '../test/e2e/house.ts'
import type { Who } from '../test/e2e/people.ts'
import { openPhones } from '../test/e2e/phones.ts'
import { walksOf } from '../test/e2e/states.ts'
import { crowd, gatherFacts, visitsOf, type StateVisit, type Visit } from '../test/e2e/visits.ts'

const FOLDER = join(import.meta.dirname, '../docs/screenshots')
const INDEX = join(FOLDER, 'README.md')
const FOLDER_BYTES_MAX = 15 * 1024 * 1024
/** Longer pages are cut: what comes then is more of the same. */
const HEIGHT_MAX = 2400
/** How a picture is named: page, language, width, and whether it is dark. */
const NAMED = /-(fr|en)-(\d+)(-dark)?\.png$/
const AT_ONCE = 3

interface Look {
  readonly locale: 'fr' | 'en'
  readonly width: number
  readonly height: number
  readonly dark?: boolean
}

const PHONE_FR: Look = { locale: 'fr', width: 360, height: 740 }
const PHONE_DARK: Look = { ...PHONE_FR, dark: true }
const DESK_EN: Look = { locale: 'en', width: 1280, height: 900 }
const DESK_DARK: Look = { ...DESK_EN, dark: true }
/** Every page on a phone in French and at a desk in English; the areas people see in the dark too. */
const LOOKS: readonly Look[] = [PHONE_FR, DESK_EN]
const DARK: readonly (readonly [pages: RegExp, look: Look])[] = [
  [/^(public|partner)\//, PHONE_DARK],
  [/^account\/(dashboard|pots-id|pots-new|vouchers|voucher-ready)/, PHONE_DARK],
  [/^staff\/(home|search-found|payments-id|ledger|settlements-id)$/, DESK_DARK],
  [/^development\/design$/, DESK_DARK],
]

/** Pages that are one and the same to who sees them: what is not there, whatever was looked for. */
const ALIKE = /^public\/(error-404|not-found|guardian-link-expired)-/

const LANGUAGES = { fr: 'French', en: 'English' } as const
const AREAS: Readonly<Record<string, string>> = {
  public: 'For everybody',
  account: 'For people with an account',
  partner: 'At the partner’s counter',
  staff: 'For staff',
  development: 'For developers',
}

const found = await openPhones()
if ('missing' in found) {
  console.error(`There is no browser to take pictures with: ${found.missing}`)
  process.exit(2)
}
const phones = found
const wanted = process.argv.slice(2)
console.log('Starting a house …')
const house = await openHouse()
const as = crowd(house.url)
const contexts = new Map<string, Promise<BrowserContext>>()
/** What each picture shows, by its path; those that are not made anew keep what the index says of them. */
const captions = new Map<string, string>()
if (existsSync(INDEX))
  for (const [, path, caption] of readFileSync(INDEX, 'utf8').matchAll(/<img src="([^"]+)" alt="([^"]+)"/g))
    captions.set(path!, caption!)
const failures: string[] = []
try {
  const facts = await gatherFacts(house.url, as)
  const inNeed = ({ name }: Visit) => wanted.length === 0 || wanted.some((begin) => name.startsWith(begin))
  const looksOf = (visit: Visit) => {
    const dark = DARK.filter(([pages]) => pages.test(visit.name)).map(([, look]) => look)
    return [...LOOKS, ...dark].map((look) => ({ visit, look }))
  }
  const walks = await walksOf(house.url, as, facts)
  const walked = new Set([...walks.before, ...walks.after].map(({ name }) => name))
  // A page that one has to walk to is not what its address alone leads to.
  const standing = visitsOf(facts)
    .filter((visit) => inNeed(visit) && !walked.has(visit.name))
    .flatMap(looksOf)
  const before = walks.before.filter(inNeed).flatMap(looksOf)
  const after = walks.after.filter(inNeed).flatMap(looksOf)
  if (wanted.length === 0) for (const entry of readdirSync(FOLDER)) rmSync(join(FOLDER, entry), { recursive: true })
  console.log(`${before.length + standing.length + after.length} pictures …`)
  const photographer = async (waiting: typeof standing) => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      try {
        await take(next.visit, next.look)
      } catch (error) {
        failures.push(`${next.visit.name}: ${String(error).split('\n', 1)[0]}`)
      }
    }
  }
  await photographer(before)
  await Promise.all(Array.from({ length: AT_ONCE }, () => photographer(standing)))
  await photographer(after)
} finally {
  await phones.close()
  await house.close()
}
const pictures = picturesIn(FOLDER)
writeFileSync(INDEX, gallery(pictures))
failures.push(...twins(pictures))
const bytes = pictures.reduce((sum, path) => sum + statSync(join(FOLDER, path)).size, 0)
console.log(`${pictures.length} pictures, ${(bytes / 1024 / 1024).toFixed(1)} MB`)
if (bytes > FOLDER_BYTES_MAX) failures.push(`the pictures are larger than ${FOLDER_BYTES_MAX} bytes together`)
for (const failure of failures) console.error(failure)
process.exitCode = failures.length > 0 ? 1 : 0

async function take(visit: Visit | StateVisit, { locale, width, height, dark = false }: Look): Promise<void> {
  const { name, who, path, act } = visit
  const page = await (await contextOf(who, locale)).newPage()
  try {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' })
    await page.goto(house.url + path)
    await act?.(page)
    await settled(page)
    // A window as high as the page: what is stuck to the window's edge stands once, at the end.
    const whole = await page.evaluate<number>('document.documentElement.scrollHeight')
    if (whole > height) await page.setViewportSize({ width, height: Math.min(whole, HEIGHT_MAX) })
    const png = await page.screenshot({ animations: 'disabled' })
    const picture = `${name}-${locale}-${width}${dark ? '-dark' : ''}.png`
    const file = join(FOLDER, picture)
    const title = (await page.title()).replace(/ · [^·]+$/, '')
    const state = 'state' in visit ? visit.state : 'as it opens'
    const device = width > 600 ? 'desk' : 'phone'
    const theme = dark ? 'dark' : 'light'
    const said = [`${title}: ${state}`, LANGUAGES[locale], `${device}, ${width} pixels`, theme].join(' · ')
    captions.set(
      picture,
      said.replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`),
    )
    mkdirSync(dirname(file), { recursive: true })
    // Undithered: what is spread over a plain ground shows as a shadow.
    await sharp(png).png({ palette: true, colours: 256, dither: 0, effort: 5, compressionLevel: 9 }).toFile(file)
  } finally {
    await page.close()
  }
}

/** Fonts and pictures are there, islands have done their part, and nothing moves any more. */
async function settled(page: Page): Promise<void> {
  await page.evaluate('document.fonts.ready.then(() => document.getAnimations().forEach((it) => it.finish()))')
  await page.waitForTimeout(400)
}

function contextOf(who: Who, locale: Look['locale']): Promise<BrowserContext> {
  const key = `${who} ${locale}`
  let context = contexts.get(key)
  if (!context) {
    context = (async () => {
      const person = await phones.person({ locale: locale === 'fr' ? 'fr-SN' : 'en-GB', scale: 1 })
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

/**
 * Pictures of two pages that are the same to the last dot: one was not the page that was meant, such as one that led elsewhere.
 * A page may look in the dark as it does in the light.
 */
function twins(paths: readonly string[]): string[] {
  const seen = new Map<string, string>()
  return paths.flatMap((path) => {
    const hash = createHash('sha256')
      .update(readFileSync(join(FOLDER, path)))
      .digest('hex')
    const twin = seen.get(hash)
    seen.set(hash, path)
    if (twin === undefined || ALIKE.test(path) || twin.replace(NAMED, '') === path.replace(NAMED, '')) return []
    return [`${path} is the same picture as ${twin}`]
  })
}

/** A page that shows them all, area by area, each picture with what it shows: page, state, language, size, theme. */
function gallery(paths: readonly string[]): string {
  const lines = ['# Every page and state', '', 'Made by `npm run screenshots`; do not edit.', '']
  const anchor = (title: string) =>
    title
      .toLowerCase()
      .replaceAll(/[^a-z ]/g, '')
      .replaceAll(' ', '-')
  lines.push(...Object.values(AREAS).map((title) => `- [${title}](#${anchor(title)})`), '')
  for (const [area, title] of Object.entries(AREAS)) {
    lines.push(`## ${title}`, '')
    const pages = Map.groupBy(
      paths.filter((path) => dirname(path) === area),
      (path) => path.replace(NAMED, ''),
    )
    for (const [page, shown] of pages)
      lines.push(`### ${page.slice(area.length + 1)}`, '', '<table><tr>', ...shown.map(cell), '</tr></table>', '')
  }
  return lines.join('\n')
}

function cell(path: string): string {
  const caption = captions.get(path) ?? path
  const shown = Number(NAMED.exec(path)?.[2]) > 600 ? 560 : 240
  return `<td valign="top"><img src="${path}" alt="${caption}" width="${shown}"><br><sub>${caption}</sub></td>`
}
