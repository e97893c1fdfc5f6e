/** Amounts, dates and phone numbers inside a sentence, written for the visitor and readable by machines. */
import type { DateStyle, Minor } from '../format.ts'
import { usePage } from '../page.tsx'
import { cx } from './class.ts'

export function Money({ minor, currency, className }: { minor: Minor; currency?: string; className?: string }) {
  const page = usePage()
  return (
    <data value={String(minor)} className={cx('whitespace-nowrap tabular-nums', className)}>
      {page.money(minor, currency)}
    </data>
  )
}

/** A civil date or an instant; styles are listed in format.ts. */
export function DateText({
  value,
  style = 'day',
  className,
}: {
  value: string
  style?: DateStyle
  className?: string | undefined
}) {
  const page = usePage()
  return (
    <time dateTime={value} className={className}>
      {page.date(value, style)}
    </time>
  )
}

/** Numbers run left to right even in right-to-left text. */
export function Phone({ value }: { value: string }) {
  const page = usePage()
  return (
    <bdi dir="ltr" className="whitespace-nowrap tabular-nums">
      {page.phone(value)}
    </bdi>
  )
}
