/** For someone under age: asking an adult to stand by them, and how that stands. */
import { api } from '../../context.ts'
import { need, problemOf, readForm, refused, seeOther } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { PhoneInput, Select, TextInput } from '../../ui/controls.tsx'
import { Field, Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Card, Column, PageTitle, Row, Stack } from '../../ui/layout.tsx'
import { Badge, Notice, type Mood } from '../../ui/states.tsx'
import { DateText } from '../../ui/values.tsx'
import { nextOf } from '../../account/sign-in/next.ts'
import type { Route } from './+types/guardians'

const relations = ['parent', 'grandparent', 'sibling', 'relative', 'guardian'] as const

export async function loader({ context }: Route.LoaderArgs) {
  const { items } = need(context, await api(context).GET('/api/me/guardian-invitations'))
  const profile = (await api(context).GET('/api/me/profile')).data
  return { items, minor: profile?.is_minor ?? false, guarded: profile?.has_guardian ?? false }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const id = form.optional('id')
  if (form.text('act') === 'end' && id) {
    const result = await api(context).DELETE('/api/me/guardian-invitations/{id}', { params: { path: { id } } })
    return result.response.ok ? seeOther('/guardians') : refused(form, problemOf(result))
  }
  const phone = form.optional('phone')
  const email = form.optional('email')
  const result = await api(context).POST('/api/me/guardian-invitations', {
    headers: form.headers,
    body: {
      relation: relations.find((relation) => relation === form.text('relation')) ?? 'parent',
      // With both, the phone is where the message is sure to be read.
      ...(phone ? { phone } : email ? { email } : {}),
    },
  })
  return result.data ? seeOther('/guardians?done=sent') : refused(form, problemOf(result))
}

const moods: Record<string, Mood> = { invited: 'info', accepted: 'good', declined: 'bad', expired: 'bad' }

export default function Guardians({ loaderData: { items, minor, guarded }, actionData }: Route.ComponentProps) {
  const { t, url } = usePage()
  const next = nextOf(url)
  return (
    <Column width="form">
      <Head title={t('guardians.title')} index={false} />
      <PageTitle title={t('guardians.title')} lead={t(minor ? 'guardians.lead' : 'guardians.adult')} />
      <Stack gap={6}>
        {!actionData && url.searchParams.get('done') === 'sent' && (
          <Notice mood="good" title={t('guardians.sent')}>
            {t('guardians.sent.text')}
          </Notice>
        )}
        {guarded && (
          <Notice mood="good" title={t('guardians.guarded')}>
            <ButtonLink to={next ?? '/pots/new'} className="mt-2">
              {t('dashboard.new_pot')}
            </ButtonLink>
          </Notice>
        )}
        <ul className="flex flex-col gap-3 empty:hidden">
          {items.map((item) => (
            <li key={item.id} className="flex flex-col gap-2 rounded-card border border-line bg-surface p-4">
              <Row className="justify-between">
                <span className="font-semibold break-all">{item.guardian_name ?? item.contact}</span>
                <Badge mood={moods[item.status] ?? 'plain'}>{t(`guardians.status.${item.status}`)}</Badge>
              </Row>
              <p className="text-soft">
                {t(`guardians.relation.${item.relation}`)}
                {item.status === 'invited' && (
                  <>
                    {' · '}
                    {t.rich('guardians.until', { date: <DateText value={item.expires_at} /> })}
                  </>
                )}
              </p>
              {(item.status === 'invited' || item.status === 'accepted') && (
                <form method="post">
                  <input type="hidden" name="act" value="end" />
                  <input type="hidden" name="id" value={item.id} />
                  <Button tone="quiet">
                    {t(item.status === 'invited' ? 'guardians.withdraw' : 'guardians.unlink')}{' '}
                    <span className="sr-only">: {item.guardian_name ?? item.contact}</span>
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
        {minor && (
          <Card>
            <h2 className="text-xl">{t('guardians.invite')}</h2>
            <Form refused={actionData}>
              <Field name="relation" label={t('guardians.relation')}>
                <Select initial="parent">
                  {relations.map((relation) => (
                    <option key={relation} value={relation}>
                      {t(`guardians.relation.${relation}`)}
                    </option>
                  ))}
                </Select>
              </Field>
              <Field name="phone" label={t('guardians.phone')} hint={t('guardians.phone.hint')} required={false}>
                <PhoneInput />
              </Field>
              <Field name="email" label={t('guardians.email')} optional>
                <TextInput type="email" inputMode="email" />
              </Field>
              <Button wide>{t('guardians.submit')}</Button>
            </Form>
          </Card>
        )}
      </Stack>
    </Column>
  )
}
