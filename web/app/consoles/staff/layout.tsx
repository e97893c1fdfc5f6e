/** The frame of the staff console: a menu of what this person may see. */
import { data, Outlet } from 'react-router'
import { seeOther } from '../../forms.ts'
import { api, page } from '../../context.ts'
import { usePage } from '../../page.tsx'
import { has, type Product } from '../../products.ts'
import { Console, SignedIn, type ConsoleGroup } from '../frame.tsx'
import { openingOf, ViewsProvider } from '../lists.tsx'
import { may, MeProvider, meOf, type Me } from '../me.tsx'
import { Palette, SearchBox, ShortcutsButton, type Command } from '../palette.tsx'
import { useWord } from '../parts.tsx'
import type { Route } from './+types/layout'

export async function loader({ context }: Route.LoaderArgs) {
  const me = await meOf(context)
  if (me.second_factor_needed) throw seeOther(`/account/security?${new URLSearchParams({ next: '/staff' })}`)
  // Nobody comes here by mistake and learns what there is.
  if (menuOf(me, page(context).product).length === 0) throw data(null, { status: 403 })
  const [views, profile] = await Promise.all([
    may(me, 'reports.use') ? api(context).GET('/api/views') : undefined,
    api(context).GET('/api/me/profile'),
  ])
  const name = [profile.data?.first_name, profile.data?.last_name].filter(Boolean).join(' ')
  return { me, name, views: views?.data?.items ?? [] }
}

export default function StaffLayout({ loaderData: { me, name, views } }: Route.ComponentProps) {
  const { t, phone, product } = usePage()
  const word = useWord()
  const groups = [
    { links: [{ to: '/staff', label: 'staff.nav.home' as const, exact: true, go: 'h' }] },
    ...menuOf(me, product).map((group) => ({
      ...group,
      links: group.links.map((link) => ({ ...link, opens: openingOf(views, link.to) })),
    })),
  ]
  const commands: Command[] = [
    ...groups.flatMap(({ title, links }: ConsoleGroup) =>
      links.map((link) => ({
        to: link.opens ?? link.to,
        label: t(link.label),
        group: title ? t(title) : t('staff.name'),
        ...(link.go ? { go: link.go } : {}),
      })),
    ),
    ...views.map((view) => ({
      to: `${view.list}?${view.query}`,
      label: `${word('list.of', view.list.split('/').at(-1) ?? '')} · ${view.name}`,
      group: t('views.label'),
    })),
  ]
  return (
    <MeProvider me={me}>
      <ViewsProvider views={views}>
        <Console
          name={t('staff.name')}
          home="/staff"
          groups={groups}
          search={<SearchBox />}
          aside={
            <SignedIn
              who={name || (me.contact && (me.contact.includes('@') ? me.contact : phone(me.contact)))}
              roles={me.roles.map((role) => word('team.role', role)).join(', ')}
            />
          }
          foot={<ShortcutsButton />}
        >
          <Outlet />
        </Console>
        <Palette commands={commands} />
      </ViewsProvider>
    </MeProvider>
  )
}

const menu: readonly (Omit<ConsoleGroup, 'links'> & {
  readonly links: readonly (ConsoleGroup['links'][number] & {
    readonly for: readonly string[]
    /** Where its page stands, if those who hold the right work in products that have no such page. */
    readonly page?: string
  })[]
})[] = [
  {
    title: 'staff.nav.lessons',
    links: [
      { to: '/staff/subscriptions', go: 's', label: 'staff.nav.subscriptions', for: ['subscriptions.view'] },
      { to: '/staff/subscription-refunds', go: 'r', label: 'staff.nav.refunds', for: ['subscriptions.view'] },
      { to: '/staff/plans', go: 'n', label: 'staff.nav.plans', for: ['subscriptions.view'] },
      { to: '/staff/consents', go: 'c', label: 'staff.nav.consents', for: ['consent.view'] },
      { to: '/staff/learning', go: 'k', label: 'staff.nav.learning', for: ['learning.view'] },
      { to: '/staff/usage', go: 'g', label: 'staff.nav.usage', for: ['metering.view'] },
      { to: '/staff/conversations', label: 'staff.nav.talks', for: ['tutoring.care'] },
      { to: '/staff/privacy', label: 'staff.nav.privacy', for: ['privacy.manage'] },
    ],
  },
  {
    title: 'staff.nav.money',
    links: [
      { to: '/staff/refunds', go: 'r', label: 'staff.nav.refunds', for: ['pots.view'] },
      { to: '/staff/pots', go: 'c', label: 'staff.nav.pots', for: ['pots.view'] },
      { to: '/staff/gifts', go: 'g', label: 'staff.nav.gifts', for: ['pots.view'] },
      { to: '/staff/settlements', go: 's', label: 'staff.nav.settlements', for: ['settlements.view'] },
      { to: '/staff/payments', go: 'p', label: 'staff.nav.payments', for: ['payments.view'] },
      {
        to: '/staff/payouts',
        go: 'v',
        label: 'staff.nav.payouts',
        for: ['payments.view'],
        page: 'consoles/staff/payments/payouts',
      },
      { to: '/staff/webhooks', go: 'w', label: 'staff.nav.webhooks', for: ['payments.view'] },
    ],
  },
  {
    title: 'staff.nav.books',
    links: [
      { to: '/staff/ledger', go: 'l', label: 'staff.nav.proof', exact: true, for: ['ledger.view'] },
      { to: '/staff/ledger/trial-balance', go: 'b', label: 'staff.nav.trial_balance', for: ['ledger.view'] },
      { to: '/staff/ledger/accounts', go: 'a', label: 'staff.nav.accounts', for: ['ledger.view'] },
    ],
  },
  {
    title: 'staff.nav.offer',
    links: [
      { to: '/staff/partners', go: 'n', label: 'staff.nav.partners', for: ['merchants.manage'] },
      { to: '/staff/packs', go: 'k', label: 'staff.nav.packs', for: ['catalog.manage'] },
    ],
  },
  {
    title: 'staff.nav.platform',
    links: [
      { to: '/staff/users', go: 'u', label: 'staff.nav.users', for: ['identity.view'] },
      { to: '/staff/team', label: 'staff.nav.team', for: ['access.manage'] },
      { to: '/staff/identity-checks', go: 'i', label: 'staff.nav.checks', for: ['profiles.verify'] },
      { to: '/staff/audit', go: 'd', label: 'staff.nav.audit', for: ['audit.view'] },
      { to: '/staff/jobs', go: 'j', label: 'staff.nav.jobs', for: ['operations.view'] },
      { to: '/staff/exports', go: 'x', label: 'staff.nav.exports', for: ['reports.use'] },
    ],
  },
]

/** Scoped rights, a partner's, open nothing here. */
function menuOf(me: Me, product: Product): ConsoleGroup[] {
  const staff = { ...me, partner_permissions: [] }
  return menu
    .map((group) => ({
      ...group,
      links: group.links.filter((link) => may(staff, ...link.for) && has(product, link.page ?? '')),
    }))
    .filter((group) => group.links.length > 0)
}
