/** Days as shapes: practised, frozen, missed, today, still to come. The shape says it, the colour helps. */
import { usePage } from '../../page.tsx'
import type { Streak } from './shapes.ts'

interface Day {
  readonly date: string
  readonly state: 'counted' | 'frozen' | 'missed' | 'today' | 'coming'
}

const DAY_MS = 86_400_000

/** The civil date so many days after another. */
export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)
}

export function dayIn({ today, counted, frozen }: Pick<Streak, 'today' | 'counted' | 'frozen'>, date: string): Day {
  if (counted.includes(date)) return { date, state: 'counted' }
  if (frozen.includes(date)) return { date, state: 'frozen' }
  if (date > today) return { date, state: 'coming' }
  return { date, state: date === today ? 'today' : 'missed' }
}

export function lastDays(streak: Streak, days: number): Day[] {
  return Array.from({ length: days }, (_, n) => dayIn(streak, dayAfter(streak.today, n + 1 - days)))
}

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const

/** The day of the week, Sunday first, as a key of the catalogue. */
export const weekdayKey = (date: string) => `weekday.${weekdays[new Date(date).getUTCDay()]!}` as const

interface DayShapeProps {
  day: Day
  /** Its weekday above it, in place of its number. */
  named?: boolean
  /** What the shape means beside it, in place of a day. */
  legend?: boolean
}

/** One day in a list. */
export function DayShape({ day: { date, state }, named = false, legend = false }: DayShapeProps) {
  const { t, date: written, number } = usePage()
  if (legend)
    return (
      <li className="flex items-center gap-2">
        <Shape state={state} className="size-6" />
        {t(`streak.day.${state}`)}
      </li>
    )
  return (
    <li className="flex flex-col items-center gap-0.5 text-center">
      <span className="sr-only">
        {written(date)}: {t(`streak.day.${state}`)}
      </span>
      <span aria-hidden className="text-xs font-semibold text-soft">
        {named ? t(weekdayKey(date)) : number(Number(date.slice(-2)))}
      </span>
      <Shape state={state} className="w-full max-w-10" />
    </li>
  )
}

function Shape({ state, className }: { state: Day['state']; className: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={className}>
      {state === 'counted' && (
        <>
          <circle cx="16" cy="16" r="14" className="fill-good" />
          <path
            d="m9.500 16.500 4.500 4.500 8.500-10"
            fill="none"
            strokeWidth="3.5"
            strokeLinecap="round"
            strokeLinejoin="round"
            className="stroke-surface"
          />
        </>
      )}
      {state === 'frozen' && (
        <>
          <rect x="3" y="3" width="26" height="26" rx="7" className="fill-accent-wash" />
          <path
            d="M16 7v18M8 11.500l16 9M24 11.500l-16 9"
            strokeWidth="2.5"
            strokeLinecap="round"
            className="stroke-accent"
          />
        </>
      )}
      {state === 'missed' && <circle cx="16" cy="16" r="4" className="fill-strong-line" />}
      {state === 'today' && (
        <circle cx="16" cy="16" r="13" fill="none" strokeWidth="3" strokeDasharray="5 4" className="stroke-brand" />
      )}
      {state === 'coming' && <circle cx="16" cy="16" r="2" className="fill-line" />}
    </svg>
  )
}
