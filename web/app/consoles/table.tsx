/**
 * The tables of the consoles. Where there is room a table like any other; on a phone each row is a block of names and
 * values, because a table that must be pushed sideways hides its acts.
 */
import type { ReactNode } from 'react'
import { cx } from '../ui/class.ts'
import type { TableColumn } from '../ui/table.tsx'

interface TableProps<R> {
  caption: string
  columns: readonly TableColumn<R>[]
  rows: readonly R[]
  rowKey: (row: R) => string
  /** Shown in place of rows. */
  empty: ReactNode
}

/** What a cell shows when there is nothing to show; not worth a line on a phone. */
const NOTHING = '–'

/** The roles say again what the elements are: a browser that lays a table out as blocks forgets it was one. */
export function Table<R>({ caption, columns, rows, rowKey, empty }: TableProps<R>) {
  if (rows.length === 0) return <>{empty}</>
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
          <tr role="row" className="border-b border-line text-sm text-soft">
            {columns.map((column) => (
              <th
                key={column.title}
                role="columnheader"
                scope="col"
                className={cx('px-4 py-3 font-semibold whitespace-nowrap', column.end ? 'text-end' : 'text-start')}
              >
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-sm:flex max-sm:flex-col max-sm:gap-3">
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              role="row"
              className="border-b border-line last:border-0 max-sm:block max-sm:rounded-card max-sm:border max-sm:bg-surface max-sm:p-4 max-sm:last:border"
            >
              {columns.map((column) => (
                <Cell key={column.title} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell<R>({ column, row }: { column: TableColumn<R>; row: R }) {
  const content = column.cell(row)
  return (
    <td
      role="cell"
      className={cx(
        'align-top max-sm:flex max-sm:flex-wrap max-sm:justify-between max-sm:gap-x-4 max-sm:py-1 sm:px-4 sm:py-3',
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
