/** What is left of the tutor's allowance, what was used of it, and what that cost. */
import { usePage } from '../../page.tsx'
import { Card } from '../../ui/layout.tsx'
import { DateText, Money } from '../../ui/values.tsx'

interface UsageProps {
  usage: {
    readonly quotas: readonly {
      readonly meter: 'ai_tokens' | 'speech_seconds'
      readonly granted: string
      readonly used: string
      readonly held: string
      readonly left: string
      readonly until: string
    }[]
    readonly usage: readonly { readonly events: string; readonly cost_minor: string | null }[]
  }
}

/** About what a question and its answer take; the plans count the same way. */
const TOKENS_A_QUESTION = 2000

export function Usage({ usage: { quotas, usage } }: UsageProps) {
  const { t } = usePage()
  const cost = usage.reduce((sum, { cost_minor }) => sum + BigInt(cost_minor ?? '0'), 0n)
  const count = usage.reduce((sum, { events }) => sum + Number(events), 0)
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
                count: Math.floor(Number(left) / (meter === 'ai_tokens' ? TOKENS_A_QUESTION : 60)),
                date: <DateText value={until} />,
              })}
            </span>
          </li>
        ))}
      </ul>
      <p>{t.rich('child.usage.cost', { count, amount: <Money minor={cost} className="font-semibold" /> })}</p>
    </Card>
  )
}
