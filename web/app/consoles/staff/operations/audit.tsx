/** Who did what to what, when and why: newest first. */
import { api } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { wordsOf } from '../../../i18n.ts'
import { usePage } from '../../../page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { Pagination } from '../../../ui/table.tsx'
import { BY_TIME, choiceAsked, daysAsked, listQuery, pageAsked } from '../../acts.ts'
import { DayFilters, ListTools, SortFilter } from '../../lists.tsx'
import { ConsolePage } from '../../page.tsx'
import { Filter, Filters, Id, Json, Moment, useReason, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import type { Route } from './+types/audit'

const ACT = 'story.act.'

/** Every act that has a word, by its word. */
function actsOf(words: Readonly<Record<string, string>>, locale: string) {
  return Object.entries(words)
    .filter(([key]) => key.startsWith(ACT))
    .map(([key, label]) => ({ value: key.slice(ACT.length), label }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale))
}

export async function loader({ context }: Route.LoaderArgs) {
  const query = {
    ...listQuery(context, 'action', 'subject_id', 'actor_id', 'request_id'),
    ...pageAsked(context),
    ...choiceAsked(context, 'sort', BY_TIME),
    ...daysAsked(context),
  }
  return { query, ...need(context, await api(context).GET('/api/audit', { params: { query } })) }
}

export default function Audit({ loaderData: { query, items, next_cursor } }: Route.ComponentProps) {
  const { t, product, locale } = usePage()
  const word = useWord()
  const reasonIn = useReason()
  const acts = actsOf(wordsOf(product, locale), locale)
  return (
    <ConsolePage title={t('staff.audit.title')} lead={t('staff.audit.lead')}>
      <Filters>
        <Filter name="action" label={t('staff.audit.action')} options={acts} />
        <Filter name="subject_id" label={t('staff.audit.subject')} />
        <Filter name="actor_id" label={t('staff.audit.actor')} />
        <Filter name="request_id" label={t('staff.audit.request')} />
        <DayFilters />
        <SortFilter orders={BY_TIME} />
      </Filters>
      <ListTools list="/audit" query={query} shown={items.length} more={next_cursor !== null} />
      <Table
        caption={t('staff.audit.title')}
        rows={items}
        rowKey={(record) => record.id}
        empty={<EmptyState title={t('staff.audit.empty')} />}
        columns={[
          {
            title: t('console.when'),
            cell: (record) => <Moment value={record.recorded_at} />,
            sort: { descending: 'newest', ascending: 'oldest' },
          },
          {
            title: t('staff.audit.action'),
            cell: (record) => (
              <>
                <strong title={record.action}>{word('story.act', record.action)}</strong>
                {record.reason && <p className="min-w-40">« {reasonIn(record.reason)} »</p>}
              </>
            ),
          },
          {
            title: t('staff.audit.subject'),
            cell: (record) => (
              <>
                {word('inquiry.kind', record.subject_type)}
                <br />
                <Id short to={`?subject_id=${record.subject_id}`}>
                  {record.subject_id}
                </Id>
              </>
            ),
          },
          {
            title: t('staff.audit.actor'),
            cell: (record) => (
              <>
                {/* The machine acts under the name of a task, which tells only its makers something. */}
                <span title={record.actor_name ?? undefined}>{word('staff.audit.actor', record.actor_kind)}</span>
                <br />
                {record.actor_id && (
                  <Id short to={`?actor_id=${record.actor_id}`}>
                    {record.actor_id}
                  </Id>
                )}
              </>
            ),
          },
          {
            title: t('staff.audit.change'),
            cell: (record) =>
              record.before || record.after ? (
                <details>
                  <summary className="link cursor-pointer">{t('staff.audit.show')}</summary>
                  <p className="text-sm text-soft">{t('staff.audit.before')}</p>
                  <Json value={record.before} />
                  <p className="text-sm text-soft">{t('staff.audit.after')}</p>
                  <Json value={record.after} />
                </details>
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
