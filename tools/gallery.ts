/**
 * The pictures under docs/screenshots and the page that shows them all, product by product and area by area, each with what it
 * shows. What is said of a picture that was not made anew is what the page said before.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export const FOLDER = join(import.meta.dirname, '../docs/screenshots')
const INDEX = join(FOLDER, 'README.md')
/** Two products, each page in two languages and two sizes. */
const FOLDER_BYTES_MAX = 25 * 1024 * 1024

/** How a page is looked at. */
export interface Look {
  readonly language: string
  readonly width: number
  readonly height: number
  readonly dark?: boolean
}

/** How a picture is named: page, language, width, and whether it is dark. */
const NAMED = /-([a-z]{2})-(\d+)(-dark)?\.png$/
const LANGUAGES: Readonly<Record<string, string>> = { ar: 'Arabic', en: 'English', fr: 'French' }

const AREAS: Readonly<Record<string, string>> = {
  'wolo/public': 'Wolo for everybody',
  'wolo/account': 'Wolo for people with an account',
  'wolo/partner': 'Wolo at the partner’s counter',
  'wolo/staff': 'Wolo for staff',
  'wolo/development': 'Wolo for developers',
  'tutor/public': 'Tutor for everybody',
  'tutor/learner': 'Tutor for learners',
  'tutor/guardian': 'Tutor for guardians',
  'tutor/account': 'Tutor for people with an account',
  'tutor/staff': 'Tutor for staff',
  'tutor/development': 'Tutor for developers',
}

/** Pages that are one and the same to who sees them: what is not there, whatever was looked for. */
const ALIKE = /\/(error-404|not-found|invitation-unknown|child-unknown|guardian-link-expired)-/

export function pictureName(page: string, { language, width, dark = false }: Look): string {
  return `${page}-${language}-${width}${dark ? '-dark' : ''}.png`
}

export class Gallery {
  readonly #captions = new Map<string, string>()

  constructor() {
    if (!existsSync(INDEX)) return
    for (const [, path, caption] of readFileSync(INDEX, 'utf8').matchAll(/<img src="([^"]+)" alt="([^"]+)"/g))
      this.#captions.set(path!, caption!)
  }

  /** What a picture shows: page, state, language, size, theme. */
  note(picture: string, title: string, state: string, { language, width, dark = false }: Look): void {
    const device = width > 1000 ? 'desk' : width > 600 ? 'tablet' : 'phone'
    const theme = dark ? 'dark' : 'light'
    const said = [`${title}: ${state}`, LANGUAGES[language], `${device}, ${width} pixels`, theme].join(' · ')
    const escaped = said.replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    this.#captions.set(picture, escaped)
  }

  /** Writes the page that shows them all; returns what is wrong with the pictures. */
  hang(): string[] {
    const pictures = picturesIn(FOLDER)
    writeFileSync(INDEX, this.#page(pictures))
    const bytes = pictures.reduce((sum, path) => sum + statSync(join(FOLDER, path)).size, 0)
    console.log(`${pictures.length} pictures, ${(bytes / 1024 / 1024).toFixed(1)} MB`)
    return [
      ...twins(pictures),
      ...(bytes > FOLDER_BYTES_MAX ? [`the pictures are larger than ${FOLDER_BYTES_MAX} bytes together`] : []),
    ]
  }

  #page(pictures: readonly string[]): string {
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
        pictures.filter((path) => dirname(path) === area),
        (path) => path.replace(NAMED, ''),
      )
      for (const [page, shown] of pages) {
        const cells = shown.map((path) => this.#cell(path))
        lines.push(`### ${page.slice(area.length + 1)}`, '', '<table><tr>', ...cells, '</tr></table>', '')
      }
    }
    return lines.join('\n')
  }

  #cell(path: string): string {
    const caption = this.#captions.get(path) ?? path
    const width = Number(NAMED.exec(path)?.[2])
    const shown = width > 1000 ? 560 : width > 600 ? 400 : 240
    return `<td valign="top"><img src="${path}" alt="${caption}" width="${shown}"><br><sub>${caption}</sub></td>`
  }
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
