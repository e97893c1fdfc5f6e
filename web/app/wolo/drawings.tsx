/** The three steps of a pot, drawn from the shapes of Wolo's cloth: opening, sharing, celebrating. Decoration only. */
import type { ReactNode } from 'react'

const drawings = {
  /** A calendar whose day is a sun. */
  open: (
    <>
      <rect x="30" y="26" width="100" height="88" rx="14" className="fill-clay" />
      <path d="M30 52h100v48a14 14 0 0 1-14 14H44a14 14 0 0 1-14-14Z" className="fill-cream" />
      {[56, 104].map((x) => (
        <rect key={x} x={x - 4} y="14" width="8" height="24" rx="4" className="fill-indigo" />
      ))}
      {[0, 45, 90, 135].map((turn) => (
        <rect
          key={turn}
          x="77"
          y="60"
          width="6"
          height="46"
          rx="3"
          transform={`rotate(${turn} 80 83)`}
          className="fill-saffron"
        />
      ))}
      <circle cx="80" cy="83" r="14" className="fill-clay" />
    </>
  ),
  /** A phone from which coins go into a calabash. */
  give: (
    <>
      <rect x="22" y="12" width="56" height="100" rx="12" className="fill-indigo" />
      <rect x="29" y="22" width="42" height="76" rx="4" className="fill-cream" />
      <rect x="36" y="32" width="28" height="7" rx="3.5" className="fill-clay" />
      <rect x="36" y="46" width="20" height="7" rx="3.5" className="fill-saffron" />
      <path d="M86 78h60a30 30 0 0 1-60 0Z" className="fill-clay" />
      <path d="M91 89h50a30 30 0 0 1-7 9H98a30 30 0 0 1-7-9Z" className="fill-saffron" />
      {[
        [84, 46],
        [106, 34],
        [122, 54],
      ].map(([x, y]) => (
        <g key={x} transform={`translate(${x} ${y})`}>
          <circle r="10" className="fill-saffron" />
          <circle r="5.5" fill="none" strokeWidth="2" className="stroke-clay" />
        </g>
      ))}
    </>
  ),
  /** A table laid for a feast, and garlands. */
  enjoy: (
    <>
      <path d="M14 22q66 34 132 0" fill="none" strokeWidth="3" className="stroke-indigo" />
      {[
        [30, 29, 'fill-saffron'],
        [55, 37, 'fill-clay'],
        [80, 39, 'fill-indigo'],
        [105, 37, 'fill-clay'],
        [130, 29, 'fill-saffron'],
      ].map(([x, y, colour]) => (
        <path key={x} d={`M${Number(x) - 9} ${y}h18l-9 18Z`} className={String(colour)} />
      ))}
      <ellipse cx="80" cy="94" rx="62" ry="20" className="fill-clay" />
      <ellipse cx="80" cy="90" rx="46" ry="14" className="fill-cream" />
      <ellipse cx="80" cy="86" rx="30" ry="10" className="fill-saffron" />
      <circle cx="68" cy="84" r="5" className="fill-clay" />
      <circle cx="84" cy="82" r="6" className="fill-indigo" />
      <circle cx="95" cy="87" r="4" className="fill-clay" />
    </>
  ),
} satisfies Record<string, ReactNode>

export function StepDrawing({ step, className }: { step: keyof typeof drawings; className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 160 124" className={className}>
      {drawings[step]}
    </svg>
  )
}

/** An empty calabash: nothing in it yet. */
export function Bowl({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 64 48" className={className}>
      <path d="M6 20h52a26 26 0 0 1-52 0Z" className="fill-clay" />
      <path d="M10 28h44a26 26 0 0 1-4 7H14a26 26 0 0 1-4-7Z" className="fill-saffron" />
      <circle cx="20" cy="9" r="3" className="fill-indigo" />
      <circle cx="44" cy="6" r="2.5" className="fill-saffron" />
      <circle cx="32" cy="12" r="2" className="fill-clay" />
    </svg>
  )
}
