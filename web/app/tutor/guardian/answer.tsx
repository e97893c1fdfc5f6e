/**
 * What a guardian sees who opens the link of a consent request: each purpose with its text in full, a yes or a no for each, and
 * the second proof. A yes with the card goes on to the provider's page; nothing counts before the proof is there.
 */
import { api, page, t } from '../../context.ts'
import { invalid, need, problemOf, readForm, refused, seeOther } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { TextInput } from '../../ui/controls.tsx'
import { Choice, Field, Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Card, Column, PageTitle, Stack } from '../../ui/layout.tsx'
import { ErrorState, Notice } from '../../ui/states.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import { withNext } from '../../account/sign-in/next.ts'
import { LegalBody } from './legal-text.tsx'
import { FirstSteps } from './steps.tsx'
import type { Route } from './+types/answer'

export async function loader({ context, params }: Route.LoaderArgs) {
  if (!page(context).session) throw seeOther(withNext('/sign-in/phone', `/consent/${params.token}`))
  const client = api(context)
  const [request, profile, subscriptions] = await Promise.all([
    client.GET('/api/consent-requests/{token}', { params: { path: { token: params.token } } }),
    client.GET('/api/me/profile'),
    client.GET('/api/subscriptions', { params: { query: { limit: 1 } } }),
  ])
  const identity = profile.data?.identity_check === 'passed'
  const first = subscriptions.data?.items.length === 0
  if (!request.data) {
    const problem = problemOf(request)
    if (problem.code === 'consent.request_invalid') return { request: null, sentence: problem.title, identity, first }
  }
  return { request: need(context, request), sentence: '', identity, first }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await readForm(request)
  const client = api(context)
  const purposes = form.all('purpose')
  const open = purposes.filter((purpose) => !form.text(purpose))
  if (open.length > 0) {
    const say = t(context)
    return refused(form, invalid(Object.fromEntries(open.map((purpose) => [purpose, say('consents.answer.open')]))))
  }
  const number = form.optional('document_number')
  const result = await client.POST('/api/consent-requests/{token}/answers', {
    params: { path: { token: params.token } },
    headers: form.headers,
    body: {
      answers: purposes.map((purpose) => ({
        purpose,
        allowed: form.text(purpose) === 'yes',
        text_sha256: form.text(`${purpose}.sha256`),
      })),
      ...(form.text('method') === 'id_review'
        ? { method: 'id_review', ...(number === undefined ? {} : { document_number: number }) }
        : { method: 'card_charge' }),
    },
  })
  if (!result.data) return refused(form, problemOf(result))
  const { id, state } = result.data
  if (state !== 'proving') return seeOther(`/consents/requests/${id}`)
  const checkout = await client.POST('/api/me/consent-requests/{id}/checkout', {
    params: { path: { id } },
    headers: { 'Idempotency-Key': crypto.randomUUID() },
  })
  // Without a page to pay on, the answers wait; the next page says so and offers it again.
  return seeOther(checkout.data?.launch_url ?? `/consents/requests/${id}`)
}

export default function Answer({
  loaderData: { request, sentence, identity, first },
  actionData,
}: Route.ComponentProps) {
  const { t } = usePage()
  if (!request) {
    return (
      <Column width="form">
        <Head title={t('consents.answer.gone')} index={false} />
        <ErrorState title={t('consents.answer.gone')} text={sentence}>
          <ButtonLink to="/guardian">{t('tutor.nav.guardian')}</ButtonLink>
        </ErrorState>
      </Column>
    )
  }
  const name = request.child_first_name
  const title = t('consents.answer.title', { name })
  const over = request.state === 'decided' || request.state === 'expired' || request.state === 'cancelled'
  return (
    <Column width="text">
      <Head title={title} index={false} />
      {first && <FirstSteps at="consent" />}
      <PageTitle title={title} lead={over ? undefined : t('consents.answer.lead')} />
      {over ? (
        <Stack>
          <Notice mood={request.state === 'decided' ? 'good' : 'info'} title={t(`consents.request.${request.state}`)} />
          <ButtonLink to="/guardian" tone="secondary" wide>
            {t('tutor.nav.guardian')}
          </ButtonLink>
        </Stack>
      ) : (
        <Form refused={actionData}>
          {request.trouble && <Notice mood="bad" title={t(`consents.trouble.${request.trouble}`)} />}
          {request.questions.map(({ text }) => (
            <Card key={text.id} gap={4}>
              <h2 className="text-2xl" lang={text.language}>
                {text.title}
              </h2>
              <LegalBody text={text} />
              <input type="hidden" name="purpose" value={text.purpose} />
              <input type="hidden" name={`${text.purpose}.sha256`} value={text.sha256} />
              <div className="border-t border-line pt-4">
                <Choice
                  name={text.purpose}
                  legend={t('consents.answer.legend', { title: text.title })}
                  options={[
                    { value: 'yes', label: t('consents.answer.yes') },
                    { value: 'no', label: t('consents.answer.no') },
                  ]}
                />
              </div>
            </Card>
          ))}
          <Card className="bg-brand-wash">
            <h2 className="text-xl">{t('consents.proof.title')}</h2>
            <p>{t('consents.proof.why', { name })}</p>
            <Choice
              name="method"
              legend={t('consents.proof.legend')}
              options={[
                {
                  value: 'card_charge',
                  label: t('consents.proof.card'),
                  text: t.rich('consents.proof.card.text', {
                    amount: <Money minor={request.proof_charge_minor} currency={request.currency} />,
                  }),
                },
                ...(identity
                  ? [{ value: 'id_review', label: t('consents.proof.id'), text: t('consents.proof.id.text') }]
                  : []),
              ]}
              initial="card_charge"
            />
            {identity && (
              <Field
                name="document_number"
                label={t('consents.proof.number')}
                hint={t('consents.proof.number.hint')}
                required={false}
              >
                <TextInput autoComplete="off" dir="ltr" maxLength={40} />
              </Field>
            )}
            {!identity && (
              <p className="text-sm">
                {t.rich('consents.proof.id.instead', {
                  link: (inner) => (
                    <a className="link inline-block py-2" href="/account/identity">
                      {inner}
                    </a>
                  ),
                })}
              </p>
            )}
          </Card>
          <Button wide className="min-h-14 text-lg">
            {t('consents.answer.submit')}
          </Button>
          <p className="text-sm text-soft">
            {t.rich('consents.answer.until', { date: <DateText value={request.expires_at} /> })}
          </p>
        </Form>
      )}
    </Column>
  )
}
