/** A voucher to print and put into an envelope: a code that does not change, the same as letters, where and until when. */
import { api } from '../../context.ts'
import { need, seeOther } from '../../forms.ts'
import print from '../../islands/print.ts?worker&url'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Head } from '../../ui/head.tsx'
import { Island } from '../../ui/island.tsx'
import { Row } from '../../ui/layout.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import type { Route } from './+types/voucher-paper'
import { TypedCode } from './proof.tsx'

const SECOND_MS = 1000

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const voucher = need(context, await api(context).GET('/api/vouchers/{id}', { params: { path: { id } } }))
  if (voucher.status !== 'issued' || !voucher.paper_at) throw seeOther(`/vouchers/${id}`)
  return voucher
}

export default function VoucherPaper({ loaderData: voucher }: Route.ComponentProps) {
  const { t } = usePage()
  const lastMoment = new Date(Date.parse(voucher.valid_until) - SECOND_MS).toISOString()
  return (
    <main id="main" tabIndex={-1} className="flex flex-1 flex-col items-center gap-6 p-4 outline-none print:p-0">
      <Head title={voucher.pack.name} index={false} />
      <article className="flex w-full max-w-lg flex-col items-center gap-4 rounded-card border-2 border-dashed border-strong-line bg-paper p-6 text-center text-on-paper">
        <p className="font-semibold">{t('voucher.paper.title')}</p>
        <h1 className="text-3xl font-extrabold">{voucher.pack.name}</h1>
        <p className="text-lg">{voucher.pack.partner.name}</p>
        <img
          src={`/api/vouchers/${voucher.id}/qr.svg?medium=paper`}
          alt={t('voucher.qr')}
          width={280}
          height={280}
          className="size-70"
        />
        <TypedCode code={voucher.code} />
        <p>
          {t.rich('voucher.paper.valid', {
            from: <DateText key="f" value={voucher.valid_from} style="date" />,
            until: <DateText key="u" value={lastMoment} style="date" />,
          })}
          <br />
          <Money minor={voucher.price_minor} />
        </p>
        <p className="text-sm">{t('voucher.paper.warning')}</p>
      </article>
      <Row className="print:hidden">
        <Button type="button" hidden data-print>
          {t('voucher.paper.print')}
        </Button>
        <ButtonLink to={`/vouchers/${voucher.id}`} tone="secondary">
          {t('voucher.paper.back')}
        </ButtonLink>
      </Row>
      <Island src={print} />
    </main>
  )
}
