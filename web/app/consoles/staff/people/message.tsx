/** One message: to whom, on which way, whether it went out, and what it said. Reading it is on record. */
import { api } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Card, Stack } from '../../../ui/layout.tsx'
import { ConsolePage } from '../../page.tsx'
import { Facts, Id, Moment, Section, Status, useWord } from '../../parts.tsx'
import { MoneyNow, storyOf, StoryTold } from '../inquiry/story.tsx'
import type { Route } from './+types/message'

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const [message, story] = await Promise.all([
    api(context).GET('/api/messages/{id}', { params: { path: { id } } }),
    storyOf(context, id, 2),
  ])
  return { message: need(context, message), story: story ?? null }
}

export default function Message({ loaderData: { message, story } }: Route.ComponentProps) {
  const { t } = usePage()
  const word = useWord()
  return (
    <ConsolePage
      title={capital(word('staff.message', message.message_key))}
      back={{ to: '/staff/search', label: t('inquiry.title') }}
      lead={<Status value={message.status} />}
    >
      <Stack gap={6}>
        {story && <MoneyNow thing={story.about} />}
        <Card>
          <Facts
            facts={[
              [t('console.id'), <Id key="">{message.id}</Id>],
              [t('inquiry.message.to'), message.to && <bdi dir="ltr">{message.to}</bdi>],
              [t('inquiry.message.channel'), t(`inquiry.message.channel.${message.channel}`)],
              [
                t('inquiry.message.template'),
                <code key="" className="font-mono text-sm">
                  {message.message_key}
                </code>,
              ],
              [t('console.when'), <Moment key="" value={message.sent_at ?? message.created_at} />],
              [t('inquiry.message.attempts'), message.attempts],
              message.error !== null && [t('inquiry.message.error'), message.error],
            ]}
          />
        </Card>
        <Section title={t('inquiry.message.text')}>
          {message.body === null ? (
            <p className="text-soft">{t(message.secret ? 'inquiry.message.secret' : 'inquiry.message.gone')}</p>
          ) : (
            <blockquote className="rounded-card border border-line bg-surface p-5 wrap-anywhere whitespace-pre-line">
              {message.subject && <p className="font-semibold">{message.subject}</p>}
              {message.body}
            </blockquote>
          )}
          <p className="text-sm text-soft">{t('inquiry.message.record')}</p>
        </Section>
      </Stack>
      {story && <StoryTold story={story} />}
    </ConsolePage>
  )
}

/** Names of messages stand inside sentences elsewhere; a title begins with a capital. */
function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1)
}
