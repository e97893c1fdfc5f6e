/** The fields of a pack, for making one and for changing it. */
import { amountOf } from '../../../amount.ts'
import { type Submitted } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { DateInput, MoneyInput, Select, TextArea, TextInput } from '../../../ui/controls.tsx'
import { Choice, Field } from '../../../ui/form.tsx'
import { useWord } from '../../parts.tsx'
import { textsOf } from './partner-form.tsx'

export const PACK_STATUSES = ['draft', 'active', 'withdrawn'] as const
const CATEGORIES = ['cinema', 'restaurant', 'spa', 'experience'] as const

type Texts = Readonly<Record<string, string>>

interface PackValues {
  readonly category: string
  readonly name: Texts
  readonly description: Texts
  readonly terms: Texts | null
  readonly price_minor: string
  readonly validity_days: number
  readonly venue_ids: readonly string[]
  readonly available_from: string | null
  readonly available_until: string | null
  readonly image_key: string | null
}

/** The text in this language, else in the first it was written in. */
export function sayIn(texts: Texts, language: string): string {
  return texts[language] ?? Object.values(texts)[0] ?? ''
}

export function packBody(form: Submitted) {
  const terms = textsOf(form, 'terms')
  return {
    category: form.text('category') as (typeof CATEGORIES)[number],
    name: textsOf(form, 'name'),
    description: textsOf(form, 'description'),
    terms: Object.keys(terms).length > 0 ? terms : null,
    price_minor: amountOf(form.text('price_minor')),
    validity_days: Number(form.text('validity_days')),
    venue_ids: form.all('venue_ids'),
    available_from: form.optional('available_from') ?? null,
    available_until: form.optional('available_until') ?? null,
    image_key: form.optional('image_key') ?? null,
  }
}

interface PackFieldsProps {
  pack?: PackValues
  /** Of the pack's partner. */
  venues: readonly { readonly id: string; readonly name: string; readonly city: string }[]
}

export function PackFields({ pack, venues }: PackFieldsProps) {
  const { t } = usePage()
  const word = useWord()
  return (
    <>
      <Field name="category" label={t('staff.pack.category')}>
        <Select initial={pack?.category}>
          {CATEGORIES.map((category) => (
            <option key={category} value={category}>
              {word('staff.partner.kind', category)}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="name.fr" label={t('staff.pack.name_fr')}>
        <TextInput initial={pack?.name['fr']} />
      </Field>
      <Field name="name.en" label={t('staff.pack.name_en')} optional>
        <TextInput initial={pack?.name['en']} />
      </Field>
      <Field name="description.fr" label={t('staff.pack.description_fr')}>
        <TextArea rows={3} initial={pack?.description['fr']} />
      </Field>
      <Field name="description.en" label={t('staff.pack.description_en')} optional>
        <TextArea rows={3} initial={pack?.description['en']} />
      </Field>
      <Field name="price_minor" label={t('staff.pack.price')} hint={t('staff.pack.price.hint')}>
        <MoneyInput initial={pack?.price_minor} />
      </Field>
      <Field name="validity_days" label={t('staff.pack.validity_days')} hint={t('staff.pack.validity_days.hint')}>
        <TextInput inputMode="numeric" initial={String(pack?.validity_days ?? 30)} />
      </Field>
      {venues.length > 1 && (
        <Choice
          many
          name="venue_ids"
          legend={t('staff.pack.venues')}
          hint={t('staff.pack.venues.hint')}
          options={venues.map((venue) => ({ value: venue.id, label: venue.name, text: venue.city }))}
          initial={pack?.venue_ids ?? []}
        />
      )}
      <Field name="terms.fr" label={t('staff.pack.terms_fr')} optional>
        <TextArea rows={2} initial={pack?.terms?.['fr']} />
      </Field>
      <Field name="terms.en" label={t('staff.pack.terms_en')} optional>
        <TextArea rows={2} initial={pack?.terms?.['en']} />
      </Field>
      <Field name="available_from" label={t('staff.pack.from')} optional>
        <DateInput initial={pack?.available_from ?? undefined} />
      </Field>
      <Field name="available_until" label={t('staff.pack.until')} optional>
        <DateInput initial={pack?.available_until ?? undefined} />
      </Field>
      <Field name="image_key" label={t('staff.pack.image')} optional>
        <TextInput initial={pack?.image_key ?? undefined} />
      </Field>
    </>
  )
}
