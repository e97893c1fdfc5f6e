/** A child's account, for a guardian who manages it: sign-in name and PIN, signing out everywhere, guardians and what they may. */
import { api, type Api } from '../../context.ts'
import { withDigits } from '../../format.ts'
import { need, problemOf, readForm, refused, seeOther, type Submitted } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { TextInput } from '../../ui/controls.tsx'
import { Field, Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Card, Column, PageTitle, Stack } from '../../ui/layout.tsx'
import { Notice } from '../../ui/states.tsx'
import { capabilitiesOf, Guardians, relationOf } from './guardians.tsx'
import type { Route } from './+types/account'

export async function loader({ context, params }: Route.LoaderArgs) {
  const client = api(context)
  const me = need(context, await client.GET('/api/me'))
  const ward = need(context, await client.GET('/api/wards/{id}', { params: { path: { id: params.id } } }))
  return { ward, meId: me.id }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await readForm(request)
  const result = await act(api(context), params.id, form)
  if (!result.response.ok) return refused(form, problemOf(result), ['pin'])
  if (form.text('act') === 'leave') return seeOther('/guardian')
  return seeOther(`/guardian/children/${params.id}/account?done=${form.text('act')}`)
}

function act(client: Api, id: string, form: Submitted) {
  const { headers } = form
  const child = { params: { path: { id } }, headers }
  const guardian = { params: { path: { id, guardian_id: form.text('guardian') } }, headers }
  switch (form.text('act')) {
    case 'username':
      return client.PUT('/api/wards/{id}/username', {
        ...child,
        body: { username: withDigits(form.text('username'), 'latn') },
      })
    case 'pin':
      return client.PUT('/api/wards/{id}/pin', {
        params: child.params,
        body: { pin: withDigits(form.text('pin'), 'latn') },
      })
    case 'sign_out':
      return client.POST('/api/wards/{id}/sessions/revocation', child)
    case 'capabilities':
      return client.PUT('/api/wards/{id}/guardians/{guardian_id}/capabilities', {
        ...guardian,
        body: { capabilities: capabilitiesOf(form) },
      })
    case 'remove':
      return client.DELETE('/api/wards/{id}/guardians/{guardian_id}', guardian)
    case 'leave':
      return client.DELETE('/api/me/wards/{user_id}', { params: { path: { user_id: id } }, headers })
    case 'take_back':
      return client.DELETE('/api/wards/{id}/guardian-invitations/{invitation_id}', {
        params: { path: { id, invitation_id: form.text('invitation') } },
        headers,
      })
    default:
      return client.POST('/api/wards/{id}/guardians', {
        ...child,
        body: {
          relation: relationOf(form),
          ...(form.text('phone') ? { phone: withDigits(form.text('phone'), 'latn') } : {}),
          ...(form.text('email') ? { email: form.text('email') } : {}),
          capabilities: capabilitiesOf(form),
        },
      })
  }
}

const told = ['username', 'pin', 'sign_out', 'capabilities', 'remove', 'take_back', 'invite'] as const

export default function ChildAccount({ loaderData: { ward, meId }, actionData }: Route.ComponentProps) {
  const { t, url } = usePage()
  const done = actionData ? undefined : told.find((name) => name === url.searchParams.get('done'))
  const of = (act: string) => (actionData?.values['act']?.[0] === act ? actionData : undefined)
  const title = t('child.account.title', { name: ward.first_name })
  return (
    <Column width="form">
      <Head title={title} index={false} />
      <PageTitle title={title} />
      <Stack gap={6}>
        {done && <Notice mood="good" title={t(`child.done.${done}`)} />}
        {ward.username !== null && (
          <Card gap={6}>
            <h2 className="text-xl">{t('guardian.new.sign_in')}</h2>
            <Form refused={of('username')}>
              <Field
                name="username"
                label={t('learner_sign_in.username')}
                hint={t('guardian.new.username.hint', { example: 'salma10' })}
              >
                <TextInput autoCapitalize="none" spellCheck={false} maxLength={30} initial={ward.username} />
              </Field>
              <Button name="act" value="username" tone="secondary">
                {t('child.username.submit')}
              </Button>
            </Form>
            <Form refused={of('pin')}>
              <Field name="pin" label={t('child.pin.new')} hint={t('guardian.new.pin.hint')}>
                <TextInput autoComplete="off" inputMode="numeric" maxLength={6} dir="ltr" />
              </Field>
              <Button name="act" value="pin" tone="secondary">
                {t('child.pin.submit')}
              </Button>
            </Form>
            <Form refused={of('sign_out')}>
              <p className="text-sm text-soft">{t('child.sign_out.text')}</p>
              <Button name="act" value="sign_out" tone="secondary">
                {t('child.sign_out')}
              </Button>
            </Form>
          </Card>
        )}
        <Guardians ward={ward} meId={meId} refused={actionData} />
        <ButtonLink to={`/guardian/children/${ward.user_id}`} tone="quiet" wide>
          {t('child.back')}
        </ButtonLink>
      </Stack>
    </Column>
  )
}
