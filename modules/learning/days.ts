/** What new answers add to days and streak: the rollups that dashboards read, and the days in a row. */
import { civilDate } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { emit } from '../../kernel/events/event.ts'
import { countDay, streakOf, type Streak } from './calendar.ts'
import { practised } from './events.ts'
import type { Judged } from './incoming.ts'
import { learningPolicy } from './policy.ts'
import { keyOf, type ConceptKey } from './states.ts'
import * as store from './store.ts'

/** Adds to the rollups; the day that begins to count, and only that, moves the streak. */
export async function keepDays(
  ctx: Context,
  tx: Tx,
  learnerId: string,
  learner: store.LearnerRow,
  fresh: readonly Judged[],
  seconds: ReadonlyMap<Judged, number>,
  timeZone: string,
): Promise<void> {
  const policy = learningPolicy(ctx)
  const groups = new Map<string, { day: Temporal.PlainDate; key: ConceptKey; answers: number; right: number; seconds: number }>() // prettier-ignore
  const added = new Map<string, number>()
  for (const one of fresh) {
    const day = civilDate(one.answeredAt, timeZone)
    const name = `${day} ${keyOf(one.issued)}`
    const group = groups.get(name) ?? { day, key: one.issued, answers: 0, right: 0, seconds: 0 }
    group.answers += 1
    group.right += one.verdict?.correct ? 1 : 0
    group.seconds += seconds.get(one)!
    groups.set(name, group)
    added.set(String(day), (added.get(String(day)) ?? 0) + 1)
  }
  const rows = [...groups.values()]
  const days = await store.countDays.all(
    tx,
    learnerId,
    policy.answers_a_day,
    rows.map(({ day }) => day),
    rows.map(({ key }) => key.subject),
    rows.map(({ key }) => key.concept),
    rows.map(({ answers }) => answers),
    rows.map(({ right }) => right),
    rows.map((it) => it.seconds),
  )
  const news = (day: store.CountedDay) => added.get(String(day.day))!
  const begun = days.filter((day) => day.answers === news(day))
  const counting = days.filter((day) => day.counts && day.answers - news(day) < policy.answers_a_day)
  if (counting.length > 0) await saveStreak(ctx, tx, learnerId, learner, counting.map(({ day }) => day)) // prettier-ignore
  for (const { day } of begun) await emit(ctx, tx, practised, { learner_id: learnerId, day: String(day) })
}

export function streakFrom(row: store.LearnerRow): Streak {
  return {
    day: row.streak_day ?? undefined,
    days: row.streak_days,
    longest: row.streak_longest,
    freezesUsed: row.freezes_used,
  }
}

async function saveStreak(
  ctx: Context,
  tx: Tx,
  learnerId: string,
  learner: store.LearnerRow,
  days: readonly Temporal.PlainDate[],
): Promise<void> {
  const was = streakFrom(learner)
  const sorted = [...days].sort((a, b) => Temporal.PlainDate.compare(a, b))
  const later = was.day === undefined || Temporal.PlainDate.compare(was.day, sorted[0]!) < 0
  // A day before the last repairs the past: then all days are looked at anew.
  const streak = later
    ? sorted.reduce(countDay, was)
    : streakOf((await store.countedDays.all(tx, learnerId)).map(({ day }) => day))
  await writeStreak(ctx, tx, learnerId, streak)
}

export async function writeStreak(ctx: Context, tx: Tx, learnerId: string, streak: Streak): Promise<void> {
  const { day, days, longest, freezesUsed } = streak
  await store.saveStreak.run(tx, learnerId, day ?? null, days, longest, freezesUsed, ctx.clock.now())
}
