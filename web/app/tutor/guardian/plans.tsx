/** Plans to choose from: each with what it holds and its price by the chosen cycle, tax included. */
import { usePage } from '../../page.tsx'
import { useChosen } from '../../ui/form.tsx'
import { Money } from '../../ui/values.tsx'

export const cycles = ['monthly', 'quarterly', 'yearly'] as const
export type Cycle = (typeof cycles)[number]

export function cycleOf(text: string | null): Cycle {
  return cycles.find((cycle) => cycle === text) ?? 'monthly'
}

interface Price {
  readonly base_minor: string
  readonly extra_minor: string
}

export interface Plan {
  readonly code: string
  readonly name: Readonly<Record<string, string>>
  readonly holds: readonly Readonly<Record<string, string>>[]
  readonly learners_included: number
  readonly learners_max: number
  readonly prices: Readonly<Record<Cycle, Price>>
}

/** A text the API gives in every language, in the visitor's. */
export function useOwn(): (text: Readonly<Record<string, string>>) => string {
  const { locale, digitsIn } = usePage()
  return (text) => digitsIn(text[locale] ?? Object.values(text)[0] ?? '')
}

export function PlanChoice({ plans, cycle, initial }: { plans: readonly Plan[]; cycle: Cycle; initial: string }) {
  const { t } = usePage()
  const own = useOwn()
  const { chosen, describedBy, refusal } = useChosen('plan', initial)
  return (
    <fieldset aria-describedby={describedBy} className="flex flex-col gap-3">
      <legend className="mb-2 text-xl font-bold">{t('plan.choose')}</legend>
      {plans.map(({ code, name, holds, prices, learners_included, learners_max }) => (
        <label
          key={code}
          className="flex cursor-pointer items-start gap-3 rounded-card border-2 border-line bg-surface p-4 has-checked:border-brand has-checked:bg-brand-wash has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
        >
          <input
            type="radio"
            name="plan"
            value={code}
            defaultChecked={code === chosen}
            className="mt-1.5 size-5 shrink-0 outline-none"
          />
          <span className="flex min-w-0 flex-1 flex-col gap-2">
            <span className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="text-lg font-bold text-brand">{own(name)}</span>
              <span>
                <Money minor={prices[cycle].base_minor} className="text-xl font-extrabold" />{' '}
                <span className="text-sm text-soft">{t(`plan.per.${cycle}`)}</span>
              </span>
            </span>
            <span className="flex flex-col gap-1 text-sm">
              <span>{t('tutor.home.price.learners', { count: learners_included })}</span>
              {holds.map((held) => (
                <span key={own(held)}>{own(held)}</span>
              ))}
              {learners_max > learners_included && (
                <span className="text-soft">
                  {t.rich('tutor.home.price.extra', {
                    amount: <Money minor={prices[cycle].extra_minor} />,
                    max: learners_max,
                  })}
                </span>
              )}
            </span>
          </span>
        </label>
      ))}
      {refusal}
    </fieldset>
  )
}
