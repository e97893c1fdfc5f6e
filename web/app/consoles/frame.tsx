/** The frame of every console: a bar with its name and who is signed in, its menu, the page. The same for every product. */
import type { ReactNode } from 'react'
import { Link, NavLink } from 'react-router'
import type { MessageKey } from '../i18n.ts'
import { usePage } from '../page.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/class.ts'
import { Column, Row } from '../ui/layout.tsx'
import { LanguageSwitch } from '../ui/shell.tsx'

export interface ConsoleLink {
  readonly to: string
  readonly label: MessageKey
  /** Only the page itself is current, not those below its address. */
  readonly exact?: boolean
}

export interface ConsoleGroup {
  readonly title?: MessageKey
  readonly links: readonly ConsoleLink[]
}

interface ConsoleProps {
  /** What this console is called; leads to its first page. */
  name: string
  home: string
  groups: readonly ConsoleGroup[]
  /** Stands above every page, such as the mark of development. */
  banner?: ReactNode
  /** At the end of the bar: who is signed in. */
  aside?: ReactNode
  children: ReactNode
}

export function Console({ name, home, groups, banner, aside, children }: ConsoleProps) {
  const { profile } = usePage()
  return (
    <>
      <header className="border-b border-line bg-surface">
        {banner}
        <Column width="wide" className="flex min-h-16 flex-wrap items-center justify-between gap-x-4">
          <Row gap={2} className="text-xl font-extrabold tracking-tight">
            <Link to="/" className="rounded-control py-2 text-brand">
              {profile.name}
            </Link>
            <span aria-hidden className="font-normal text-soft">
              /
            </span>
            <Link to={home} className="rounded-control py-2">
              {name}
            </Link>
          </Row>
          {aside}
        </Column>
      </header>
      <Column width="wide" className="flex flex-1 flex-col lg:grid lg:grid-cols-[13rem_minmax(0,1fr)] lg:gap-8">
        <Menu groups={groups} />
        <main id="main" tabIndex={-1} className="min-w-0 flex-1 pb-12 outline-none">
          {children}
        </main>
      </Column>
      <footer className="border-t border-line py-6 text-sm text-soft">
        <Column width="wide" className="flex flex-wrap items-center justify-end gap-4">
          <LanguageSwitch />
        </Column>
      </footer>
    </>
  )
}

/** One line to push sideways on a phone, a list at the side where there is room. */
function Menu({ groups }: { groups: readonly ConsoleGroup[] }) {
  const { t } = usePage()
  return (
    <nav
      aria-label={t('shell.nav')}
      className="-mx-4 flex gap-1 overflow-x-auto border-b border-line px-4 sm:-mx-6 sm:px-6 lg:mx-0 lg:flex-col lg:gap-6 lg:overflow-visible lg:border-b-0 lg:px-0 lg:py-8"
    >
      {groups.map((group) => (
        <div key={group.links[0]?.to} className="contents lg:block">
          {group.title && <p className="px-3 pb-1 text-sm font-semibold text-soft max-lg:hidden">{t(group.title)}</p>}
          <ul className="contents lg:block">
            {group.links.map((link) => (
              <li key={link.to} className="shrink-0">
                <NavLink
                  to={link.to}
                  end={link.exact ?? false}
                  className={({ isActive }) =>
                    cx(
                      'flex min-h-12 items-center px-3 font-semibold whitespace-nowrap lg:min-h-10 lg:rounded-control',
                      isActive
                        ? 'text-brand max-lg:border-b-3 max-lg:border-brand lg:bg-brand-wash'
                        : 'hover:underline lg:hover:bg-sunken lg:hover:no-underline',
                    )
                  }
                >
                  {t(link.label)}
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

/** Who is signed in, and the way out. */
export function SignedIn() {
  const { t, session } = usePage()
  return (
    <Row gap={3} className="text-sm">
      {session?.displayName && <span className="text-soft max-sm:hidden">{session.displayName}</span>}
      <form method="post" action="/sign-out">
        <Button tone="quiet" className="px-2!">
          {t('console.sign_out')}
        </Button>
      </form>
    </Row>
  )
}
