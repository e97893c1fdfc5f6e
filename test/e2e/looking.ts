/** What is wrong with a page, as far as a machine can tell: what the browser says, what axe finds, what does not fit. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { regainNetwork } from './network.ts'
import type { Visit } from './visits.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const SIZES = [
  { width: 360, height: 740 },
  { width: 1280, height: 900 },
] as const
/** Colours change at once from now on: on a busy machine one that fades may start to when it has been looked at. */
const UNFADING = `{
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('*, ::before, ::after { transition: none !important }')
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}`
/** The frame in which colours change has been drawn, and what else moves is where it goes. */
const SETTLED = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))).then(() =>
  document.getAnimations().forEach((animation) => animation.finish()))`
/** A language changes the words and a width the arrangement: each page is gone through by axe once in each of both. */
const AXE_AT: Readonly<Record<string, number>> = { fr: 360, ar: 360, en: 1280 }

interface Look {
  readonly lang: string
  readonly title: string
  /** First headings that are seen and can be come to; the look at a page within a page has its own. */
  readonly headings: number
  /** By how many pixels the page is wider than the screen. */
  readonly over: number
}

const LOOK = `({
  lang: document.documentElement.lang,
  title: document.title,
  headings: [...document.querySelectorAll('h1')].filter((it) => it.checkVisibility() && !it.closest('[inert]')).length,
  over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
})`

/** What is wrong with the page, one sentence each. */
export async function wrongWith(
  page: Page,
  url: string,
  { name, path, act, status = 200, lightOnly = false }: Pick<Visit, 'name' | 'path' | 'act' | 'status' | 'lightOnly'>,
  language: string,
): Promise<string[]> {
  const said: string[] = []
  const where = `${name} (${language})`
  page.on('console', (message) => {
    // A refusal of the page, or of what is done on it, is what is looked at.
    const expected = (status >= 400 || act !== undefined) && message.text().includes('Failed to load resource')
    if (message.type() === 'error' && !expected) said.push(`${where} console: ${message.text()}`)
  })
  page.on('pageerror', (error) => said.push(`${where} script: ${error.message}`))
  page.on('response', (answer) => {
    if (answer.status() >= 500 && answer.status() !== status)
      said.push(`${where}: ${answer.url()} answered ${answer.status()}`)
  })
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  for (const size of SIZES) {
    const here = `${where} at ${size.width}`
    await regainNetwork(page)
    await page.setViewportSize(size)
    const answer = await page.goto(url + path)
    if (answer?.status() !== status) said.push(`${here}: ${path} answered ${answer?.status()} instead of ${status}`)
    await act?.(page)
    const { lang, title, headings, over } = await page.evaluate<Look>(LOOK)
    if (lang !== language) said.push(`${here} is in ${lang}`)
    if (title.trim() === '') said.push(`${here} has no title`)
    if (headings !== 1) said.push(`${here} has ${headings} first headings`)
    if (over > 0) said.push(`${here} scrolls sideways by ${over} pixels`)
    if (size.width !== AXE_AT[language]) continue
    await page.evaluate(AXE)
    for (const it of await axe(page)) said.push(`${here}: ${it}`)
    if (language === 'en' || lightOnly) continue
    // In the dark only colours are others, and they are the same in every language and at every width.
    await page.evaluate(UNFADING)
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    await page.evaluate(SETTLED)
    for (const it of await axe(page, ['color-contrast'])) said.push(`${where} in the dark: ${it}`)
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  }
  return said
}

interface Finding {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly target: readonly string[] }[]
}

async function axe(page: Page, rules?: readonly string[]): Promise<string[]> {
  const runOnly = rules ? { type: 'rule', values: rules } : { type: 'tag', values: RULES }
  const violations = await page.evaluate<Finding[]>(
    `axe.run(document, ${JSON.stringify({ runOnly, resultTypes: ['violations'] })}).then((found) => found.violations)`,
  )
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 3).map((node) => node.target.join(' '))
    return `${id} (${help}): ${where.join(' | ')}${nodes.length > 3 ? ` and ${nodes.length - 3} more` : ''}`
  })
}
