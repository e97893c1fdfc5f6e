/** Every conversation of a child with the tutor, the latest first. */
import { api } from '../../context.ts'
import { need } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Head } from '../../ui/head.tsx'
import { Column, PageTitle, Stack } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Pagination } from '../../ui/table.tsx'
import { DateText } from '../../ui/values.tsx'
import type { Route } from './+types/conversations'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const cursor = url.searchParams.get('cursor')
  const query = cursor ? { cursor } : {}
  const path = { id: params.id }
  return need(context, await api(context).GET('/api/learners/{id}/conversations', { params: { path, query } }))
}

export default function Conversations({ loaderData: { items, next_cursor }, params: { id } }: Route.ComponentProps) {
  const { t } = usePage()
  return (
    <Column width="text">
      <Head title={t('child.talks')} index={false} />
      <PageTitle title={t('child.talks')} lead={t('child.talks.text')} />
      <Stack gap={6}>
        {items.length === 0 && <EmptyState title={t('child.talks.none')} />}
        <ul className="flex flex-col gap-3">
          {items.map(({ id: conversation, last_at, exchanges }) => (
            <li key={conversation}>
              <a
                href={`/guardian/children/${id}/conversations/${conversation}`}
                className="flex min-h-13 flex-wrap items-center justify-between gap-3 rounded-card border border-line bg-surface px-5 py-3 hover:bg-sunken"
              >
                <DateText value={last_at} style="moment" />
                <span className="text-soft">{t('child.talks.count', { count: Number(exchanges) })}</span>
              </a>
            </li>
          ))}
        </ul>
        <Pagination next={next_cursor} />
        <ButtonLink to={`/guardian/children/${id}`} tone="secondary" wide>
          {t('child.back')}
        </ButtonLink>
      </Stack>
    </Column>
  )
}
