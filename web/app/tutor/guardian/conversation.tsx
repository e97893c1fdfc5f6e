/** One conversation of a child with the tutor, as it was written. */
import { api } from '../../context.ts'
import { need } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Head } from '../../ui/head.tsx'
import { Column, PageTitle, Stack } from '../../ui/layout.tsx'
import { Badge } from '../../ui/states.tsx'
import { Pagination } from '../../ui/table.tsx'
import { DateText } from '../../ui/values.tsx'
import { Maths } from '../learner/maths.tsx'
import type { Route } from './+types/conversation'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const cursor = url.searchParams.get('cursor')
  const path = { id: params.id, conversation_id: params.conversation }
  const query = cursor ? { cursor } : {}
  return need(
    context,
    await api(context).GET('/api/learners/{id}/conversations/{conversation_id}', { params: { path, query } }),
  )
}

export default function Conversation({ loaderData: { items, next_cursor }, params: { id } }: Route.ComponentProps) {
  const { t, date } = usePage()
  const title = t('child.talk', { date: items[0] ? date(items[0].asked_at, 'date') : '' })
  return (
    <Column width="text">
      <Head title={title} index={false} />
      <PageTitle title={title} />
      <ol className="flex flex-col gap-6">
        {items.map(({ id: exchange, asked_at, question, answer, helper, state }) => (
          <li key={exchange} className="flex flex-col gap-2">
            <div className="me-8 rounded-card bg-accent-wash p-4">
              <p className="text-sm text-soft">
                {t('child.talk.child')} · <DateText value={asked_at} style="time" />
              </p>
              <p dir="auto" className="break-words whitespace-pre-line">
                {question}
              </p>
            </div>
            <div className="ms-8 rounded-card border border-line bg-surface p-4">
              <p className="flex flex-wrap items-center gap-2 text-sm text-soft">
                {t(`child.talk.${helper}`)}
                {state !== 'answered' && <Badge>{t(`child.talk.${state}`)}</Badge>}
              </p>
              <p dir="auto" className="break-words whitespace-pre-line">
                <Maths text={answer} />
              </p>
            </div>
          </li>
        ))}
      </ol>
      <Stack gap={6} className="pt-6">
        <Pagination next={next_cursor} />
        <ButtonLink to={`/guardian/children/${id}/conversations`} tone="secondary" wide>
          {t('child.talks.all')}
        </ButtonLink>
      </Stack>
    </Column>
  )
}
