/** Pure decisions: which channels a person is told on, and not before when. */
import type { Message } from '../../kernel/messages.ts'

export interface Reachable {
  readonly phone: boolean
  readonly email: boolean
}

export interface Wishes {
  readonly channels: { readonly sms: boolean; readonly email: boolean; readonly in_app: boolean }
  readonly categories: Readonly<Partial<Record<string, boolean>>>
  /** Local times `HH:MM`; the span may pass midnight. */
  readonly quietHours: { readonly start: string; readonly end: string } | null
  readonly timeZone: string
}

/** Whether a person may switch it off. */
export function isOptional(message: Message): boolean {
  return !message.critical && message.category !== 'account'
}

/** In the app, and on the first outside channel of the message that the person has and wants. Critical ones ignore wishes. */
export function channelsFor(
  message: Message,
  reachable: Reachable,
  wishes: Wishes,
): { inApp: boolean; outside?: 'sms' | 'email' } {
  const must = !isOptional(message)
  if (!must && wishes.categories[message.category] === false) return { inApp: false }
  const outside = message.channels.find(
    (channel): channel is 'sms' | 'email' =>
      (channel === 'sms' && reachable.phone && (must || wishes.channels.sms)) ||
      (channel === 'email' && reachable.email && (must || wishes.channels.email)),
  )
  const inApp = message.channels.includes('in_app') && (must || wishes.channels.in_app)
  return outside ? { inApp, outside } : { inApp }
}

/** The end of the quiet hours that `now` falls into, else `now`. The end is a local time, so a change of clocks is right. */
export function afterQuietHours(
  now: Temporal.Instant,
  { quietHours, timeZone }: Pick<Wishes, 'quietHours' | 'timeZone'>,
): Temporal.Instant {
  if (!quietHours || quietHours.start === quietHours.end) return now
  const local = now.toZonedDateTimeISO(timeZone)
  const [time, start, end] = [
    local.toPlainTime(),
    Temporal.PlainTime.from(quietHours.start),
    Temporal.PlainTime.from(quietHours.end),
  ]
  const before = (a: Temporal.PlainTime, b: Temporal.PlainTime) => Temporal.PlainTime.compare(a, b) < 0
  const overMidnight = before(end, start)
  const quiet = overMidnight ? !before(time, start) || before(time, end) : !before(time, start) && before(time, end)
  if (!quiet) return now
  const day = overMidnight && !before(time, start) ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate()
  return day.toZonedDateTime({ timeZone, plainTime: end }).toInstant()
}
