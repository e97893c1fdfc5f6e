/**
 * The picture that messengers show with a shared link: what is celebrated in large letters on a panel cut like festive paper,
 * how far the pot has come, and its cover beside it. Drawn as SVG, made a JPEG by sharp. Knows neither pots nor languages: it is
 * given words and numbers.
 */
import sharp from 'sharp'
import { PREVIEW_SIZE } from './link.ts'
import { fit, lineOf, writable, type Line, type Weight } from './type.server.ts'

/** What stands beside the panel: a drawing, of which the part around `focus` (0 to 1, from the left) is seen, or a photo. */
export type Art = { readonly svg: string; readonly focus: number; readonly panel: string } | { readonly photo: Buffer }

export interface Picture {
  /** Small lines above the title, two at most. */
  readonly kicker: readonly string[]
  readonly title: string
  /** Percent, beyond 100 too; nothing hides the bar. */
  readonly progress?: number | undefined
  /** Large, under the title: an amount, or what to do. */
  readonly strong: string
  /** Beside or under `strong`. */
  readonly quiet?: string | undefined
  /** A stamp on the picture's edge: a number and its unit, or one word. */
  readonly stamp?: { readonly large: string; readonly small?: string | undefined } | undefined
  readonly art: Art
}

const { width: WIDTH, height: HEIGHT } = PREVIEW_SIZE
const PANEL = 660
const MARGIN = 64
const INNER = PANEL - MARGIN - 48
const SCALLOPS = 15
const CREAM = '#fff4e4'
const SAFFRON = '#f4ac2c'
const CLAY = '#b4412a'
const INK = '#3a2203'
const KICKERS = [34, 30, 27]
const QUALITIES = [84, 74, 62]
/** Messengers on slow networks give up on larger ones. */
const BYTES_MAX = 150_000

export async function draw(picture: Picture): Promise<Buffer> {
  const { art } = picture
  const wide = WIDTH - PANEL + 60
  const side =
    'svg' in art
      ? await sharp(Buffer.from(art.svg)).resize(WIDTH, HEIGHT).extract(window(art.focus, wide)).png().toBuffer()
      : await sharp(art.photo).resize(wide, HEIGHT, { fit: 'cover', position: sharp.strategy.attention }).toBuffer()
  const panel = 'svg' in art ? art.panel : await deepColourOf(art.photo)
  const canvas = sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: panel } }).composite([
    { input: side, left: WIDTH - wide, top: 0 },
    { input: Buffer.from(layer(picture, panel)), left: 0, top: 0 },
  ])
  const flat = await canvas.raw().toBuffer({ resolveWithObject: true })
  const raw = { width: WIDTH, height: HEIGHT, channels: flat.info.channels as 3 }
  let jpeg = Buffer.alloc(0)
  for (const quality of QUALITIES) {
    jpeg = await sharp(flat.data, { raw })
      .jpeg({ quality, mozjpeg: true, chromaSubsampling: quality > 80 ? '4:4:4' : '4:2:0' })
      .toBuffer()
    if (jpeg.length <= BYTES_MAX) break
  }
  return jpeg
}

function window(focus: number, wide: number) {
  const left = Math.round(Math.min(Math.max(focus * WIDTH - wide / 2, 0), WIDTH - wide))
  return { left, top: 0, width: wide, height: HEIGHT }
}

/** The colour a photo is mostly of, so dark that cream on it has a contrast of 7 at least. */
async function deepColourOf(photo: Buffer): Promise<string> {
  const { dominant } = await sharp(photo).stats()
  let { r, g, b } = dominant
  // Grey says nothing; Wolo's own clay does.
  if (Math.max(r, g, b) - Math.min(r, g, b) < 24) [r, g, b] = [143, 47, 28]
  while (luminance(r, g, b) > 0.085) [r, g, b] = [r * 0.92, g * 0.92, b * 0.92]
  return `rgb(${Math.round(r)}, ${Math.round(g)}, ${Math.round(b)})`
}

function luminance(r: number, g: number, b: number): number {
  const linear = (value: number) => (value <= 10 ? value / 3294 : ((value / 255 + 0.055) / 1.055) ** 2.4)
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

function layer(picture: Picture, panel: string): string {
  const parts: string[] = [edge(panel)]
  let y = 96
  const kickers = picture.kicker.map((text) => fit(text, { width: INNER, lines: () => 1, sizes: KICKERS, weight: 700 }))
  const small = Math.min(...kickers.map(({ size }) => size))
  for (const text of picture.kicker) {
    const { lines } = fit(text, { width: INNER, lines: () => 1, sizes: [small], weight: 700 })
    parts.push(...lines.map((line) => at(line, MARGIN, y, SAFFRON)))
    y += small * 1.22
  }
  const title = fit(picture.title, {
    width: INNER,
    lines: (size) => (size < 60 ? 4 : size > 70 ? 2 : 3),
    sizes: [96, 88, 76, 68, 60, 52, 46],
    weight: 800,
  })
  y += title.size * 0.78
  for (const line of title.lines) {
    parts.push(at(line, MARGIN, y, CREAM))
    y += title.size * 1.02
  }
  parts.push(state(picture), mark(), stamp(picture))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${parts.join('')}</svg>`
}

/** The panel with its scalloped edge, and a thin row of seeds along it. */
function edge(panel: string): string {
  const radius = HEIGHT / SCALLOPS / 2
  const arcs = `a${radius} ${radius} 0 0 1 0 ${radius * 2}`.repeat(SCALLOPS)
  const seeds = Array.from(
    { length: SCALLOPS },
    (_, i) => `<circle cx="${PANEL + 3}" cy="${radius * (2 * i + 1)}" r="5.5" fill="${SAFFRON}"/>`,
  )
  return (
    `<path d="M0 0H${PANEL + 7}${arcs}H0Z" fill="#000" opacity="0.18"/>` +
    `<path d="M0 0H${PANEL}${arcs}H0Z" fill="${panel}"/>${seeds.join('')}`
  )
}

/** How far the pot has come, standing on the lower margin. */
function state({ progress, strong, quiet }: Picture): string {
  const parts: string[] = []
  const base = HEIGHT - 112
  const share = progress === undefined ? undefined : lineOf(`${progress}\u00a0%`, 34, 800)
  const room = INNER
  const main = fit(strong, { width: room, lines: () => 1, sizes: [52, 46, 40, 34, 30], weight: 800 })
  const first = main.lines[0]
  if (first) parts.push(at(first, MARGIN, base - (progress === undefined ? 0 : 54), CREAM))
  if (quiet !== undefined && first) {
    const beside = lineOf(writable(quiet), 30, 500)
    const fits = first.width + 18 + beside.width <= room
    parts.push(
      fits
        ? at(beside, MARGIN + first.width + 18, base - (progress === undefined ? 0 : 54), CREAM, 0.86)
        : at(beside, MARGIN, base - (progress === undefined ? 0 : 54) - main.size - 8, CREAM, 0.86),
    )
  }
  if (progress !== undefined && share) {
    const bar = room - share.width - 20
    const filled = Math.max(Math.min(progress, 100) / 100, 0) * bar
    parts.push(
      `<rect x="${MARGIN}" y="${base - 24}" width="${bar}" height="26" rx="13" fill="${CREAM}" opacity="0.24"/>`,
      filled > 0
        ? `<rect x="${MARGIN}" y="${base - 24}" width="${Math.max(filled, 26)}" height="26" rx="13" fill="${SAFFRON}"/>`
        : '',
      at(share, MARGIN + bar + 20, base, CREAM),
    )
  }
  return parts.join('')
}

/** A calabash with a gift dropping in, and the name. */
function mark(): string {
  const name = lineOf('Wolo', 40, 800)
  return (
    `<g transform="translate(${MARGIN} ${HEIGHT - 82}) scale(1.5)">` +
    `<path d="M3 15h26a13 13 0 0 1-26 0Z" fill="${CREAM}"/><path d="M5 19.500h22a13 13 0 0 1-2.200 3.500H7.200A13 13 0 0 1 5 19.500Z" fill="${CLAY}"/>` +
    `<circle cx="16" cy="7.500" r="4.500" fill="${SAFFRON}"/></g>` +
    at(name, MARGIN + 60, HEIGHT - 44, CREAM)
  )
}

function stamp({ stamp }: Picture): string {
  if (!stamp) return ''
  const [x, y, radius] = [WIDTH - 128, HEIGHT - 128, 88]
  const petals = 16
  const rim = Array.from({ length: petals }, (_, i) => {
    const turn = (i / petals) * 2 * Math.PI
    return `<circle cx="${x + Math.cos(turn) * radius}" cy="${y + Math.sin(turn) * radius}" r="18" fill="${SAFFRON}"/>`
  })
  const large = sized(stamp.large, 800, stamp.small === undefined ? 44 : 88, 150)
  const parts = [rim.join(''), `<circle cx="${x}" cy="${y}" r="${radius + 2}" fill="${SAFFRON}"/>`]
  if (stamp.small === undefined) parts.push(centred(large, x, y + 15))
  else parts.push(centred(large, x, y + 18), centred(sized(stamp.small, 700, 32, 150), x, y + 58))
  return `<g transform="rotate(-7 ${x} ${y})">${parts.join('')}</g>`
}

/** The text at this size, or smaller so that it has no more than this width. */
function sized(text: string, weight: Weight, size: number, width: number): Line {
  const line = lineOf(text, size, weight)
  return line.width <= width ? line : lineOf(text, (size * width) / line.width, weight)
}

function centred(line: Line, x: number, y: number): string {
  return at(line, x - line.width / 2, y, INK)
}

function at(line: Line, x: number, y: number, colour: string, opacity = 1): string {
  return `<g transform="translate(${x} ${y})" fill="${colour}" opacity="${opacity}">${line.svg}</g>`
}
