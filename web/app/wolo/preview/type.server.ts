/**
 * Words as outlines: text in Wolo's own face, measured, broken into lines and made to fit, for pictures made on the server (the
 * rasteriser has no fonts). What the face cannot write, such as an emoji, is left out.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'

export type Weight = 500 | 700 | 800

const require = createRequire(import.meta.url)
/** The face comes in two cuts: what French needs, and the rest of the Latin letters, Wolof’s ŋ among them. */
const CUTS = ['latin', 'latin-ext']
const fonts = new Map<string, Font>()

function fontOf(cut: string, weight: Weight): Font {
  const file = `@fontsource/bricolage-grotesque/files/bricolage-grotesque-${cut}-${weight}-normal.woff`
  let font = fonts.get(file)
  if (!font) fonts.set(file, (font = create(readFileSync(require.resolve(file))) as Font))
  return font
}

interface Run {
  readonly font: Font
  text: string
}

/** The text in pieces that one cut can write. */
function runsOf(text: string, weight: Weight): Run[] {
  const cuts = CUTS.map((cut) => fontOf(cut, weight))
  const runs: Run[] = []
  for (const char of text.normalize('NFC').replaceAll(/[\u202f\u2009]/g, '\u00a0')) {
    const font = cuts.find((cut) => cut.hasGlyphForCodePoint(char.codePointAt(0)!))
    if (!font) continue
    const last = runs.at(-1)
    if (last?.font === font) last.text += char
    else runs.push({ font, text: char })
  }
  return runs
}

/** What of a text can be written, with single spaces. */
export function writable(text: string): string {
  const written = runsOf(text.replaceAll(/\s+/g, ' '), 500)
  return written
    .map((run) => run.text)
    .join('')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
}

export interface Line {
  readonly width: number
  /** SVG of the outlines, the base line at y = 0. */
  readonly svg: string
}

export function lineOf(text: string, size: number, weight: Weight): Line {
  let x = 0
  let svg = ''
  for (const { font, text: piece } of runsOf(text, weight)) {
    const scale = size / font.unitsPerEm
    const { glyphs, positions } = font.layout(piece)
    for (const [i, glyph] of glyphs.entries()) {
      const { xAdvance, xOffset } = positions[i]!
      const outline = glyph.path.toSVG()
      if (outline)
        svg += `<path transform="translate(${round(x + xOffset * scale)} 0) scale(${scale} -${scale})" d="${outline}"/>`
      x += xAdvance * scale
    }
  }
  return { width: x, svg }
}

const round = (value: number) => Math.round(value * 100) / 100

interface Block {
  readonly size: number
  readonly lines: readonly Line[]
}

interface Room {
  readonly width: number
  /** How many lines a size may take. */
  readonly lines: (size: number) => number
  /** The largest first. */
  readonly sizes: readonly number[]
  readonly weight: Weight
}

/** The text in the largest of `sizes` that its room allows; at the smallest it ends with an ellipsis where it must. */
export function fit(text: string, { width, lines, sizes, weight }: Room): Block {
  const words = writable(text).split(' ')
  for (const size of sizes) {
    const broken = breakInto(words, size, weight, width)
    if (broken.length <= lines(size) && broken.every((line) => lineOf(line, size, weight).width <= width))
      return { size, lines: balanced(words, broken, size, weight, width).map((line) => lineOf(line, size, weight)) }
  }
  const size = sizes.at(-1)!
  const broken = breakInto(
    words.flatMap((word) => split(word, size, weight, width)),
    size,
    weight,
    width,
  )
  const kept = broken.slice(0, lines(size))
  if (broken.length > kept.length) kept.push(shortened(kept.pop()!, size, weight, width))
  return { size, lines: kept.map((line) => lineOf(line, size, weight)) }
}

function breakInto(words: readonly string[], size: number, weight: Weight, width: number): string[] {
  const lines: string[] = []
  for (const word of words) {
    const longer = lines.length === 0 ? undefined : `${lines.at(-1)} ${word}`
    if (longer !== undefined && lineOf(longer, size, weight).width <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

/** The same number of lines, as narrow as they can be, so that none has a single short word. */
function balanced(words: readonly string[], broken: string[], size: number, weight: Weight, width: number): string[] {
  let best = broken
  for (let narrower = width - 20; narrower > width / 3; narrower -= 20) {
    const lines = breakInto(words, size, weight, narrower)
    if (lines.length > broken.length || lines.some((line) => lineOf(line, size, weight).width > narrower)) break
    best = lines
  }
  return best
}

/** A word wider than a line, in pieces. */
function split(word: string, size: number, weight: Weight, width: number): string[] {
  const pieces: string[] = []
  for (const char of word) {
    const longer = (pieces.at(-1) ?? '') + char
    if (pieces.length > 0 && lineOf(longer, size, weight).width <= width) pieces[pieces.length - 1] = longer
    else pieces.push(char)
  }
  return pieces
}

function shortened(line: string, size: number, weight: Weight, width: number): string {
  const isRoom = (text: string) => lineOf(`${text}…`, size, weight).width <= width
  let kept = line
  while (!isRoom(kept)) kept = kept.includes(' ') ? kept.replace(/ [^ ]*$/, '') : kept.slice(0, -1)
  return `${kept}…`
}
