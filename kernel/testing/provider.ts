/** The stand-in of a provider beside a product under test: on one clock with it, heard before the jobs run, ended with it. */
import type { TestProduct } from './product.ts'

interface StandIn {
  readonly control: { clock(input: { offset_ms: number }): void; idle(): Promise<void> }
  close(): Promise<void>
}

export interface Beside {
  /** Delivers what the provider has to say, then does the jobs. */
  settle(): Promise<void>
  /** Moves both clocks. */
  advance(duration: Temporal.DurationLike): void
  /** Sets both clocks. */
  at(instant: Temporal.Instant | string): void
  close(): Promise<void>
}

export function beside(t: TestProduct, standIn: StandIn): Beside {
  const follow = () => standIn.control.clock({ offset_ms: t.clock.now().epochMilliseconds - Date.now() })
  follow()
  return {
    async settle() {
      await standIn.control.idle()
      await t.drain()
    },
    advance(duration) {
      t.clock.advance(duration)
      follow()
    },
    at(instant) {
      t.clock.set(instant)
      follow()
    },
    async close() {
      await standIn.close()
      await t.close()
    },
  }
}
