/** A person's exports: how far each is, the way to its file, and where lists send what is to be exported. */
import { api } from '../../../context.ts'
import { need, readForm } from '../../../forms.ts'
import live from '../../../islands/live.ts?worker&url'
import { usePage } from '../../../page.tsx'
import { Button } from '../../../ui/button.tsx'
import { IdempotencyKey } from '../../../ui/form.tsx'
import { Island } from '../../../ui/island.tsx'
import { Badge, EmptyState, Notice, type Mood } from '../../../ui/states.tsx'
import { Pagination } from '../../../ui/table.tsx'
import { DateText } from '../../../ui/values.tsx'
import { acted, pageAsked } from '../../acts.ts'
import { ConsolePage } from '../../page.tsx'
import { Moment, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import type { Route } from './+types/exports'

export async function loader({ context }: Route.LoaderArgs) {
  return need(context, await api(context).GET('/api/exports', { params: { query: pageAsked(context) } }))
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const { headers } = form
  if (form.text('act') === 'cancel') {
    const params = { path: { id: form.text('export') } }
    const result = await api(context).POST('/api/exports/{id}/cancellation', { params, headers })
    return acted(context, form, result, 'export_cancelled')
  }
  const query = Object.fromEntries(new URLSearchParams(form.text('query')))
  const result = await api(context).POST('/api/exports', { headers, body: { list: form.text('list'), query } })
  return acted(context, form, result, 'export_started')
}

const moods = { running: 'info', done: 'good', cancelled: 'plain', stopped: 'bad' } as const satisfies Record<
  string,
  Mood
>

export default function Exports({ loaderData: { items, next_cursor }, actionData }: Route.ComponentProps) {
  const { t, number } = usePage()
  const word = useWord()
  const running = items.some((it) => it.state === 'running')
  return (
    <ConsolePage title={t('exports.title')} lead={t('exports.lead')}>
      {actionData && (
        <div className="pb-4">
          <Notice mood="bad" title={actionData.problem.title}>
            {actionData.problem.detail}
          </Notice>
        </div>
      )}
      <div id="exports" {...(running ? { 'data-live': '2' } : {})}>
        <Table
          caption={t('exports.title')}
          rows={items}
          rowKey={(it) => it.id}
          empty={<EmptyState title={t('exports.empty')} text={t('exports.empty.text')} />}
          columns={[
            { title: t('console.when'), cell: (it) => <Moment value={it.requested_at} /> },
            {
              title: t('views.list'),
              cell: (it) => (
                <>
                  <strong>{word('list.of', it.list.split('/').at(-1) ?? '')}</strong>
                  <Filters query={it.query} />
                </>
              ),
            },
            {
              title: t('console.state'),
              cell: (it) => <Badge mood={moods[it.state]}>{t(`exports.state.${it.state}`)}</Badge>,
            },
            {
              title: t('exports.rows'),
              end: true,
              cell: (it) => (
                <>
                  {number(it.row_count)}
                  {it.truncated && <p className="text-sm text-bad">{t('exports.truncated')}</p>}
                </>
              ),
            },
            {
              title: t('exports.file'),
              cell: (it) => {
                if (it.state === 'done')
                  return (
                    <>
                      <a
                        href={`/api/exports/${it.id}/file`}
                        download
                        className="link inline-flex min-h-11 items-center font-semibold"
                      >
                        {t('exports.download')}
                      </a>
                      <p className="text-sm text-soft">
                        {t.rich('exports.kept', { day: <DateText value={it.kept_until} style="date" /> })}
                      </p>
                    </>
                  )
                if (it.state === 'stopped') return word('exports.reason', it.reason ?? '')
                if (it.state === 'cancelled') return '–'
                return (
                  <form method="post" className="flex flex-wrap items-center gap-3">
                    <IdempotencyKey />
                    <input type="hidden" name="act" value="cancel" />
                    <input type="hidden" name="export" value={it.id} />
                    <progress className="bar w-32!" aria-label={t('exports.state.running')} />
                    <Button tone="quiet" className="min-h-11! px-2!">
                      {t('exports.cancel')}
                    </Button>
                  </form>
                )
              },
            },
          ]}
        />
      </div>
      <Pagination next={next_cursor} />
      <Island src={live} />
    </ConsolePage>
  )
}

/** What the list was narrowed to. */
function Filters({ query }: { query: Readonly<Record<string, string>> }) {
  const { t } = usePage()
  const asked = Object.entries(query)
  return (
    <p className="text-sm break-words text-soft">
      {asked.length === 0 ? t('exports.everything') : asked.map(([name, value]) => `${name} = ${value}`).join(', ')}
    </p>
  )
}
