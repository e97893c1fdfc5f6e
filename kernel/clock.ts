/**
 * Time is given, never taken: verbs read `ctx.clock`, SQL gets the instant as a parameter. In development the clock can be
 * moved (a pot that opens in thirty days must be seen opening now); in tests it stands still until told otherwise.
 */

export interface Clock {
  /** Whole microseconds at the finest: what PostgreSQL keeps, so that an instant that went there comes back the same. */
  now(): Temporal.Instant
}

/** A clock that can be moved. `offset` is what is added to the machine's time. */
export interface MovableClock extends Clock {
  offset(): Temporal.Duration
  setOffset(offset: Temporal.Duration): void
}

export function systemClock(): MovableClock {
  let offsetMs = 0
  return {
    now: () => Temporal.Instant.fromEpochMilliseconds(Date.now() + offsetMs),
    offset: () => Temporal.Duration.from({ milliseconds: offsetMs }),
    setOffset: (offset) => {
      offsetMs = Math.round(offset.total({ unit: 'milliseconds' }))
    },
  }
}

/** A clock for tests: stands at `start` and moves only by `set` and `advance`. */
export interface TestClock extends MovableClock {
  set(instant: string | Temporal.Instant): void
  advance(duration: Temporal.DurationLike): void
}

export function testClock(start: string): TestClock {
  const micros = (instant: string | Temporal.Instant) =>
    Temporal.Instant.from(instant).round({ smallestUnit: 'microsecond', roundingMode: 'trunc' })
  let now = micros(start)
  return {
    now: () => now,
    offset: () => Temporal.Duration.from({ milliseconds: now.epochMilliseconds - Date.now() }),
    setOffset: (offset) => {
      now = Temporal.Instant.fromEpochMilliseconds(Date.now() + Math.round(offset.total({ unit: 'milliseconds' })))
    },
    set: (instant) => {
      now = micros(instant)
    },
    advance: (duration) => {
      // Instants know no calendar: a day counts as 24 hours here.
      now = now.add(
        Temporal.Duration.from(duration).round({ largestUnit: 'hours', relativeTo: now.toZonedDateTimeISO('UTC') }),
      )
    },
  }
}

/** The civil date of `instant` in `timeZone`. */
export function civilDate(instant: Temporal.Instant, timeZone: string): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(timeZone).toPlainDate()
}

/** The instant at which `date` begins in `timeZone` (00:00, or the first moment that exists). */
export function startOfDay(date: Temporal.PlainDate, timeZone: string): Temporal.Instant {
  return date.toZonedDateTime(timeZone).startOfDay().toInstant()
}

/** An instant as the `Date` that older libraries take. */
export function dateOf(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds)
}

/**
 * A civil day as people write it: `12 mars 2026`, `12 March 2026`, `١٢ مارس ٢٠٢٦`. French counts the first of a month as the
 * first: `1er mars 2026`. `options` as for Intl, where the day should stand with its month but less or more around it.
 */
export function writtenDay(
  day: Temporal.PlainDate | Temporal.ZonedDateTime,
  locale: string,
  options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' },
): string {
  const text = day.toLocaleString(locale, options)
  return locale.startsWith('fr') ? text.replace(/(?<!\d)1(?= \p{L})/u, '1er') : text
}
