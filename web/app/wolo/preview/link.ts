/**
 * The address of the picture that messengers show with a shared link. Its version changes with what is drawn, progress in steps
 * of 5 %, so that a messenger that has seen the link before looks again; the picture itself is made in picture.server.ts.
 */
import { percent } from '../../format.ts'
import type { Locale } from '../../products.ts'
import type { LinkPicture } from '../../ui/head.tsx'

export const PREVIEW_SIZE = { width: 1200, height: 630 } as const

/** What of a pot is on its picture. */
export interface PotFacts {
  readonly slug: string
  readonly title: string
  readonly honoree_name: string
  readonly cover: string | null
  readonly visibility: string
  readonly status: string
  readonly takes_gifts: boolean
  readonly birthday: string
  readonly raised_minor: string
  readonly topped_up_minor: string
  readonly target_minor: string
}

const STEP_PERCENT = 5

export function potPreview(
  pot: PotFacts,
  { locale, today, alt }: { locale: Locale; today: string; alt: string },
): LinkPicture {
  const done = percent(BigInt(pot.raised_minor) + BigInt(pot.topped_up_minor), pot.target_minor)
  const version = stamp([
    pot.title,
    pot.honoree_name,
    pot.cover ?? '',
    pot.visibility,
    pot.status,
    pot.birthday,
    today,
    pot.visibility === 'private' ? '' : String(Math.floor(done / STEP_PERCENT)),
  ])
  return { src: `/p/${pot.slug}/preview.jpg?in=${locale}&v=${version}`, ...PREVIEW_SIZE, alt }
}

/** The picture of a page that shows no pot: the home page, a pack. */
export function pagePreview(path: string, { locale, alt }: { locale: Locale; alt: string }): LinkPicture {
  return { src: `${path}?in=${locale}&v=${stamp([alt])}`, ...PREVIEW_SIZE, alt }
}

/** A short name of these texts, FNV-1a: only to tell versions apart. */
function stamp(texts: readonly string[]): string {
  let sum = 0x811c9dc5
  for (const char of texts.join('\0')) sum = Math.imul(sum ^ char.codePointAt(0)!, 0x01000193)
  return (sum >>> 0).toString(36)
}
