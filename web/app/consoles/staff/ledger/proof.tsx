/** Is the ledger right? The latest proof: when, what was compared, what does not agree. */
import { api } from '../../../context.ts'
import { need, readForm } from '../../../forms.ts'
import live from '../../../islands/live.ts?worker&url'
import { usePage } from '../../../page.tsx'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Island } from '../../../ui/island.tsx'
import { Card } from '../../../ui/layout.tsx'
import { EmptyState, Notice } from '../../../ui/states.tsx'
import { acted } from '../../acts.ts'
import { ConsolePage } from '../../page.tsx'
import { Facts, Id, Moment, Section, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import type { Route } from './+types/proof'

export async function loader({ context }: Route.LoaderArgs) {
  const result = await api(context).GET('/api/ledger/proof')
  // The API answers null before the first proof.
  return { proof: result.response.ok ? (result.data ?? null) : need(context, result) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  return acted(context, form, await api(context).POST('/api/ledger/proof', { headers: form.headers }), 'proof_started')
}

export default function Proof({ loaderData: { proof }, actionData }: Route.ComponentProps) {
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
                  [t('staff.proof.finished'), <Moment key="" value={proof.finished_at} />],
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
      <Island src={live} />
    </ConsolePage>
  )
}
