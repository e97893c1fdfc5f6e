/** What would have gone out by SMS and e-mail, grouped by whom it was for, codes first. Nothing leaves in development. */
import { api, page } from '../../context.ts'
import { need, notFound } from '../../forms.ts'
import copy from '../../islands/copy.ts?worker&url'
import live from '../../islands/live.ts?worker&url'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Head } from '../../ui/head.tsx'
import { Island } from '../../ui/island.tsx'
import { Card, PageTitle, Row, Stack } from '../../ui/layout.tsx'
import { Badge, EmptyState } from '../../ui/states.tsx'
import { DateText } from '../../ui/values.tsx'
import type { Route } from './+types/outbox'
import { codeOf, groupByAddress, matchesAddress, partsOf } from './reading.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const { development, url } = page(context)
  if (!development) notFound()
  const { items } = need(context, await api(context).GET('/api/dev/outbox', {}))
  const address = url.searchParams.get('address')?.trim() ?? ''
  return { address, groups: groupByAddress(items.filter((item) => matchesAddress(item.address, address))) }
}

type Group = Route.ComponentProps['loaderData']['groups'][number]
type Message = Group['messages'][number]

export default function Outbox({ loaderData: { address, groups } }: Route.ComponentProps) {
  const { t } = usePage()
  return (
    <>
      <Head title={t('dev.outbox.title')} index={false} />
      <PageTitle title={t('dev.outbox.title')} lead={t('dev.outbox.lead')} />
      <Stack gap={6}>
        <form method="get" className="flex flex-wrap items-end gap-3">
          <label className="flex min-w-0 flex-1 basis-60 flex-col gap-1.5 font-semibold sm:max-w-sm">
            {t('dev.outbox.filter')}
            <input
              type="search"
              name="address"
              defaultValue={address}
              placeholder="77 123 45 67"
              className="control font-normal"
            />
          </label>
          <Row>
            <Button tone="secondary">{t('dev.outbox.filter.act')}</Button>
            {address && (
              <ButtonLink tone="quiet" to="/dev/outbox">
                {t('dev.outbox.filter.clear')}
              </ButtonLink>
            )}
          </Row>
        </form>
        <div id="outbox" data-live="3">
          {groups.length === 0 ? (
            <EmptyState
              title={t('dev.outbox.empty')}
              text={address ? t('dev.outbox.empty.filtered', { address }) : t('dev.outbox.empty.text')}
            />
          ) : (
            <Stack gap={4}>
              {groups.map((group) => (
                <Letters key={group.address} group={group} />
              ))}
            </Stack>
          )}
        </div>
      </Stack>
      <Island src={live} />
      <Island src={copy} />
    </>
  )
}

function Letters({ group }: { group: Group }) {
  const { t, phone } = usePage()
  return (
    <Card>
      <Row className="justify-between">
        <h2 className="text-xl break-all">
          <bdi dir="ltr">{phone(group.address)}</bdi>
        </h2>
        <span className="text-sm text-soft">{t('dev.outbox.count', { count: group.messages.length })}</span>
      </Row>
      <ol className="flex flex-col divide-y divide-line">
        {group.messages.map((message) => (
          <li key={message.id} className="flex flex-col gap-2 py-3 last:pb-0">
            <Letter message={message} />
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Letter({ message }: { message: Message }) {
  const { t } = usePage()
  const code = codeOf(message.body)
  return (
    <>
      <Row gap={2} className="text-sm text-soft">
        <DateText value={message.created_at} style="moment" />
        <Badge>{message.channel}</Badge>
        <Badge mood={message.status === 'sent' ? 'good' : message.status === 'failed' ? 'bad' : 'plain'}>
          {message.status}
        </Badge>
        <code className="font-mono">{message.message_key}</code>
      </Row>
      {code && (
        <Row>
          <span className="sr-only">{t('dev.outbox.code')}</span>
          <code
            data-code
            className="rounded-control bg-festive-wash px-4 py-1 font-mono text-3xl font-bold tracking-[0.2em] tabular-nums select-all"
          >
            {code}
          </code>
          <Button
            type="button"
            tone="secondary"
            className="noscript:hidden"
            data-copies={code}
            data-copied={t('dev.outbox.copied')}
          >
            {t('dev.outbox.copy')}
          </Button>
        </Row>
      )}
      {message.subject && <p className="font-semibold">{message.subject}</p>}
      <p className="break-words whitespace-pre-wrap">
        {partsOf(message.body).map((part, position) =>
          part.href ? (
            <a key={position} href={part.href} className="link break-all">
              {part.text}
            </a>
          ) : (
            part.text
          ),
        )}
      </p>
    </>
  )
}
