/** One payout: where its money is, to whom, and what it pays. */
import { api } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Card, Stack } from '../../../ui/layout.tsx'
import { Money, Phone } from '../../../ui/values.tsx'
import { ConsolePage } from '../../page.tsx'
import { Facts, Id, Moment, Status, useWord } from '../../parts.tsx'
import { MoneyNow, storyOf, StoryTold } from '../inquiry/story.tsx'
import type { Route } from './+types/payout'

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const [payout, story] = await Promise.all([
    api(context).GET('/api/payouts/{id}', { params: { path: { id } } }),
    storyOf(context, id),
  ])
  return { payout: need(context, payout), story: story ?? null }
}

export default function Payout({ loaderData: { payout, story } }: Route.ComponentProps) {
  const { t, money } = usePage()
  const word = useWord()
  return (
    <ConsolePage
      title={t('inquiry.title.payout', { amount: money(payout.amount_minor, payout.currency) })}
      back={{ to: '/staff/payouts', label: t('staff.payouts.title') }}
      lead={<Status value={payout.state} />}
    >
      <Stack gap={6}>
        {story && <MoneyNow thing={story.about} />}
        <Card>
          <Facts
            facts={[
              [t('console.id'), <Id key="">{payout.id}</Id>],
              [t('staff.payments.purpose'), word('staff.purpose', payout.purpose)],
              [
                t('staff.payouts.to'),
                payout.recipient_mobile && (
                  <span key="">
                    {payout.recipient_name} · <Phone value={payout.recipient_mobile} />
                  </span>
                ),
              ],
              [t('staff.payouts.reference'), payout.provider_ref && <Id key="">{payout.provider_ref}</Id>],
              payout.fee_minor !== null && [
                t('staff.payouts.fee'),
                <Money key="" minor={payout.fee_minor} currency={payout.currency} />,
              ],
              (payout.failure_code ?? payout.last_error) !== null && [
                t('staff.jobs.error'),
                word('staff.failure', payout.failure_code ?? payout.last_error ?? '–'),
              ],
              [t('staff.payouts.requested'), <Moment key="" value={payout.requested_at} />],
              payout.next_check_at !== null && [
                t('staff.payouts.next_check'),
                <Moment key="" value={payout.next_check_at} />,
              ],
              [t('staff.payment.ended'), <Moment key="" value={payout.ended_at ?? payout.succeeded_at} />],
            ]}
          />
        </Card>
      </Stack>
      {story && <StoryTold story={story} />}
    </ConsolePage>
  )
}
