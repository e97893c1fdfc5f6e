/** One person's consents: how it stands with each purpose, the whole chain of decisions, and whether it is as it was signed. */
import { Link } from 'react-router'
import { api, page } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { Badge, EmptyState, Notice, type Mood } from '../../../ui/states.tsx'
import { Pagination } from '../../../ui/table.tsx'
import { pageAsked } from '../../acts.ts'
import { ConsolePage } from '../../page.tsx'
import { Id, Moment, Section, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import type { Route } from './+types/chain'

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const client = api(context)
  const path = { id }
  const wanted = page(context).url.searchParams.has('verify')
  const [standing, records, checked] = await Promise.all([
    client.GET('/api/learners/{id}/consents', { params: { path } }),
    client.GET('/api/learners/{id}/consents/records', { params: { path, query: pageAsked(context) } }),
    wanted ? client.GET('/api/learners/{id}/consents/verification', { params: { path } }) : undefined,
  ])
  return {
    id,
    standing: need(context, standing).items,
    records: need(context, records),
    checked: checked && need(context, checked),
  }
}

const moods: Record<string, Mood> = {
  given: 'good',
  refused: 'bad',
  outdated: 'festive',
  open: 'plain',
  withdrawn: 'bad',
}

export default function Chain({ loaderData: { id, standing, records, checked } }: Route.ComponentProps) {
  const { t, number, now, digitsIn } = usePage()
  const word = useWord()
  return (
    <ConsolePage
      title={t('staff.consent.title')}
      lead={<Id to={`/staff/users/${id}`}>{id}</Id>}
      back={{ to: '/staff/consents', label: t('staff.consents.title') }}
      aside={
        <ButtonLink to="?verify=now" tone="secondary">
          {t('staff.consent.verify')}
        </ButtonLink>
      }
    >
      {checked && (
        <div className="pb-4">
          {checked.findings.length === 0 ? (
            <Notice mood="good" title={t('staff.consent.intact')}>
              {t('staff.consent.intact.text', { count: checked.records, number: number(checked.records) })}{' '}
              <Moment value={now} />
            </Notice>
          ) : (
            <Notice mood="bad" title={t('staff.consent.broken')}>
              <ul>
                {checked.findings.map(({ seq, problem }) => (
                  <li key={`${seq} ${problem}`}>
                    {t('staff.consent.finding', { seq: number(seq), problem: word('staff.consent.problem', problem) })}
                  </li>
                ))}
              </ul>
            </Notice>
          )}
        </div>
      )}
      <Section title={t('staff.consent.standing')}>
        <Table
          caption={t('staff.consent.standing')}
          rows={standing}
          rowKey={(row) => row.purpose}
          empty={null}
          columns={[
            {
              title: t('staff.consents.purposes'),
              cell: (row) => <strong>{word('staff.purpose_of', row.purpose)}</strong>,
            },
            {
              title: t('staff.consent.permitted'),
              cell: (row) => (
                <span className="flex flex-wrap gap-1">
                  <Badge mood={row.permitted ? 'good' : 'bad'}>
                    {t(row.permitted ? 'staff.consent.permitted.yes' : 'staff.consent.permitted.no')}
                  </Badge>
                  {row.grace && <Badge mood="festive">{t('staff.consent.grace')}</Badge>}
                </span>
              ),
            },
            { title: t('staff.consent.decides'), cell: (row) => word('staff.consent.decides', row.decides) },
            {
              title: t('staff.consent.deciders'),
              cell: (row) =>
                row.deciders.length === 0 ? (
                  '–'
                ) : (
                  <ul className="flex flex-col gap-1">
                    {row.deciders.map((decider) => (
                      <li key={decider.user_id} className="flex flex-wrap items-center gap-2">
                        <Link to={`/staff/users/${decider.user_id}`} className="link font-mono text-sm">
                          …{decider.user_id.slice(-6)}
                        </Link>
                        <Badge mood={moods[decider.standing] ?? 'plain'}>
                          {word('staff.consent.standing', decider.standing)}
                        </Badge>
                      </li>
                    ))}
                  </ul>
                ),
            },
          ]}
        />
      </Section>
      <Section title={t('staff.consent.records')}>
        <Table
          caption={t('staff.consent.records')}
          rows={records.items}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('staff.consent.records.empty')} text={t('staff.consent.records.empty.text')} />}
          columns={[
            { title: t('staff.consent.seq'), cell: (row) => number(row.seq), end: true },
            { title: t('console.when'), cell: (row) => <Moment value={row.at} /> },
            { title: t('staff.consents.purposes'), cell: (row) => word('staff.purpose_of', row.purpose) },
            {
              title: t('staff.consent.decision'),
              cell: (row) => (
                <Badge mood={moods[row.decision] ?? 'plain'}>{word('staff.consent.decision', row.decision)}</Badge>
              ),
            },
            {
              title: t('staff.consent.by'),
              cell: (row) => (
                <span>
                  {word('staff.consent.as', row.decided_as)}{' '}
                  <Link to={`/staff/users/${row.decided_by}`} className="link font-mono text-sm">
                    …{row.decided_by.slice(-6)}
                  </Link>
                </span>
              ),
            },
            { title: t('staff.consent.method'), cell: (row) => word('staff.consent.method', row.method) },
            {
              title: t('staff.consent.text'),
              cell: (row) => (row.version === null ? '–' : <bdi>{digitsIn(row.version)}</bdi>),
            },
            {
              title: t('staff.consent.hash'),
              cell: (row) => (
                <code dir="ltr" className="font-mono text-sm" title={row.hash}>
                  {row.hash.slice(0, 12)}…
                </code>
              ),
            },
          ]}
        />
        <Pagination next={records.next_cursor} />
      </Section>
    </ConsolePage>
  )
}
