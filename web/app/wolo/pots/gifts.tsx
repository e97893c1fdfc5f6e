/** The gifts of a pot as friends see them: who (or nobody), how much (or not), and what they wrote. */
import { usePage } from '../../page.tsx'
import { Stack } from '../../ui/layout.tsx'
import { DateText, Money } from '../../ui/values.tsx'

export interface ShownGift {
  readonly name: string | null
  readonly anonymous: boolean
  /** Null when the donor hides it. */
  readonly amount_minor: string | null
  readonly message: string | null
  readonly at: string | null
}

export function GiftList({ gifts }: { gifts: readonly ShownGift[] }) {
  const { t } = usePage()
  return (
    <ul className="flex flex-col gap-3">
      {gifts.map((gift, position) => (
        <li key={position} className="flex flex-col gap-2 rounded-card border border-line bg-surface p-4">
          <div className="flex items-start gap-3">
            <Initial name={gift.name} />
            <Stack gap={1} className="min-w-0 flex-1">
              <p className="font-semibold break-words">
                {gift.name ?? t(gift.anonymous ? 'gifts.anonymous' : 'gifts.somebody')}
              </p>
              {gift.at && <DateText value={gift.at} className="text-sm text-soft" />}
            </Stack>
            {gift.amount_minor !== null && <Money minor={gift.amount_minor} className="font-bold" />}
          </div>
          {gift.message && <p className="ps-13 break-words whitespace-pre-line">{gift.message}</p>}
        </li>
      ))}
    </ul>
  )
}

function Initial({ name }: { name: string | null }) {
  const letter = name?.trim().charAt(0).toLocaleUpperCase('fr')
  return (
    <span
      aria-hidden
      className="flex size-10 shrink-0 items-center justify-center rounded-full bg-festive-wash text-lg font-bold"
    >
      {letter || '♥'}
    </span>
  )
}
