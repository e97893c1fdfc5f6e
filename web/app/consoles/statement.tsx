/** A settlement's statement, the same for the partner and for staff: period, sums from gross to payout, every line. */
import type { ReactNode } from 'react'
import { usePage } from '../page.tsx'
import { Card } from '../ui/layout.tsx'
import { DateText, Money } from '../ui/values.tsx'
import { Badge, EmptyState, Notice } from '../ui/states.tsx'
import { Facts, Moment, Section, Sums, useWord } from './parts.tsx'
import { Table } from './table.tsx'

export interface StatementLine {
  readonly line_no: number
  readonly kind: string
  readonly redemption_id: string
  readonly occurred_at: string
  readonly pack_name: string
  readonly venue_name: string
  readonly gross_minor: string
  readonly share_minor: string
  readonly commission_minor: string
}

export interface Dispute {
  readonly id: string
  readonly line_no: number
  readonly share_minor: string
  readonly reason: string
  readonly opened_at: string
  readonly resolution: string | null
  readonly resolution_note: string | null
  readonly resolved_at: string | null
}

export interface StatementHead {
  readonly period_start: string
  readonly period_end: string
  readonly currency: string
  readonly gross_minor: string
  readonly share_minor: string
  readonly commission_minor: string
  readonly released_minor: string
  readonly carried_in_minor: string
  readonly payable_minor: string
  readonly withheld_minor: string
  readonly to_pay_minor: string
  readonly minimum_payout_minor: string
  readonly status: string
  readonly closed_at: string
  readonly approved_at: string | null
  readonly paid_at: string | null
}

/** `novembre 2026` for a whole month, both days for anything else. */
export function Period({ start, end }: { start: string; end: string }) {
  const { t } = usePage()
  const dayAfter = new Date(`${end}T00:00:00Z`)
  dayAfter.setUTCDate(dayAfter.getUTCDate() + 1)
  const wholeMonth = start.endsWith('-01') && start.slice(0, 7) === end.slice(0, 7) && dayAfter.getUTCDate() === 1
  if (wholeMonth) return <DateText value={start} style="month" />
  return t.rich('statement.from_to', {
    from: <DateText value={start} style="short" />,
    to: <DateText value={end} style="short" />,
  })
}

interface StatementProps {
  statement: StatementHead & {
    readonly lines: readonly StatementLine[]
    readonly disputes: readonly Dispute[]
    readonly csv_path: string
    readonly document_path: string
    readonly seal: string
    readonly seal_intact: boolean
  }
  /** What can be done with a line. */
  lineAct?: ((line: StatementLine) => ReactNode) | undefined
  /** What can be done with a dispute. */
  disputeAct?: ((dispute: Dispute) => ReactNode) | undefined
  children?: ReactNode
}

export function Statement({ statement, lineAct, disputeAct, children }: StatementProps) {
  const { t } = usePage()
  const word = useWord()
  const amount = (minor: string) => <Money minor={minor} currency={statement.currency} />
  const some = (minor: string) => BigInt(minor) !== 0n
  /** A line is disputed once. */
  const settled = new Set(statement.disputes.map((it) => it.line_no))
  const disputed = new Set(statement.disputes.filter((it) => it.resolution === null).map((it) => it.line_no))
  return (
    // Only while nobody knows yet whether the money arrived does the page look again by itself.
    <div
      id="statement"
      className="flex flex-col gap-6"
      {...(statement.status === 'paying' ? { 'data-live': '3' } : {})}
    >
      <Card>
        <Sums
          sums={[
            [t('statement.gross'), amount(statement.gross_minor)],
            [t('statement.commission'), amount((-BigInt(statement.commission_minor)).toString())],
            [t('statement.share'), amount(statement.share_minor), 'total'],
            some(statement.released_minor) && [t('statement.released'), amount(statement.released_minor)],
            [t('statement.carried_in'), amount(statement.carried_in_minor)],
            some(statement.withheld_minor) && [
              t('statement.withheld'),
              amount((-BigInt(statement.withheld_minor)).toString()),
            ],
            [t('statement.to_pay'), amount(statement.to_pay_minor), 'total'],
          ]}
        />
        <Facts
          facts={[
            [t('statement.closed'), <Moment key="" value={statement.closed_at} />],
            statement.approved_at !== null && [
              t('statement.approved'),
              <Moment key="" value={statement.approved_at} />,
            ],
            statement.paid_at !== null && [t('statement.paid'), <Moment key="" value={statement.paid_at} />],
          ]}
        />
        {statement.status === 'carried' && (
          <Notice title={t('statement.carried')}>
            {t.rich('statement.carried.text', { minimum: amount(statement.minimum_payout_minor) })}
          </Notice>
        )}
        {children}
      </Card>
      <Section
        title={t('statement.lines')}
        aside={
          <span className="flex flex-wrap gap-x-5">
            <a href={statement.document_path} className="link inline-flex min-h-12 items-center" download>
              {t('statement.document')}
            </a>
            <a href={statement.csv_path} className="link inline-flex min-h-12 items-center" download>
              {t('statement.csv')}
            </a>
          </span>
        }
      >
        <Table
          caption={t('statement.lines')}
          rows={statement.lines}
          rowKey={(line) => String(line.line_no)}
          empty={<EmptyState title={t('statement.lines.empty')} />}
          columns={[
            { title: t('statement.line_no'), cell: (line) => line.line_no },
            { title: t('console.when'), cell: (line) => <Moment value={line.occurred_at} /> },
            {
              title: t('statement.pack'),
              cell: (line) => (
                <span className="flex min-w-32 flex-wrap gap-1">
                  {line.pack_name}
                  {line.kind !== 'redemption' && <Badge>{word('statement.kind', line.kind)}</Badge>}
                  {disputed.has(line.line_no) && <Badge mood="bad">{t('statement.disputed')}</Badge>}
                </span>
              ),
            },
            { title: t('statement.venue'), cell: (line) => line.venue_name },
            { title: t('statement.line.price'), cell: (line) => amount(line.gross_minor), end: true },
            { title: t('statement.line.commission'), cell: (line) => amount(line.commission_minor), end: true },
            { title: t('statement.line.share'), cell: (line) => amount(line.share_minor), end: true },
            ...(lineAct
              ? [
                  {
                    title: t('console.act'),
                    cell: (line: StatementLine) => (settled.has(line.line_no) ? '–' : lineAct(line)),
                  },
                ]
              : []),
          ]}
        />
      </Section>
      {statement.disputes.length > 0 && (
        <Section title={t('statement.disputes')}>
          <Table
            caption={t('statement.disputes')}
            rows={statement.disputes}
            rowKey={(dispute) => dispute.id}
            empty={null}
            columns={[
              { title: t('statement.line_no'), cell: (dispute) => dispute.line_no },
              { title: t('console.when'), cell: (dispute) => <Moment value={dispute.opened_at} /> },
              {
                title: t('console.reason'),
                cell: (dispute) => <span className="block min-w-40">{dispute.reason}</span>,
              },
              { title: t('statement.line.share'), cell: (dispute) => amount(dispute.share_minor), end: true },
              {
                title: t('statement.dispute.decision'),
                cell: (dispute) =>
                  dispute.resolution ? (
                    <>
                      {word('statement.dispute', dispute.resolution)}
                      {dispute.resolution_note && <p className="text-sm text-soft">{dispute.resolution_note}</p>}
                    </>
                  ) : (
                    (disputeAct?.(dispute) ?? t('statement.dispute.open'))
                  ),
              },
            ]}
          />
        </Section>
      )}
      <p className="text-sm text-soft">
        {t(statement.seal_intact ? 'statement.seal.intact' : 'statement.seal.broken')}{' '}
        <code className="font-mono break-all">{statement.seal}</code>
      </p>
    </div>
  )
}
