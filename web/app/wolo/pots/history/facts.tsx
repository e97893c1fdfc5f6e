/** What a pot says, field by field, in the words of its form: for its history and for two versions side by side. */
import type { ReactNode } from 'react'
import { usePage } from '../../../page.tsx'
import { Money } from '../../../ui/values.tsx'
import { coverNames, isPhoto } from '../../covers/covers.tsx'

const fields = [
  'title',
  'story',
  'cover',
  'visibility',
  'allow_messages',
  'show_names',
  'allow_anonymous',
  'pack_id',
  'target_minor',
] as const
type FieldName = (typeof fields)[number]

export type Facts = Readonly<Record<string, unknown>>
interface Pack {
  readonly id: string
  readonly name: Readonly<Record<string, string>>
}

/** One value as people read it; `pack` is the pot's own, whose name is known. */
export function Fact({ field, value, pack }: { field: FieldName; value: unknown; pack: Pack | null }) {
  const { t, locale } = usePage()
  const said = ((): ReactNode => {
    switch (field) {
      case 'cover': {
        const cover = typeof value === 'string' ? value : coverNames[0]
        const drawing = coverNames.find((name) => name === cover)
        return isPhoto(cover) ? t('cover.photo') : drawing ? t(`cover.${drawing}`) : cover
      }
      case 'visibility':
        return value === 'public' || value === 'private' || value === 'link'
          ? t(`pot_form.visibility.${value}`)
          : String(value)
      case 'allow_messages':
      case 'show_names':
      case 'allow_anonymous':
        return t(value ? 'history.yes' : 'history.no')
      case 'pack_id':
        if (value === null) return t('history.none')
        return pack && pack.id === value ? (pack.name[locale] ?? pack.name['fr']) : t('history.other_pack')
      case 'target_minor':
        return typeof value === 'string' ? <Money minor={value} /> : t('history.none')
      case 'title':
      case 'story':
        return typeof value === 'string' && value !== '' ? value : t('history.none')
    }
  })()
  return <span className="break-words whitespace-pre-line">{said}</span>
}

export function factsIn(facts: Facts): FieldName[] {
  return fields.filter((field) => Object.hasOwn(facts, field))
}

export function useFactLabel(): (field: FieldName) => string {
  const { t } = usePage()
  return (field) => t(`history.field.${field}`)
}

export function FactList({ facts, pack }: { facts: Facts; pack: Pack | null }) {
  const label = useFactLabel()
  return (
    <dl className="flex flex-col gap-2">
      {factsIn(facts).map((field) => (
        <div key={field}>
          <dt className="text-sm text-soft">{label(field)}</dt>
          <dd className="font-semibold">
            <Fact field={field} value={facts[field]} pack={pack} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
