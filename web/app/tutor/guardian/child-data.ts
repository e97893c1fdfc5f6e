/** What a guardian's pages know of one child, asked of the API side by side; what may not be seen or fails is left out. */
import type { Api } from '../../context.ts'

export interface Ward {
  readonly user_id: string
  readonly first_name: string
  readonly username: string | null
  readonly capabilities: readonly ('view' | 'pay' | 'consent' | 'manage')[]
}

/** Days and weeks a chart shows. */
export const ranges = {
  fortnight: { days: 14, by: 'day' },
  quarter: { days: 84, by: 'week' },
  year: { days: 364, by: 'week' },
} as const
export type Range = keyof typeof ranges

/** Civil days [from, to] that end with the given instant's day in the zone. */
export function lastDays(now: string, timeZone: string, days: number) {
  const to = Temporal.Instant.from(now).toZonedDateTimeISO(timeZone).toPlainDate()
  return { from: to.subtract({ days: days - 1 }).toString(), to: to.toString() }
}

export async function loadChild(client: Api, ward: Ward, range: { from: string; to: string; by: 'day' | 'week' }) {
  const path = { id: ward.user_id }
  const learner = { params: { path } }
  const [lessons, consents, streak, progress, mastery, conversations, usage] = await Promise.all([
    client.GET('/api/learners/{id}/subscription', learner),
    client.GET('/api/learners/{id}/consents', learner),
    client.GET('/api/learners/{id}/streak', learner),
    client.GET('/api/learners/{id}/progress', { params: { path, query: range } }),
    client.GET('/api/learners/{id}/mastery', learner),
    client.GET('/api/learners/{id}/conversations', { params: { path, query: { limit: 5 } } }),
    client.GET('/api/learners/{id}/usage', learner),
  ])
  return {
    ward,
    lessons: lessons.data,
    afterTrial: await afterTrial(client, lessons.data),
    consents: consents.data?.items ?? [],
    streak: streak.data,
    progress: progress.data,
    mastery: mastery.data,
    conversations: conversations.data?.items ?? [],
    usage: usage.data,
  }
}

/** Whether the payer has said what comes after the trial: paid ahead, left a card, or ended it. Nobody is reminded then. */
export function isSettled(it: {
  readonly paid_ahead: boolean
  readonly card_id: string | null
  readonly cancel_at_period_end: boolean
}): boolean {
  return it.paid_ahead || it.card_id !== null || it.cancel_at_period_end
}

async function afterTrial(
  client: Api,
  lessons: { readonly status: string; readonly subscription_id: string | null } | undefined,
): Promise<boolean> {
  if (lessons?.status !== 'trial' || lessons.subscription_id === null) return false
  const params = { path: { id: lessons.subscription_id } }
  const { data } = await client.GET('/api/subscriptions/{id}', { params })
  return data !== undefined && isSettled(data)
}

export type ChildData = Awaited<ReturnType<typeof loadChild>>

/** What was mastered on the days from `from` on. */
export function masteredSince({ mastery }: ChildData, from: string, timeZone: string) {
  return (mastery?.concepts ?? []).filter(
    ({ mastered_at }) =>
      mastered_at !== null &&
      Temporal.Instant.from(mastered_at).toZonedDateTimeISO(timeZone).toPlainDate().toString() >= from,
  )
}

/** The newest sign of practice. */
export function lastPractice({ mastery }: ChildData): string | null {
  const times = (mastery?.concepts ?? []).flatMap(({ last_at }) => last_at ?? [])
  return times.reduce<string | null>((latest, at) => (latest === null || at > latest ? at : latest), null)
}
