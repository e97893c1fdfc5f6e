/** Coming of age: the account becomes one's own, in three steps that stand on their own. Nothing that was learnt is touched. */
import type { ReactNode } from 'react'
import { api, t } from '../../context.ts'
import { need, problemOf, readForm, refused, seeOther } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { PageTitle } from '../../ui/layout.tsx'
import { Badge, Notice } from '../../ui/states.tsx'
import { LearnerFrame } from './frame.tsx'
import { learnerOf } from './learner.ts'
import type { Route } from './+types/grown-up'

export async function loader({ context }: Route.LoaderArgs) {
  const id = learnerOf(context)
  const params = { path: { id } }
  const [me, profile, consents, lessons] = await Promise.all([
    api(context).GET('/api/me'),
    api(context).GET('/api/me/profile'),
    api(context).GET('/api/learners/{id}/consents', { params }),
    api(context).GET('/api/learners/{id}/subscription', { params }),
  ])
  if (need(context, profile).is_minor) throw seeOther('/learner')
  const { phone_verified, email_verified } = need(context, me)
  const { items } = need(context, consents)
  const { status, pays, subscription_id } = need(context, lessons)
  return {
    id,
    contact: phone_verified || email_verified,
    decided: items.every(({ standing }) => standing === 'given' || standing === 'refused'),
    grace: items.some((item) => item.grace),
    lessons: { status, pays, subscription: subscription_id },
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const result = await api(context).POST('/api/learners/{id}/subscription/payer', {
    params: { path: { id: learnerOf(context) } },
    headers: form.headers,
  })
  if (!result.data) {
    const problem = problemOf(result)
    // Who learns beside siblings cannot take over what is theirs too.
    const shared = problem.code === 'kernel.not_found'
    return refused(form, shared ? { ...problem, title: t(context)('grown.pay.shared') } : problem)
  }
  return seeOther('/learner/grown-up')
}

export default function GrownUp({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  const { id, contact, decided, grace, lessons } = loaderData
  const paid = lessons.status !== 'none'
  return (
    <LearnerFrame>
      <Head title={t('grown.title')} index={false} />
      <PageTitle title={t('grown.title')} lead={t('grown.lead')} />
      <ol className="flex flex-col gap-4">
        <Step number={1} title={t('grown.contact')} done={contact}>
          <p>{t('grown.contact.text')}</p>
          {!contact && (
            <>
              <ButtonLink to="/account/phone" className="min-h-14">
                {t('grown.contact.act')}
              </ButtonLink>
              <ButtonLink to="/account" tone="quiet">
                {t('grown.contact.mail')}
              </ButtonLink>
            </>
          )}
        </Step>
        <Step number={2} title={t('grown.consent')} done={decided}>
          <p>{t('grown.consent.text')}</p>
          {grace && <Notice>{t('grown.consent.until')}</Notice>}
          <ButtonLink to={`/learners/${id}/consents`} tone={decided ? 'secondary' : 'primary'} className="min-h-14">
            {t('grown.consent.act')}
          </ButtonLink>
        </Step>
        <Step number={3} title={t('grown.pay')} done={lessons.pays}>
          <p>{t(`grown.pay.${payingOf(lessons)}`)}</p>
          {!paid && (
            <ButtonLink to="/guardian/plan" tone="secondary" className="min-h-14">
              {t('grown.pay.choose')}
            </ButtonLink>
          )}
          {paid && !lessons.pays && (
            <Form refused={actionData}>
              <Button tone="secondary" wide className="min-h-14">
                {t('grown.pay.act')}
              </Button>
            </Form>
          )}
          {lessons.pays && lessons.subscription && (
            <ButtonLink to={`/billing/${lessons.subscription}`} tone="secondary" className="min-h-14">
              {t('grown.pay.see')}
            </ButtonLink>
          )}
        </Step>
      </ol>
    </LearnerFrame>
  )
}

/** How it stands with whoever pays, as a key of the catalogue. */
function payingOf({ status, pays }: { status: string; pays: boolean }) {
  if (status === 'none') return 'none'
  if (pays) return 'mine'
  return status === 'suspended' ? 'unpaid' : 'other'
}

interface StepProps {
  number: number
  title: string
  done: boolean
  children: ReactNode
}

function Step({ number, title, done, children }: StepProps) {
  const { t, number: written } = usePage()
  return (
    <li className="flex flex-col gap-3 rounded-card border border-line bg-surface p-5 shadow-card">
      <h2 className="flex flex-wrap items-center justify-between gap-2 text-xl">
        <span>
          <span className="text-brand">{written(number)}.</span> {title}
        </span>
        {done && <Badge mood="good">✓ {t('grown.done')}</Badge>}
      </h2>
      {children}
    </li>
  )
}
