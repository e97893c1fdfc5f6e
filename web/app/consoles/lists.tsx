/** What stands above every list of staff: its saved views, what it shows, its export; and the filters lists share. */
import { createContext, use, type ReactNode } from 'react'
import { Link } from 'react-router'
import { usePage } from '../page.tsx'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/class.ts'
import { TextInput } from '../ui/controls.tsx'
import { Checkbox, Field, Form, IdempotencyKey } from '../ui/form.tsx'
import { askedOf } from './address.ts'
import { may, useMe } from './me.tsx'
import { Filter } from './parts.tsx'

export interface SavedView {
  readonly id: string
  readonly list: string
  readonly name: string
  readonly query: string
  readonly shared: boolean
  readonly mine: boolean
  readonly opens_first: boolean
}

const ViewsContext = createContext<readonly SavedView[]>([])

export function ViewsProvider({ views, children }: { views: readonly SavedView[]; children: ReactNode }) {
  return <ViewsContext value={views}>{children}</ViewsContext>
}

/** Where a list opens: with the view its reader chose, else with everything. */
export function openingOf(views: readonly SavedView[], list: string): string {
  const first = views.find((view) => view.opens_first && view.list === list)
  return first?.query ? `${list}?${first.query}` : list
}

interface ListToolsProps {
  /** Path of the list in the API. */
  list: string
  /** What this page asked of it. */
  query: Readonly<Record<string, string | number | boolean | undefined>>
  shown: number
  more: boolean
}

/** Views to choose from, one to keep, how much is shown, and the way to a file. */
export function ListTools({ list, query, shown, more }: ListToolsProps) {
  const { t, number } = usePage()
  const me = useMe()
  const asked = Object.entries(query).filter(
    ([name, value]) => !['cursor', 'limit'].includes(name) && value !== undefined,
  )
  return (
    <div className="flex flex-col gap-3 pb-3">
      {may(me, 'reports.use') && <Views />}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="text-sm text-soft" role="status">
          {t(more ? 'list.shown_more' : 'list.shown', { count: shown, number: number(shown) })}
        </p>
        {may(me, 'reports.use') && shown > 0 && (
          <form method="post" action="/staff/exports">
            <IdempotencyKey />
            <input type="hidden" name="act" value="export" />
            <input type="hidden" name="list" value={list} />
            <input
              type="hidden"
              name="query"
              value={new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString()}
            />
            <Button tone="secondary" className="min-h-11! px-4! py-2!" data-key="e">
              <span aria-hidden>⤓</span> {t('list.export')}
            </Button>
          </form>
        )}
      </div>
    </div>
  )
}

function Views() {
  const { t, url } = usePage()
  const views = use(ViewsContext).filter((view) => view.list === url.pathname)
  const asked = askedOf(url.search)
  const known = asked === '' || views.some((view) => askedOf(view.query) === asked)
  if (views.length === 0 && known) return null
  return (
    <div className="flex flex-wrap items-start gap-2">
      <nav aria-label={t('views.label')}>
        <ul className="flex flex-wrap gap-2">
          <Chip to={url.pathname} current={asked === ''}>
            {t('console.all')}
          </Chip>
          {views.map((view) => (
            <Chip key={view.id} to={`${view.list}?${view.query}`} current={askedOf(view.query) === asked}>
              {view.opens_first && (
                <span aria-label={t('views.opens_first')} role="img">
                  ★
                </span>
              )}
              {view.name}
              {!view.mine && <span className="text-soft">{t('views.by_team')}</span>}
            </Chip>
          ))}
        </ul>
      </nav>
      {!known && (
        <details className="min-w-0 open:w-full">
          <summary className="inline-flex min-h-11 cursor-pointer list-none items-center rounded-full border border-dashed border-strong-line px-4 text-sm font-semibold text-accent [&::-webkit-details-marker]:hidden">
            + {t('views.save')}
          </summary>
          <Form action="/staff/views" className="mt-3 max-w-md rounded-control border border-line bg-surface p-4">
            <input type="hidden" name="act" value="save" />
            <input type="hidden" name="list" value={url.pathname} />
            <input type="hidden" name="query" value={asked} />
            <Field name="name" label={t('views.name')} hint={t('views.name.hint')}>
              <TextInput maxLength={60} autoComplete="off" />
            </Field>
            <Checkbox name="shared" label={t('views.shared')} hint={t('views.shared.hint')} />
            <Button>{t('console.save')}</Button>
          </Form>
        </details>
      )}
      {views.some((view) => view.mine) && (
        <Link to="/staff/views" className="link inline-flex min-h-11 items-center px-1 text-sm">
          {t('views.manage')}
        </Link>
      )}
    </div>
  )
}

function Chip({ to, current, children }: { to: string; current: boolean; children: ReactNode }) {
  return (
    <li>
      <Link
        to={to}
        aria-current={current ? 'page' : undefined}
        className={cx(
          'inline-flex min-h-11 items-center gap-1.5 rounded-full border px-4 text-sm font-semibold',
          current ? 'border-brand bg-brand-wash text-brand' : 'border-line bg-surface hover:border-strong-line',
        )}
      >
        {children}
      </Link>
    </li>
  )
}

/** Two civil days, both included. */
export function DayFilters() {
  const { t } = usePage()
  return (
    <>
      <Filter name="from" label={t('console.from')} type="date" />
      <Filter name="to" label={t('console.to')} type="date" />
    </>
  )
}

export function AmountFilters() {
  const { t } = usePage()
  return (
    <>
      <Filter name="min" label={t('list.amount_min')} type="text" placeholder="25 000" />
      <Filter name="max" label={t('list.amount_max')} type="text" placeholder="100 000" />
    </>
  )
}

/** The order as a choice, for phones, where the heads are not seen; elsewhere it only keeps the order while filtering. */
export function SortFilter({ orders }: { orders: readonly ('newest' | 'oldest' | 'largest' | 'smallest')[] }) {
  const { t, url } = usePage()
  return (
    <label className="flex min-w-0 grow basis-48 flex-col gap-1 text-sm font-semibold sm:hidden">
      {t('list.sort')}
      <select name="sort" defaultValue={url.searchParams.get('sort') ?? ''} className="control font-normal">
        <option value="">{t('list.sort.newest')}</option>
        {orders
          .filter((order) => order !== 'newest')
          .map((order) => (
            <option key={order} value={order}>
              {t(`list.sort.${order}`)}
            </option>
          ))}
      </select>
    </label>
  )
}
