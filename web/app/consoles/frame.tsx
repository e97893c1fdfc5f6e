/** The frame of every console: a bar with its name and who is signed in, its menu, the page. The same for every product. */
import type { ReactNode } from 'react'
import { Link, NavLink } from 'react-router'
import type { MessageKey } from '../i18n.ts'
import { usePage } from '../page.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/class.ts'
import { Column, Row } from '../ui/layout.tsx'
import { Island } from '../ui/island.tsx'
import { DigitsSwitch, LanguageSwitch } from '../ui/shell.tsx'
import copy from '../islands/copy.ts?worker&url'

export interface ConsoleLink {
  readonly to: string
  readonly label: MessageKey
  /** Only the page itself is current, not those below its address. */
  readonly exact?: boolean
  /** Where it leads when that is more than the page itself: a list's first view. */
  readonly opens?: string
  /** The letter that leads there from the keyboard. */
  readonly go?: string
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
  /** In the middle of the bar: the way to anything. */
  search?: ReactNode
  /** At the end of the bar: who is signed in. */
  aside?: ReactNode
  foot?: ReactNode
  children: ReactNode
}

export function Console({ name, home, groups, banner, search, aside, foot, children }: ConsoleProps) {
  const { profile } = usePage()
  return (
    <>
      <header className="border-b border-line bg-surface">
        {banner}
        <Column
          width="wide"
          className="flex min-h-16 flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2 max-sm:gap-x-2"
        >
          <Row gap={2} className="text-xl font-extrabold tracking-tight max-sm:gap-1.5 max-sm:text-lg">
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
          {search && (
            <div className="flex min-w-0 grow justify-center max-lg:order-last max-lg:basis-full">{search}</div>
          )}
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
          {foot}
          <LanguageSwitch />
          <DigitsSwitch />
        </Column>
      </footer>
      <Island src={copy} />
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
                  to={link.opens ?? link.to}
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

interface SignedInProps {
  /** Who works here and as what, so that nobody acts as somebody else on a shared machine. */
  who?: ReactNode
  roles?: string
}

/** Who is signed in, and the way out. */
export function SignedIn({ who, roles }: SignedInProps) {
  const { t } = usePage()
  return (
    <Row gap={3} className="text-sm max-sm:gap-2 max-sm:text-xs">
      {who && (
        <p className="flex flex-col text-end leading-tight">
          <span className="font-semibold">{who}</span>
          {roles && <span className="text-soft">{roles}</span>}
        </p>
      )}
      <form method="post" action="/sign-out">
        <Button tone="quiet" className="px-2! max-sm:px-1!">
          {t('console.sign_out')}
        </Button>
      </form>
    </Row>
  )
}
