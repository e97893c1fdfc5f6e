/** Drawings of packs by the name in their `image_key`; a pack without one is drawn by its kind (picture.tsx). */
import type { ReactNode } from 'react'

const popcorn = (
  <>
    <rect width="400" height="200" className="fill-indigo" />
    <path d="M200 0 70 200h260Z" className="fill-cream" opacity="0.12" />
    {[120, 280].map((x, bucket) => (
      <g key={x} transform={`translate(${x} 0) rotate(${bucket ? 6 : -6} 0 180)`}>
        {[
          [-34, 78],
          [-12, 66],
          [12, 62],
          [34, 76],
          [-22, 88],
          [0, 82],
          [22, 88],
        ].map(([dx, y]) => (
          <circle key={`${dx}/${y}`} cx={dx} cy={y} r="17" className={(dx! + y!) % 4 ? 'fill-cream' : 'fill-saffron'} />
        ))}
        <path d="M-54 94H54L40 190h-80Z" className={bucket ? 'fill-saffron' : 'fill-clay'} />
        {[-36, 0, 36].map((dx) => (
          <path
            key={dx}
            d={`M${dx - 8} 94h16l${-dx * 0.26 - 2} 96h-12Z`}
            className="fill-cream"
            opacity={bucket ? 0.9 : 1}
          />
        ))}
      </g>
    ))}
    <path d="M200 118l9 19 21 2-16 14 5 21-19-11-19 11 5-21-16-14 21-2Z" className="fill-saffron" />
  </>
)

/** A table for two by the river at Saint-Louis, its bridge behind, bissap in the glasses. */
const fleuve = (
  <>
    <rect width="400" height="200" className="fill-indigo" />
    <circle cx="316" cy="50" r="30" className="fill-cream" />
    <circle cx="304" cy="44" r="26" className="fill-indigo" />
    {[
      [40, 30],
      [90, 58],
      [150, 22],
      [220, 46],
      [372, 96],
    ].map(([x, y]) => (
      <circle key={x} cx={x} cy={y} r="3" className="fill-saffron" />
    ))}
    <path
      d="M-10 104q40-44 80 0 40-44 80 0 40-44 80 0 40-44 80 0 40-44 80 0"
      fill="none"
      strokeWidth="7"
      className="stroke-clay"
    />
    <rect y="102" width="400" height="9" className="fill-clay" />
    {[60, 220, 300].map((x) => (
      <path
        key={x}
        d={`M${x} 132q12-10 24 0t24 0 24 0`}
        fill="none"
        strokeWidth="4"
        className="stroke-cream"
        opacity="0.4"
      />
    ))}
    <path d="M70 200q6-38 130-38t130 38Z" className="fill-cream" />
    <path d="M146 96h40q2 34-16 38v26h10v6h-28v-6h10v-26q-18-4-16-38Z" className="fill-cream" />
    <path d="M149 110h34q-1 18-17 19-16-1-17-19Z" className="fill-clay" />
    <path d="M220 96h40q2 34-16 38v26h10v6h-28v-6h10v-26q-18-4-16-38Z" className="fill-cream" />
    <path d="M223 110h34q-1 18-17 19-16-1-17-19Z" className="fill-clay" />
    <rect x="197" y="120" width="12" height="46" rx="3" className="fill-saffron" />
    <path d="M203 94q12 14 0 24-12-10 0-24Z" className="fill-saffron" />
  </>
)

const dibi = (
  <>
    <rect width="400" height="200" className="fill-saffron" />
    <circle cx="200" cy="120" r="112" className="fill-cream" opacity="0.55" />
    {[92, 128, 164, 200, 236, 272, 308].map((x, i) => (
      <path key={x} d={`M${x} ${i % 2 ? 108 : 116}q20 16 8 30h-16q-12-14 8-30Z`} className="fill-clay" />
    ))}
    {[58, 98].map((y, row) => (
      <g key={y} transform={`rotate(${row ? 3 : -4} 200 ${y})`}>
        <rect x="52" y={y - 2} width="296" height="5" rx="2.500" className="fill-indigo" />
        {[104, 152, 200, 248, 296].map((x, i) => (
          <rect
            key={x}
            x={x - 18}
            y={y - 13}
            width="36"
            height="26"
            rx="9"
            className={(i + row) % 2 ? 'fill-cream' : 'fill-clay'}
          />
        ))}
      </g>
    ))}
    <path d="M70 138h260q-8 46-60 46H130q-52 0-60-46Z" className="fill-indigo" />
    <rect x="58" y="132" width="284" height="12" rx="6" className="fill-clay" />
    <path d="M120 182l-12 18h14l10-16Zm160 0 12 18h-14l-10-16Z" className="fill-indigo" />
  </>
)

export const packDrawings: Readonly<Record<string, ReactNode>> = { popcorn, fleuve, dibi }
