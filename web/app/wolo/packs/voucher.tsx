/** The present in hand: a QR code for the partner's scanner, the same as letters, where and until when it counts. */
import { api } from '../../context.ts'
import { need } from '../../forms.ts'
import live from '../../islands/live.ts?worker&url'
import { usePage } from '../../page.tsx'
import { Head } from '../../ui/head.tsx'
import { Island } from '../../ui/island.tsx'
import { Card, Column, PageTitle, Row, Stack } from '../../ui/layout.tsx'
import { Badge, Notice } from '../../ui/states.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import type { Route } from './+types/voucher'

/** While the cashier scans, the page in the holder's hand should say that it worked. */
const REFRESH_SECONDS = 4
const SECOND_MS = 1000

export async function loader({ context, params }: Route.LoaderArgs) {
  const voucher = need(context, await api(context).GET('/api/vouchers/{id}', { params: { path: { id: params.id } } }))
  const pack = (await api(context).GET('/api/packs/{id}', { params: { path: { id: voucher.pack.id } } })).data
  const ids = new Set(voucher.pack.venue_ids)
  // Where it is honoured was frozen with the pack; the addresses are those of today.
  const venues = (pack?.venues ?? []).filter((venue) => ids.size === 0 || ids.has(venue.id))
  return { voucher, venues }
}

export default function Voucher({ loaderData: { voucher, venues } }: Route.ComponentProps) {
  const { t, url, now } = usePage()
  const usable = voucher.status === 'issued'
  const tooEarly = usable && voucher.valid_from > now
  // The API names the first instant at which it no longer counts; people think of the last day.
  const lastMoment = new Date(Date.parse(voucher.valid_until) - SECOND_MS).toISOString()
  const watch = usable ? { 'data-live': REFRESH_SECONDS } : {}
  return (
    <Column width="form">
      <Head title={voucher.pack.name} index={false} />
      <PageTitle title={voucher.pack.name} lead={voucher.pack.partner.name}>
        <Badge mood={voucher.status === 'issued' ? 'festive' : voucher.status === 'redeemed' ? 'good' : 'plain'}>
          {t(`voucher.status.${voucher.status}`)}
        </Badge>
      </PageTitle>
      <Stack gap={6}>
        {url.searchParams.get('done') === 'bought' && usable && (
          <Notice mood="festive" title={t('voucher.bought')}>
            {t('voucher.bought.text')}
          </Notice>
        )}
        <div id="voucher" {...watch}>
          <Stack>
            {tooEarly && (
              <Notice title={t('voucher.too_early.title')}>
                {t.rich('voucher.too_early', { date: <DateText value={voucher.valid_from} style="date" /> })}
              </Notice>
            )}
            {usable && voucher.requires_guardian && !voucher.guardian_approved_at && (
              <Notice title={t('voucher.guardian')} />
            )}
            {voucher.used && (
              <Notice mood="good" title={t('voucher.used')}>
                {t.rich('voucher.used.text', {
                  date: <DateText value={voucher.used.at} style="moment" />,
                  venue: voucher.used.venue,
                })}
              </Notice>
            )}
            {voucher.status === 'expired' && <Notice title={t('voucher.expired')}>{t('voucher.expired.text')}</Notice>}
            {voucher.status === 'cancelled' && <Notice title={t('voucher.cancelled')} />}
            {usable && voucher.qr_path && (
              <Card className="items-center text-center">
                <img
                  src={voucher.qr_path}
                  alt={t('voucher.qr')}
                  width={320}
                  height={320}
                  className="aspect-square w-full max-w-80 rounded-control bg-cream p-2"
                />
                {voucher.code && (
                  <>
                    <p className="text-soft">{t('voucher.code')}</p>
                    <p dir="ltr" className="font-mono text-2xl font-bold tracking-wider select-all">
                      {voucher.code}
                    </p>
                  </>
                )}
              </Card>
            )}
          </Stack>
        </div>
        <Card>
          <dl className="flex flex-col gap-3">
            <Fact label={t('voucher.from')}>
              <DateText value={voucher.valid_from} style="date" />
            </Fact>
            <Fact label={t('voucher.until')}>
              <DateText value={lastMoment} style="date" />
            </Fact>
            <Fact label={t('voucher.value')}>
              <Money minor={voucher.price_minor} />
            </Fact>
          </dl>
          {usable && <p className="text-sm text-soft">{t('voucher.unused')}</p>}
        </Card>
        {venues.length > 0 && (
          <Stack as="section" gap={3}>
            <h2 className="text-xl">{t('packs.venues')}</h2>
            <ul className="flex flex-col gap-2">
              {venues.map((venue) => (
                <li key={venue.id} className="rounded-control bg-sunken px-4 py-3">
                  <p className="font-semibold">{venue.name}</p>
                  <p className="text-soft">{[venue.address, venue.city].filter(Boolean).join(', ')}</p>
                </li>
              ))}
            </ul>
          </Stack>
        )}
        {voucher.pack.terms && (
          <Stack as="section" gap={3}>
            <h2 className="text-xl">{t('packs.terms')}</h2>
            <p className="whitespace-pre-line">{voucher.pack.terms}</p>
          </Stack>
        )}
      </Stack>
      {usable && <Island src={live} />}
    </Column>
  )
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <Row className="justify-between">
      <dt className="text-soft">{label}</dt>
      <dd className="font-semibold">{children}</dd>
    </Row>
  )
}
