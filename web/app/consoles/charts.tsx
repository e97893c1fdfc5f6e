/**
 * Charts drawn on the server: a finding in one sentence, its picture, and the numbers behind it as a table that opens. No
 * library, no script, no inline style; colours are tokens, so that dark screens and print are right.
 */
import type { ReactNode } from 'react'
import { usePage } from '../page.tsx'
import { cx } from '../ui/class.ts'

interface FigureProps {
  title: string
  /** `h2` where it stands in no section. */
  heading?: 'h2' | 'h3'
  /** What the numbers say, in a sentence. */
  finding: ReactNode
  aside?: ReactNode
  /** The numbers behind the picture: heads and rows. */
  heads: readonly string[]
  rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
  className?: string
  children: ReactNode
}

export function Figure({
  title,
  heading: Heading = 'h3',
  finding,
  aside,
  heads,
  rows,
  className,
  children,
}: FigureProps) {
  const { t } = usePage()
  return (
    <figure className={cx('flex flex-col gap-4 rounded-card border border-line bg-surface p-5 shadow-card', className)}>
      <figcaption className="flex flex-col gap-1">
        <div className="flex flex-wrap items-baseline justify-between gap-2">
          <Heading className="text-lg">{title}</Heading>
          {aside}
        </div>
        <p className="text-soft">{finding}</p>
      </figcaption>
      {children}
      {rows.length > 0 && (
        <details className="mt-auto">
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm font-semibold text-accent">
            {t('chart.numbers')}
          </summary>
          <div className="max-h-80 overflow-auto" tabIndex={0} role="region" aria-label={title}>
            <table className="w-full text-sm tabular-nums">
              <thead>
                <tr className="border-b border-line text-soft">
                  {heads.map((head, n) => (
                    <th
                      key={head}
                      scope="col"
                      className={cx('py-1.5 font-semibold', n === 0 ? 'text-start' : 'text-end')}
                    >
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ key, cells }) => (
                  <tr key={key} className="border-b border-line last:border-0">
                    {cells.map((cell, n) => (
                      <td key={heads[n]} className={cx('py-1.5', n > 0 && 'text-end whitespace-nowrap')}>
                        {cell}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </figure>
  )
}

interface ColumnsProps {
  /** What the picture shows, for who does not see it. */
  label: string
  items: readonly { readonly key: string; readonly value: bigint; readonly hint: string }[]
  /** Written below the first and the last column. */
  first: string
  last: string
  /** Written at the height of the highest. */
  top: string
}

const HEIGHT = 100

/** One column per day, the highest as tall as the picture. Time runs as the language does: turned round where it is read from the right. */
export function Columns({ label, items, first, last, top }: ColumnsProps) {
  const most = items.reduce((max, { value }) => (value > max ? value : max), 1n)
  // Days side by side without touching, however many there are.
  const [step, gap] = [10, items.length > 60 ? 1.5 : 3]
  return (
    <div className="flex flex-col gap-1">
      {/* The line lies on the top of the highest column, as its number says. */}
      <p className="-mb-1 border-b border-line pb-0.5 text-xs text-soft tabular-nums">{top}</p>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${items.length * step} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="h-32 w-full rtl:-scale-x-100"
      >
        {items.map(({ key, value, hint }, n) => {
          const height = value === 0n ? 0.75 : Math.max(2, Number((value * 1000n) / most) / 10)
          return (
            <rect
              key={key}
              x={n * step + gap / 2}
              y={HEIGHT - height}
              width={step - gap}
              height={height}
              className={value === 0n ? 'fill-line' : value === most ? 'fill-brand' : 'fill-festive'}
            >
              <title>{hint}</title>
            </rect>
          )
        })}
      </svg>
      <div className="flex justify-between text-xs text-soft">
        <span>{first}</span>
        <span>{last}</span>
      </div>
    </div>
  )
}

interface BarsProps {
  items: readonly {
    readonly key: string
    readonly name: ReactNode
    readonly value: bigint
    readonly said: ReactNode
    readonly mood?: 'brand' | 'festive' | 'soft'
  }[]
}

const fills = { brand: 'fill-brand', festive: 'fill-festive', soft: 'fill-strong-line' }

/** Names with a bar each, the longest as wide as the picture. Each says its number, so the bars say nothing alone. */
export function Bars({ items }: BarsProps) {
  const most = items.reduce((max, { value }) => (value > max ? value : max), 1n)
  return (
    <ul className="flex flex-col gap-3">
      {items.map(({ key, name, value, said, mood = 'festive' }) => (
        <li key={key} className="flex flex-col gap-1">
          <div className="flex items-baseline justify-between gap-4 text-sm">
            <span className="min-w-0 font-semibold">{name}</span>
            <span className="whitespace-nowrap tabular-nums">{said}</span>
          </div>
          <svg
            aria-hidden
            viewBox="0 0 100 4"
            preserveAspectRatio="none"
            className="h-2.5 w-full rounded-full bg-sunken rtl:-scale-x-100"
          >
            <rect width={Number((value * 1000n) / most) / 10} height="4" className={fills[mood]} />
          </svg>
        </li>
      ))}
    </ul>
  )
}
