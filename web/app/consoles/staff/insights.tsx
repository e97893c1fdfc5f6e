/** The answers on the first page of staff: gifts per day, how many who look give, top packs, where every franc is. */
import { Link } from 'react-router'
import { usePage } from '../../page.tsx'
import { cx } from '../../ui/class.ts'
import { DateText, Money } from '../../ui/values.tsx'
import { Bars, Columns, Figure } from '../charts.tsx'
import { useWord } from '../parts.tsx'
import { bestDay, bestWeekday, moneyPlaces, ofHundred, sumOf, type DayOfGifts, type MoneyLine } from './findings.ts'

export const RANGES = [7, 30, 90] as const

export interface Insights {
  readonly days: (typeof RANGES)[number]
  readonly gifts: { readonly currency: string; readonly items: readonly DayOfGifts[] } | undefined
  readonly packs: { readonly items: readonly PackLine[] } | undefined
  readonly money: { readonly lines: readonly MoneyLine[] } | undefined
}

interface PackLine {
  readonly pack_id: string
  readonly name: Readonly<Record<string, string>>
  readonly bought: number
  readonly amount_minor: string
}

export function InsightFigures({ days, gifts, packs, money }: Insights) {
  const { t } = usePage()
  if (!gifts && !packs && !money) return null
  return (
    <section aria-labelledby="insights" className="flex flex-col gap-4 pt-10">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="insights" className="text-2xl">
          {t('insights.title')}
        </h2>
        <nav aria-label={t('insights.range')}>
          <ul className="flex flex-wrap gap-1">
            {RANGES.map((range) => (
              <li key={range}>
                <Link
                  to={`/staff?days=${range}#insights`}
                  aria-current={range === days ? 'true' : undefined}
                  className={cx(
                    'inline-flex min-h-11 items-center rounded-full px-4 text-sm font-semibold',
                    range === days ? 'bg-brand-wash text-brand' : 'hover:bg-sunken',
                  )}
                >
                  {t('insights.days', { days: range })}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
      <div className="grid grid-cols-1 gap-4 xl:grid-cols-2">
        {gifts && <GiftsPerDay currency={gifts.currency} items={gifts.items} />}
        {money && <MoneyByState lines={money.lines} />}
        {gifts && <Conversion items={gifts.items} />}
        {packs && <TopPacks items={packs.items} />}
      </div>
    </section>
  )
}

function GiftsPerDay({ currency, items }: { currency: string; items: readonly DayOfGifts[] }) {
  const { t, money, date, number } = usePage()
  const sum = sumOf(items)
  const [weekday, best] = [bestWeekday(items), bestDay(items)]
  const finding = weekday
    ? t('insights.gifts.weekday', { weekday: date(weekday.day, 'weekday'), average: money(weekday.average, currency) })
    : best
      ? t('insights.gifts.best', { day: date(best.day, 'day'), amount: money(best.amount_minor, currency) })
      : t('insights.gifts.none')
  return (
    <Figure
      title={t('insights.gifts.title')}
      finding={finding}
      aside={
        <p className="font-semibold tabular-nums">
          {t('insights.gifts.sum', { count: sum.gifts, amount: money(sum.amount, currency) })}
        </p>
      }
      heads={[t('insights.day'), t('insights.gifts.count'), t('console.amount')]}
      rows={items.toReversed().map((day) => ({
        key: day.day,
        cells: [
          <Link
            key=""
            to={`/staff/gifts?from=${day.day}&to=${day.day}`}
            className="link inline-flex min-h-8 items-center"
          >
            <DateText value={day.day} style="day" />
          </Link>,
          number(day.gifts),
          <Money key="" minor={day.amount_minor} currency={currency} />,
        ],
      }))}
    >
      <Columns
        label={`${t('insights.gifts.title')}. ${finding}`}
        top={money(best?.amount_minor ?? 0, currency)}
        first={items[0] ? date(items[0].day, 'tick') : ''}
        last={t('insights.today')}
        items={items.map(({ day, amount_minor, gifts }) => ({
          key: day,
          value: BigInt(amount_minor),
          hint: t('insights.gifts.hint', {
            day: date(day, 'day'),
            count: gifts,
            amount: money(amount_minor, currency),
          }),
        }))}
      />
    </Figure>
  )
}

function Conversion({ items }: { items: readonly DayOfGifts[] }) {
  const { t, number, date } = usePage()
  const { views, started, paid } = sumOf(items)
  const finding =
    views > 0
      ? t('insights.conversion.finding', {
          started: ofHundred(started, views),
          paid: ofHundred(paid, views),
          kept: ofHundred(paid, started),
        })
      : started > 0
        ? t('insights.conversion.no_views', { kept: ofHundred(paid, started) })
        : t('insights.conversion.none')
  const steps = [
    { key: 'views', name: t('insights.conversion.views'), value: views },
    { key: 'started', name: t('insights.conversion.started'), value: started },
    {
      key: 'paid',
      name: t('insights.conversion.paid'),
      value: paid,
    },
  ] as const
  return (
    <Figure
      title={t('insights.conversion.title')}
      finding={finding}
      aside={
        <Link to="/staff/gifts?status=pending" className="link inline-flex min-h-11 items-center text-sm">
          {t('insights.conversion.unpaid')}
        </Link>
      }
      heads={[
        t('insights.day'),
        t('insights.conversion.views'),
        t('insights.conversion.started'),
        t('insights.conversion.paid'),
      ]}
      rows={items
        .toReversed()
        .filter((day) => day.views + day.started > 0)
        .map((day) => ({
          key: day.day,
          cells: [date(day.day, 'tick'), number(day.views), number(day.started), number(day.paid)],
        }))}
    >
      <Bars
        items={steps.map(({ key, name, value }) => ({
          key,
          name,
          value: BigInt(value),
          said: number(value),
          mood: key === 'paid' ? 'brand' : key === 'started' ? 'festive' : 'soft',
        }))}
      />
    </Figure>
  )
}

function TopPacks({ items }: { items: readonly PackLine[] }) {
  const { t, locale, money } = usePage()
  const [first] = items
  const nameOf = (pack: PackLine) => pack.name[locale] ?? Object.values(pack.name)[0] ?? pack.pack_id
  const all = items.reduce((sum, { bought }) => sum + bought, 0)
  return (
    <Figure
      title={t('insights.packs.title')}
      finding={
        first
          ? t('insights.packs.finding', { name: nameOf(first), share: ofHundred(first.bought, all), count: all })
          : t('insights.packs.none')
      }
      heads={[t('insights.packs.pack'), t('insights.packs.bought'), t('console.amount')]}
      rows={items.map((pack) => ({
        key: pack.pack_id,
        cells: [nameOf(pack), pack.bought, <Money key="" minor={pack.amount_minor} />],
      }))}
    >
      <Bars
        items={items.map((pack, n) => ({
          key: pack.pack_id,
          name: (
            <Link to={`/staff/packs/${pack.pack_id}`} className="link">
              {nameOf(pack)}
            </Link>
          ),
          value: BigInt(pack.bought),
          said: `${pack.bought} · ${money(pack.amount_minor)}`,
          mood: n === 0 ? 'brand' : 'festive',
        }))}
      />
    </Figure>
  )
}

function MoneyByState({ lines }: { lines: readonly MoneyLine[] }) {
  const { t, money, profile } = usePage()
  const word = useWord()
  const { places, outside, total } = moneyPlaces(lines, profile.currency)
  const [first] = places
  const nameOf = (kind: string) => word('insights.place', kind)
  return (
    <Figure
      title={t('insights.money.title')}
      finding={
        first
          ? t('insights.money.finding', {
              total: money(total),
              place: nameOf(first.kind).toLocaleLowerCase(),
              share: ofHundred(Number(first.balance_minor), Number(total)),
            })
          : t('insights.money.none')
      }
      aside={
        <Link to="/staff/ledger/trial-balance" className="link inline-flex min-h-11 items-center text-sm">
          {t('insights.money.balance')}
        </Link>
      }
      heads={[t('insights.money.place'), t('staff.trial.accounts'), t('console.amount')]}
      rows={[...places, ...outside].map((line) => ({
        key: line.kind,
        cells: [nameOf(line.kind), line.accounts, <Money key="" minor={line.balance_minor} />],
      }))}
    >
      <Bars
        items={places.map((line, n) => ({
          key: line.kind,
          name: (
            <Link to={`/staff/ledger/accounts?kind=${line.kind}`} className="link">
              {nameOf(line.kind)}
            </Link>
          ),
          value: BigInt(line.balance_minor),
          said: money(line.balance_minor),
          mood: n === 0 ? 'brand' : 'festive',
        }))}
      />
    </Figure>
  )
}
