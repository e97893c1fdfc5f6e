/**
 * `npm run screenshots`: makes every picture under docs/screenshots anew. Starts a house of each product, opens every page and state
 * as the person it is for (test/e2e/visits*.ts, states*.ts), in the product's languages, on a phone, a tablet and at a desk, some in
 * the dark, and writes PNG files of 256 colours and an index that shows them (gallery.ts). `npm run screenshots -- wolo/public/pot
 * tutor/learner` makes the ones whose names begin so and leaves the others as they are.
 *
 * The demonstrations are the same each time but for the day they are made on.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { openHouse, type House, type ProductName } from '../test/e2e/house.ts'
import type { Caller, Who } from '../test/e2e/people.ts'
import { openPhones } from '../test/e2e/phones.ts'
import { walksOf } from '../test/e2e/states.ts'
import { tutorSights } from '../test/e2e/states-tutor.ts'
import { crowd, crowdOf, gatherFacts, visitsOf, type StateVisit, type Visit } from '../test/e2e/visits.ts'
import { enterTutor, type TutorWho } from '../test/e2e/visits-tutor.ts'
import { FOLDER, Gallery, pictureName, type Look } from './gallery.ts'

/** Longer pages are cut: what comes then is more of the same. */
const HEIGHT_MAX = 2400
const AT_ONCE = 3
/** What was drawn last is as large as the window is now. */
const DRAWN = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))'

const phone = (language: string): Look => ({ language, width: 360, height: 740 })
const tablet = (language: string): Look => ({ language, width: 820, height: 1180 })
const DESK: Look = { language: 'en', width: 1280, height: 900 }
const inTheDark = (look: Look): Look => ({ ...look, dark: true })

type AnyVisit<Person extends string> = Visit<Person> | StateVisit<Person>

/** What there is to see in a house: what must come first, what stands by itself, what changes the house. */
interface Sights<Person extends string> {
  readonly before: readonly AnyVisit<Person>[]
  readonly standing: readonly AnyVisit<Person>[]
  readonly after: readonly AnyVisit<Person>[]
}

interface Album<Person extends string> {
  readonly product: ProductName
  /** What a browser in each language asks for, the product's own first. */
  readonly locales: Readonly<Record<string, string>>
  readonly timeZone: string
  readonly looks: (visit: AnyVisit<Person>) => readonly Look[]
  readonly open: (house: House) => Promise<Sights<Person> & { as(who: Exclude<Person, 'guest'>): Promise<Caller> }>
}

const WOLO_DARK = /^(public|partner)\/|^account\/(dashboard|pots-id|pots-new|vouchers|voucher-ready)/
const WOLO: Album<Who> = {
  product: 'wolo',
  locales: { fr: 'fr-SN', en: 'en-GB' },
  timeZone: 'Africa/Dakar',
  looks: ({ name }) => [
    phone('fr'),
    DESK,
    ...(WOLO_DARK.test(name) ? [inTheDark(phone('fr'))] : []),
    ...(/^staff\/(home|search-found|payments-id|ledger|settlements-id)$|^development\/design$/.test(name)
      ? [inTheDark(DESK)]
      : []),
  ],
  async open({ url }) {
    const as = crowd(url)
    const facts = await gatherFacts(url, as)
    const { before, after } = await walksOf(url, as, facts)
    // A page that one has to walk to is not what its address alone leads to.
    const walked = new Set([...before, ...after].map(({ name }) => name))
    return { as, before, standing: visitsOf(facts).filter(({ name }) => !walked.has(name)), after }
  },
}

const TUTOR_DARK =
  /^public\/(home|sign-in|sign-in-learner)$|^guardian\/(home|children-id|billing-id|learners-id-consents)$|^learner\/(home|practice|practice-right|map|days|tutor-answered)$/
const TUTOR: Album<TutorWho> = {
  product: 'tutor',
  locales: { ar: 'ar-EG', en: 'en-GB' },
  timeZone: 'Africa/Cairo',
  // Every page in both languages; a state once, where it is met: staff at a desk, everybody else on a phone.
  looks: (visit) => {
    const desk = /^(staff|development)\//.test(visit.name)
    return [
      ...('state' in visit ? [desk ? DESK : phone('ar')] : [phone('ar'), DESK]),
      ...(visit.name.startsWith('learner/') ? [tablet('ar')] : []),
      ...(TUTOR_DARK.test(visit.name) ? [inTheDark(phone('ar'))] : []),
      ...(/^staff\/(home|learning-id|usage)$/.test(visit.name) ? [inTheDark(DESK)] : []),
    ]
  },
  async open(house) {
    const as = crowdOf(enterTutor(house.url))
    const { pages, states, after } = await tutorSights(house, as)
    return { as, before: [], standing: [...pages, ...states], after }
  },
}

const found = await openPhones()
if ('missing' in found) {
  console.error(`There is no browser to take pictures with: ${found.missing}`)
  process.exit(2)
}
const phones = found
const wanted = process.argv.slice(2)
const gallery = new Gallery()
const failures: string[] = []
try {
  await photograph(WOLO)
  await photograph(TUTOR)
} finally {
  await phones.close()
}
failures.push(...gallery.hang())
for (const failure of failures) console.error(failure)
process.exitCode = failures.length > 0 ? 1 : 0

/** Every picture of one product that is asked for. */
async function photograph<Person extends string>(album: Album<Person>): Promise<void> {
  const { product } = album
  const folder = `${product}/`
  if (wanted.length > 0 && !wanted.some((begin) => begin.startsWith(folder) || folder.startsWith(begin))) return
  console.log(`Starting a house of ${product} …`)
  const house = await openHouse({ product })
  try {
    const { as, before, standing, after } = await album.open(house)
    const inNeed = ({ name }: AnyVisit<Person>) =>
      wanted.length === 0 || wanted.some((begin) => `${product}/${name}`.startsWith(begin))
    if (wanted.length === 0) rmSync(join(FOLDER, product), { recursive: true, force: true })
    const contexts = new Map<string, Promise<BrowserContext>>()
    const contextOf = async (who: Person, language: string): Promise<BrowserContext> => {
      const key = `${who} ${language}`
      const known = contexts.get(key) ?? newContext(album, language)
      contexts.set(key, known)
      const context = await known
      if (who !== 'guest') {
        // Signed in anew by those whom a moved clock has signed out.
        const { token } = await as(who as Exclude<Person, 'guest'>)
        await context.addCookies([{ name: 'teranga_session', value: token!, url: house.url }])
      }
      return context
    }
    const show = async (visit: AnyVisit<Person>) => {
      for (const look of album.looks(visit)) {
        const page = await (await contextOf(visit.who, look.language)).newPage()
        try {
          await take(page, house.url, visit, look, product)
        } finally {
          await page.close()
        }
      }
    }
    const noting = async (name: string, act: () => Promise<void>) => {
      try {
        await act()
      } catch (error) {
        failures.push(`${product}/${name}: ${String(error).split('\n', 1)[0]}`)
      }
    }
    const inOrder = async (visits: readonly AnyVisit<Person>[]) => {
      const last = visits.findLastIndex(inNeed)
      for (const visit of visits.slice(0, last + 1))
        await noting(visit.name, async () => {
          // One state comes from the one before it, whether or not that is asked for.
          if ('before' in visit) await visit.before?.()
          if (inNeed(visit)) await show(visit)
        })
    }
    const waiting = standing.filter(inNeed)
    await inOrder(before)
    const photographer = async () => {
      for (let visit = waiting.shift(); visit; visit = waiting.shift()) {
        const { name } = visit
        await noting(name, () => show(visit!))
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, photographer))
    await inOrder(after)
    for (const context of contexts.values()) await (await context).close()
  } finally {
    await house.close()
  }
}

async function newContext(
  { locales, timeZone }: Pick<Album<never>, 'locales' | 'timeZone'>,
  language: string,
): Promise<BrowserContext> {
  const { context, page } = await phones.person({ locale: locales[language]!, timeZone, scale: 1 })
  await page.close()
  return context
}

async function take(page: Page, url: string, visit: AnyVisit<string>, look: Look, product: ProductName): Promise<void> {
  const { width, height, dark = false } = look
  await page.setViewportSize({ width, height })
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' })
  await page.goto(url + visit.path)
  await visit.act?.(page)
  await settled(page)
  // A window as high as the page: what is stuck to the window's edge stands once, at the end.
  const whole = await page.evaluate<number>('document.documentElement.scrollHeight')
  if (whole > height) await page.setViewportSize({ width, height: Math.min(whole, HEIGHT_MAX) })
  await page.evaluate(DRAWN)
  const png = await page.screenshot({ animations: 'disabled' })
  const picture = pictureName(`${product}/${visit.name}`, look)
  const title = (await page.title()).replace(/ · [^·]+$/, '')
  gallery.note(picture, title, 'state' in visit ? visit.state : 'as it opens', look)
  const file = join(FOLDER, picture)
  mkdirSync(dirname(file), { recursive: true })
  // Undithered: what is spread over a plain ground shows as a shadow.
  await sharp(png).png({ palette: true, colours: 256, dither: 0, effort: 5, compressionLevel: 9 }).toFile(file)
}

/** Fonts and pictures are there, islands have done their part, and nothing moves any more. */
async function settled(page: Page): Promise<void> {
  await page.evaluate('document.fonts.ready.then(() => document.getAnimations().forEach((it) => it.finish()))')
  await page.waitForTimeout(400)
}
