/** What a guardian pays, at a glance: each running subscription with what comes next, and the way to its page. */
import type { Api } from '../../../context.ts'
import { usePage } from '../../../page.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/layout.tsx'
import { useOwn } from '../plans.tsx'
import { StatusBadge, WhatNext } from './status.tsx'

const SHOWN_MAX = 5

/** The running subscriptions with the names of their plans; none where they cannot be had. */
export async function loadBills(client: Api) {
  const [subscriptions, offer] = await Promise.all([
    client.GET('/api/subscriptions', { params: { query: { limit: SHOWN_MAX } } }),
    client.GET('/api/plans'),
  ])
  const names = new Map(offer.data?.plans.map(({ code, name }) => [code, name]))
  return (subscriptions.data?.items ?? [])
    .filter(({ status }) => status !== 'cancelled')
    .map((it) => ({ ...it, name: names.get(it.plan) ?? { en: it.plan } }))
}

export function Bills({ bills }: { bills: Awaited<ReturnType<typeof loadBills>> }) {
  const { t } = usePage()
  const own = useOwn()
  return bills.map((it) => (
    <Card key={it.id}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-2xl">
          {t('billing.title')}{' '}
          <span className="text-base font-normal text-soft">
            {own(it.name)} · {t(`plan.cycle.${it.cycle}`)}
          </span>
        </h2>
        <StatusBadge status={it.status} />
      </div>
      <WhatNext it={it} />
      <ButtonLink to={`/billing/${it.id}`} tone="secondary" className="self-start">
        {t('billing.see')}
      </ButtonLink>
    </Card>
  ))
}
