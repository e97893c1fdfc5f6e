/** The rules of a pot in plain words, from the policy frozen onto it: shown to donors before they pay and to owners before they open. */
import { useT } from '../../page.tsx'
import { Stack } from '../../ui/layout.tsx'

/** What the wording needs of the policy. */
export interface RulesPolicy {
  readonly shortfall_days: number
  readonly late_money_days: number
  readonly unverified_refund_days: number
}

const codes = ['fee', 'over', 'short', 'late', 'unused'] as const

export function Rules({
  policy,
  honoree,
  heading = 'h2',
}: {
  policy: RulesPolicy
  honoree: string
  heading?: 'h2' | 'h3'
}) {
  const t = useT()
  const Heading = heading
  const values = {
    name: honoree,
    shortfall_days: policy.shortfall_days,
    late_days: policy.late_money_days,
    unverified_days: policy.unverified_refund_days,
  }
  return (
    <Stack as="section" gap={3}>
      <Heading className="text-xl">{t('rules.title')}</Heading>
      <ul className="flex list-none flex-col gap-2.5">
        {codes.map((code) => (
          <li key={code} className="flex gap-3">
            <span aria-hidden className="mt-2 size-2 shrink-0 rounded-full bg-festive" />
            <span>{t(`rules.${code}`, values)}</span>
          </li>
        ))}
      </ul>
    </Stack>
  )
}
