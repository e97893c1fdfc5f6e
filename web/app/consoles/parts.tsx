/** What console pages are put together from: filters, facts, states of things, acts that ask for a reason first. */
import type { ReactNode } from 'react'
import { Link, useActionData } from 'react-router'
import type { Refused } from '../forms.ts'
import { wordsOf, type MessageKey } from '../i18n.ts'
import { usePage } from '../page.tsx'
import { cx } from '../ui/class.ts'
import { Button, ButtonLink, type Tone } from '../ui/button.tsx'
import { TextArea } from '../ui/controls.tsx'
import { Field, Form } from '../ui/form.tsx'
import { Row, Stack } from '../ui/layout.tsx'
import { Badge, Notice, type Mood } from '../ui/states.tsx'
import { DateText } from '../ui/values.tsx'

/** The word for a value of a closed list (`console.status` + `paid`); a value without a word is shown as it is. */
export function useWord(): (prefix: string, value: string) => string {
  const { t, product, locale } = usePage()
  return (prefix, value) => {
    const key = `${prefix}.${value}`
    return Object.hasOwn(wordsOf(product, locale), key) ? t(key as MessageKey) : value
  }
}

/** Why something was done: what the program gave as a code in words, what a person wrote as it stands. */
export function useReason(): (reason: string) => string {
  const word = useWord()
  return (reason) =>
    [
      word('staff.reason', reason),
      word('staff.pot.end_reason', reason),
      word('staff.refund.reason', reason),
      word('staff.failure', reason),
    ].find((known) => known !== reason) ?? reason
}

const moods: Record<string, Mood> = {
  active: 'good',
  accepted: 'good',
  applied: 'good',
  approved: 'info',
  cancelled: 'bad',
  carried: 'plain',
  closed: 'plain',
  disputed: 'bad',
  expired: 'bad',
  failed: 'bad',
  funded: 'festive',
  open: 'info',
  paid: 'good',
  passed: 'good',
  paying: 'info',
  pending: 'festive',
  processed: 'good',
  redeemed: 'good',
  held: 'festive',
  refund_failed: 'bad',
  refunded: 'plain',
  refunding: 'info',
  unmatched: 'bad',
  received: 'good',
  frozen: 'bad',
  venue_open: 'good',
  rejected: 'bad',
  requested: 'festive',
  succeeded: 'good',
  suspended: 'bad',
  terminated: 'bad',
  trial: 'info',
  grace: 'festive',
  void: 'plain',
  alone: 'good',
}

export function Status({ value }: { value: string }) {
  const word = useWord()
  return <Badge mood={moods[value] ?? 'plain'}>{word('console.status', value)}</Badge>
}

interface IdProps {
  children: string
  to?: string
  /** Only its end, where a table has no room for more and the link leads to the rest. */
  short?: boolean
}

/** An identifier: one tap selects it whole, another puts it on the clipboard. */
export function Id({ children, to, short }: IdProps) {
  const { t } = usePage()
  const shown = short ? `…${children.slice(-6)}` : children
  const look = 'font-mono text-sm break-all sm:in-[td]:whitespace-nowrap'
  if (!to)
    return (
      <span className="inline-flex max-w-full items-center gap-1">
        <code className={cx(look, !short && 'select-all')} title={short ? children : undefined}>
          {shown}
        </code>
        <button
          type="button"
          data-copies={children}
          data-copied={t('console.copied')}
          aria-label={t('console.copy', { id: children })}
          title={t('console.copy', { id: children })}
          className="inline-flex size-7 shrink-0 cursor-pointer items-center justify-center rounded text-soft hover:bg-sunken hover:text-ink data-done:bg-good-wash data-done:text-good noscript:hidden"
        >
          <svg aria-hidden viewBox="0 0 16 16" className="size-4 fill-none stroke-current stroke-[1.5]">
            <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
            <path d="M3.5 10.5h-.5a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1v.5" />
          </svg>
        </button>
      </span>
    )
  return (
    <Link to={to} className="link" title={short ? children : undefined}>
      <code className={look}>{shown}</code>
    </Link>
  )
}

/** Date and time, short enough for a table. */
export function Moment({ value }: { value: string | null | undefined }) {
  const { date } = usePage()
  if (!value) return <span aria-hidden>–</span>
  return (
    // On a tablet a table needs the room more than one line.
    <span className="lg:whitespace-nowrap" title={date(value, 'exact')}>
      <DateText value={value} style="short" className="whitespace-nowrap" />{' '}
      <DateText value={value} style="time" className="whitespace-nowrap text-soft" />
    </span>
  )
}

/** Names and values of one thing. */
export function Facts({
  facts,
}: {
  facts: readonly (readonly [name: string, value: ReactNode] | false | undefined)[]
}) {
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[minmax(9rem,auto)_1fr]">
      {facts
        .filter((fact) => fact !== false && fact !== undefined)
        .map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-soft max-sm:-mb-3">{name}</dt>
            <dd className="min-w-0 break-words">{value ?? '–'}</dd>
          </div>
        ))}
    </dl>
  )
}

/** Amounts under each other, at the end of their lines so that they can be added by eye. */
export function Sums({
  sums,
}: {
  sums: readonly (readonly [name: string, value: ReactNode, total?: 'total'] | false)[]
}) {
  return (
    <dl className="flex max-w-md flex-col">
      {sums
        .filter((sum) => sum !== false)
        .map(([name, value, total]) => (
          <div
            key={name}
            className={cx(
              'flex items-baseline justify-between gap-4 py-1.5',
              total && 'border-t border-line text-lg font-bold',
            )}
          >
            <dt className={cx(!total && 'text-soft')}>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

/** A search over a list: its fields go into the address, so a result can be kept and sent on. */
export function Filters({ children, act }: { children: ReactNode; act?: string }) {
  const { t } = usePage()
  return (
    <form method="get" className="flex flex-wrap items-end gap-3 pb-4">
      {children}
      <Button tone="secondary">{act ?? t('console.filter')}</Button>
    </form>
  )
}

interface FilterProps {
  name: string
  label: string
  type?: 'text' | 'search' | 'date' | 'datetime-local' | 'tel'
  placeholder?: string
  /** In place of a text: what may be chosen, after "all". */
  options?: readonly { readonly value: string; readonly label: string }[]
}

/** One field of `<Filters>`, holding what the address says. */
export function Filter({ name, label, type = 'search', placeholder, options }: FilterProps) {
  const { t, url } = usePage()
  const value = url.searchParams.get(name) ?? ''
  return (
    <label
      className={cx(
        'flex min-w-0 grow basis-40 flex-col gap-1 text-sm font-semibold',
        // An address or an id is seen whole while it is typed.
        type === 'search' && !options ? 'sm:max-w-96' : 'sm:max-w-56',
      )}
    >
      {label}
      {options ? (
        <select name={name} defaultValue={value} className="control font-normal">
          <option value="">{t('console.all')}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : (
        <input name={name} type={type} defaultValue={value} placeholder={placeholder} className="control font-normal" />
      )}
    </label>
  )
}

interface ActProps {
  /** Tells the page's action which of its acts is meant. */
  act: string
  /** Opens the form: what is about to be done. */
  label: string
  /** The button that does it. */
  confirm: string
  tone?: Tone
  refused: Refused | undefined
  /** What will happen. */
  text?: ReactNode
  /** Asks why; the answer goes into the audit trail. */
  reason?: boolean
  hidden?: Readonly<Record<string, string>>
  children?: ReactNode
}

/** An act in two steps: a button that opens it, then its reason and the button that does it. Works without scripts. */
export function Act({ act, label, confirm, tone = 'secondary', refused, text, reason, hidden, children }: ActProps) {
  const { t, url } = usePage()
  const mine = refusedOf(refused, act, hidden)
  const here = withoutDone(url)
  return (
    <details className="group min-w-0 open:w-full" open={mine !== undefined}>
      <summary className={summaryLook(tone)}>{label}</summary>
      {/* In a row of a table it lies over the page, where there is room for it. */}
      <div className="mt-3 max-w-xl rounded-control border border-line bg-canvas p-4 sm:in-[td]:fixed sm:in-[td]:end-6 sm:in-[td]:bottom-6 sm:in-[td]:z-10 sm:in-[td]:max-h-[90dvh] sm:in-[td]:w-md sm:in-[td]:overflow-y-auto sm:in-[td]:whitespace-normal sm:in-[td]:shadow-card">
        <Form refused={mine}>
          <input type="hidden" name="act" value={act} />
          {Object.entries(hidden ?? {}).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {text && <div>{text}</div>}
          {children}
          {reason && (
            <Field name="reason" label={t('console.reason')} hint={t('console.reason.hint')}>
              <TextArea rows={2} />
            </Field>
          )}
          <Row>
            <Button tone={tone === 'danger' ? 'danger' : 'primary'}>{confirm}</Button>
            <ButtonLink tone="quiet" to={here}>
              {t('console.cancel')}
            </ButtonLink>
          </Row>
        </Form>
      </div>
    </details>
  )
}

/** This page, closed again and without what the last act said. */
function withoutDone(url: URL): string {
  const parameters = new URLSearchParams(url.search)
  parameters.delete('done')
  return `${url.pathname}${parameters.size > 0 ? `?${parameters}` : ''}`
}

function summaryLook(tone: Tone): string {
  const colours: Record<Tone, string> = {
    primary: 'bg-brand text-on-brand',
    secondary: 'border border-strong-line bg-surface',
    quiet: 'text-accent',
    danger: 'border border-bad text-bad',
  }
  return `inline-flex min-h-12 cursor-pointer list-none items-center rounded-control px-5 font-semibold [&::-webkit-details-marker]:hidden ${colours[tone]}`
}

/** The refusal of this very form, on pages with several. */
export function refusedOf(
  refused: Refused | undefined,
  act: string,
  hidden: Readonly<Record<string, string>> = {},
): Refused | undefined {
  const sent = (name: string) => refused?.values[name]?.[0]
  if (sent('act') !== act) return undefined
  return Object.entries(hidden).every(([name, value]) => sent(name) === value) ? refused : undefined
}

/** What the last act did, after its redirect: `?done=approved` says `console.done.approved`. */
export function Done() {
  const { t, url, product, locale } = usePage()
  // A form that was refused is the latest news.
  const refused = useActionData() !== undefined
  const key = `console.done.${url.searchParams.get('done')}`
  return !refused && Object.hasOwn(wordsOf(product, locale), key) ? (
    <div className="pb-4">
      <Notice mood="good" title={t(key as MessageKey)} />
    </div>
  ) : null
}

/** A part of a page with its own heading. */
export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <Stack as="section" gap={3} className="pt-8 first:pt-0">
      <Row className="justify-between">
        <h2 className="text-2xl">{title}</h2>
        {aside}
      </Row>
      {children}
    </Stack>
  )
}

/** A value of unknown shape, for people who know what they look at. */
export function Json({ value }: { value: unknown }) {
  if (value === null || value === undefined) return <span aria-hidden>–</span>
  return (
    <pre className="max-h-64 overflow-auto rounded-control bg-sunken p-3 font-mono text-sm whitespace-pre-wrap">
      {JSON.stringify(value, null, 1)}
    </pre>
  )
}
