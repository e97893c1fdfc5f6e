/** The fields of a partner, for taking one on and for changing it. */
import { amountOf } from '../../../amount.ts'
import { type Submitted } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { MoneyInput, Select, TextArea, TextInput } from '../../../ui/controls.tsx'
import { Field } from '../../../ui/form.tsx'
import { useWord } from '../../parts.tsx'

export const PARTNER_STATUSES = ['pending', 'active', 'suspended', 'terminated'] as const
const PARTNER_KINDS = ['cinema', 'restaurant', 'spa', 'experience', 'retail'] as const
const PAYMENT_TERMS = ['weekly', 'monthly', 'quarterly'] as const

interface PartnerValues {
  readonly name: string
  readonly kind: string
  readonly description: Readonly<Record<string, string>>
  readonly business_registration: string | null
  readonly tax_id: string | null
  readonly revenue_split_basis_points: number
  readonly payment_terms: string
  readonly minimum_payout_minor: string
}

/** The form as the API takes it; what is no choice of ours or no number is left for the API to refuse. */
export function partnerBody(form: Submitted) {
  return {
    name: form.text('name'),
    kind: form.text('kind') as (typeof PARTNER_KINDS)[number],
    description: textsOf(form, 'description'),
    business_registration: form.optional('business_registration') ?? null,
    tax_id: form.optional('tax_id') ?? null,
    revenue_split_basis_points: Math.round(Number(form.text('revenue_split_basis_points').replace(',', '.')) * 100),
    payment_terms: form.text('payment_terms') as (typeof PAYMENT_TERMS)[number],
    minimum_payout_minor: amountOf(form.text('minimum_payout_minor')),
  }
}

/** A text in each language it was written in. */
export function textsOf(form: Submitted, name: string): Record<string, string> {
  return Object.fromEntries(
    ['fr', 'en'].flatMap((language) => {
      const text = form.text(`${name}.${language}`)
      return text ? [[language, text]] : []
    }),
  )
}

export function PartnerFields({ partner }: { partner?: PartnerValues }) {
  const { t } = usePage()
  const word = useWord()
  return (
    <>
      <Field name="name" label={t('staff.partner.name')}>
        <TextInput initial={partner?.name} />
      </Field>
      <Field name="kind" label={t('staff.partner.kind')}>
        <Select initial={partner?.kind}>
          {PARTNER_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {word('staff.partner.kind', kind)}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="description.fr" label={t('staff.partner.description_fr')} optional>
        <TextArea rows={2} initial={partner?.description['fr']} />
      </Field>
      <Field name="description.en" label={t('staff.partner.description_en')} optional>
        <TextArea rows={2} initial={partner?.description['en']} />
      </Field>
      <Field
        name="revenue_split_basis_points"
        label={t('staff.partner.split_percent')}
        hint={t('staff.partner.split_percent.hint')}
      >
        <TextInput
          inputMode="decimal"
          initial={partner ? String(partner.revenue_split_basis_points / 100) : undefined}
        />
      </Field>
      <Field name="payment_terms" label={t('staff.partner.payment_terms')}>
        <Select initial={partner?.payment_terms ?? 'monthly'}>
          {PAYMENT_TERMS.map((terms) => (
            <option key={terms} value={terms}>
              {word('staff.partner.payment_terms', terms)}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="minimum_payout_minor" label={t('staff.partner.minimum')} hint={t('staff.partner.minimum.hint')}>
        <MoneyInput initial={partner?.minimum_payout_minor ?? '10000'} />
      </Field>
      <Field name="business_registration" label={t('staff.partner.registration')} optional>
        <TextInput initial={partner?.business_registration ?? undefined} />
      </Field>
      <Field name="tax_id" label={t('staff.partner.tax_id')} optional>
        <TextInput initial={partner?.tax_id ?? undefined} />
      </Field>
    </>
  )
}
