/** Rows of the same kind, and the way to more of them. Wide tables scroll inside their own frame, never the page. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { usePage, useT } from '../page.tsx'
import { cx } from './class.ts'

export interface TableColumn<R> {
  readonly title: string
  readonly cell: (row: R) => ReactNode
  /** Amounts stand at the end, so that digits line up. */
  readonly end?: boolean
}

interface TableProps<R> {
  caption: string
  columns: readonly TableColumn<R>[]
  rows: readonly R[]
  rowKey: (row: R) => string
  /** Shown in place of rows. */
  empty: ReactNode
}

export function Table<R>({ caption, columns, rows, rowKey, empty }: TableProps<R>) {
  if (rows.length === 0) return <>{empty}</>
  return (
    <div
      role="region"
      aria-label={caption}
      tabIndex={0}
      className="overflow-x-auto rounded-card border border-line bg-surface"
    >
      <table className="w-full border-collapse text-start">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line text-sm text-soft">
            {columns.map((column) => (
              <th
                key={column.title}
                scope="col"
                className={cx('px-4 py-3 font-semibold whitespace-nowrap', column.end ? 'text-end' : 'text-start')}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-line last:border-0">
              {columns.map((column) => (
                <td
                  key={column.title}
                  className={cx('px-4 py-3 align-top', column.end && 'text-end whitespace-nowrap tabular-nums')}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/**
 * Leads to the page after this one, and back to the start. `next` is the cursor the API gave, or nothing at the end; `label` is
 * for pages that have several.
 */
export function Pagination({ next, label }: { next: string | null | undefined; label?: string }) {
  const t = useT()
  const { url } = usePage()
  const onFirst = !url.searchParams.has('cursor')
  if (onFirst && !next) return null
  return (
    <nav aria-label={label ?? t('pagination.label')} className="flex justify-between gap-4 py-4">
      {onFirst ? (
        <span />
      ) : (
        <Link className="link" to={search(url, null)}>
          {t('pagination.first')}
        </Link>
      )}
      {next && (
        <Link className="link" rel="next" to={search(url, next)}>
          {t('pagination.next')}
        </Link>
      )}
    </nav>
  )
}

function search(url: URL, cursor: string | null): string {
  const parameters = new URLSearchParams(url.search)
  if (cursor) parameters.set('cursor', cursor)
  else parameters.delete('cursor')
  return `?${parameters}`
}
