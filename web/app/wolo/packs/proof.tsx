/** What proves a voucher, and what stands in its place before its day, while a guardian has not agreed, and after its end. */
import type { paths } from '../../api.gen.ts'
import { usePage } from '../../page.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { cx } from '../../ui/class.ts'
import { Row } from '../../ui/layout.tsx'
import { Notice } from '../../ui/states.tsx'
import { DateText } from '../../ui/values.tsx'

export type VoucherDetail = paths['/api/vouchers/{id}']['get']['responses'][200]['content']['application/json']
export type VoucherState = 'too_early' | 'guardian' | 'ready' | 'redeemed' | 'expired' | 'cancelled'

/** The same word as the API's `state`, which the page in the browser compares it with. */
function stateOf(voucher: VoucherDetail, now: string): VoucherState {
  if (voucher.status !== 'issued') return voucher.status
  if (Date.parse(voucher.valid_from) > Date.parse(now)) return 'too_early'
  return voucher.requires_guardian && !voucher.guardian_approved_at ? 'guardian' : 'ready'
}

const DAY_MS = 86_400_000
/** Without scripts the page is fetched anew while its code still counts. */
const LATE_SECONDS = 10

/** Everything that changes by itself: islands/voucher.ts keeps it current. `large` is alone on the screen. */
export function Proof({ voucher, large = false }: { voucher: VoucherDetail; large?: boolean }) {
  const { now } = usePage()
  const state = stateOf(voucher, now)
  return (
    <div id="voucher" data-voucher={`/api/vouchers/${voucher.id}/state`} data-state={state}>
      {state === 'ready' ? <Code voucher={voucher} large={large} /> : <Instead voucher={voucher} state={state} />}
    </div>
  )
}

function Code({ voucher, large }: { voucher: VoucherDetail; large: boolean }) {
  const { t } = usePage()
  return (
    <div
      className={cx(
        'flex flex-col items-center gap-4 text-center',
        large
          ? 'landscape:flex-row landscape:justify-center landscape:gap-8'
          : 'rounded-card border border-line bg-paper p-5 text-on-paper shadow-card',
      )}
    >
      <noscript>
        <meta httpEquiv="refresh" content={String(voucher.renew_seconds + LATE_SECONDS)} />
      </noscript>
      {voucher.qr_path && (
        <img
          data-when="shown"
          src={voucher.qr_path}
          data-code={voucher.qr_path}
          alt={t('voucher.qr')}
          width={440}
          height={440}
          className={large ? 'aspect-square w-[min(100%,62dvh)] landscape:w-[72dvh]' : 'aspect-square w-full max-w-80'}
        />
      )}
      <div className="flex w-full flex-col items-center gap-4 landscape:max-w-sm">
        <p data-when="outdated" hidden role="status" className="text-xl font-bold">
          {t('voucher.code.outdated')}
        </p>
        <p
          data-when="offline"
          hidden
          role="status"
          className="rounded-control bg-till-wait px-4 py-3 text-on-till-wait"
        >
          {t.rich('voucher.code.offline', { seconds: <strong key="s" data-seconds /> })}
        </p>
        <p data-when="live" hidden className="text-sm">
          {t('voucher.code.renewed')}
        </p>
        <TypedCode code={voucher.code} />
        {!large && (
          <ButtonLink to={`/vouchers/${voucher.id}/show`} wide className="min-h-14 text-lg">
            {t('voucher.show')}
          </ButtonLink>
        )}
      </div>
    </div>
  )
}

export function TypedCode({ code }: { code: string | null }) {
  const { t } = usePage()
  if (!code) return null
  return (
    <div>
      <p>{t('voucher.code')}</p>
      <p dir="ltr" className="font-mono text-2xl font-bold tracking-wider select-all">
        {code}
      </p>
    </div>
  )
}

/** What is said in place of the code while, or because, it cannot be used. */
function Instead({ voucher, state }: { voucher: VoucherDetail; state: Exclude<VoucherState, 'ready'> }) {
  const { t, now } = usePage()
  switch (state) {
    case 'too_early': {
      const days = Math.max(1, Math.ceil((Date.parse(voucher.valid_from) - Date.parse(now)) / DAY_MS))
      return (
        <div className="flex flex-col items-center gap-3 rounded-card bg-festive-wash p-6 text-center text-ink">
          <Present />
          <h2 className="text-2xl">{t('voucher.too_early.title')}</h2>
          <p>{t.rich('voucher.too_early', { date: <DateText key="d" value={voucher.valid_from} style="day" /> })}</p>
          <p className="text-3xl font-extrabold">{t('voucher.too_early.days', { days })}</p>
          <TypedCode code={voucher.code} />
        </div>
      )
    }
    case 'guardian':
      return (
        <Notice title={t('voucher.guardian')}>
          <p>{t('voucher.guardian.text')}</p>
        </Notice>
      )
    case 'redeemed':
      return (
        <div
          role="status"
          className="flex flex-col items-center gap-3 rounded-card bg-good-wash p-6 text-center text-ink"
        >
          <Tick />
          <h2 className="text-2xl text-good">{t('voucher.used')}</h2>
          {voucher.used && (
            <p className="text-lg">
              {t.rich('voucher.used.text', {
                date: <DateText key="d" value={voucher.used.at} style="moment" />,
                venue: voucher.used.venue,
              })}
            </p>
          )}
        </div>
      )
    case 'expired':
      return (
        <Notice title={t('voucher.expired')}>
          <p>{t('voucher.expired.text')}</p>
          <Row className="pt-2">
            <ButtonLink to="/packs" tone="secondary">
              {t('packs.see_all')}
            </ButtonLink>
          </Row>
        </Notice>
      )
    case 'cancelled':
      return (
        <Notice title={t('voucher.cancelled')}>
          {voucher.ended_at && (
            <p>
              {t.rich('voucher.cancelled.text', { date: <DateText key="d" value={voucher.ended_at} style="date" /> })}
            </p>
          )}
        </Notice>
      )
  }
}

function Present() {
  return (
    <svg aria-hidden viewBox="0 0 64 64" className="size-24 text-brand">
      <path d="M10 30h44v26H10z" fill="currentColor" opacity=".85" />
      <path d="M6 20h52v12H6zM27 20h10v36H27z" fill="currentColor" />
      <path
        d="M32 20c-4-12-20-12-16-2 2 4 10 4 16 2zm0 0c4-12 20-12 16-2-2 4-10 4-16 2z"
        fill="none"
        stroke="currentColor"
        strokeWidth="4"
      />
    </svg>
  )
}

function Tick() {
  return (
    <svg aria-hidden viewBox="0 0 64 64" className="size-24 text-good">
      <circle cx="32" cy="32" r="29" fill="none" stroke="currentColor" strokeWidth="5" />
      <path d="M19 33l9 10 18-21" fill="none" stroke="currentColor" strokeWidth="7" strokeLinecap="round" />
    </svg>
  )
}
