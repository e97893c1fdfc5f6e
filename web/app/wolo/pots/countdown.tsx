/** How long until a civil day, in words: counted in the product's days, so that "tomorrow" is tomorrow in Dakar. */
import { usePage } from '../../page.tsx'

const DAY_MS = 24 * 60 * 60 * 1000

/** Today's civil date in a time zone. */
export function civilDate(now: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(now))
}

/** Whole days from `today` to `date`, both civil; negative once it is past. */
export function daysBetween(today: string, date: string): number {
  return Math.round((Date.parse(`${date}T00:00Z`) - Date.parse(`${today}T00:00Z`)) / DAY_MS)
}

/** `dans 12 jours`, `demain`, `aujourd’hui`; nothing once it is past. */
export function DaysLeft({ date }: { date: string }) {
  const { t, profile, now } = usePage()
  const days = daysBetween(civilDate(now, profile.timeZone), date)
  return days < 0 ? null : <>{t('pot.days_left', { days })}</>
}
