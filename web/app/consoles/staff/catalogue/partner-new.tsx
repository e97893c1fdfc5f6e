/** Takes a partner on. Nothing of it is shown or honoured until it is made active. */
import { api } from '../../../context.ts'
import { problemOf, readForm, refused, seeOther } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { ConsolePage } from '../../page.tsx'
import type { Route } from './+types/partner-new'
import { partnerBody, PartnerFields } from './partner-form.tsx'

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const result = await api(context).POST('/api/partners', { headers: form.headers, body: partnerBody(form) })
  if (!result.data) return refused(form, problemOf(result))
  return seeOther(`/staff/partners/${result.data.id}?done=partner_created`)
}

export default function NewPartner({ actionData }: Route.ComponentProps) {
  const { t } = usePage()
  return (
    <ConsolePage
      title={t('staff.partners.new')}
      lead={t('staff.partners.new.lead')}
      back={{ to: '/staff/partners', label: t('staff.partners.title') }}
    >
      <Form refused={actionData} className="max-w-xl">
        <PartnerFields />
        <Button className="self-start">{t('staff.partners.create')}</Button>
      </Form>
    </ConsolePage>
  )
}
