/** One gift: the answer to "I paid, where is my money?", what led to it, and what can be done. */
import { data } from 'react-router'
import { readForm } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Card, Row, Stack } from '../../../ui/layout.tsx'
import { Money } from '../../../ui/values.tsx'
import { may, useMe } from '../../me.tsx'
import { ConsolePage } from '../../page.tsx'
import { Facts, Id, Moment, Status, useWord } from '../../parts.tsx'
import { AskWave, askWave } from '../inquiry/check.tsx'
import { headingOf, isDisputed } from '../inquiry/money.ts'
import { MoneyNow, storyOf, StoryTold } from '../inquiry/story.tsx'
import type { Route } from './+types/gift'
import { AskForRefund, askForRefund, RefundAsked, REFUNDABLE } from './refund.tsx'

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const story = await storyOf(context, id)
  if (!story) throw data(null, { status: 403 })
  return story
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const form = await readForm(request)
  return form.text('act') === 'check'
    ? askWave(context, form, form.text('payment'))
    : askForRefund(context, form, { gift: id })
}

export default function Gift({ loaderData: story, actionData }: Route.ComponentProps) {
  const page = usePage()
  const { t } = page
  const word = useWord()
  const me = useMe()
  const { about: gift } = story
  const facts = gift.facts ?? {}
  const asked = facts['refund_asked_at']
  const spent = facts['pot_end_reason'] === 'bought' && gift.state === 'received'
  const disputed = isDisputed(gift)
  const waits = ['pending', 'failed', 'expired'].includes(gift.state ?? '') && !disputed
  return (
    <ConsolePage
      title={headingOf(page, gift)}
      back={{ to: '/staff/gifts', label: t('staff.gifts.title') }}
      lead={<Status value={gift.state ?? ''} />}
    >
      <Stack gap={6}>
        <MoneyNow thing={gift} />
        <Card>
          <Facts
            facts={[
              [t('console.id'), <Id key="">{gift.id}</Id>],
              [
                t('console.amount'),
                <strong key="">
                  <Money minor={gift.amount_minor ?? '0'} {...(gift.currency ? { currency: gift.currency } : {})} />
                </strong>,
              ],
              [t('staff.gift.donor'), facts['anonymous'] ? t('staff.gift.anonymous') : gift.title || '–'],
              [t('staff.pot.honoree'), facts['honoree']],
              facts['pot']
                ? [
                    t('staff.gift.pot'),
                    <Id key="" to={`/staff/pots/${facts['pot']}`}>
                      {facts['pot']}
                    </Id>,
                  ]
                : false,
              facts['payment']
                ? [
                    t('staff.payments.payment'),
                    <Id key="" to={`/staff/payments/${facts['payment']}`}>
                      {facts['payment']}
                    </Id>,
                  ]
                : false,
              [t('staff.payment.created'), <Moment key="" value={gift.at} />],
              facts['paid_at'] !== undefined && [
                t('staff.payment.succeeded'),
                <Moment key="" value={facts['paid_at']} />,
              ],
              facts['reason'] !== undefined && [
                t(waits ? 'staff.payment.failure' : 'console.reason'),
                word('staff.failure', facts['reason']),
              ],
              facts['refund_reason'] !== undefined && [
                t('staff.gift.refund_reason'),
                word('staff.refund.reason', facts['refund_reason']),
              ],
              facts['refund_error'] !== undefined && [
                t('staff.jobs.error'),
                word('staff.failure', facts['refund_error']),
              ],
            ]}
          />
          <Row className="items-start">
            {waits && facts['payment'] && may(me, 'payments.view') && (
              <AskWave payment={facts['payment']} refused={actionData} />
            )}
            {asked ? (
              <RefundAsked at={asked} />
            ) : (
              (REFUNDABLE.has(gift.state) || (disputed && gift.state === 'failed')) &&
              !spent &&
              may(me, 'pots.refund.request') && <AskForRefund gift={gift.id} refused={actionData} />
            )}
          </Row>
        </Card>
      </Stack>
      <StoryTold story={story} />
    </ConsolePage>
  )
}
