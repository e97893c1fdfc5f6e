/** What was changed about a pot, when and by whom; the last change can be put back. */
import { Link } from 'react-router'
import { api } from '../../../context.ts'
import { need, problemOf, readForm, refused, seeOther } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Head } from '../../../ui/head.tsx'
import { Column, PageTitle, Stack } from '../../../ui/layout.tsx'
import { EmptyState, Notice } from '../../../ui/states.tsx'
import { Pagination } from '../../../ui/table.tsx'
import { DateText } from '../../../ui/values.tsx'
import { Fact, factsIn, useFactLabel } from './facts.tsx'
import type { Route } from './+types/history'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const client = api(context)
  const path = { id: params.id }
  const cursor = url.searchParams.get('cursor')
  const [pot, changes] = await Promise.all([
    client.GET('/api/pots/{id}', { params: { path } }),
    client.GET('/api/pots/{id}/changes', { params: { path, query: cursor ? { cursor } : {} } }),
  ])
  return { pot: need(context, pot), changes: need(context, changes) }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await readForm(request)
  const result = await api(context).POST('/api/pots/{id}/undo', {
    params: { path: { id: params.id } },
    headers: form.headers,
    body: { revision: Number(form.text('revision')) || 1 },
  })
  return result.data ? seeOther(`/pots/${params.id}/history?done=undone`) : refused(form, problemOf(result))
}

export default function History({ loaderData: { pot, changes }, actionData, params }: Route.ComponentProps) {
  const { t, url } = usePage()
  const label = useFactLabel()
  const keeps = pot.role !== 'staff' && pot.ended_at === null
  return (
    <Column width="text">
      <Head title={t('history.title')} index={false} />
      <PageTitle
        title={t('history.title')}
        lead={
          <Link className="link inline-block py-1" to={`/pots/${params.id}`}>
            {pot.title}
          </Link>
        }
      />
      <Stack gap={6}>
        {!actionData && url.searchParams.get('done') === 'undone' && <Notice mood="good" title={t('history.undone')} />}
        {changes.items.length === 0 ? (
          <EmptyState title={t('history.empty')} text={t('history.empty.text')}>
            {keeps && <ButtonLink to={`/pots/${params.id}/edit`}>{t('mine.edit')}</ButtonLink>}
          </EmptyState>
        ) : (
          <ol className="flex flex-col gap-4">
            {changes.items.map((change) => (
              <li
                key={change.revision}
                className="flex flex-col gap-3 rounded-card border border-line bg-surface p-4 shadow-card sm:p-5"
              >
                <p className="font-semibold">
                  {t.rich(change.mine ? 'history.by_me_at' : `history.by_${change.role}_at`, {
                    at: <DateText value={change.at} style="moment" />,
                  })}
                  {change.undoes !== null && <span className="font-normal text-soft"> {t('history.put_back')}</span>}
                </p>
                <ul className="flex flex-col gap-3">
                  {factsIn(change.after).map((field) => (
                    <li key={field} className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
                      <span className="text-sm text-soft sm:col-span-2">{label(field)}</span>
                      <del className="text-soft">
                        <span className="sr-only">{t('history.before')}: </span>
                        <Fact field={field} value={change.before[field]} pack={pot.pack} />
                      </del>
                      <ins className="font-semibold no-underline">
                        <span className="sr-only">{t('history.after')}: </span>
                        <Fact field={field} value={change.after[field]} pack={pot.pack} />
                      </ins>
                    </li>
                  ))}
                </ul>
                {keeps && change.revision === pot.revision && (
                  <Form refused={actionData}>
                    <input type="hidden" name="revision" value={change.revision} />
                    <Button tone="secondary" className="max-sm:w-full sm:self-start">
                      {t('history.undo')}
                    </Button>
                  </Form>
                )}
              </li>
            ))}
          </ol>
        )}
        <Pagination next={changes.next_cursor} />
        <ButtonLink to={`/pots/${params.id}`} tone="quiet">
          {t('history.back')}
        </ButtonLink>
      </Stack>
    </Column>
  )
}
