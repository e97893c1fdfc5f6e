/** One pot with its gifts: where its money is, and asking for refunds, which somebody else decides. */
import { api } from '../../../context.ts'
import { need, readForm } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Card, Row, Stack } from '../../../ui/layout.tsx'
import { EmptyState, Progress } from '../../../ui/states.tsx'
import { Pagination } from '../../../ui/table.tsx'
import { DateText, Money } from '../../../ui/values.tsx'
import { listQuery } from '../../acts.ts'
import { may, useMe } from '../../me.tsx'
import { ConsolePage } from '../../page.tsx'
import { Facts, Id, Moment, Section, Status, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import { MoneyNow, storyOf, StoryTold } from '../inquiry/story.tsx'
import type { Story } from '../inquiry/things.ts'
import type { Route } from './+types/pot'
import { AskForRefund, askForRefund, RefundAsked, REFUNDABLE } from './refund.tsx'

/** Pots that still hold what can go back. */
const REFUNDABLE_POT = new Set(['open', 'funded'])

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const query = { ...listQuery<never>(context), pot_id: id }
  const [pot, gifts, story] = await Promise.all([
    api(context).GET('/api/pots/{id}', { params: { path: { id } } }),
    api(context).GET('/api/gifts', { params: { query } }),
    storyOf(context, id),
  ])
  return { pot: need(context, pot), gifts: need(context, gifts), story: story ?? null }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await readForm(request)
  return askForRefund(
    context,
    form,
    form.text('act') === 'refund_gift' ? { gift: form.text('gift') } : { pot: params.id },
  )
}

export default function Pot({ loaderData: { pot, gifts, story }, actionData }: Route.ComponentProps) {
  const { t, locale } = usePage()
  const word = useWord()
  const me = useMe()
  const mayAsk = may(me, 'pots.refund.request')
  const waiting = story?.things.filter(({ kind, state }) => kind === 'refund_request' && state === 'pending') ?? []
  const potAsked = waiting.find(({ facts }) => facts?.['pot'])
  const asked = new Set(waiting.map(({ facts }) => facts?.['gift']))
  return (
    <ConsolePage
      title={pot.title}
      back={{ to: '/staff/pots', label: t('staff.pots.title') }}
      lead={
        <>
          <Status value={pot.status} />
          {pot.end_reason && <> · {word('staff.pot.end_reason', pot.end_reason)}</>}
        </>
      }
    >
      <Stack gap={6}>
        {story && <MoneyNow thing={story.about} />}
        <Card>
          <Progress raised={pot.raised_minor} target={pot.target_minor} currency={pot.currency} />
          <Facts
            facts={[
              [t('console.id'), <Id key="">{pot.id}</Id>],
              [t('staff.pot.honoree'), pot.honoree_name],
              [
                t('staff.pot.link'),
                <a key="" href={pot.share_url} className="link break-all">
                  {pot.share_url}
                </a>,
              ],
              [t('staff.pot.birthday'), <DateText key="" value={pot.birthday} style="date" />],
              [t('staff.pot.opens'), <Moment key="" value={pot.opens_at} />],
              [t('staff.pot.pack'), pot.pack ? (pot.pack.name[locale] ?? Object.values(pot.pack.name)[0]) : '–'],
              [t('staff.pot.missing'), <Money key="" minor={pot.missing_minor} currency={pot.currency} />],
              [
                t('staff.pot.voucher'),
                pot.voucher_id ? <Id to={`/staff/vouchers/${pot.voucher_id}`}>{pot.voucher_id}</Id> : '–',
              ],
              [t('staff.pot.refund_all'), <Moment key="" value={pot.refund_all_at} />],
            ]}
          />
          <Row className="items-start">
            {potAsked ? (
              <RefundAsked at={potAsked.at ?? undefined} />
            ) : (
              mayAsk && REFUNDABLE_POT.has(pot.status) && !pot.voucher_id && <AskForRefund refused={actionData} />
            )}
          </Row>
        </Card>
      </Stack>
      <Section title={t('staff.gifts.title')}>
        <Table
          caption={t('staff.gifts.title')}
          rows={gifts.items}
          rowKey={(gift) => gift.id}
          empty={<EmptyState title={t('staff.gifts.empty')} />}
          columns={[
            { title: t('console.when'), cell: (gift) => <Moment value={gift.paid_at ?? gift.created_at} /> },
            {
              title: t('staff.gift.donor'),
              cell: (gift) => (gift.anonymous ? t('staff.gift.anonymous') : (gift.name ?? '–')),
            },
            {
              title: t('console.amount'),
              cell: (gift) => <Money minor={gift.amount_minor} currency={gift.currency} />,
              end: true,
            },
            {
              title: t('console.state'),
              cell: (gift) => (
                <>
                  <Status value={gift.status} />
                  {gift.refund_error && <p className="text-sm text-bad">{gift.refund_error}</p>}
                </>
              ),
            },
            {
              title: t('inquiry.kind.gift'),
              cell: (gift) => (
                <Id short to={`/staff/gifts/${gift.id}`}>
                  {gift.id}
                </Id>
              ),
            },
            {
              title: t('console.act'),
              cell: (gift) =>
                asked.has(gift.id) ? (
                  <RefundAsked />
                ) : mayAsk && REFUNDABLE.has(gift.status) && !(pot.voucher_id && gift.status === 'received') ? (
                  <AskForRefund gift={gift.id} refused={actionData} />
                ) : (
                  '–'
                ),
            },
          ]}
        />
        <Pagination next={gifts.next_cursor} />
      </Section>
      {story && <StoryTold story={ofThePot(story)} />}
    </ConsolePage>
  )
}

/** What became of the pot itself: each gift is told on its own page. */
function ofThePot(story: Story): Story {
  const theirs = /^(gif|pay|msg|evt)_/
  return {
    ...story,
    steps: story.steps.filter(({ ref }) => !theirs.test(ref)),
    things: story.things.filter(({ kind }) => !['gift', 'payment', 'webhook', 'message', 'refund'].includes(kind)),
  }
}
