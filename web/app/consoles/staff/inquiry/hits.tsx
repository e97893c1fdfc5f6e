/** Things as lines: what each is, whose, how much, its state, and where its money is. The whole line leads to its page. */
import { Link } from 'react-router'
import { wordsOf } from '../../../i18n.ts'
import { usePage } from '../../../page.tsx'
import { Money } from '../../../ui/values.tsx'
import { Moment, Status, useWord } from '../../parts.tsx'
import { whereTheMoneyIs } from './money.ts'
import { pageOf, type Thing } from './things.ts'

/** `told`: with the sentence of where the money is. */
export function Hits({ things, told = false, label }: { things: readonly Thing[]; told?: boolean; label: string }) {
  return (
    <ul aria-label={label} className="flex flex-col gap-2">
      {things.map((thing) => (
        <li key={`${thing.kind} ${thing.id}`}>
          <Hit thing={thing} told={told} />
        </li>
      ))}
    </ul>
  )
}

function Hit({ thing, told }: { thing: Thing; told: boolean }) {
  const page = usePage()
  const word = useWord()
  const to = pageOf(thing)
  const sentence = told ? whereTheMoneyIs(page, thing) : undefined
  const inside = (
    <>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="text-sm font-semibold text-soft">
          {word('inquiry.kind', thing.facts?.['owns'] ? 'owner' : thing.kind)}
        </span>
        <strong className={to && 'link'}>
          <Name thing={thing} />
        </strong>
        {thing.state && <Status value={thing.state} />}
        <span className="ms-auto text-sm text-soft">
          <Moment value={thing.facts?.['paid_at'] ?? thing.at} />
        </span>
      </span>
      {sentence && <span className="text-soft">{sentence}</span>}
    </>
  )
  const look = 'flex min-h-12 flex-col justify-center gap-1 rounded-card border border-line bg-surface px-4 py-3'
  return to ? (
    <Link to={to} className={`${look} hover:border-strong-line`}>
      {inside}
    </Link>
  ) : (
    <div className={look}>{inside}</div>
  )
}

/** What a person would call it: amount and whose for money, its own name else. */
function Name({ thing }: { thing: Thing }) {
  const { t, locale, product } = usePage()
  const { kind, title, facts = {}, amount_minor, currency } = thing
  const amount = amount_minor !== undefined && kind !== 'pot' && (
    <Money minor={amount_minor} {...(currency ? { currency } : {})} />
  )
  const key = kind === 'transfer' ? `staff.transfer.${title}` : kind === 'message' ? `staff.message.${title}` : ''
  const words = wordsOf(product, locale)
  const own = Object.hasOwn(words, key) ? words[key] : title
  const whose =
    kind === 'gift'
      ? facts['anonymous']
        ? t('staff.gift.anonymous')
        : title
          ? t('inquiry.of', { name: title })
          : ''
      : (own ?? '')
  const honoree = kind === 'gift' && facts['honoree'] ? t('inquiry.for', { name: facts['honoree'] }) : ''
  const parts = [amount, whose, honoree].filter(Boolean)
  return (
    <>
      {parts.length > 0
        ? parts.map((part, at) => (
            // A number runs from left to right in Arabic too.
            <bdi key={at}>
              {at > 0 && ' '}
              {part}
            </bdi>
          ))
        : `…${thing.id.slice(-6)}`}
    </>
  )
}

/** Messages, folded away: they answer no question about money. */
export function Aside({ things, open = false }: { things: readonly Thing[]; open?: boolean }) {
  const { t } = usePage()
  if (things.length === 0) return null
  return (
    <details open={open}>
      <summary className="inline-flex min-h-12 cursor-pointer items-center font-semibold text-accent">
        {t('inquiry.aside', { count: things.length })}
      </summary>
      <Hits things={things} label={t('inquiry.kind.message')} />
    </details>
  )
}
