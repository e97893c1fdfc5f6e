/** What waits for the guardian, each with the way to it: consents that are missing, lessons that are closed, a trial that ends. */
import type { ReactNode } from 'react'
import { usePage } from '../../page.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice, type Mood } from '../../ui/states.tsx'
import { DateText } from '../../ui/values.tsx'
import type { ChildData } from './child-data.ts'

const SOON_DAYS = 3

export function Needs({ child }: { child: ChildData }) {
  const { t, now } = usePage()
  const { ward, lessons, afterTrial, consents } = child
  const { user_id: id, first_name: name, capabilities } = ward
  const billing = lessons?.subscription_id ? `/billing/${lessons.subscription_id}` : '/billing'
  const pays = capabilities.includes('pay')
  const missing = ['account', 'learning_data'].some(
    (purpose) => !consents.find((consent) => consent.purpose === purpose)?.permitted,
  )
  const coming = consents.some(({ coming_text, permitted }) => permitted && coming_text)
  const ends = lessons?.until && Date.parse(lessons.until) - Date.parse(now) < SOON_DAYS * 86_400_000
  return (
    <>
      {missing && (
        <Need
          mood="bad"
          title={t('guardian.need.consent', { name })}
          to={`/learners/${id}/consents`}
          way={capabilities.includes('consent') ? t('guardian.need.consent.way') : undefined}
        />
      )}
      {coming && <Need title={t('consents.coming')} to={`/learners/${id}/consents`} way={t('consents.see')} />}
      {lessons?.status === 'none' && (
        <Need
          title={t('guardian.need.plan', { name })}
          to={`/guardian/plan?learner=${id}`}
          way={pays ? t(lessons.trial_offered ? 'guardian.need.trial.way' : 'guardian.need.plan.way') : undefined}
        />
      )}
      {(lessons?.status === 'grace' || lessons?.status === 'suspended') && (
        <Need
          mood="bad"
          title={t(`guardian.need.${lessons.status}`, { name })}
          to={billing}
          way={lessons.pays ? t('billing.pay_now') : undefined}
        />
      )}
      {lessons?.status === 'trial' && ends && !afterTrial && lessons.until && (
        <Need
          mood="festive"
          title={t('guardian.need.trial_ends')}
          to={billing}
          way={lessons.pays ? t('guardian.need.trial_ends.way') : undefined}
        >
          <DateText value={lessons.until} />
        </Need>
      )}
    </>
  )
}

interface NeedProps {
  mood?: Mood
  title: string
  to: string
  /** Nothing where somebody else has to do it. */
  way: string | undefined
  children?: ReactNode
}

function Need({ mood = 'info', title, to, way, children }: NeedProps) {
  return (
    <Notice mood={mood} title={title}>
      {children && <p>{children}</p>}
      {way && (
        <ButtonLink to={to} tone="secondary" className="mt-2">
          {way}
        </ButtonLink>
      )}
    </Notice>
  )
}
