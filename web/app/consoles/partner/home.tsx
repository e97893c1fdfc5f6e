/** A partner's first page: in which venue this phone scans, what was redeemed today, the last scans. */
import { Link, redirect } from 'react-router'
import { api, t as wording } from '../../context.ts'
import { invalid, need, readForm, refused } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Button } from '../../ui/button.tsx'
import { Choice, Form } from '../../ui/form.tsx'
import { Card, Row, Stack } from '../../ui/layout.tsx'
import { Badge, EmptyState } from '../../ui/states.tsx'
import { Pagination } from '../../ui/table.tsx'
import { Money } from '../../ui/values.tsx'
import { listQuery } from '../acts.ts'
import { may } from '../me.tsx'
import { ConsolePage } from '../page.tsx'
import { Moment, Section, Status, useWord } from '../parts.tsx'
import { Table } from '../table.tsx'
import type { Route } from './+types/home'
import { counterOf, venueCookie } from './counter.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { me, shops, here } = await counterOf(context, request)
  const partner = here?.shop.id ?? me.partner_ids[0]
  if (!partner || !may(me, 'redemption.scan')) return { shops, here, scans: null }
  const query = { ...listQuery<never>(context), partner_id: partner, limit: 20 }
  return { shops, here, scans: need(context, await api(context).GET('/api/redemptions', { params: { query } })) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const chosen = form.text('venue')
  const { shops } = await counterOf(context, request)
  if (!shops.some((shop) => shop.venues.some((venue) => venue.id === chosen)))
    return refused(form, invalid({ venue: wording(context)('partner.venue.choose') }))
  return redirect('/partner', { status: 303, headers: await venueCookie(context, chosen) })
}

export default function PartnerHome({ loaderData: { shops, here, scans }, actionData }: Route.ComponentProps) {
  const { t, number } = usePage()
  const word = useWord()
  const venues = shops.flatMap((shop) => shop.venues.map((venue) => ({ ...venue, shop: shop.name })))
  return (
    <ConsolePage
      title={here ? here.venue.name : (shops[0]?.name ?? t('partner.name'))}
      lead={here && `${here.venue.address}, ${here.venue.city}`}
    >
      <Stack gap={6}>
        {venues.length === 0 && <EmptyState title={t('partner.no_venue')} text={t('partner.no_venue.text')} />}
        {here && scans && (
          <div className="grid gap-4 sm:grid-cols-2">
            <a
              href="/partner/scan"
              data-needs-network
              className="flex min-h-28 items-center justify-center gap-4 rounded-card bg-brand px-5 text-2xl font-extrabold text-on-brand aria-disabled:opacity-50"
            >
              <svg
                aria-hidden
                viewBox="0 0 24 24"
                className="size-10"
                fill="none"
                stroke="currentColor"
                strokeWidth="2"
              >
                <path d="M3 8V4h5M16 4h5v4M21 16v4h-5M8 20H3v-4" strokeLinecap="round" strokeLinejoin="round" />
                <path d="M8 9h3v3H8zM14 9h2M14 13h2v2M9 15h2" />
              </svg>
              {t('partner.scan.start')}
            </a>
            <Card>
              <p className="text-soft">{t('partner.today')}</p>
              <Row className="items-baseline justify-between">
                <strong className="text-2xl">
                  {t('partner.today.count', { count: Number(scans.today.redeemed) })}
                </strong>
                <span>{t.rich('partner.today.share', { share: <Money minor={scans.today.share_minor} /> })}</span>
              </Row>
              {Number(scans.today.redeemed) > 0 && (
                <p className="text-sm text-soft">
                  {t.rich('partner.today.gross', {
                    count: number(BigInt(scans.today.redeemed)),
                    price: <Money minor={scans.today.price_minor} />,
                  })}
                </p>
              )}
            </Card>
          </div>
        )}
        {venues.length > 1 && (
          <details open={!here || actionData !== undefined} className="rounded-card border border-line bg-surface p-5">
            <summary className="flex min-h-14 cursor-pointer items-center font-semibold text-accent">
              {t(here ? 'partner.venue.change' : 'partner.venue.choose')}
            </summary>
            <Form refused={actionData} className="pt-4">
              <Choice
                name="venue"
                legend={t('partner.venue.legend')}
                hint={t('partner.venue.hint')}
                options={venues.map((venue) => ({ value: venue.id, label: venue.name, text: venue.city }))}
                initial={here?.venue.id ?? ''}
              />
              <Button tone="secondary" className="min-h-14 self-start">
                {t('partner.venue.act')}
              </Button>
            </Form>
          </details>
        )}
        {scans && (
          <Section title={t('partner.scans')}>
            <Table
              caption={t('partner.scans')}
              rows={scans.items}
              rowKey={(scan) => `${scan.attempted_at}/${scan.act}/${scan.result}/${scan.redemption_id}`}
              empty={<EmptyState title={t('partner.scans.empty')} text={t('partner.scans.empty.text')} />}
              columns={[
                {
                  title: t('partner.scans.result'),
                  cell: (scan) => (
                    <>
                      {scan.result === 'accepted' && scan.undone_at ? (
                        <Badge>{t('partner.scans.undone')}</Badge>
                      ) : scan.result === 'accepted' || scan.result === 'undone' ? (
                        <Status value={scan.result} />
                      ) : (
                        <Badge mood="bad">
                          {word('partner.result', scan.act === 'undo' ? `undo_${scan.result}` : scan.result)}
                        </Badge>
                      )}
                      {scan.pack_name && <p>{scan.pack_name}</p>}
                    </>
                  ),
                },
                {
                  title: t('console.act'),
                  cell: (scan) =>
                    scan.undo_until && scan.redemption_id ? (
                      <Link
                        to={`/partner/scans/${scan.redemption_id}/undo`}
                        className="link inline-flex min-h-14 items-center"
                      >
                        {t('partner.undo')}
                      </Link>
                    ) : (
                      '–'
                    ),
                },
                { title: t('console.when'), cell: (scan) => <Moment value={scan.attempted_at} /> },
                { title: t('partner.scans.venue'), cell: (scan) => scan.venue_name ?? '–' },
              ]}
            />
            <Pagination next={scans.next_cursor} />
          </Section>
        )}
        {scans && scans.by_counter.length > 0 && (
          <Section title={t('partner.by_counter')}>
            <Table
              caption={t('partner.by_counter')}
              rows={scans.by_counter}
              rowKey={(row) => `${row.venue_name}/${row.cashier_ending}/${row.own}/${row.share_minor}`}
              empty={null}
              columns={[
                { title: t('partner.scans.venue'), cell: (row) => row.venue_name },
                {
                  title: t('partner.by_counter.cashier'),
                  cell: (row) =>
                    row.own
                      ? t('partner.by_counter.you')
                      : row.cashier_ending
                        ? t('partner.by_counter.ending', { digits: row.cashier_ending })
                        : '–',
                },
                { title: t('partner.by_counter.vouchers'), cell: (row) => number(BigInt(row.redeemed)), end: true },
                {
                  title: t('partner.by_counter.share'),
                  cell: (row) => <Money minor={row.share_minor} />,
                  end: true,
                },
              ]}
            />
          </Section>
        )}
      </Stack>
    </ConsolePage>
  )
}
