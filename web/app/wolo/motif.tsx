/**
 * Wolo's ornament: printed cloth drawn from quarter circles, suns and calabashes. Pure decoration in the product's
 * colours, so it follows light and dark by itself and weighs nothing.
 */
import type { ReactNode } from 'react'

/** Each tile is drawn in a square of this side and clipped to it. */
const SIZE = 100

const fan = (
  <>
    <rect width={SIZE} height={SIZE} className="fill-clay" />
    <path d="M0 100a100 100 0 0 1 100-100v25a75 75 0 0 0-75 75Z" className="fill-saffron" />
    <path d="M42 100a58 58 0 0 1 58-58v22a36 36 0 0 0-36 36Z" className="fill-cream" />
    <path d="M78 100a22 22 0 0 1 22-22v22Z" className="fill-indigo" />
  </>
)

const sun = (
  <>
    <rect width={SIZE} height={SIZE} className="fill-saffron" />
    {Array.from({ length: 12 }, (_, ray) => (
      <rect
        key={ray}
        x="47"
        y="6"
        width="6"
        height="18"
        rx="3"
        transform={`rotate(${ray * 30} 50 50)`}
        className="fill-clay"
      />
    ))}
    <circle cx="50" cy="50" r="20" className="fill-clay" />
    <circle cx="50" cy="50" r="8" className="fill-cream" />
  </>
)

const bowl = (
  <>
    <rect width={SIZE} height={SIZE} className="fill-indigo" />
    <path d="M14 46h72a36 36 0 0 1-72 0Z" className="fill-saffron" />
    <path d="M19 60h62a36 36 0 0 1-8 12H27a36 36 0 0 1-8-12Z" className="fill-clay" />
    <circle cx="50" cy="26" r="11" className="fill-cream" />
    <circle cx="27" cy="32" r="5" className="fill-saffron" />
    <circle cx="73" cy="32" r="5" className="fill-saffron" />
  </>
)

const waves = (
  <>
    <rect width={SIZE} height={SIZE} className="fill-cream" />
    {[10, 35, 60, 85].map((y) => (
      <path
        key={y}
        d={`M-25 ${y}q12.5-16 25 0t25 0 25 0 25 0 25 0 25 0`}
        fill="none"
        strokeWidth="7"
        className="stroke-indigo"
      />
    ))}
  </>
)

const seeds = (
  <>
    <rect width={SIZE} height={SIZE} className="fill-indigo" />
    {[20, 50, 80].flatMap((y) =>
      [20, 50, 80].map((x) => (
        <ellipse
          key={`${x}-${y}`}
          cx={x}
          cy={y}
          rx="11"
          ry="6"
          transform={`rotate(${(x + y) % 20 ? 45 : -45} ${x} ${y})`}
          className={(x + y) % 60 === 40 ? 'fill-saffron' : 'fill-cream'}
        />
      )),
    )}
  </>
)

/** Name and quarter turns of each tile, row by row. */
const cloth: readonly (readonly [ReactNode, number])[][] = [
  [
    [sun, 0],
    [fan, 0],
    [waves, 0],
    [fan, 1],
  ],
  [
    [fan, 2],
    [bowl, 0],
    [fan, 3],
    [seeds, 0],
  ],
  [
    [waves, 1],
    [fan, 1],
    [sun, 0],
    [fan, 2],
  ],
]

export function Cloth({ rows = cloth.length, className }: { rows?: number; className?: string }) {
  const shown = cloth.slice(0, rows)
  return (
    <svg aria-hidden viewBox={`0 0 400 ${rows * SIZE}`} preserveAspectRatio="xMidYMid slice" className={className}>
      {shown.flatMap((row, y) =>
        row.map(([tile, turns], x) => (
          <svg key={`${x}-${y}`} x={x * SIZE} y={y * SIZE} width={SIZE} height={SIZE}>
            <g transform={`rotate(${turns * 90} 50 50)`}>{tile}</g>
          </svg>
        )),
      )}
    </svg>
  )
}
