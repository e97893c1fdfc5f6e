/** A guardian adds a child: a name, a birthday, and what the child signs in with. No number and no address. */
import { api } from '../../context.ts'
import { withDigits } from '../../format.ts'
import { need, problemOf, readForm, refused, seeOther } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { languageName, languageTag } from '../../products.ts'
import { Button } from '../../ui/button.tsx'
import { DateInput, Select, TextInput } from '../../ui/controls.tsx'
import { Choice, Field, Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Card, Column, PageTitle } from '../../ui/layout.tsx'
import { FirstSteps } from './steps.tsx'
import type { Route } from './+types/new-child'

const relations = ['parent', 'grandparent', 'sibling', 'relative', 'guardian'] as const

export async function loader({ context }: Route.LoaderArgs) {
  const { items } = need(context, await api(context).GET('/api/me/wards'))
  const profile = await api(context).GET('/api/me/profile')
  if (!profile.data) throw seeOther('/welcome?next=%2Fguardian%2Fchildren%2Fnew')
  return { first: items.length === 0 }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const result = await api(context).POST('/api/wards', {
    body: {
      first_name: form.text('first_name'),
      ...(form.text('last_name') ? { last_name: form.text('last_name') } : {}),
      date_of_birth: form.text('date_of_birth'),
      username: withDigits(form.text('username'), 'latn'),
      pin: withDigits(form.text('pin'), 'latn'),
      relation: relations.find((relation) => relation === form.text('relation')) ?? 'guardian',
      locale: form.text('locale'),
    },
  })
  if (!result.data) return refused(form, problemOf(result), ['pin'])
  return seeOther(`/learners/${result.data.user_id}/consents?step`)
}

export default function NewChild({ loaderData: { first }, actionData }: Route.ComponentProps) {
  const { t, profile, locale } = usePage()
  return (
    <Column width="form">
      <Head title={t('guardian.new.title')} index={false} />
      {first && <FirstSteps at="child" />}
      <PageTitle title={t('guardian.new.title')} lead={t('guardian.new.lead')} />
      <Form refused={actionData}>
        <Field name="first_name" label={t('guardian.new.first_name')}>
          <TextInput autoComplete="off" maxLength={100} />
        </Field>
        <Field name="last_name" label={t('profile.last_name')} optional>
          <TextInput autoComplete="off" maxLength={100} />
        </Field>
        <Field name="date_of_birth" label={t('profile.date_of_birth')} hint={t('guardian.new.birthday.hint')}>
          <DateInput autoComplete="off" />
        </Field>
        <Choice
          name="relation"
          legend={t('guardian.new.relation')}
          options={relations.map((value) => ({ value, label: t(`guardian.relation.${value}`) }))}
          initial="parent"
        />
        <Card className="bg-brand-wash">
          <h2 className="text-xl">{t('guardian.new.sign_in')}</h2>
          <Field
            name="username"
            label={t('learner_sign_in.username')}
            hint={t('guardian.new.username.hint', { example: 'salma10' })}
          >
            <TextInput autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={30} />
          </Field>
          <Field name="pin" label={t('learner_sign_in.pin')} hint={t('guardian.new.pin.hint')}>
            <TextInput autoComplete="off" inputMode="numeric" maxLength={6} dir="ltr" />
          </Field>
        </Card>
        <Field name="locale" label={t('guardian.new.language')}>
          <Select initial={languageTag(profile, locale)}>
            {profile.locales.map((lang) => (
              <option key={lang} value={languageTag(profile, lang)} lang={lang}>
                {languageName[lang]}
              </option>
            ))}
          </Select>
        </Field>
        <Button wide>{t('guardian.new.submit')}</Button>
      </Form>
    </Column>
  )
}
