/**
 * The tables of the consoles. Where there is room a table like any other, with heads that sort; on a phone each row is a
 * block of names and values, because a table that must be pushed sideways hides its acts.
 */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { usePage } from '../page.tsx'
import { cx } from '../ui/class.ts'
import { EmptyState } from '../ui/states.tsx'
import type { TableColumn } from '../ui/table.tsx'
import { hasFilters, withParameters } from './address.ts'

export interface ConsoleColumn<R> extends TableColumn<R> {
  /** The two orders of the list by this column, as the API names them. Only where an index serves them. */
  readonly sort?: { readonly descending: string; readonly ascending: string }
  /** Stands under the column: what the rows shown add up to. */
  readonly total?: ReactNode
}

interface TableProps<R> {
  caption: string
  columns: readonly ConsoleColumn<R>[]
  rows: readonly R[]
  rowKey: (row: R) => string
  /** Shown in place of rows. */
  empty: ReactNode
  /** The order when the address names none. */
  order?: string
}

/** What a cell shows when there is nothing to show; not worth a line on a phone. */
const NOTHING = '–'

/** The roles say again what the elements are: a browser that lays a table out as blocks forgets it was one. */
export function Table<R>({ caption, columns, rows, rowKey, empty, order = 'newest' }: TableProps<R>) {
  const { url } = usePage()
  if (rows.length === 0) return hasFilters(url) ? <NoneMatches /> : <>{empty}</>
  const totals = columns.some((column) => column.total !== undefined)
  return (
    <div
      role="region"
      aria-label={caption}
      tabIndex={0}
      className="rounded-card sm:overflow-x-auto sm:border sm:border-line sm:bg-surface"
    >
      <table role="table" className="w-full border-collapse text-start max-sm:block">
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup" className="max-sm:sr-only">
          <tr role="row" className="border-b border-line bg-sunken text-sm text-soft">
            {columns.map((column) => (
              <Head key={column.title} column={column} order={url.searchParams.get('sort') ?? order} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" data-rows className="max-sm:flex max-sm:flex-col max-sm:gap-3">
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              role="row"
              className="border-b border-line last:border-0 focus-within:bg-accent-wash hover:bg-sunken max-sm:block max-sm:rounded-card max-sm:border max-sm:bg-surface max-sm:p-4 max-sm:last:border"
            >
              {columns.map((column) => (
                <Cell key={column.title} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
        {totals && <Totals columns={columns} />}
      </table>
    </div>
  )
}

function Head<R>({ column, order }: { column: ConsoleColumn<R>; order: string }) {
  const { url } = usePage()
  const { title, end, sort } = column
  const look = cx('font-semibold whitespace-nowrap', end ? 'text-end' : 'text-start')
  if (!sort)
    return (
      <th role="columnheader" scope="col" className={cx('px-3 py-2 first:ps-4 last:pe-4', look)}>
        {title}
      </th>
    )
  const direction = order === sort.descending ? 'descending' : order === sort.ascending ? 'ascending' : 'none'
  const next = direction === 'descending' ? sort.ascending : sort.descending
  return (
    <th role="columnheader" scope="col" aria-sort={direction} className={cx('first:ps-1 last:pe-1', look)}>
      <Link
        to={withParameters(url, { sort: next, cursor: undefined, done: undefined })}
        className={cx(
          'inline-flex min-h-11 items-center gap-1 rounded-control px-3 hover:text-ink hover:underline',
          direction !== 'none' && 'text-ink',
        )}
      >
        {title}
        <span aria-hidden className={direction === 'none' ? 'opacity-50' : 'text-accent'}>
          {direction === 'descending' ? '↓' : direction === 'ascending' ? '↑' : '↕'}
        </span>
      </Link>
    </th>
  )
}

function Cell<R>({ column, row }: { column: ConsoleColumn<R>; row: R }) {
  const content = column.cell(row)
  return (
    <td
      role="cell"
      className={cx(
        'align-top max-sm:flex max-sm:flex-wrap max-sm:justify-between max-sm:gap-x-4 max-sm:py-1 sm:px-3 sm:py-2.5 sm:first:ps-4 sm:last:pe-4',
        column.end && 'whitespace-nowrap tabular-nums sm:text-end',
        content === NOTHING && 'max-sm:hidden',
      )}
    >
      <span aria-hidden className="text-sm text-soft sm:hidden">
        {column.title}
      </span>
      <div className="min-w-0 max-sm:text-end max-sm:has-[details]:w-full max-sm:has-[details]:text-start">
        {content}
      </div>
    </td>
  )
}

/** Under the rows: what those shown add up to. */
function Totals<R>({ columns }: { columns: readonly ConsoleColumn<R>[] }) {
  const { t } = usePage()
  return (
    <tfoot role="rowgroup" className="max-sm:mt-3 max-sm:block">
      <tr
        role="row"
        className="border-t border-strong-line font-semibold max-sm:flex max-sm:flex-wrap max-sm:justify-between max-sm:rounded-card max-sm:border max-sm:bg-sunken max-sm:p-4"
      >
        {columns.map((column, n) => (
          <td
            key={column.title}
            role="cell"
            className={cx(
              'sm:px-3 sm:py-2.5 sm:first:ps-4 sm:last:pe-4',
              column.end && 'whitespace-nowrap tabular-nums sm:text-end',
            )}
          >
            {column.total ?? (n === 0 ? t('list.total') : null)}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}

/** The filters leave nothing, which is not the same as an empty list. */
function NoneMatches() {
  const { t, url } = usePage()
  return (
    <EmptyState title={t('list.none_matches')} text={t('list.none_matches.text')}>
      <Link to={url.pathname} className="link inline-flex min-h-11 items-center">
        {t('list.clear')}
      </Link>
    </EmptyState>
  )
}
