/** How and about what a person wants to be told, and when they want quiet. */
import { api, page } from '../context.ts'
import { need, problemOf, readForm, refused, seeOther } from '../forms.ts'
import { usePage } from '../page.tsx'
import { products } from '../products.ts'
import { Button } from '../ui/button.tsx'
import { TextInput } from '../ui/controls.tsx'
import { Checkbox, Choice, Field, Form } from '../ui/form.tsx'
import { Head } from '../ui/head.tsx'
import { Column, PageTitle, Row } from '../ui/layout.tsx'
import { Notice } from '../ui/states.tsx'
import type { Route } from './+types/preferences'

const channels = ['sms', 'email', 'in_app'] as const

export async function loader({ context }: Route.LoaderArgs) {
  return need(context, await api(context).GET('/api/me/preferences'))
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const wanted = form.all('categories')
  const { categories } = need(context, await api(context).GET('/api/me/preferences'))
  const result = await api(context).PUT('/api/me/preferences', {
    headers: form.headers,
    body: {
      channels: switches(channels, form.all('channels')),
      // What the product does not ask about stays as it is.
      categories: { ...categories, ...switches(products[page(context).product].news, wanted) },
      quiet_hours: form.checked('quiet') ? { start: form.text('start'), end: form.text('end') } : null,
    },
  })
  return result.data ? seeOther('/account/preferences?done=yes') : refused(form, problemOf(result))
}

function switches<N extends string>(names: readonly N[], on: readonly string[]): Record<N, boolean> {
  return Object.fromEntries(names.map((name) => [name, on.includes(name)])) as Record<N, boolean>
}

export default function Preferences({ loaderData, actionData }: Route.ComponentProps) {
  const { t, url, profile } = usePage()
  const quiet = loaderData.quiet_hours
  return (
    <Column width="form">
      <Head title={t('preferences.title')} index={false} />
      <PageTitle title={t('preferences.title')} lead={t('preferences.lead')} />
      {!actionData && url.searchParams.has('done') && <Notice mood="good" title={t('account.saved')} />}
      <Form refused={actionData} className="mt-4">
        <Choice
          many
          name="channels"
          legend={t('preferences.channels')}
          options={channels.map((name) => ({ value: name, label: t(`preferences.channel.${name}`) }))}
          initial={channels.filter((name) => loaderData.channels[name])}
        />
        <Choice
          many
          name="categories"
          legend={t('preferences.categories')}
          options={profile.news.map((name) => ({ value: name, label: t(`preferences.category.${name}`) }))}
          initial={profile.news.filter((name) => loaderData.categories[name])}
        />
        <fieldset className="flex flex-col gap-3">
          <legend className="font-semibold">{t('preferences.quiet')}</legend>
          <Checkbox name="quiet" label={t('preferences.quiet.on')} initial={quiet !== null} />
          <Row className="grid grid-cols-2">
            <Field name="start" label={t('preferences.quiet.start')}>
              <TextInput type="time" initial={quiet?.start ?? '22:00'} />
            </Field>
            <Field name="end" label={t('preferences.quiet.end')}>
              <TextInput type="time" initial={quiet?.end ?? '08:00'} />
            </Field>
          </Row>
        </fieldset>
        <Button wide>{t('account.save')}</Button>
      </Form>
    </Column>
  )
}
