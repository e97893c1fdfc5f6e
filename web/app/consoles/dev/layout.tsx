/** Puts the frame of the development pages around them. They exist only in development. */
import { Outlet } from 'react-router'
import { page } from '../../context.ts'
import { notFound } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Console } from '../frame.tsx'
import type { Route } from './+types/layout'

export function loader({ context }: Route.LoaderArgs) {
  if (!page(context).development) notFound()
  return null
}

export default function DevelopmentLayout() {
  const { t } = usePage()
  return (
    <Console
      name={t('dev.name')}
      home="/dev"
      banner={
        <p className="bg-festive px-4 py-2 text-center text-sm font-semibold text-on-festive">{t('dev.banner')}</p>
      }
      groups={[
        {
          links: [
            { to: '/dev', label: 'dev.nav.index', exact: true },
            { to: '/dev/outbox', label: 'dev.nav.outbox' },
            { to: '/dev/authenticator', label: 'dev.nav.authenticator' },
            { to: '/dev/clock', label: 'dev.nav.clock' },
          ],
        },
      ]}
    >
      <Outlet />
    </Console>
  )
}
