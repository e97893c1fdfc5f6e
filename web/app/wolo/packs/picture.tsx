/** A drawing for each pack that names one, and for each kind of pack, in the colours of Wolo's cloth. Decoration: the pack's name stands beside it. */
import type { ReactNode } from 'react'
import { cx } from '../../ui/class.ts'
import { packDrawings } from './drawings.tsx'
import type { Category } from './kinds.ts'

const table = (
  <>
    <rect width="400" height="200" className="fill-clay" />
    <path d="M0 200a200 200 0 0 1 400 0Z" className="fill-saffron" opacity="0.25" />
    <circle cx="200" cy="104" r="78" className="fill-cream" />
    <circle cx="200" cy="104" r="60" className="fill-saffron" />
    <path d="M156 106q44-46 74-10l22-16v46l-22-16q-30 36-74-4Z" className="fill-indigo" />
    <circle cx="174" cy="102" r="4" className="fill-cream" />
    <rect x="82" y="40" width="8" height="128" rx="4" className="fill-cream" />
    <path d="M70 36h6v34h4V36h12v34h4V36h6v40a16 16 0 0 1-32 0Z" className="fill-cream" />
    <rect x="312" y="40" width="8" height="128" rx="4" className="fill-cream" />
    <path d="M316 32c18 16 20 50 4 64h-8V32Z" className="fill-cream" />
  </>
)

const spa = (
  <>
    <rect width="400" height="200" className="fill-indigo" />
    <circle cx="200" cy="100" r="84" className="fill-saffron" />
    {[-60, -30, 0, 30, 60].map((turn) => (
      <path
        key={turn}
        d="M200 150c-26-26-26-70 0-98 26 28 26 72 0 98Z"
        transform={`rotate(${turn} 200 154)`}
        className={turn % 60 === 0 ? 'fill-clay' : 'fill-cream'}
        opacity={turn === 0 ? 1 : 0.92}
      />
    ))}
    <path d="M110 152h180q-12 26-46 26h-88q-34 0-46-26Z" className="fill-cream" />
    {[40, 70, 330, 360].map((x, i) => (
      <circle key={x} cx={x} cy={i % 2 ? 60 : 120} r={i % 2 ? 12 : 18} className="fill-cream" opacity="0.35" />
    ))}
  </>
)

const cinema = (
  <>
    <rect width="400" height="200" className="fill-saffron" />
    <path d="M56 60 400 6v188L56 140Z" className="fill-cream" opacity="0.75" />
    <rect x="120" y="84" width="150" height="94" rx="10" className="fill-indigo" />
    <path d="M120 62h150v22H120Z" className="fill-clay" />
    {[128, 158, 188, 218, 248].map((x) => (
      <path key={x} d={`M${x} 62h14l-8 22h-14Z`} className="fill-cream" />
    ))}
    <path d="M176 104l50 27-50 27Z" className="fill-saffron" />
    <circle cx="46" cy="100" r="30" className="fill-clay" />
    <circle cx="46" cy="100" r="11" className="fill-cream" />
    <circle cx="46" cy="80" r="5" className="fill-cream" />
    <circle cx="46" cy="120" r="5" className="fill-cream" />
    <circle cx="26" cy="100" r="5" className="fill-cream" />
    <circle cx="66" cy="100" r="5" className="fill-cream" />
  </>
)

const boat = (
  <>
    <rect width="400" height="200" className="fill-saffron" />
    <circle cx="270" cy="104" r="58" className="fill-cream" />
    <rect y="118" width="400" height="82" className="fill-indigo" />
    <path d="M84 112q116 40 240-12c-8 44-50 62-118 62S100 146 84 112Z" className="fill-clay" />
    <path d="M104 130q96 26 204-8-12 12-22 18-90 24-168 4Z" className="fill-saffron" />
    <rect x="190" y="26" width="6" height="100" className="fill-cream" />
    <path d="M198 28q60 26 52 80l-52 8Z" className="fill-clay" />
    {[30, 150, 290].map((x) => (
      <path
        key={x}
        d={`M${x} 178q10-10 20 0t20 0 20 0`}
        fill="none"
        strokeWidth="5"
        strokeLinecap="round"
        className="stroke-cream"
        opacity="0.6"
      />
    ))}
  </>
)

const drawings: Record<Category, ReactNode> = { restaurant: table, spa, cinema, experience: boat }

interface PackPictureProps {
  category: Category
  /** The pack's `image_key`. */
  image?: string | null | undefined
  className?: string | undefined
}

export function PackPicture({ category, image, className }: PackPictureProps) {
  const named = image && Object.hasOwn(packDrawings, image) ? packDrawings[image] : undefined
  return (
    <svg aria-hidden viewBox="0 0 400 200" preserveAspectRatio="xMidYMid slice" className={cx('block', className)}>
      {named ?? drawings[category]}
    </svg>
  )
}
