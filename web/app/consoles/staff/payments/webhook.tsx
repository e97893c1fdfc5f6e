/** One event of the provider: what it said, what came of it, and applying it anew. */
import { api } from '../../../context.ts'
import { need, readForm } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Card, Row, Stack } from '../../../ui/layout.tsx'
import { Badge } from '../../../ui/states.tsx'
import { acted } from '../../acts.ts'
import { may, useMe } from '../../me.tsx'
import { ConsolePage } from '../../page.tsx'
import { Act, Facts, Id, Moment, Section, Status, useWord } from '../../parts.tsx'
import { MoneyNow, storyOf, StoryTold } from '../inquiry/story.tsx'
import type { Route } from './+types/webhook'

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const [event, story] = await Promise.all([
    api(context).GET('/api/webhook-events/{id}', { params: { path: { id } } }),
    storyOf(context, `evt_${id}`),
  ])
  return { event: need(context, event), story: story ?? null }
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const form = await readForm(request)
  const result = await api(context).POST('/api/webhook-events/{id}/replay', {
    params: { path: { id } },
    headers: form.headers,
    body: { reason: form.text('reason') },
  })
  return acted(context, form, result, 'replayed')
}

export default function Webhook({ loaderData: { event, story }, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  const word = useWord()
  const me = useMe()
  return (
    <ConsolePage
      title={t('inquiry.title.webhook')}
      back={{ to: '/staff/webhooks', label: t('staff.webhooks.title') }}
      lead={<Status value={event.status} />}
    >
      <Stack gap={6}>
        {story && <MoneyNow thing={story.things.find(({ kind }) => kind === 'gift') ?? story.about} />}
        <Card>
          <Facts
            facts={[
              [t('console.id'), <Id key="">{event.event_id}</Id>],
              [
                t('staff.webhooks.type'),
                <code key="" className="font-mono text-sm">
                  {event.type}
                </code>,
              ],
              [
                t('inquiry.event.signature'),
                <Badge key="" mood="good">
                  {t('inquiry.event.signature.good')}
                </Badge>,
              ],
              [t('staff.webhooks.outcome'), event.outcome && word('staff.webhook.outcome', event.outcome)],
              [t('inquiry.event.session'), event.session_ref && <Id key="">{event.session_ref}</Id>],
              [t('console.when'), <Moment key="" value={event.received_at} />],
              [t('inquiry.event.processed'), <Moment key="" value={event.processed_at} />],
              [t('staff.jobs.attempts'), event.attempts],
              event.next_attempt_at !== null && [
                t('staff.payouts.next_check'),
                <Moment key="" value={event.next_attempt_at} />,
              ],
            ]}
          />
          {may(me, 'payments.replay') && event.body !== null && (
            <Row className="items-start">
              <Act
                act="replay"
                label={t('staff.webhooks.replay')}
                confirm={t('staff.webhooks.replay.confirm')}
                text={t('staff.webhooks.replay.text')}
                reason
                refused={actionData}
              />
            </Row>
          )}
        </Card>
      </Stack>
      {story && <StoryTold story={story} />}
      <Section title={t('inquiry.event.body')}>
        {event.body === null ? (
          <p className="text-soft">{t('inquiry.event.gone')}</p>
        ) : (
          <pre
            tabIndex={0}
            aria-label={t('inquiry.event.body')}
            className="max-h-128 overflow-auto rounded-control bg-sunken p-4 font-mono text-sm whitespace-pre-wrap break-words"
          >
            {event.body}
          </pre>
        )}
      </Section>
    </ConsolePage>
  )
}
