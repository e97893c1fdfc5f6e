/**
 * Tutor's pictures: cut paper in the light of a morning on the Nile. Flat shapes with round corners, a sun that is always
 * somewhere, no outlines and no faces drawn in detail; colours are the product's tokens. They read the same in both directions.
 */
import type { ReactNode } from 'react'

interface DrawingProps {
  className?: string
}

function Sheet({ className, children }: DrawingProps & { children: ReactNode }) {
  return (
    <svg aria-hidden viewBox="0 0 160 120" className={className}>
      <rect width="160" height="120" rx="18" className="fill-brand-wash" />
      {children}
    </svg>
  )
}

/** Somebody, from the shoulders up: a head of hair or a scarf is enough to see a person. */
function Person({ x, y, size, shirt, scarf }: { x: number; y: number; size: number; shirt: string; scarf?: string }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size})`}>
      <path d="M-20 34c0-13 9-20 20-20s20 7 20 20v16h-40Z" className={shirt} />
      {scarf ? (
        <path d="M-13 0a13 13 0 0 1 26 0c0 9 3 14 5 18H-18c2-4 5-9 5-18Z" className={scarf} />
      ) : (
        <path d="M-12 2a12 12.500 0 0 1 24 0v3h-24Z" className="fill-on-festive" />
      )}
      <ellipse cx="0" cy="3" rx="9" ry="10.500" fill="#c98a5e" />
      {!scarf && (
        <path d="M-9.500 0c4-1 8-3 10-6 2 3 5 5 9 6 0-8-4-12-9.500-12S-9.500-8-9.500 0Z" className="fill-on-festive" />
      )}
    </g>
  )
}

/** A grown-up and a child side by side. */
export function GuardianDrawing({ className }: DrawingProps) {
  return (
    <Sheet {...(className ? { className } : {})}>
      <circle cx="122" cy="38" r="22" className="fill-saffron" />
      <path
        d="M0 92c30-14 60-12 84-4s50 8 76-4v18a18 18 0 0 1-18 18H18A18 18 0 0 1 0 102Z"
        opacity="0.3"
        className="fill-indigo"
      />
      <Person x={66} y={48} size={1.5} shirt="fill-indigo" scarf="fill-accent" />
      <Person x={104} y={70} size={1.1} shirt="fill-clay" />
    </Sheet>
  )
}

/** A child with an open book, and the light that comes out of it. */
export function LearnerDrawing({ className }: DrawingProps) {
  return (
    <Sheet {...(className ? { className } : {})}>
      <circle cx="80" cy="46" r="34" className="fill-saffron" />
      <Person x={80} y={34} size={1.4} shirt="fill-clay" />
      <path d="M80 92c-14-9-34-10-50-5v24c16-5 36-4 50 5Z" className="fill-cream" />
      <path d="M80 92c14-9 34-10 50-5v24c-16-5-36-4-50 5Z" className="fill-cream" />
      <g fill="none" strokeWidth="3.500" strokeLinecap="round" className="stroke-indigo">
        <path d="M40 95c9-1.500 20 0 30 4M40 103c9-1.500 20 0 30 4M90 99c10-4 21-5.500 30-4M90 107c10-4 21-5.500 30-4" />
      </g>
    </Sheet>
  )
}

const steps = {
  /** A child joins the family. */
  add: (
    <>
      <circle cx="34" cy="34" r="18" className="fill-saffron" />
      <Person x={76} y={54} size={1.5} shirt="fill-clay" />
      <circle cx="118" cy="76" r="19" className="fill-indigo" />
      <path d="M118 66v20M108 76h20" strokeWidth="5" strokeLinecap="round" className="stroke-cream" />
    </>
  ),
  /** A paper that was read, and signed with a seal. */
  consent: (
    <>
      <circle cx="126" cy="36" r="18" className="fill-saffron" />
      <rect x="44" y="18" width="66" height="86" rx="9" className="fill-cream" />
      <g fill="none" strokeWidth="5" strokeLinecap="round" className="stroke-brand-wash">
        <path d="M57 36h40M57 50h40M57 64h26" />
      </g>
      <circle cx="100" cy="86" r="19" className="fill-clay" />
      <path
        d="m91 86 6.500 7 12-13"
        fill="none"
        strokeWidth="5"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-cream"
      />
    </>
  ),
  /** A sail that goes on, a little every day. */
  practise: (
    <>
      <circle cx="108" cy="46" r="26" className="fill-saffron" />
      <path d="M84 18c24 16 30 36 28 62H84Z" className="fill-clay" />
      <path d="M78 34v46H48c2-18 12-34 30-46Z" className="fill-cream" />
      <path d="M36 84h90c-5 14-14 20-28 20H64c-14 0-23-6-28-20Z" className="fill-indigo" />
    </>
  ),
  /** Days that grow. */
  follow: (
    <>
      <circle cx="80" cy="58" r="40" className="fill-cream" />
      <g className="fill-indigo">
        <rect x="44" y="70" width="15" height="26" rx="5" />
        <rect x="64" y="58" width="15" height="38" rx="5" />
      </g>
      <rect x="84" y="46" width="15" height="50" rx="5" className="fill-clay" />
      <rect x="104" y="30" width="15" height="66" rx="5" className="fill-saffron" />
    </>
  ),
} as const

export function StepDrawing({ step, className }: DrawingProps & { step: keyof typeof steps }) {
  return <Sheet {...(className ? { className } : {})}>{steps[step]}</Sheet>
}

/** The Nile in the morning: the way from bank to bank, a felucca on it, the sun before it. */
export function Morning({ className }: DrawingProps) {
  return (
    <svg aria-hidden viewBox="0 0 480 400" preserveAspectRatio="xMidYMid slice" className={className}>
      <rect width="480" height="400" className="fill-festive-wash" />
      <circle cx="240" cy="176" r="150" className="fill-saffron" opacity="0.22" />
      <circle cx="240" cy="176" r="96" className="fill-saffron" />
      <path d="M0 208 84 132l58 52 40-30 74 62H0Z" className="fill-clay" opacity="0.35" />
      <path d="M480 212 396 140l-70 66-34-22-52 38h240Z" className="fill-clay" opacity="0.5" />
      <path d="M0 218c80-20 160-16 240-6s160 10 240-6v194H0Z" className="fill-brand-wash" />
      <path d="M0 262c70-16 150-14 230-2s170 14 250-4v144H0Z" className="fill-indigo" opacity="0.75" />
      <path d="M0 318c90-20 170-12 250 0s150 12 230-6v88H0Z" className="fill-indigo" />
      <g>
        <path d="M246 84c62 44 82 98 76 168h-76Z" className="fill-cream" />
        <path d="M246 84c62 44 82 98 76 168h-22c4-62-14-118-54-168Z" className="fill-clay" />
        <path d="M236 122v130h-82c6-52 34-98 82-130Z" className="fill-cream" />
        <path d="M112 260h254c-12 36-40 54-82 54h-90c-42 0-70-18-82-54Z" className="fill-brand" />
        <path d="M120 278h238l-5 10H125Z" className="fill-saffron" />
      </g>
      <g fill="none" strokeWidth="6" strokeLinecap="round" className="stroke-cream" opacity="0.7">
        <path d="M40 340c14-8 26-8 40 0M106 366c14-8 26-8 40 0M330 352c14-8 26-8 40 0M404 332c14-8 26-8 40 0" />
      </g>
      <g className="fill-good">
        <path d="M50 226c-2-30 0-50 4-72h7c-3 24-3 46 1 72Z" fill="#8a5a3a" />
        <path d="M58 156c-22-20-42-16-52-2 18-4 32-2 46 6-20-2-32 6-36 20 14-12 26-16 42-16-4 8-4 18 0 28 6-10 8-18 6-28 14 2 24 8 34 20-2-16-12-24-30-24 14-6 26-6 42-2-10-14-32-16-52-2Z" />
      </g>
    </svg>
  )
}

/** A sheet folded to a boat, on still water: it waits for its first wind. */
export function PaperBoat({ className }: DrawingProps) {
  return (
    <svg aria-hidden viewBox="0 0 64 48" className={className}>
      <path d="M60 34a12 12 0 0 0-24 0Z" className="fill-saffron" />
      <path d="M28 6 14 30h28Z" className="fill-cream stroke-clay" strokeWidth="1.500" strokeLinejoin="round" />
      <path d="M28 6v24h14Z" className="fill-clay" opacity="0.35" />
      <path d="m2 22 16 6 10-4 10 4 16-6-10 16H12Z" className="fill-clay" />
      <path
        d="M4 42c5-3 9-3 14 0s9 3 14 0 9-3 14 0 9 3 14 0"
        fill="none"
        strokeWidth="3"
        strokeLinecap="round"
        className="stroke-indigo"
      />
    </svg>
  )
}
