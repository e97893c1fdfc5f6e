/** The first page after signing up: who are you, and when were you born. */
import { api, page } from '../context.ts'
import { need, problemOf, readForm, refused, seeOther } from '../forms.ts'
import { usePage } from '../page.tsx'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { Head } from '../ui/head.tsx'
import { Column, PageTitle } from '../ui/layout.tsx'
import { nextOf, withNext } from './sign-in/next.ts'
import { afterWelcome } from './pages.ts'
import { profileBody, ProfileFields } from './profile-fields.tsx'
import type { Route } from './+types/welcome'

export async function loader({ context, url }: Route.LoaderArgs) {
  need(context, await api(context).GET('/api/me'))
  const profile = await api(context).GET('/api/me/profile')
  if (profile.data) throw seeOther(nextOf(url) ?? '/dashboard')
  return null
}

export async function action({ request, context, url }: Route.ActionArgs) {
  const form = await readForm(request)
  const result = await api(context).PUT('/api/me/profile', { headers: form.headers, body: profileBody(form) })
  if (!result.data) return refused(form, problemOf(result))
  const { is_minor, has_guardian } = result.data
  const next = nextOf(url)
  const first = is_minor && !has_guardian ? afterWelcome[page(context).product] : undefined
  return seeOther(first ? withNext(first, next) : (next ?? '/dashboard'))
}

export default function Welcome({ actionData }: Route.ComponentProps) {
  const { t } = usePage()
  return (
    <Column width="form">
      <Head title={t('welcome.title')} index={false} />
      <PageTitle title={t('welcome.title')} lead={t('welcome.lead')} />
      <Form refused={actionData}>
        <ProfileFields />
        <Button wide>{t('welcome.submit')}</Button>
      </Form>
    </Column>
  )
}
