/** What is shown when there is no network; kept on the phone by worker.ts, so it names nobody and no amount. */
import offline from '../islands/offline.ts?worker&url'
import { usePage } from '../page.tsx'
import { Head } from '../ui/head.tsx'
import { Island } from '../ui/island.tsx'
import { ErrorState } from '../ui/states.tsx'

export default function Offline() {
  const { t, url } = usePage()
  const partner = url.searchParams.get('for') === 'partner'
  return (
    <main id="main" tabIndex={-1} className="flex flex-1 items-center outline-none" data-retry-online>
      <Head title={t('offline.title')} index={false} />
      <ErrorState title={t('offline.title')} text={t(partner ? 'offline.partner' : 'offline.text')}>
        {/* The address of this page is the one that was asked for. */}
        <a
          href=""
          className="inline-flex min-h-12 items-center justify-center rounded-control bg-brand px-5 py-2.5 font-semibold text-on-brand hover:bg-brand-strong"
        >
          {t('error.retry')}
        </a>
      </ErrorState>
      <Island src={offline} />
    </main>
  )
}
