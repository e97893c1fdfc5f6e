/** One pack in a list: picture, name, where, price. The whole card leads to it. */
import { Link } from 'react-router'
import { usePage } from '../../page.tsx'
import { Money } from '../../ui/values.tsx'
import { PackPicture } from './picture.tsx'
import type { Category } from './kinds.ts'

export interface PackSummary {
  readonly id: string
  readonly name: string
  readonly category: Category
  readonly image_key: string | null
  readonly price_minor: string
  readonly partner: { readonly name: string }
  readonly venues: readonly { readonly city: string }[]
  readonly stock_left: number | null
}

/** From this many units on, how many are left is nobody's concern. */
const FEW = 5

export function PackCard({ pack, heading: Heading = 'h2' }: { pack: PackSummary; heading?: 'h2' | 'h3' }) {
  const { t } = usePage()
  const towns = [...new Set(pack.venues.map((venue) => venue.city))]
  return (
    <Link
      to={`/packs/${pack.id}`}
      className="flex w-full flex-col overflow-hidden rounded-card border border-line bg-surface shadow-card hover:border-strong-line"
    >
      <PackPicture category={pack.category} image={pack.image_key} className="aspect-[2/1] w-full" />
      <div className="flex flex-1 flex-col gap-1 p-4">
        <Heading className="text-lg leading-snug">{pack.name}</Heading>
        <p className="text-soft">{[pack.partner.name, ...towns].join(' · ')}</p>
        <p className="mt-auto flex flex-wrap items-baseline justify-between gap-2 pt-2">
          <Money minor={pack.price_minor} className="text-lg font-bold text-brand" />
          {pack.stock_left !== null && pack.stock_left <= FEW && (
            <span className="text-sm font-semibold">{t('packs.few_left', { count: pack.stock_left })}</span>
          )}
        </p>
      </div>
    </Link>
  )
}
