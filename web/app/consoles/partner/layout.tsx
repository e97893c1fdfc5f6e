/** The frame of a partner's console: scan, what was scanned, what is paid. */
import { data, Outlet } from 'react-router'
import { usePage } from '../../page.tsx'
import { Console, SignedIn, type ConsoleLink } from '../frame.tsx'
import { may, MeProvider, meOf } from '../me.tsx'
import network from '../../islands/network.ts?worker&url'
import { Island } from '../../ui/island.tsx'
import type { Route } from './+types/layout'
import { PartnerApp } from './app.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  const me = await meOf(context)
  if (!may(me, 'redemption.scan', 'settlements.statement')) throw data(null, { status: 403 })
  return { me }
}

export default function PartnerLayout({ loaderData: { me } }: Route.ComponentProps) {
  const { t } = usePage()
  const links: ConsoleLink[] = [
    { to: '/partner', label: 'partner.nav.home', exact: true },
    ...(may(me, 'redemption.scan') ? [{ to: '/partner/scan', label: 'partner.nav.scan' } as const] : []),
    ...(may(me, 'settlements.statement')
      ? [{ to: '/partner/settlements', label: 'partner.nav.settlements' } as const]
      : []),
  ]
  return (
    <MeProvider me={me}>
      <PartnerApp />
      <Console name={t('partner.name')} home="/partner" groups={[{ links }]} aside={<SignedIn />}>
        <Outlet />
      </Console>
      <Island src={network} />
    </MeProvider>
  )
}
