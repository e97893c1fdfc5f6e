/**
 * The command palette and the list of shortcuts: dialogs of plain HTML that islands/palette.ts opens. Holds the pages the
 * person may see and their saved views; anything else that is typed goes to the search. Without scripts neither is seen, and
 * the menu and the search box do the same.
 */
import type { ReactNode } from 'react'
import island from '../islands/palette.ts?worker&url'
import { usePage } from '../page.tsx'
import { Button } from '../ui/button.tsx'
import { Island } from '../ui/island.tsx'

export interface Command {
  readonly to: string
  readonly label: string
  readonly group: string
  /** The letter after `g`. */
  readonly go?: string
}

const dialogLook =
  'm-auto w-[min(36rem,calc(100vw-2rem))] rounded-card border border-line bg-surface p-0 text-ink shadow-card backdrop:backdrop-blur-xs'

export function Palette({ commands }: { commands: readonly Command[] }) {
  const { t } = usePage()
  const groups = [...new Set(commands.map(({ group }) => group))]
  return (
    <>
      <dialog id="palette" aria-label={t('palette.title')} className={`${dialogLook} mt-[12vh]`}>
        <form method="get" action="/staff/search" role="search" className="border-b border-line p-3">
          <input
            name="q"
            type="search"
            autoComplete="off"
            aria-label={t('palette.input')}
            placeholder={t('palette.input')}
            className="control"
          />
        </form>
        <p className="sr-only" role="status" data-said={t('palette.found')} />
        <div className="max-h-[55vh] overflow-y-auto p-2">
          {groups.map((group) => (
            <section key={group} data-group aria-label={group} className="pb-2">
              <p className="px-3 py-1 text-sm font-semibold text-soft">{group}</p>
              <ul>
                {commands
                  .filter((command) => command.group === group)
                  .map(({ to, label, go }) => (
                    <li key={`${to} ${label}`} data-words={`${group} ${label}`}>
                      <a
                        href={to}
                        {...(go ? { 'data-go': go } : {})}
                        className="flex min-h-11 items-center justify-between gap-4 rounded-control px-3 hover:bg-sunken focus-visible:bg-accent-wash"
                      >
                        {label}
                        {go && (
                          <span aria-hidden className="flex gap-1">
                            <Key>g</Key> <Key>{go}</Key>
                          </span>
                        )}
                      </a>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </div>
        <p className="border-t border-line px-5 py-3 text-sm text-soft">{t('palette.hint')}</p>
      </dialog>
      <Shortcuts commands={commands} />
      <Island src={island} />
    </>
  )
}

function Shortcuts({ commands }: { commands: readonly Command[] }) {
  const { t } = usePage()
  const keys: readonly (readonly [ReactNode, string])[] = [
    [
      <>
        <Key>Ctrl</Key> <Key>K</Key>
      </>,
      t('shortcuts.palette'),
    ],
    [<Key>/</Key>, t('shortcuts.search')],
    [
      <>
        <Key>j</Key> <Key>k</Key>
      </>,
      t('shortcuts.rows'),
    ],
    [<Key>o</Key>, t('shortcuts.open')],
    [<Key>e</Key>, t('shortcuts.export')],
    [<Key>?</Key>, t('shortcuts.help')],
    ...commands.flatMap(({ go, label }): [ReactNode, string][] =>
      go
        ? [
            [
              <>
                <Key>g</Key> <Key>{go}</Key>
              </>,
              label,
            ],
          ]
        : [],
    ),
  ]
  return (
    <dialog id="shortcuts" aria-labelledby="shortcuts-title" className={dialogLook}>
      <div className="flex max-h-[80vh] flex-col gap-4 overflow-y-auto p-6">
        <h2 id="shortcuts-title" className="text-2xl">
          {t('shortcuts.title')}
        </h2>
        <dl className="grid gap-x-8 gap-y-2 sm:grid-cols-2">
          {keys.map(([key, what]) => (
            <div key={what} className="flex items-center justify-between gap-4">
              <dt className="order-2 whitespace-nowrap">{key}</dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <label className="flex min-h-12 cursor-pointer items-center gap-3">
          <input type="checkbox" name="letters" defaultChecked className="size-5 shrink-0" />
          <span>{t('shortcuts.letters')}</span>
        </label>
        <Button type="button" tone="secondary" data-closes>
          {t('console.cancel')}
        </Button>
      </div>
    </dialog>
  )
}

function Key({ children }: { children: ReactNode }) {
  return (
    <kbd className="rounded border border-strong-line bg-sunken px-1.5 font-mono text-xs text-soft">{children}</kbd>
  )
}

/** At the foot of every page, shown where there is a keyboard to speak of. */
export function ShortcutsButton() {
  const { t } = usePage()
  return (
    <button
      type="button"
      hidden
      data-opens="shortcuts"
      className="inline-flex min-h-11 items-center gap-2 rounded-control px-2 hover:underline max-lg:hidden [&[hidden]]:hidden"
    >
      {t('shortcuts.title')} <Key>?</Key>
    </button>
  )
}

/** In the bar of every staff page: looks for anything by what a person has in hand. */
export function SearchBox() {
  const { t, url } = usePage()
  const asked = url.pathname === '/staff/search' ? (url.searchParams.get('q') ?? '') : ''
  return (
    <form method="get" action="/staff/search" role="search" className="flex min-w-0 grow basis-64 gap-2 sm:max-w-xl">
      <input
        id="search"
        name="q"
        type="search"
        autoComplete="off"
        defaultValue={asked}
        aria-label={t('search.box')}
        placeholder={t('search.box.hint')}
        className="control min-h-11! py-2!"
      />
      <Button tone="secondary" className="min-h-11! px-4! py-2! max-sm:px-3!">
        {t('console.search')}
      </Button>
      <button
        type="button"
        hidden
        data-opens="palette"
        title={t('palette.title')}
        className="inline-flex min-h-11 items-center gap-1 rounded-control border border-line px-3 text-sm text-soft hover:border-strong-line max-lg:hidden [&[hidden]]:hidden"
      >
        <span className="sr-only">{t('palette.title')}</span>
        <Key>Ctrl</Key> <Key>K</Key>
      </button>
    </form>
  )
}
