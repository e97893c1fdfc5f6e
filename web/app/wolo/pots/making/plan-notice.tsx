/** The facts nobody chooses: which birthday, when the pot opens, and for who is under age, who has to agree. */
import { Link } from 'react-router'
import { usePage } from '../../../page.tsx'
import { DateText } from '../../../ui/values.tsx'
import { civilDate } from '../countdown.tsx'
import { planPot, type PotPlan } from '../plan.ts'
import type { Making } from './making.tsx'

export function usePlan({ profile, rules }: Pick<Making, 'profile' | 'rules'>): PotPlan {
  const { now, profile: product } = usePage()
  return planPot(profile, civilDate(now, product.timeZone), rules.opens_days_before)
}

export function PlanNotice({ making }: { making: Pick<Making, 'profile' | 'rules'> }) {
  const { t } = usePage()
  const plan = usePlan(making)
  const { first_name: name, is_minor: minor } = making.profile
  const values = {
    birthday: <DateText value={plan.birthday} style={plan.opensNow ? 'day' : 'date'} />,
    opens: <DateText value={plan.opensOn} style="date" />,
  }
  return (
    <section className="flex flex-col gap-1 rounded-card bg-festive-wash p-4 sm:p-5">
      <h2 className="text-lg">{t('new_pot.plan.title', { name })}</h2>
      <p>
        {minor
          ? t.rich(plan.opensNow ? 'new_pot.plan.minor_now' : 'new_pot.plan.minor', values)
          : t.rich(plan.opensNow ? 'new_pot.plan.now' : 'new_pot.plan.later', values)}
      </p>
      {minor && <p>{t('new_pot.plan.minor_path')}</p>}
      <p>
        <Link className="link inline-block py-2.5" to="/account">
          {t('new_pot.plan.wrong')}
        </Link>
      </p>
    </section>
  )
}
