/** The code alone on the screen, on white by day and by night, as large as it goes: what is held under a scanner. */
import { api } from '../../context.ts'
import { need } from '../../forms.ts'
import island from '../../islands/voucher.ts?worker&url'
import { usePage } from '../../page.tsx'
import { Head } from '../../ui/head.tsx'
import { Island } from '../../ui/island.tsx'
import type { Route } from './+types/voucher-show'
import { Proof } from './proof.tsx'

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  return need(context, await api(context).GET('/api/vouchers/{id}', { params: { path: { id } } }))
}

export default function VoucherShow({ loaderData: voucher }: Route.ComponentProps) {
  const { t } = usePage()
  return (
    <main
      id="main"
      tabIndex={-1}
      data-awake
      className="flex flex-1 flex-col items-center justify-between gap-4 bg-paper p-4 text-on-paper outline-none"
    >
      <Head title={voucher.pack.name} index={false} />
      <h1 className="text-center text-xl font-bold">{voucher.pack.name}</h1>
      <div className="w-full max-w-2xl">
        <Proof voucher={voucher} large />
      </div>
      <p className="flex items-center gap-2 text-center font-semibold">
        <svg aria-hidden viewBox="0 0 24 24" className="size-7 shrink-0" stroke="currentColor" strokeWidth="2">
          <circle cx="12" cy="12" r="4.5" fill="currentColor" />
          <path d="M12 1v4m0 14v4M1 12h4m14 0h4M4.2 4.2 7 7m10 10 2.8 2.8m0-15.6L17 7M7 17l-2.8 2.8" />
        </svg>
        {t('voucher.show.brightness')}
      </p>
      <a
        href={`/vouchers/${voucher.id}`}
        className="flex min-h-14 w-full max-w-md items-center justify-center rounded-control border-2 border-on-paper px-5 text-lg font-bold text-on-paper"
      >
        {t('voucher.show.close')}
      </a>
      <Island src={island} />
    </main>
  )
}
