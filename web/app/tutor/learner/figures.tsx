/**
 * The figures of exercises, drawn from their numbers. A side that is not named carries no length, and the text alternative says
 * what kind of figure it is and never what one is asked to read from it. A figure runs from left to right in every language.
 */
import type { ReactNode } from 'react'
import { usePage } from '../../page.tsx'
import type { ExerciseFigure, FigureOf } from './shapes.ts'

export function Figure({ figure }: { figure: ExerciseFigure }) {
  switch (figure.kind) {
    case 'number_line':
      return <NumberLine {...figure} />
    case 'bar':
      return <Bar {...figure} />
    case 'rectangle':
      return <Rectangle {...figure} />
    case 'triangle':
      return <Triangle {...figure} />
    case 'plot':
      return <Plot {...figure} />
  }
}

function Drawing({ label, box, children }: { label: string; box: readonly number[]; children: ReactNode }) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={box.join(' ')}
      className="mx-auto max-h-64 w-full max-w-md [direction:ltr]"
      fontWeight="600"
    >
      {children}
    </svg>
  )
}

function Label({ x, y, size = 16, children }: { x: number; y: number; size?: number; children: string }) {
  return (
    <text
      x={x}
      y={y}
      fontSize={size}
      textAnchor="middle"
      dominantBaseline="central"
      className="fill-ink [unicode-bidi:bidi-override] [direction:ltr]"
    >
      {children}
    </text>
  )
}

/** A number as figures write it: with the true minus sign, in the learner's figures. */
function useNumber(): (value: number) => string {
  const { digitsIn } = usePage()
  return (value) => digitsIn(`${value < 0 ? '−' : ''}${Math.abs(value)}`)
}

/** A step of 1, 2, 5, 10, … that gives at most so many. */
function stepFor(span: number, most: number): number {
  for (let power = 1; ; power *= 10)
    for (const step of [power, 2 * power, 5 * power]) if (span / step <= most) return step
}

function NumberLine({ from, to, marks }: FigureOf<'number_line'>) {
  const { t } = usePage()
  const number = useNumber()
  const span = to - from || 1
  const x = (value: number) => 30 + ((value - from) / span) * 300
  const small = stepFor(span, 24)
  const named = stepFor(span, 10)
  const first = Math.ceil(from / small)
  const ticks = Array.from({ length: Math.floor(to / small) - first + 1 }, (_, n) => (first + n) * small)
  return (
    <Drawing label={t('figure.number_line', { from: number(from), to: number(to) })} box={[0, 0, 360, 90]}>
      <line x1="10" x2="350" y1="40" y2="40" strokeWidth="3" strokeLinecap="round" className="stroke-strong-line" />
      {ticks.map((value) => {
        const long = Number.isInteger(value / named)
        return (
          <g key={value}>
            <line
              x1={x(value)}
              x2={x(value)}
              y1={long ? 30 : 34}
              y2={long ? 50 : 46}
              strokeWidth="2"
              className="stroke-strong-line"
            />
            {long && (
              <Label x={x(value)} y={68} size={14}>
                {number(value)}
              </Label>
            )}
          </g>
        )
      })}
      {marks.map((mark) => (
        <path key={mark} d={`M${x(mark)} 34l-9-18a10 10 0 1 1 18 0Z`} className="fill-clay" />
      ))}
    </Drawing>
  )
}

function Bar({ parts, filled }: FigureOf<'bar'>) {
  const { t } = usePage()
  const width = 320 / parts
  return (
    <Drawing label={t('figure.bar')} box={[0, 0, 340, 84]}>
      {Array.from({ length: parts }, (_, part) => (
        <rect
          key={part}
          x={10 + part * width}
          y="12"
          width={width}
          height="60"
          strokeWidth="2.5"
          className={part < filled ? 'fill-brand stroke-surface' : 'fill-sunken stroke-strong-line'}
        />
      ))}
    </Drawing>
  )
}

function Rectangle({ width, height, unit }: FigureOf<'rectangle'>) {
  const { t } = usePage()
  const written = useLength(unit)
  // Drawn in its proportions, but never so flat that nothing could be seen.
  const scale = Math.min(240 / width, 140 / height)
  const [w, h] = [Math.max(width * scale, 40), Math.max(height * scale, 30)]
  const [x, y] = [(360 - w) / 2 + 20, 12]
  return (
    <Drawing
      label={t('figure.rectangle', { width: written(width), height: written(height) })}
      box={[0, 0, 380, h + 52]}
    >
      <rect x={x} y={y} width={w} height={h} strokeWidth="3" className="fill-brand-wash stroke-brand" />
      <Length x={x + w / 2} y={y + h + 22} text={written(width)} />
      <Length x={x - 34} y={y + h / 2} text={written(height)} />
    </Drawing>
  )
}

/** A number with its unit runs as the language does. */
function Length({ x, y, text }: { x: number; y: number; text: string }) {
  return (
    <text
      x={x}
      y={y}
      fontSize="16"
      textAnchor="middle"
      dominantBaseline="central"
      className="fill-ink rtl:[direction:rtl]"
    >
      {text}
    </text>
  )
}

function useLength(unit: string): (value: number) => string {
  const { t } = usePage()
  const number = useNumber()
  return (value) => `${number(value)} ${unitName(unit, t)}`
}

function unitName(unit: string, t: ReturnType<typeof usePage>['t']): string {
  return unit === 'cm' ? t('figure.unit.cm') : unit === 'm' ? t('figure.unit.m') : unit
}

function Triangle({ sides, angles, named }: FigureOf<'triangle'>) {
  const { t } = usePage()
  const number = useNumber()
  const [a = 1, b = 1, c = 1] = sides
  // The third side lies below; the corner above it follows from the lengths of the other two.
  const across = (b * b + c * c - a * a) / (2 * c)
  const up = Math.sqrt(Math.max(b * b - across * across, 0.0001))
  const [left, right] = [Math.min(0, across), Math.max(c, across)]
  const scale = Math.min(260 / (right - left), 150 / up)
  const at = (x: number, y: number): Point => [50 + (x - left) * scale, 30 + (up - y) * scale]
  const corners = [at(0, 0), at(c, 0), at(across, up)] as const
  const middle: Point = [corners.reduce((sum, [x]) => sum + x, 0) / 3, corners.reduce((sum, [, y]) => sum + y, 0) / 3]
  const [A, B, C] = corners
  // Side a lies opposite corner A, and so on.
  const edges: readonly (readonly [Point, Point])[] = [
    [B, C],
    [A, C],
    [A, B],
  ]
  const height = 30 + up * scale + 40
  return (
    <Drawing label={t('figure.triangle')} box={[0, 0, 60 + (right - left) * scale + 50, height]}>
      <path
        d={`M${corners.map((corner) => corner.join(' ')).join('L')}Z`}
        strokeWidth="3"
        strokeLinejoin="round"
        className="fill-brand-wash stroke-brand"
      />
      {edges.map(([from, to], side) => {
        if (named && !named[side]) return null
        const centre: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
        const [x, y] = away(centre, middle, -20)
        return (
          <Label key={`side ${side}`} x={x} y={y}>
            {number(sides[side] ?? 0)}
          </Label>
        )
      })}
      {corners.map((corner, place) => {
        const angle = angles?.[place]
        if (angle === 90) return <RightAngle key={`corner ${place}`} corner={corner} others={[corners[(place + 1) % 3]!, corners[(place + 2) % 3]!]} /> // prettier-ignore
        if (angle === undefined || angle === null) return null
        const [x, y] = away(corner, middle, 30)
        return (
          <Label key={`corner ${place}`} x={x} y={y} size={13}>
            {`${number(angle)}°`}
          </Label>
        )
      })}
    </Drawing>
  )
}

type Point = readonly [number, number]

/** From one point towards another, or away from it. */
function away(from: Point, to: Point, distance: number): Point {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const length = Math.hypot(dx, dy) || 1
  return [from[0] + (dx / length) * distance, from[1] + (dy / length) * distance]
}

function RightAngle({ corner, others }: { corner: Point; others: readonly [Point, Point] }) {
  const [one, two] = others.map((other) => away(corner, other, 14)) as [Point, Point]
  const far: Point = [one[0] + two[0] - corner[0], one[1] + two[1] - corner[1]]
  return (
    <path
      d={`M${one.join(' ')}L${far.join(' ')}L${two.join(' ')}`}
      fill="none"
      strokeWidth="2"
      className="stroke-brand"
    />
  )
}

function Plot({ points, line }: FigureOf<'plot'>) {
  const { t } = usePage()
  const number = useNumber()
  const values = points.flat()
  const reach = Math.max(5, ...values.map((value) => Math.ceil(Math.abs(value)))) + 1
  const step = stepFor(reach, 6)
  const scale = 140 / reach
  const x = (value: number) => 160 + value * scale
  const y = (value: number) => 160 - value * scale
  const ticks = Array.from({ length: Math.floor(reach / step) }, (_, n) => (n + 1) * step).flatMap((n) => [-n, n])
  const ends = line && lineWithin(line.slope, line.intercept, reach)
  return (
    <Drawing label={t('figure.plot')} box={[0, 0, 320, 320]}>
      {ticks.map((tick) => (
        <g key={tick} className="stroke-line" strokeWidth="1">
          <line x1={x(tick)} x2={x(tick)} y1="14" y2="306" />
          <line x1="14" x2="306" y1={y(tick)} y2={y(tick)} />
        </g>
      ))}
      <path
        d="M10 160h300m-8-5 8 5-8 5M160 310V10m-5 8 5-8 5 8"
        fill="none"
        strokeWidth="2"
        className="stroke-strong-line"
      />
      {ticks.map((tick) => (
        <g key={tick}>
          <Label x={x(tick)} y={172} size={11}>
            {number(tick)}
          </Label>
          <Label x={146} y={y(tick)} size={11}>
            {number(tick)}
          </Label>
        </g>
      ))}
      {ends && (
        <line
          x1={x(ends[0][0])}
          y1={y(ends[0][1])}
          x2={x(ends[1][0])}
          y2={y(ends[1][1])}
          strokeWidth="3"
          strokeLinecap="round"
          className="stroke-brand"
        />
      )}
      {points.map(([px = 0, py = 0]) => (
        <circle key={`${px} ${py}`} cx={x(px)} cy={y(py)} r="6" className="fill-clay stroke-surface" strokeWidth="2" />
      ))}
    </Drawing>
  )
}

/** The part of a line that lies in the square that is shown. */
function lineWithin(slope: number, intercept: number, reach: number): readonly [Point, Point] {
  const clip = (px: number): Point => {
    const py = slope * px + intercept
    if (Math.abs(py) <= reach || slope === 0) return [px, py]
    const edge = py > 0 ? reach : -reach
    return [(edge - intercept) / slope, edge]
  }
  return [clip(-reach), clip(reach)]
}
