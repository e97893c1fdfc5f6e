/** What every partner page says to the browser so that it can be kept as an app, and the bar that says when there is no network. */
import { usePage } from '../../page.tsx'
import icon from './icons/icon-192.png?url'

export function PartnerApp() {
  const { locale, t } = usePage()
  return (
    <>
      <link rel="manifest" href={`/partner.webmanifest?lang=${locale}`} />
      <link rel="apple-touch-icon" href={icon} />
      <meta name="theme-color" content="#b4412a" />
      {/* Islands show it; without scripts the browser itself says that there is no network. */}
      <div
        data-offline
        hidden
        role="alert"
        className="sticky top-0 z-20 flex min-h-14 items-center justify-center gap-3 bg-till-no px-4 py-3 text-center text-lg font-bold text-on-till-no"
      >
        <svg
          aria-hidden
          viewBox="0 0 24 24"
          className="size-7 shrink-0"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.5"
        >
          <path d="M3 9a14 14 0 0 1 18 0M7 13.5a8 8 0 0 1 10 0M12 18.5h.01M3 3l18 18" strokeLinecap="round" />
        </svg>
        <span>{t('partner.offline')}</span>
      </div>
    </>
  )
}
