/** The job queue: what waits, what was given up, and another try. */
import { api, page } from '../../../context.ts'
import { need, readForm } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Badge, EmptyState } from '../../../ui/states.tsx'
import { Pagination } from '../../../ui/table.tsx'
import { acted, listQuery } from '../../acts.ts'
import { may, useMe } from '../../me.tsx'
import { ConsolePage } from '../../page.tsx'
import { Act, Filter, Filters, Json, Moment } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import type { Route } from './+types/jobs'

export async function loader({ context }: Route.LoaderArgs) {
  const { cursor, show } = listQuery(context, 'show')
  const query = { ...(cursor ? { cursor } : {}), ...(show === 'failed' ? { failed: true } : {}) }
  return need(context, await api(context).GET('/api/operations/jobs', { params: { query } }))
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const result = await api(context).POST('/api/operations/jobs/{id}/retry', {
    params: { path: { id: form.text('job') } },
    headers: form.headers,
    body: { reason: form.text('reason') },
  })
  const { pathname, searchParams } = page(context).url
  const to = searchParams.get('show') === 'failed' ? `${pathname}?show=failed` : pathname
  return acted(context, form, result, 'job_retried', to)
}

export default function Jobs({ loaderData: { items, next_cursor }, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  const me = useMe()
  return (
    <ConsolePage title={t('staff.jobs.title')} lead={t('staff.jobs.lead')}>
      <Filters>
        <Filter
          name="show"
          label={t('staff.jobs.show')}
          options={[{ value: 'failed', label: t('staff.jobs.failed') }]}
        />
      </Filters>
      <Table
        caption={t('staff.jobs.title')}
        rows={items}
        rowKey={(job) => job.id}
        empty={<EmptyState title={t('staff.jobs.empty')} />}
        columns={[
          { title: t('staff.jobs.task'), cell: (job) => <code className="font-mono text-sm">{job.task}</code> },
          {
            title: t('console.state'),
            cell: (job) =>
              job.given_up ? (
                <Badge mood="bad">{t('staff.jobs.given_up')}</Badge>
              ) : job.running ? (
                <Badge mood="info">{t('staff.jobs.running')}</Badge>
              ) : job.attempts > 0 ? (
                <Badge mood="festive">{t('staff.jobs.retrying')}</Badge>
              ) : (
                <Badge>{t('staff.jobs.waiting')}</Badge>
              ),
          },
          { title: t('staff.jobs.run_at'), cell: (job) => <Moment value={job.run_at} /> },
          { title: t('staff.jobs.attempts'), cell: (job) => `${job.attempts} / ${job.max_attempts}`, end: true },
          {
            title: t('staff.jobs.error'),
            cell: (job) => (
              <div className="min-w-60">
                {job.last_error && <p className="break-words">{job.last_error.slice(0, 400)}</p>}
                <details>
                  <summary className="link cursor-pointer">{t('staff.jobs.payload')}</summary>
                  <Json value={job.payload} />
                </details>
              </div>
            ),
          },
          {
            title: t('console.act'),
            cell: (job) =>
              may(me, 'operations.manage') && job.attempts > 0 && !job.running ? (
                <Act
                  act="retry"
                  hidden={{ job: job.id }}
                  label={t('staff.jobs.retry')}
                  confirm={t('staff.jobs.retry.confirm')}
                  reason
                  refused={actionData}
                />
              ) : (
                '–'
              ),
          },
        ]}
      />
      <Pagination next={next_cursor} />
    </ConsolePage>
  )
}
