/** A small drawing for each state of a gift, from Wolo's calabash and coins. Decoration: the words stand beside it. */
import type { ReactNode } from 'react'

export type Scene = 'waiting' | 'arrived' | 'missed' | 'apart' | 'returning'

const bowl = (
  <>
    <path d="M30 70h100a50 50 0 0 1-100 0Z" className="fill-clay" />
    <path d="M37 86h86a50 50 0 0 1-9 14H46a50 50 0 0 1-9-14Z" className="fill-saffron" />
  </>
)

const coin = (
  <>
    <circle r="15" className="fill-saffron" />
    <circle r="9" fill="none" strokeWidth="2.5" className="stroke-clay" />
  </>
)

const scenes: Record<Scene, ReactNode> = {
  waiting: (
    <>
      {bowl}
      <g transform="translate(80 36)">
        <g className="waiting">{coin}</g>
      </g>
      {[46, 114].map((x) => (
        <circle key={x} cx={x} cy="50" r="3.5" className="fill-indigo" />
      ))}
    </>
  ),
  arrived: (
    <>
      {bowl}
      {[-26, 0, 26].map((x) => (
        <g key={x} transform={`translate(${80 + x} ${x === 0 ? 56 : 62})`}>
          {coin}
        </g>
      ))}
      {[-64, -38, -13, 13, 38, 64].map((turn, ray) => (
        <rect
          key={turn}
          x="77"
          y="4"
          width="6"
          height="20"
          rx="3"
          transform={`rotate(${turn} 80 74)`}
          className={['fill-clay', 'fill-indigo', 'fill-saffron'][ray % 3]}
        />
      ))}
    </>
  ),
  missed: (
    <>
      {bowl}
      <g transform="translate(128 40)">{coin}</g>
      <path d="M44 30l20 20m0-20-20 20" fill="none" strokeWidth="6" strokeLinecap="round" className="stroke-indigo" />
    </>
  ),
  apart: (
    <>
      <g transform="translate(-24 14) scale(.85)">{bowl}</g>
      <circle cx="128" cy="72" r="26" className="fill-festive-wash" />
      <g transform="translate(128 72)">{coin}</g>
      <circle cx="60" cy="38" r="16" fill="none" strokeWidth="5" className="stroke-indigo" />
      <path d="M60 28v11l8 5" fill="none" strokeWidth="4" strokeLinecap="round" className="stroke-indigo" />
    </>
  ),
  returning: (
    <>
      {bowl}
      <path
        d="M84 56c6-34 40-38 52-16"
        fill="none"
        strokeWidth="5"
        strokeDasharray="1 10"
        strokeLinecap="round"
        className="stroke-indigo"
      />
      <g transform="translate(136 52)">{coin}</g>
    </>
  ),
}

export function GiftScene({ scene, className }: { scene: Scene; className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 160 124" className={className}>
      {scenes[scene]}
    </svg>
  )
}
