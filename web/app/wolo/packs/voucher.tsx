/** The present in hand: the code for the partner's scanner, where and until when it counts, and paper for who wants it. */
import { api } from '../../context.ts'
import { need, problemOf, readForm, refused, seeOther } from '../../forms.ts'
import island from '../../islands/voucher.ts?worker&url'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Island } from '../../ui/island.tsx'
import { Card, Column, PageTitle, Row, Stack } from '../../ui/layout.tsx'
import { Badge, Notice } from '../../ui/states.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import type { Route } from './+types/voucher'
import { Proof, type VoucherDetail } from './proof.tsx'

const SECOND_MS = 1000

export async function loader({ context, params }: Route.LoaderArgs) {
  const voucher = need(context, await api(context).GET('/api/vouchers/{id}', { params: { path: { id: params.id } } }))
  const pack = (await api(context).GET('/api/packs/{id}', { params: { path: { id: voucher.pack.id } } })).data
  const ids = new Set(voucher.pack.venue_ids)
  // Where it is honoured was frozen with the pack; the addresses are those of today.
  const venues = (pack?.venues ?? []).filter((venue) => ids.size === 0 || ids.has(venue.id))
  return { voucher, venues }
}

/** The one act here: having it on paper. */
export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const form = await readForm(request)
  const result = await api(context).POST('/api/vouchers/{id}/paper', {
    params: { path: { id } },
    headers: form.headers,
  })
  if (result.response.status === 401) need(context, result)
  return result.data ? seeOther(`/vouchers/${id}/paper`) : refused(form, problemOf(result))
}

export default function Voucher({ loaderData: { voucher, venues }, actionData }: Route.ComponentProps) {
  const { t, url } = usePage()
  const usable = voucher.status === 'issued'
  // The API names the first instant at which it no longer counts; people think of the last day.
  const lastMoment = new Date(Date.parse(voucher.valid_until) - SECOND_MS).toISOString()
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
        <Proof voucher={voucher} />
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
        {usable && voucher.paper && <Paper voucher={voucher} refusedForm={actionData} />}
      </Stack>
      {usable && <Island src={island} />}
    </Column>
  )
}

function Paper({ voucher, refusedForm }: { voucher: VoucherDetail; refusedForm: Route.ComponentProps['actionData'] }) {
  const { t } = usePage()
  if (voucher.paper_at)
    return (
      <ButtonLink to={`/vouchers/${voucher.id}/paper`} tone="quiet" className="self-start">
        {t('voucher.paper.open')}
      </ButtonLink>
    )
  return (
    <details open={refusedForm !== undefined} className="rounded-card border border-line bg-surface p-5">
      <summary className="flex min-h-12 cursor-pointer items-center font-semibold text-accent">
        {t('voucher.paper')}
      </summary>
      <Form refused={refusedForm} className="pt-2">
        <p>{t('voucher.paper.text')}</p>
        <Button tone="secondary" className="self-start">
          {t('voucher.paper.act')}
        </Button>
      </Form>
    </details>
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
