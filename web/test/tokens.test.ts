/** Readability of the colours: every text and background that ui/ puts together, on light and dark screens (WCAG AA). */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { products } from '../app/products.ts'

const css = readFileSync(new URL('../app/ui/tokens.css', import.meta.url), 'utf8')

/** Blocks of tokens in the order of the file: light, dark, for each product. */
const blocks = [...css.matchAll(/\[data-product='(\w+)'\] \{([^}]*)\}/g)].map(([, product = '', body = '']) => ({
  product,
  colours: Object.fromEntries(
    [...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
  ) as Record<string, string>,
}))

const pairs = [
  ...['ink', 'ink-soft', 'accent', 'brand', 'good', 'bad'].flatMap((text) => [
    [text, 'canvas'],
    [text, 'surface'],
  ]),
  ['ink', 'sunken'],
  ['ink-soft', 'sunken'],
  ['on-brand', 'brand'],
  ['on-brand', 'brand-strong'],
  ['on-festive', 'festive'],
  ['ink-soft', 'festive-wash'],
  ['ink-soft', 'accent-wash'],
  ['ink-soft', 'brand-wash'],
  ['ink-soft', 'bad-wash'],
  ['surface', 'good'],
  ...['accent', 'good', 'bad', 'festive', 'brand'].map((wash) => ['ink', `${wash}-wash`]),
  ...['accent', 'good', 'bad', 'brand'].map((name) => [name, `${name}-wash`]),
] as [string, string][]

test('each product has a light and a dark block', () => {
  expect(blocks.map(({ product }) => product)).toEqual(Object.keys(products).flatMap((name) => [name, name]))
})

test.each(Object.entries(products))(
  'a phone’s bars around the page have the colour of its canvas: %s',
  (name, { canvas }) => {
    const [light, dark] = blocks.filter(({ product }) => product === name)
    expect(canvas).toEqual({ light: light!.colours['canvas'], dark: dark!.colours['canvas'] })
  },
)

test('every product says all that the first says, and nothing else', () => {
  const said = blocks.map(({ colours }) => Object.keys(colours).toSorted())
  expect(said).toEqual(said.map(() => said[0]))
})

test.each(blocks)('$product is readable', ({ colours }) => {
  for (const [text, background] of pairs)
    expect(contrast(colours[text], colours[background]), `${text} on ${background}`).toBeGreaterThanOrEqual(4.5)
  expect(contrast(colours['line-strong'], colours['canvas']), 'edge of a control').toBeGreaterThanOrEqual(3)
})

function contrast(a: string | undefined, b: string | undefined): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string | undefined): number {
  if (!hex) throw new Error('a token is missing')
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
