/** The job queue: what failed first, by kind, each or all of a kind to be tried again; then all that waits. */
import { api, page } from '../../../context.ts'
import { need, readForm } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Badge, EmptyState } from '../../../ui/states.tsx'
import { Pagination } from '../../../ui/table.tsx'
import { acted, choiceAsked, pageAsked } from '../../acts.ts'
import { ListTools } from '../../lists.tsx'
import { may, useMe } from '../../me.tsx'
import { ConsolePage } from '../../page.tsx'
import { Act, Filter, Filters, Json, Moment } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import type { Route } from './+types/jobs'

/** Failures looked at to say which kinds there are. */
const FAILED_SHOWN = 100

export async function loader({ context }: Route.LoaderArgs) {
  const { show } = choiceAsked(context, 'show', ['failed'])
  const query = { ...pageAsked(context), ...(show === 'failed' ? { failed: true } : {}) }
  const [list, failed] = await Promise.all([
    api(context).GET('/api/operations/jobs', { params: { query } }),
    api(context).GET('/api/operations/jobs', { params: { query: { failed: true, limit: FAILED_SHOWN } } }),
  ])
  return { query, ...need(context, list), failed: need(context, failed) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  if (form.text('act') === 'retry_task') {
    const body = { task: form.text('task'), reason: form.text('reason') }
    const all = await api(context).POST('/api/operations/jobs/retry', { headers: form.headers, body })
    return acted(context, form, all, 'jobs_retried')
  }
  const result = await api(context).POST('/api/operations/jobs/{id}/retry', {
    params: { path: { id: form.text('job') } },
    headers: form.headers,
    body: { reason: form.text('reason') },
  })
  const { pathname, searchParams } = page(context).url
  const to = searchParams.get('show') === 'failed' ? `${pathname}?show=failed` : pathname
  return acted(context, form, result, 'job_retried', to)
}

export default function Jobs({ loaderData: { query, items, next_cursor, failed }, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  const me = useMe()
  const kinds = Map.groupBy(failed.items, (job) => job.task)
  return (
    <ConsolePage title={t('staff.jobs.title')} lead={t('staff.jobs.lead')}>
      {kinds.size > 0 && (
        <section
          aria-labelledby="failures"
          className="mb-6 flex flex-col gap-3 rounded-card border border-bad bg-surface p-4"
        >
          <h2 id="failures" className="text-xl">
            {t('staff.jobs.failures', {
              count: failed.items.length,
              more: failed.next_cursor === null ? 'no' : 'yes',
            })}
          </h2>
          <ul className="flex flex-col gap-2">
            {[...kinds].map(([task, jobs]) => (
              <li key={task} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
                <div className="min-w-0 flex-1">
                  <code className="font-mono text-sm">{task}</code> <Badge mood="bad">{jobs.length}</Badge>
                  <p className="text-sm break-words text-soft">{jobs[0]?.last_error?.slice(0, 160)}</p>
                </div>
                {may(me, 'operations.manage') && (
                  <Act
                    act="retry_task"
                    hidden={{ task }}
                    label={t('staff.jobs.retry_all')}
                    confirm={t('staff.jobs.retry.confirm')}
                    text={t('staff.jobs.retry_all.text', { task })}
                    reason
                    refused={actionData}
                  />
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Filters>
        <Filter
          name="show"
          label={t('staff.jobs.show')}
          options={[{ value: 'failed', label: t('staff.jobs.failed') }]}
        />
      </Filters>
      <ListTools list="/operations/jobs" query={query} shown={items.length} more={next_cursor !== null} />
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
