/** Signing out: a form posts here from the account pages; opened as an address it asks first. */
import { api, page } from '../../context.ts'
import { seeOther } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Column, PageTitle } from '../../ui/layout.tsx'
import type { Route } from './+types/sign-out'

export function loader({ context }: Route.LoaderArgs) {
  if (!page(context).session) throw seeOther('/')
  return null
}

export async function action({ context }: Route.ActionArgs) {
  await api(context).DELETE('/api/sessions/current')
  return seeOther('/')
}

export default function SignOut() {
  const { t } = usePage()
  return (
    <Column width="form">
      <Head title={t('sign_out.title')} index={false} />
      <PageTitle title={t('sign_out.title')} />
      <Form>
        <Button wide>{t('sign_out.submit')}</Button>
      </Form>
    </Column>
  )
}
