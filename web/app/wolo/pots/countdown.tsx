/** How long until a civil day, or since an instant, in words: counted in the product's days, so that "tomorrow" is tomorrow in Dakar. */
import { usePage } from '../../page.tsx'
import { DateText } from '../../ui/values.tsx'

const DAY_MS = 24 * 60 * 60 * 1000
/** Beyond a week people say the day itself. */
const AGO_DAYS_MAX = 6

/** Making a formatter costs a hundred times more than using it, and there are few time zones. */
const civilFormats = new Map<string, Intl.DateTimeFormat>()
/** A page asks for the day of the same few minutes again and again. */
const civilDates = new Map<string, string>()
const CIVIL_DATES_MAX = 5000

/** The day a civil date is, counted from the epoch. */
const dayNumbers = new Map<string, number>()

function dayNumber(date: string): number {
  let day = dayNumbers.get(date)
  if (day === undefined) {
    if (dayNumbers.size >= CIVIL_DATES_MAX) dayNumbers.clear()
    dayNumbers.set(date, (day = Date.parse(`${date}T00:00Z`) / DAY_MS))
  }
  return day
}

/** Today's civil date in a time zone. `now` is an instant in UTC, as the API and the clock write it. */
export function civilDate(now: string, timeZone: string): string {
  const minute = `${timeZone} ${now.slice(0, '2026-12-12T18:05'.length)}`
  let date = civilDates.get(minute)
  if (date === undefined) {
    let format = civilFormats.get(timeZone)
    if (!format) civilFormats.set(timeZone, (format = new Intl.DateTimeFormat('en-CA', { timeZone })))
    if (civilDates.size >= CIVIL_DATES_MAX) civilDates.clear()
    civilDates.set(minute, (date = format.format(new Date(now))))
  }
  return date
}

/** Whole days from `today` to `date`, both civil; negative once it is past. */
export function daysBetween(today: string, date: string): number {
  return dayNumber(date) - dayNumber(today)
}

function useDaysUntil(date: string): number {
  const { profile, now } = usePage()
  return daysBetween(civilDate(now, profile.timeZone), date)
}

/** `dans 12 jours`, `demain`, `aujourd’hui`; nothing once it is past. */
export function DaysLeft({ date }: { date: string }) {
  const { t } = usePage()
  const days = useDaysUntil(date)
  return days < 0 ? null : <>{t('pot.days_left', { days })}</>
}

/** The same as a stamp for the cover: the number large. */
export function DaysStamp({ date, className }: { date: string; className?: string }) {
  const { t } = usePage()
  const days = useDaysUntil(date)
  if (days < 0) return null
  return (
    <p className={className}>
      <span className="sr-only">{t('pot.days_left', { days })}</span>
      <span aria-hidden className="stamp">
        {days > 1 && <span className="text-[min(1.875rem,10vw)] leading-[1.2] font-extrabold">{days}</span>}
        <span
          className={
            days > 1
              ? 'text-[min(0.875rem,4.6vw)] leading-[1.43] font-bold'
              : 'text-[min(1.125rem,6vw)] leading-tight font-extrabold'
          }
        >
          {t('pot.stamp', { days })}
        </span>
      </span>
    </p>
  )
}

/** When something happened, as people say it: today, yesterday, three days ago, then the day. */
export function Ago({ at, className }: { at: string; className?: string }) {
  const { t, profile } = usePage()
  const days = -useDaysUntil(civilDate(at, profile.timeZone))
  if (days < 0 || days > AGO_DAYS_MAX) return <DateText value={at} className={className} />
  return (
    <time dateTime={at} className={className}>
      {t('pot.days_ago', { days })}
    </time>
  )
}
