/** The frame of the staff console: a menu of what this person may see. */
import { data, Outlet } from 'react-router'
import { usePage } from '../../page.tsx'
import { Console, SignedIn, type ConsoleGroup } from '../frame.tsx'
import { may, MeProvider, meOf, type Me } from '../me.tsx'
import type { Route } from './+types/layout'

export async function loader({ context }: Route.LoaderArgs) {
  const me = await meOf(context)
  // Nobody comes here by mistake and learns what there is.
  if (menuOf(me).length === 0) throw data(null, { status: 403 })
  return { me }
}

export default function StaffLayout({ loaderData: { me } }: Route.ComponentProps) {
  const { t } = usePage()
  return (
    <MeProvider me={me}>
      <Console
        name={t('staff.name')}
        home="/staff"
        groups={[{ links: [{ to: '/staff', label: 'staff.nav.home', exact: true }] }, ...menuOf(me)]}
        aside={<SignedIn />}
      >
        <Outlet />
      </Console>
    </MeProvider>
  )
}

const menu: readonly (Omit<ConsoleGroup, 'links'> & {
  readonly links: readonly (ConsoleGroup['links'][number] & { readonly for: readonly string[] })[]
})[] = [
  {
    title: 'staff.nav.money',
    links: [
      { to: '/staff/refunds', label: 'staff.nav.refunds', for: ['pots.view'] },
      { to: '/staff/pots', label: 'staff.nav.pots', for: ['pots.view'] },
      { to: '/staff/gifts', label: 'staff.nav.gifts', for: ['pots.view'] },
      { to: '/staff/settlements', label: 'staff.nav.settlements', for: ['settlements.view'] },
      { to: '/staff/payments', label: 'staff.nav.payments', for: ['payments.view'] },
      { to: '/staff/payouts', label: 'staff.nav.payouts', for: ['payments.view'] },
      { to: '/staff/webhooks', label: 'staff.nav.webhooks', for: ['payments.view'] },
    ],
  },
  {
    title: 'staff.nav.books',
    links: [
      { to: '/staff/ledger', label: 'staff.nav.proof', exact: true, for: ['ledger.view'] },
      { to: '/staff/ledger/trial-balance', label: 'staff.nav.trial_balance', for: ['ledger.view'] },
      { to: '/staff/ledger/accounts', label: 'staff.nav.accounts', for: ['ledger.view'] },
    ],
  },
  {
    title: 'staff.nav.offer',
    links: [
      { to: '/staff/partners', label: 'staff.nav.partners', for: ['merchants.manage'] },
      { to: '/staff/packs', label: 'staff.nav.packs', for: ['catalog.manage'] },
    ],
  },
  {
    title: 'staff.nav.platform',
    links: [
      { to: '/staff/users', label: 'staff.nav.users', for: ['identity.view'] },
      { to: '/staff/identity-checks', label: 'staff.nav.checks', for: ['profiles.verify'] },
      { to: '/staff/audit', label: 'staff.nav.audit', for: ['audit.view'] },
      { to: '/staff/jobs', label: 'staff.nav.jobs', for: ['operations.view'] },
    ],
  },
]

/** Scoped rights, a partner's, open nothing here. */
function menuOf(me: Me): ConsoleGroup[] {
  const staff = { ...me, partner_permissions: [] }
  return menu
    .map((group) => ({ ...group, links: group.links.filter((link) => may(staff, ...link.for)) }))
    .filter((group) => group.links.length > 0)
}
