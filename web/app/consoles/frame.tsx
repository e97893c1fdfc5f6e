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

/** More links than this do not fit on a phone's line. */
const LINE_MAX = 4

/** A list at the side where there is room. On a phone one line, or behind a word when there are many. */
function Menu({ groups }: { groups: readonly ConsoleGroup[] }) {
  const { t, url } = usePage()
  const many = groups.flatMap((group) => group.links).length > LINE_MAX
  if (!many)
    return (
      <MenuLinks
        groups={groups}
        className="flex overflow-x-auto border-b border-line lg:block lg:border-b-0 lg:py-8"
        line
      />
    )
  return (
    <>
      {/* A new key for each address: the menu closes when a page is reached. */}
      <details key={url.href} className="border-b border-line lg:hidden">
        <summary className="flex min-h-12 cursor-pointer items-center gap-2 font-semibold text-accent">
          <span aria-hidden>☰</span> {t('console.menu')}
        </summary>
        <MenuLinks groups={groups} className="flex flex-col gap-4 pb-4" />
      </details>
      <MenuLinks groups={groups} className="flex flex-col gap-6 py-8 max-lg:hidden" />
    </>
  )
}

function MenuLinks({
  groups,
  className,
  line,
}: {
  groups: readonly ConsoleGroup[]
  className: string
  line?: boolean
}) {
  const { t } = usePage()
  const current = line
    ? 'text-brand max-lg:border-b-3 max-lg:border-brand lg:bg-brand-wash'
    : 'bg-brand-wash text-brand'
  return (
    <nav aria-label={t('shell.nav')} className={className}>
      {groups.map((group) => (
        <div key={group.links[0]?.to} className={line ? 'contents lg:block' : undefined}>
          {group.title && <p className="px-3 pb-1 text-sm font-semibold text-soft">{t(group.title)}</p>}
          <ul className={line ? 'contents lg:block' : undefined}>
            {group.links.map((link) => (
              <li key={link.to} className="shrink-0">
                <NavLink
                  to={link.to}
                  end={link.exact ?? false}
                  className={({ isActive }) =>
                    cx(
                      'flex min-h-12 items-center px-3 font-semibold whitespace-nowrap lg:min-h-10',
                      line ? 'lg:rounded-control' : 'rounded-control',
                      isActive ? current : 'hover:underline lg:hover:bg-sunken lg:hover:no-underline',
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

/** The way out. */
export function SignedIn() {
  const { t } = usePage()
  return (
    <Row gap={3} className="text-sm">
      <form method="post" action="/sign-out">
        <Button tone="quiet" className="px-2!">
          {t('console.sign_out')}
        </Button>
      </form>
    </Row>
  )
}
