/**
 * Sets a text of an exercise: words in the direction of the language, formulas from left to right in every language, numbers in
 * the learner's figures. A formula is read out in words; its own signs are for eyes.
 */
import type { Translate } from '../../i18n.ts'
import { usePage } from '../../page.tsx'
import { cx } from '../../ui/class.ts'
import { partsOf, readFormula, type Piece } from './notation.ts'

/** Arabic figures among signs would be put in another order: in a formula everything runs as it is written. */
export const LEFT_TO_RIGHT = '[direction:ltr] [unicode-bidi:isolate-override]'

export function Maths({ text }: { text: string }) {
  const { digitsIn } = usePage()
  return partsOf(digitsIn(text)).map((part, position) =>
    // Every second part stood between two signs of a formula. Parts never move.
    position % 2 === 0 ? held(part) : <Formula key={`${position}`} formula={part} />,
  )
}

/** A formula of so many signs stays on one line, even on a phone. */
const SHORT = 20
const JOINED = '\u2060'

/** Neither a question mark nor a bracket is parted from the formula beside it. */
function held(words: string): string {
  return words.replace(/^(?=[؟?.،,؛;:)»])/, JOINED).replace(/(?<=[(«])$/, JOINED)
}

function Formula({ formula }: { formula: string }) {
  const { t } = usePage()
  const pieces = readFormula(formula)
  return (
    <span
      role="math"
      aria-label={spoken(pieces, t)}
      className={cx(
        LEFT_TO_RIGHT,
        formula.length <= SHORT ? 'whitespace-nowrap max-[16rem]:whitespace-normal' : 'inline-block max-w-full',
      )}
    >
      <span aria-hidden>
        <Pieces of={pieces} />
      </span>
    </span>
  )
}

function Pieces({ of }: { of: readonly Piece[] }) {
  return of.map((piece, position) => <Set key={`${position}`} piece={piece} />)
}

function Set({ piece }: { piece: Piece }) {
  if (typeof piece === 'string') return piece
  if (piece.kind === 'fraction')
    return (
      <span className="mx-0.5 inline-flex flex-col items-center align-middle text-[0.85em] leading-snug">
        <span className={`border-b-2 border-current px-1 ${LEFT_TO_RIGHT}`}>
          <Pieces of={piece.top} />
        </span>
        <span className={`px-1 ${LEFT_TO_RIGHT}`}>
          <Pieces of={piece.bottom} />
        </span>
      </span>
    )
  const inner = <Pieces of={piece.of} />
  if (piece.kind === 'power') return <sup className="text-[0.7em]">{inner}</sup>
  if (piece.kind === 'index') return <sub className="text-[0.7em]">{inner}</sub>
  if (piece.kind === 'group') return inner
  return (
    <>
      √<span className={`inline-block border-t-2 border-current px-0.5 leading-tight ${LEFT_TO_RIGHT}`}>{inner}</span>
    </>
  )
}

function spoken(pieces: readonly Piece[], t: Translate): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece
      if (piece.kind === 'fraction')
        return t('maths.fraction', { top: spoken(piece.top, t), bottom: spoken(piece.bottom, t) })
      const of = spoken(piece.of, t)
      if (piece.kind === 'group') return of
      return t(`maths.${piece.kind}`, { of })
    })
    .join('')
}
