/** The gifts of a pot as its owner sees them: who (or nobody), how much, what they wrote, and which ones went back. */
import { usePage } from '../../page.tsx'
import { Badge } from '../../ui/states.tsx'
import { Money } from '../../ui/values.tsx'
import { Ago } from './countdown.tsx'
import { initialOf } from './wall.tsx'

interface OwnGift {
  readonly id: string
  readonly name: string | null
  readonly anonymous: boolean
  readonly amount_minor: string
  readonly message: string | null
  readonly status: string
  readonly at: string
}

export function OwnGifts({ gifts }: { gifts: readonly OwnGift[] }) {
  const { t } = usePage()
  return (
    <ul className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface">
      {gifts.map((gift) => (
        <li key={gift.id} className="flex flex-col gap-2 p-4">
          <div className="flex items-center gap-3">
            <span
              aria-hidden
              className="flex size-10 shrink-0 items-center justify-center rounded-full bg-festive-wash text-lg font-bold"
            >
              {initialOf(gift.name) ?? '♥'}
            </span>
            <p className="min-w-0 flex-1 leading-tight">
              <span className="block font-semibold break-words">
                {gift.name ?? t(gift.anonymous ? 'gifts.anonymous' : 'gifts.somebody')}
              </span>
              <Ago at={gift.at} className="text-sm text-soft" />
            </p>
            <span className="flex flex-col items-end gap-1">
              <Money minor={gift.amount_minor} className="text-lg font-bold" />
              {gift.status !== 'received' && (
                <Badge>{t(gift.status === 'refunded' ? 'mine.gift.refunded' : 'mine.gift.refunding')}</Badge>
              )}
            </span>
          </div>
          {gift.message && <p className="ps-13 break-words whitespace-pre-line">{gift.message}</p>}
        </li>
      ))}
    </ul>
  )
}
