/** Refunds of subscriptions: what one person asked for and another decides; small ones went at once. */
import { api } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Badge } from '../../../ui/states.tsx'
import { acted, choiceAsked, pageAsked } from '../../acts.ts'
import { Id } from '../../parts.tsx'
import { readDecision, RefundList } from '../refunds.tsx'
import type { Route } from './+types/refunds'

const STATUSES = ['pending', 'approved', 'rejected', 'alone'] as const

export async function loader({ context }: Route.LoaderArgs) {
  const query = { ...pageAsked(context), ...choiceAsked(context, 'status', STATUSES) }
  return { query, ...need(context, await api(context).GET('/api/subscription-refunds', { params: { query } })) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const { form, approved, call } = await readDecision(request)
  const client = api(context)
  return approved
    ? acted(context, form, await client.POST('/api/subscription-refunds/{id}/approval', call), 'refund_approved')
    : acted(context, form, await client.POST('/api/subscription-refunds/{id}/rejection', call), 'refund_rejected')
}

export default function Refunds({ loaderData: { query, items, next_cursor }, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  return (
    <RefundList
      list="/subscription-refunds"
      query={query}
      statuses={STATUSES}
      requests={items}
      next={next_cursor}
      permission="subscriptions.refund.approve"
      lead={t('staff.subscription_refunds.lead')}
      empty={t('staff.subscription_refunds.empty.text')}
      consequence={t('staff.subscription_refunds.approve.text')}
      about={{
        title: t('staff.subscription'),
        cell: (request) => (
          <Id short to={`/staff/subscriptions/${request.subscription_id}`}>
            {request.subscription_id}
          </Id>
        ),
      }}
      reason={(request) => (
        <>
          {request.note}
          {request.ends && (
            <p className="pt-1">
              <Badge mood="festive">{t('staff.subscription_refunds.ends')}</Badge>
            </p>
          )}
        </>
      )}
      refused={actionData}
    />
  )
}
