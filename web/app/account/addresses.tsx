/** A person's addresses: one default, others beside it. */
import { api } from '../context.ts'
import { need, problemOf, readForm, refused, seeOther } from '../forms.ts'
import { usePage } from '../page.tsx'
import { Button } from '../ui/button.tsx'
import { Select, TextInput } from '../ui/controls.tsx'
import { Checkbox, Field, Form } from '../ui/form.tsx'
import { Head } from '../ui/head.tsx'
import { Card, Column, PageTitle, Row, Stack } from '../ui/layout.tsx'
import { Badge } from '../ui/states.tsx'
import type { Route } from './+types/addresses'

const kinds = ['primary', 'delivery', 'billing'] as const

export async function loader({ context }: Route.LoaderArgs) {
  return need(context, await api(context).GET('/api/me/addresses'))
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const id = form.optional('id')
  if (form.text('act') === 'remove' && id) {
    const result = await api(context).DELETE('/api/me/addresses/{id}', { params: { path: { id } } })
    return result.response.ok ? seeOther('/account/addresses') : refused(form, problemOf(result))
  }
  const body = {
    kind: kinds.find((kind) => kind === form.text('kind')) ?? 'primary',
    street: form.text('street'),
    city: form.text('city'),
    recipient: form.optional('recipient') ?? null,
    ...(form.checked('is_default') ? { is_default: true } : {}),
  }
  const result = await api(context).POST('/api/me/addresses', { headers: form.headers, body })
  return result.data ? seeOther('/account/addresses') : refused(form, problemOf(result))
}

export default function Addresses({ loaderData: { items }, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  return (
    <Column width="form">
      <Head title={t('addresses.title')} index={false} />
      <PageTitle title={t('addresses.title')} />
      <Stack gap={6}>
        {items.length === 0 && <p className="text-soft">{t('addresses.none')}</p>}
        <ul className="flex flex-col gap-3 empty:hidden">
          {items.map((address) => (
            <li key={address.id} className="flex flex-col gap-2 rounded-card border border-line bg-surface p-4">
              <Row className="justify-between">
                <span className="font-semibold">{t(`addresses.kind.${address.kind}`)}</span>
                {address.is_default && <Badge mood="info">{t('addresses.default')}</Badge>}
              </Row>
              <address className="not-italic">
                {[address.recipient, address.street, address.city].filter(Boolean).map((line, position) => (
                  <span key={position} className="block break-words">
                    {line}
                  </span>
                ))}
              </address>
              <form method="post">
                <input type="hidden" name="act" value="remove" />
                <input type="hidden" name="id" value={address.id} />
                <Button tone="quiet">
                  {t('addresses.remove')} <span className="sr-only">: {address.street}</span>
                </Button>
              </form>
            </li>
          ))}
        </ul>
        <Card>
          <h2 className="text-xl">{t('addresses.add')}</h2>
          <Form refused={actionData}>
            <Field name="kind" label={t('addresses.kind')}>
              <Select initial="primary">
                {kinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {t(`addresses.kind.${kind}`)}
                  </option>
                ))}
              </Select>
            </Field>
            <Field name="recipient" label={t('addresses.recipient')} optional>
              <TextInput autoComplete="name" maxLength={100} />
            </Field>
            <Field name="street" label={t('addresses.street')} hint={t('addresses.street.hint')}>
              <TextInput autoComplete="street-address" maxLength={300} />
            </Field>
            <Field name="city" label={t('addresses.city')}>
              <TextInput autoComplete="address-level2" maxLength={100} />
            </Field>
            <Checkbox name="is_default" label={t('addresses.make_default')} />
            <Button wide>{t('addresses.submit')}</Button>
          </Form>
        </Card>
      </Stack>
    </Column>
  )
}
