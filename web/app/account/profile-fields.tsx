/** The fields of a person, the same when they introduce themselves and when they change something later. */
import type { Submitted } from '../forms.ts'
import { usePage } from '../page.tsx'
import { languageName, languageTag } from '../products.ts'
import { DateInput, Select, TextInput } from '../ui/controls.tsx'
import { Choice, Field } from '../ui/form.tsx'

export interface ProfileValues {
  readonly first_name: string
  readonly last_name: string | null
  readonly date_of_birth: string
  readonly celebrates: '28_february' | '1_march'
  readonly locale: string
}

const picks = ['28_february', '1_march'] as const

export function ProfileFields({ profile }: { profile?: ProfileValues | undefined }) {
  const { t, locale, profile: product } = usePage()
  const spoken = product.locales.find((lang) => lang === profile?.locale.split('-')[0]) ?? locale
  return (
    <>
      <Field name="first_name" label={t('profile.first_name')} hint={t('profile.first_name.hint')}>
        <TextInput autoComplete="given-name" maxLength={100} initial={profile?.first_name} />
      </Field>
      <Field name="last_name" label={t('profile.last_name')} optional>
        <TextInput autoComplete="family-name" maxLength={100} initial={profile?.last_name ?? undefined} />
      </Field>
      <Field name="date_of_birth" label={t('profile.date_of_birth')} hint={t('profile.date_of_birth.hint')}>
        <DateInput autoComplete="bday" initial={profile?.date_of_birth} />
      </Field>
      {product.birthdays && (
        <details open={profile?.date_of_birth.endsWith('-02-29')}>
          <summary className="cursor-pointer py-2 text-accent">{t('profile.leap_day')}</summary>
          <Choice
            name="celebrates"
            legend={t('profile.leap_day.legend')}
            options={[
              { value: '28_february', label: t('profile.leap_day.february') },
              { value: '1_march', label: t('profile.leap_day.march') },
            ]}
            initial={profile?.celebrates ?? '28_february'}
          />
        </details>
      )}
      <Field name="locale" label={t('profile.language')} hint={t('profile.language.hint')}>
        <Select initial={languageTag(product, spoken)}>
          {product.locales.map((lang) => (
            <option key={lang} value={languageTag(product, lang)} lang={lang}>
              {languageName[lang]}
            </option>
          ))}
        </Select>
      </Field>
    </>
  )
}

/** The same fields as the API takes them. */
export function profileBody(form: Submitted) {
  const celebrates = picks.find((pick) => pick === form.text('celebrates'))
  const last = form.text('last_name')
  return {
    first_name: form.text('first_name'),
    last_name: last === '' ? null : last,
    date_of_birth: form.text('date_of_birth'),
    ...(celebrates ? { celebrates } : {}),
    ...(form.text('locale') ? { locale: form.text('locale') } : {}),
  }
}
