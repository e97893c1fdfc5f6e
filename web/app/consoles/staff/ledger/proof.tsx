/** Is the ledger right? The latest proof: when, what was compared, what does not agree; and those before it. */
import { api } from '../../../context.ts'
import { need, readForm } from '../../../forms.ts'
import live from '../../../islands/live.ts?worker&url'
import { usePage } from '../../../page.tsx'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Island } from '../../../ui/island.tsx'
import { Card } from '../../../ui/layout.tsx'
import { Badge, EmptyState, Notice } from '../../../ui/states.tsx'
import { Pagination } from '../../../ui/table.tsx'
import { DateText } from '../../../ui/values.tsx'
import { acted, pageAsked } from '../../acts.ts'
import { ConsolePage } from '../../page.tsx'
import { Facts, Id, Moment, Section, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import type { Route } from './+types/proof'

export async function loader({ context }: Route.LoaderArgs) {
  const [latest, earlier] = await Promise.all([
    api(context).GET('/api/ledger/proof'),
    api(context).GET('/api/ledger/proofs', { params: { query: pageAsked(context) } }),
  ])
  // The API answers null before the first proof.
  const proof = latest.response.ok ? (latest.data ?? null) : need(context, latest)
  return { proof, earlier: need(context, earlier) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  return acted(context, form, await api(context).POST('/api/ledger/proof', { headers: form.headers }), 'proof_started')
}

export default function Proof({ loaderData: { proof, earlier }, actionData }: Route.ComponentProps) {
  const { t, number } = usePage()
  const word = useWord()
  return (
    <ConsolePage title={t('staff.proof.title')} lead={t('staff.proof.lead')}>
      <Form refused={actionData} className="items-start pb-4">
        <Button>{t('staff.proof.run')}</Button>
      </Form>
      <div id="proof" data-live="3" className="flex flex-col gap-6">
        {!proof && <EmptyState title={t('staff.proof.none')} text={t('staff.proof.none.text')} />}
        {proof && (
          <>
            {proof.passed ? (
              <Notice mood="good" title={t('staff.proof.passed')}>
                {t('staff.proof.passed.text')}
              </Notice>
            ) : (
              <Notice mood="bad" title={t('staff.proof.failed', { count: proof.discrepancies.length })}>
                {t('staff.proof.failed.text')}
              </Notice>
            )}
            <Card>
              <Facts
                facts={[
                  [
                    t('staff.proof.finished'),
                    <span key="">
                      <DateText value={proof.finished_at} style="short" />{' '}
                      <DateText value={proof.finished_at} style="second" className="text-soft" />
                    </span>,
                  ],
                  [t('staff.proof.scope'), word('staff.proof.scope', proof.scope)],
                  [t('staff.proof.cut_off'), <Moment key="" value={proof.cut_off} />],
                  ...Object.entries(proof.counts).map(
                    ([name, count]) => [word('staff.proof.count', name), number(count)] as const,
                  ),
                ]}
              />
            </Card>
            {proof.discrepancies.length > 0 && (
              <Section title={t('staff.proof.discrepancies')}>
                <Table
                  caption={t('staff.proof.discrepancies')}
                  rows={proof.discrepancies}
                  rowKey={(row) => `${row.check}/${row.owner_id}/${row.id}`}
                  empty={null}
                  columns={[
                    { title: t('staff.proof.check'), cell: (row) => word('staff.proof.check', row.check) },
                    { title: t('staff.proof.what'), cell: (row) => <Id>{row.id}</Id> },
                    {
                      title: t('staff.proof.owner'),
                      cell: (row) =>
                        row.owner_id ? (
                          <Id short to={`/staff/ledger/accounts?owner=${row.owner_id}`}>
                            {row.owner_id}
                          </Id>
                        ) : (
                          '–'
                        ),
                    },
                    {
                      title: t('staff.proof.detail'),
                      cell: (row) => <span className="block min-w-60">{row.detail}</span>,
                    },
                  ]}
                />
              </Section>
            )}
          </>
        )}
      </div>
      {earlier.items.length > 0 && (
        <Section title={t('staff.proof.history')}>
          <Table
            caption={t('staff.proof.history')}
            rows={earlier.items}
            rowKey={(row) => row.id}
            empty={null}
            columns={[
              { title: t('staff.proof.finished'), cell: (row) => <Moment value={row.finished_at} /> },
              { title: t('staff.proof.scope'), cell: (row) => word('staff.proof.scope', row.scope) },
              {
                title: t('console.state'),
                cell: (row) => (
                  <Badge mood={row.passed ? 'good' : 'bad'}>
                    {t(row.passed ? 'staff.home.proof.passed' : 'staff.home.proof.failed')}
                  </Badge>
                ),
              },
              { title: t('staff.proof.discrepancies'), cell: (row) => number(row.discrepancies.length), end: true },
            ]}
          />
          <Pagination next={earlier.next_cursor} />
        </Section>
      )}
      <Island src={live} />
    </ConsolePage>
  )
}
