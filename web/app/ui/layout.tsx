/** Space between things: stacks, rows, grids, cards, and the widths a page may have. */
import type { ElementType, ReactNode } from 'react'
import { cx } from './class.ts'

const gaps = { 1: 'gap-1', 2: 'gap-2', 3: 'gap-3', 4: 'gap-4', 6: 'gap-6', 8: 'gap-8', 12: 'gap-12' } as const
type Gap = keyof typeof gaps

interface BoxProps {
  as?: ElementType
  gap?: Gap
  className?: string
  children: ReactNode
}

/** One under the other. */
export function Stack({ as: Tag = 'div', gap = 4, className, children }: BoxProps) {
  return <Tag className={cx('flex flex-col', gaps[gap], className)}>{children}</Tag>
}

/** Beside each other, wrapping when there is no room. */
export function Row({ as: Tag = 'div', gap = 3, className, children }: BoxProps) {
  return <Tag className={cx('flex flex-wrap items-center', gaps[gap], className)}>{children}</Tag>
}

/** As many columns as fit. */
export function Grid({ as: Tag = 'div', gap = 4, className, children }: BoxProps) {
  return (
    <Tag className={cx('grid grid-cols-[repeat(auto-fill,minmax(min(100%,17rem),1fr))]', gaps[gap], className)}>
      {children}
    </Tag>
  )
}

export function Card({ as: Tag = 'section', gap = 3, className, children }: BoxProps) {
  return (
    <Tag
      className={cx(
        'flex flex-col rounded-card border border-line bg-surface p-5 shadow-card max-[16rem]:p-3 sm:p-6',
        gaps[gap],
        className,
      )}
    >
      {children}
    </Tag>
  )
}

const widths = { form: 'max-w-lg', text: 'max-w-2xl', page: 'max-w-5xl', wide: 'max-w-7xl' } as const

/** The middle column. `form` for one task on a phone, `wide` for consoles. */
export function Column({
  width = 'page',
  className,
  children,
}: {
  width?: keyof typeof widths
  className?: string
  children: ReactNode
}) {
  return <div className={cx('mx-auto w-full px-4 sm:px-6', widths[width], className)}>{children}</div>
}

/** Opens a page: its one h1, a line under it, and what can be done. */
export function PageTitle({ title, lead, children }: { title: string; lead?: ReactNode; children?: ReactNode }) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-4 py-6 sm:py-8">
      <Stack gap={2}>
        <h1 className="text-3xl sm:text-4xl">{title}</h1>
        {lead && <p className="text-soft">{lead}</p>}
      </Stack>
      {children && <Row>{children}</Row>}
    </header>
  )
}
