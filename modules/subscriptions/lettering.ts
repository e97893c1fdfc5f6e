/**
 * Text on paper in either direction. A line is cut into runs by the Unicode bidirectional algorithm, the runs are put in the order
 * in which they are seen, and each is drawn with the font that has its letters; the font joins Arabic letters within a run.
 */
import { createRequire } from 'node:module'
import type { Bidi } from 'bidi-js'

const require = createRequire(import.meta.url)
// Its types speak of a module of another kind than the one that is shipped.
const bidi = (require('bidi-js') as () => Bidi)()
const { resolve } = require

/** Cairo, Arabic and Latin letters in two files each. */
export const FONTS = {
  'arabic-400': resolve('@fontsource/cairo/files/cairo-arabic-400-normal.woff'),
  'arabic-700': resolve('@fontsource/cairo/files/cairo-arabic-700-normal.woff'),
  'latin-400': resolve('@fontsource/cairo/files/cairo-latin-400-normal.woff'),
  'latin-700': resolve('@fontsource/cairo/files/cairo-latin-700-normal.woff'),
} as const
export type Weight = 400 | 700

export interface Run {
  readonly text: string
  readonly font: keyof typeof FONTS
}

const ARABIC = /[\u0600-\u06FF\u0750-\u077F\uFB50-\uFDFF\uFE70-\uFEFF]/
const ISOLATES = /[\u2066-\u2069]/

/** A number or a name that is read from the left wherever it stands: `123-456-789` within Arabic. */
export const leftToRight = (text: string): string => `\u2066${text}\u2069`

/** The runs of one line, the leftmost first. */
export function runsOf(text: string, direction: 'rtl' | 'ltr', weight: Weight): Run[] {
  const { levels } = bidi.getEmbeddingLevels(text, direction)
  const mirrored = bidi.getMirroredCharactersMap(text, levels)
  const runs: { start: number; end: number; level: number; arabic: boolean }[] = []
  for (let i = 0; i < text.length; i++) {
    // Marks that keep a number together have done their work, and have no shape.
    if (ISOLATES.test(text[i]!)) continue
    const level = levels[i]!
    const last = runs.at(-1)
    // Spaces belong to the run before them, so that words of one script are drawn in one go.
    const arabic = text[i] === ' ' && last ? last.arabic : ARABIC.test(text[i]!)
    if (last && last.end === i && last.level === level && last.arabic === arabic) last.end = i + 1
    else runs.push({ start: i, end: i + 1, level, arabic })
  }
  return inSight(runs).map(({ start, end, level, arabic }) => {
    let shown = ''
    for (let i = start; i < end; i++) shown += mirrored.get(i) ?? text[i]!
    // Arabic letters are turned around by the font; anything else on the way from right to left is turned here.
    if (!arabic && level % 2 === 1) shown = [...shown].toReversed().join('')
    return { text: shown, font: `${arabic ? 'arabic' : 'latin'}-${weight}` as const }
  })
}

/** Rule L2 of the algorithm, over whole runs: from the highest level down, what is of it or above is turned around. */
function inSight<R extends { readonly level: number }>(runs: readonly R[]): R[] {
  const shown = [...runs]
  const highest = Math.max(0, ...runs.map((run) => run.level))
  for (let level = highest; level >= 1; level--)
    for (let i = 0; i < shown.length; i++) {
      if (shown[i]!.level < level) continue
      let end = i
      while (end < shown.length && shown[end]!.level >= level) end++
      shown.splice(i, end - i, ...shown.slice(i, end).toReversed())
      i = end
    }
  return shown
}
