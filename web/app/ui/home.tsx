/** What the home page of every product is made of: bands, promises, questions with answers, and the way in at the end. */
import type { ReactNode } from 'react'
import { Column, Stack } from './layout.tsx'

export function Section({
  title,
  lead,
  sunken = false,
  children,
}: {
  title: string
  lead?: string
  sunken?: boolean
  children: ReactNode
}) {
  return (
    <section className={sunken ? 'bg-sunken' : undefined}>
      <Column className="flex flex-col gap-6 py-10 sm:py-12">
        <Stack gap={2}>
          <h2 className="text-3xl">{title}</h2>
          {lead && <p className="text-lg text-soft">{lead}</p>}
        </Stack>
        {children}
      </Column>
    </section>
  )
}

export function Promises({ promises }: { promises: readonly string[] }) {
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-2">
      {promises.map((promise) => (
        <li key={promise} className="flex items-center gap-2 font-semibold">
          <Tick />
          {promise}
        </li>
      ))}
    </ul>
  )
}

export function Tick() {
  return (
    <svg aria-hidden viewBox="0 0 20 20" className="size-5 shrink-0">
      <circle cx="10" cy="10" r="10" className="fill-good" />
      <path
        d="m5.8 10.2 2.8 2.9 5.6-6"
        fill="none"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-surface"
      />
    </svg>
  )
}

interface Question {
  readonly asked: string
  readonly answer: string
}

export function Questions({ title, questions }: { title: string; questions: readonly Question[] }) {
  return (
    <Column width="text" className="py-8 sm:py-12">
      <h2 className="mb-3 text-3xl">{title}</h2>
      {questions.map(({ asked, answer }) => (
        <details key={asked} className="fold border-b border-line">
          <summary className="min-h-14 text-lg">{asked}</summary>
          <p className="pb-4">{answer}</p>
        </details>
      ))}
    </Column>
  )
}

/** The last word and the way in, over a picture of the product's own. */
export function Closing({ title, picture, children }: { title: string; picture: ReactNode; children: ReactNode }) {
  return (
    <Column className="pt-8">
      <div className="relative overflow-hidden rounded-card">
        {picture}
        <div className="absolute inset-0 flex items-center justify-center p-4">
          <div className="flex flex-col items-center gap-4 rounded-card bg-surface p-6 text-center shadow-card sm:px-10">
            <h2 className="text-2xl sm:text-3xl">{title}</h2>
            {children}
          </div>
        </div>
      </div>
    </Column>
  )
}
