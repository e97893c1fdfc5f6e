/** What is left of the tutor's allowance, what was used of it, and what that cost. */
import { usePage } from '../../page.tsx'
import { Card } from '../../ui/layout.tsx'
import { DateText, Money } from '../../ui/values.tsx'

interface UsageFacts {
  readonly quotas: readonly {
    readonly meter: 'ai_tokens' | 'speech_seconds'
    readonly granted: string
    readonly used: string
    readonly held: string
    readonly left: string
    readonly until: string
  }[]
  readonly usage: readonly { readonly service: string; readonly events: string; readonly cost_minor: string | null }[]
}

/** About what a question and its answer take; the plans count the same way. */
const TOKENS_A_QUESTION = 2000
const questionsIn = (tokens: string): number => Math.floor(Number(tokens) / TOKENS_A_QUESTION)

/** What the last thirty days used. What it cost is unknown as long as one of its days has no rate of the dollar. */
export function usedIn({ usage }: UsageFacts) {
  return {
    uses: usage.reduce((sum, { events }) => sum + Number(events), 0),
    questions: usage.reduce((sum, { service, events }) => (service === 'tutor' ? sum + Number(events) : sum), 0),
    cost: usage.reduce<bigint | null>(
      (sum, { cost_minor }) => (sum === null || cost_minor === null ? null : sum + BigInt(cost_minor)),
      0n,
    ),
  }
}

/** About how many questions are left of the period; undefined where there is no allowance. */
export function questionsLeft({ quotas }: UsageFacts): number | undefined {
  const own = quotas.filter(({ meter }) => meter === 'ai_tokens')
  return own.length === 0 ? undefined : own.reduce((sum, { left }) => sum + questionsIn(left), 0)
}

export function Usage({ usage }: { usage: UsageFacts }) {
  const { t } = usePage()
  const { quotas } = usage
  const { uses, cost } = usedIn(usage)
  return (
    <Card>
      <h2 className="text-xl">{t('child.usage')}</h2>
      {quotas.length === 0 && <p className="text-soft">{t('child.usage.none')}</p>}
      <ul className="flex flex-col gap-4">
        {quotas.map(({ meter, granted, left, until }) => (
          <li key={`${meter}${until}`} className="flex flex-col gap-1">
            <span className="font-semibold">{t(`child.usage.${meter}`)}</span>
            <progress
              className="bar"
              max={Number(granted)}
              value={Number(left)}
              aria-label={t(`child.usage.${meter}`)}
            />
            <span className="text-sm text-soft">
              {t.rich(meter === 'ai_tokens' ? 'child.usage.questions.left' : 'child.usage.minutes.left', {
                count: meter === 'ai_tokens' ? questionsIn(left) : Math.floor(Number(left) / 60),
                date: <DateText value={until} />,
              })}
            </span>
          </li>
        ))}
      </ul>
      <p>
        {cost === null
          ? t('child.usage.cost.unknown', { count: uses })
          : t.rich('child.usage.cost', { count: uses, amount: <Money minor={cost} className="font-semibold" /> })}
      </p>
    </Card>
  )
}
