/**
 * Reads the small notation of exercises: `$…$` holds a formula with `{a/b}` for a fraction, `^{2}` for a power, `_{1}` for an
 * index and `√{…}` for a root (modules/learning/course.ts). Pure; maths.tsx sets what it gives.
 */

export type Piece =
  | string
  | { readonly kind: 'fraction'; readonly top: readonly Piece[]; readonly bottom: readonly Piece[] }
  | { readonly kind: 'power' | 'index' | 'root' | 'group'; readonly of: readonly Piece[] }

/** A text in turns: words, formula, words, … */
export function partsOf(text: string): string[] {
  return text.split('$')
}

export function readFormula(formula: string): Piece[] {
  return read([...formula], { at: 0 }, false).top
}

const raised = { '^': 'power', _: 'index', '√': 'root' } as const

/** Reads to the closing brace or the end; what stands after a stroke inside braces is `bottom`. */
function read(signs: readonly string[], place: { at: number }, braced: boolean): { top: Piece[]; bottom?: Piece[] } {
  const top: Piece[] = []
  let bottom: Piece[] | undefined
  const put = (piece: Piece) => {
    const list = bottom ?? top
    const last = list.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') list[list.length - 1] = last + piece
    else list.push(piece)
  }
  while (place.at < signs.length) {
    const sign = signs[place.at++]!
    if (sign === '}' && braced) break
    if (sign === '/' && braced && !bottom) bottom = []
    else if (sign === '{') {
      const inner = read(signs, place, true)
      put(inner.bottom ? { kind: 'fraction', top: inner.top, bottom: inner.bottom } : { kind: 'group', of: inner.top })
    } else if (sign in raised && signs[place.at] === '{') {
      place.at++
      const inner = read(signs, place, true)
      put({ kind: raised[sign as keyof typeof raised], of: whole(inner) })
    } else put(sign)
  }
  return bottom ? { top, bottom } : { top }
}

const whole = ({ top, bottom }: { top: Piece[]; bottom?: Piece[] }): Piece[] =>
  bottom ? [{ kind: 'fraction', top, bottom }] : top
