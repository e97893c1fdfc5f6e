/**
 * How long a QR code on a screen counts. Time is cut into windows; a code says in which it was shown, and counts in that one
 * and the next. So a picture of it is worth nothing a minute later, and nothing is stored per code. Pure.
 */

/** A code has three bytes for its window. They begin anew after many years, by when a voucher is long over. */
const WINDOWS = 2 ** 24

/** The window of a moment. */
export function windowOf(now: Temporal.Instant, windowSeconds: number): number {
  return Math.floor(now.epochMilliseconds / 1000 / windowSeconds) % WINDOWS
}

/**
 * Whether a code shown in `window` still counts: in its own window and the next. One window ahead counts too, since the server
 * that showed it and the one that reads it may have clocks that differ by a moment.
 */
export function countsStill(window: number, now: Temporal.Instant, windowSeconds: number): boolean {
  const age = (windowOf(now, windowSeconds) - window + WINDOWS) % WINDOWS
  return age === 0 || age === 1 || age === WINDOWS - 1
}

/** Seconds until the code shown now is replaced by the next, and until it is refused. At least one. */
export function secondsLeft(now: Temporal.Instant, windowSeconds: number): { renew: number; refused: number } {
  const renew = windowSeconds - Math.floor((now.epochMilliseconds / 1000) % windowSeconds)
  return { renew, refused: renew + windowSeconds }
}
