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
type Rule = (typeof codes)[number]

interface RulesProps {
  policy: RulesPolicy
  honoree: string
}

export function Rules({ policy, honoree, heading = 'h2' }: RulesProps & { heading?: 'h2' | 'h3' }) {
  const t = useT()
  const Heading = heading
  return (
    <Stack as="section" gap={3}>
      <Heading className="text-xl">{t('rules.title')}</Heading>
      <RuleList policy={policy} honoree={honoree} />
    </Stack>
  )
}

/** The one sentence that settles most doubts, and all of them for who wants to read on. */
export function RulesInBrief({ policy, honoree }: RulesProps) {
  const t = useT()
  return (
    <section>
      <p className="flex gap-3 font-semibold">
        <Shield />
        <span>{t('rules.brief')}</span>
      </p>
      <details className="fold mt-1">
        <summary className="text-accent">{t('rules.title')}</summary>
        <RuleList policy={policy} honoree={honoree} />
      </details>
    </section>
  )
}

/** Some of the rules, in the order given. */
export function RuleList({ policy, honoree, only = codes }: RulesProps & { only?: readonly Rule[] }) {
  const t = useT()
  const values = {
    name: honoree,
    shortfall_days: policy.shortfall_days,
    late_days: policy.late_money_days,
    unverified_days: policy.unverified_refund_days,
  }
  return (
    <ul className="flex list-none flex-col gap-2.5">
      {only.map((code) => (
        <li key={code} className="flex gap-3">
          <span aria-hidden className="mt-2 size-2 shrink-0 rounded-full bg-festive" />
          <span>{t(`rules.${code}`, values)}</span>
        </li>
      ))}
    </ul>
  )
}

function Shield() {
  return (
    <svg aria-hidden viewBox="0 0 24 24" className="size-6 shrink-0">
      <path d="M12 1.5 21 5v6.5c0 5.4-3.700 9.300-9 11-5.300-1.700-9-5.600-9-11V5Z" className="fill-good" />
      <path
        d="m7.5 12 3.200 3.200 5.800-6.200"
        fill="none"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-surface"
      />
    </svg>
  )
}
