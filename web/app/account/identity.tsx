/** Proving who one is, where that is asked for: the number of a document, reviewed by a person. */
import { api } from '../context.ts'
import { formatLocale } from '../format.ts'
import { need, problemOf, readForm, refused, seeOther } from '../forms.ts'
import { usePage } from '../page.tsx'
import { Button } from '../ui/button.tsx'
import { Select, TextInput } from '../ui/controls.tsx'
import { Field, Form } from '../ui/form.tsx'
import { Head } from '../ui/head.tsx'
import { Column, PageTitle, Stack } from '../ui/layout.tsx'
import { Notice, type Mood } from '../ui/states.tsx'
import type { Route } from './+types/identity'

const kinds = ['national_id', 'passport', 'birth_certificate'] as const

export async function loader({ context }: Route.LoaderArgs) {
  const { identity_check, identity_check_note } = need(context, await api(context).GET('/api/me/profile'))
  return { check: identity_check, note: identity_check_note }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const result = await api(context).POST('/api/me/identity-check', {
    headers: form.headers,
    body: {
      kind: kinds.find((kind) => kind === form.text('kind')) ?? 'national_id',
      country: form.text('country'),
      number: form.text('number'),
    },
  })
  return result.data ? seeOther('/account/identity') : refused(form, problemOf(result), ['number'])
}

const moods: Record<string, Mood> = { required: 'info', submitted: 'info', passed: 'good', refused: 'bad' }

export default function Identity({ loaderData: { check, note }, actionData }: Route.ComponentProps) {
  const { t, locale, profile } = usePage()
  const name = new Intl.DisplayNames(formatLocale(locale), { type: 'region' })
  const open = check === 'required' || check === 'refused' || check === 'submitted'
  return (
    <Column width="form">
      <Head title={t('identity.title')} index={false} />
      <PageTitle title={t('identity.title')} />
      <Stack gap={6}>
        <Notice mood={moods[check] ?? 'info'} title={t(`identity.check.${check}`)}>
          {note}
        </Notice>
        {open && (
          <Form refused={actionData}>
            <Field name="kind" label={t('identity.kind')}>
              <Select initial="national_id">
                {kinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`identity.kind.${kind}`)}
                  </option>
                ))}
              </Select>
            </Field>
            <Field name="country" label={t('identity.country')}>
              <Select initial={profile.country}>
                {profile.documentCountries.map((country) => (
                  <option key={country} value={country}>
                    {name.of(country)}
                  </option>
                ))}
              </Select>
            </Field>
            <Field name="number" label={t('identity.number')} hint={t('identity.number.hint')}>
              <TextInput autoComplete="off" maxLength={40} />
            </Field>
            <Button wide>{t('identity.submit')}</Button>
          </Form>
        )}
      </Stack>
    </Column>
  )
}
