/** A person's account: who they are, how they sign in, and the ways to everything else about it. */
import { Link } from 'react-router'
import { api, page } from '../context.ts'
import { need, problemOf, readForm, refused, seeOther } from '../forms.ts'
import { usePage } from '../page.tsx'
import { Button } from '../ui/button.tsx'
import { TextInput } from '../ui/controls.tsx'
import { Field, Form } from '../ui/form.tsx'
import { Head } from '../ui/head.tsx'
import { Card, Column, PageTitle, Stack } from '../ui/layout.tsx'
import { Badge, Notice } from '../ui/states.tsx'
import { Phone } from '../ui/values.tsx'
import { keptByGuardian, ownPages, sharedPages } from './pages.ts'
import { profileBody, ProfileFields } from './profile-fields.tsx'
import type { Route } from './+types/account'

export async function loader({ context }: Route.LoaderArgs) {
  const me = need(context, await api(context).GET('/api/me'))
  const profile = await api(context).GET('/api/me/profile')
  const home = keptByGuardian[page(context).product]
  if (home && profile.data?.is_minor && me.username !== null) throw seeOther(home)
  return { me, profile: profile.data }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  if (form.text('act') === 'email') {
    const body = { email: form.text('email') }
    const result = await api(context).POST('/api/email-verifications', { headers: form.headers, body })
    return result.response.ok ? seeOther('/account?done=email_sent') : refused(form, problemOf(result))
  }
  const result = await api(context).PUT('/api/me/profile', { headers: form.headers, body: profileBody(form) })
  if (!result.data) return refused(form, problemOf(result))
  const lang = result.data.locale.split('-')[0]!
  // The language of messages is also the language of pages from now on.
  return seeOther(`/account?${new URLSearchParams({ done: 'profile', lang })}`)
}

export default function Account({ loaderData: { me, profile }, actionData }: Route.ComponentProps) {
  const { t, url, product } = usePage()
  const done = actionData ? null : url.searchParams.get('done')
  const ofEmail = actionData?.values['act']?.[0] === 'email'
  return (
    <Column width="form">
      <Head title={t('account.title')} index={false} />
      <PageTitle title={t('account.title')} />
      <Stack gap={6}>
        {done === 'profile' && <Notice mood="good" title={t('account.saved')} />}
        {done === 'email' && <Notice mood="good" title={t('account.email_confirmed')} />}
        {done === 'phone' && <Notice mood="good" title={t('account.phone_confirmed')} />}
        {done === 'email_sent' && <Notice mood="good" title={t('account.email_sent')} />}
        {profile && (profile.identity_check === 'required' || profile.identity_check === 'refused') && (
          <Notice mood="bad" title={t('account.identity_needed')}>
            {profile.identity_check_note && <p>{profile.identity_check_note}</p>}
            <Link className="link inline-block py-1" to="/account/identity">
              {t('identity.title')}
            </Link>
          </Notice>
        )}
        <Card>
          <h2 className="text-xl">{t('account.profile')}</h2>
          <Form refused={ofEmail ? undefined : actionData}>
            <ProfileFields profile={profile} />
            <Button wide>{t('account.save')}</Button>
          </Form>
        </Card>
        <Card>
          <h2 className="text-xl">{t('account.contacts')}</h2>
          <dl className="flex flex-col gap-3">
            <Contact label={t('account.phone')} verified={me.phone_verified}>
              {me.phone ? <Phone value={me.phone} /> : t('account.none')}
            </Contact>
            <Contact label={t('sign_in.email')} verified={me.email_verified}>
              <span className="break-all">{me.email ?? t('account.none')}</span>
            </Contact>
          </dl>
          <Link className="link py-2" to="/account/phone">
            {t('account.change_phone')}
          </Link>
          <details open={ofEmail}>
            <summary className="cursor-pointer py-2 text-accent">{t('account.change_email')}</summary>
            <Form refused={ofEmail ? actionData : undefined}>
              <input type="hidden" name="act" value="email" />
              <Field name="email" label={t('account.new_email')}>
                <TextInput type="email" inputMode="email" autoComplete="email" />
              </Field>
              <Button tone="secondary" wide>
                {t('account.confirm_email')}
              </Button>
            </Form>
          </details>
        </Card>
        <nav aria-label={t('account.more')}>
          <ul className="overflow-hidden rounded-card border border-line bg-surface">
            {[...sharedPages, ...ownPages[product]]
              .filter(({ minors }) => !minors || profile?.is_minor)
              .map(({ to, key }) => (
                <li key={to} className="border-b border-line last:border-0">
                  <Link to={to} className="flex min-h-13 items-center justify-between gap-3 px-5 py-3 hover:bg-sunken">
                    {t(key)}{' '}
                    <span aria-hidden className="rtl:-scale-x-100">
                      ›
                    </span>
                  </Link>
                </li>
              ))}
          </ul>
        </nav>
        <form method="post" action="/sign-out">
          <Button tone="secondary" wide>
            {t('sign_out.submit')}
          </Button>
        </form>
      </Stack>
    </Column>
  )
}

function Contact({ label, verified, children }: { label: string; verified: boolean; children: React.ReactNode }) {
  const { t } = usePage()
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <dt className="text-soft">{label}</dt>
      <dd className="flex flex-wrap items-center gap-2 font-semibold">
        {children} {verified && <Badge mood="good">{t('account.verified')}</Badge>}
      </dd>
    </div>
  )
}
