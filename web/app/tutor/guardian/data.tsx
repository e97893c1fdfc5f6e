/** What a person may ask of the data kept about them, or about a child: a copy to take away, and to be erased, which can be undone. */
import { api } from '../../context.ts'
import { need, problemOf, readForm, refused, seeOther } from '../../forms.ts'
import live from '../../islands/live.ts?worker&url'
import { usePage } from '../../page.tsx'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Island } from '../../ui/island.tsx'
import { Card, Column, PageTitle, Stack } from '../../ui/layout.tsx'
import { Notice } from '../../ui/states.tsx'
import { DateText } from '../../ui/values.tsx'
import type { Route } from './+types/data'

export async function loader({ context, params }: Route.LoaderArgs) {
  const client = api(context)
  const person = { params: { path: { id: params.id } } }
  const me = need(context, await client.GET('/api/me'))
  const [exports, erasure, ward] = await Promise.all([
    client.GET('/api/people/{id}/exports', person),
    client.GET('/api/people/{id}/erasure', person),
    me.id === params.id ? undefined : client.GET('/api/wards/{id}', person),
  ])
  return {
    id: params.id,
    self: me.id === params.id,
    name: ward?.data?.first_name ?? '',
    copies: need(context, exports).items,
    erasure: erasure.data?.erasure ?? null,
  }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await readForm(request)
  const client = api(context)
  const person = { params: { path: { id: params.id } }, headers: form.headers }
  const act = form.text('act')
  const result =
    act === 'copy'
      ? await client.POST('/api/people/{id}/exports', { ...person, body: {} })
      : act === 'undo'
        ? await client.DELETE('/api/people/{id}/erasure', person)
        : await client.POST('/api/people/{id}/erasure', person)
  return result.response.ok ? seeOther(`/people/${params.id}/data`) : refused(form, problemOf(result))
}

export default function PersonData({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  const { id, self, name, copies, erasure } = loaderData
  const of = (act: string) => (actionData?.values['act']?.[0] === act ? actionData : undefined)
  const title = self ? t('privacy.title.self') : t('privacy.title', { name })
  const running = copies.some(({ state }) => state === 'running')
  return (
    <Column width="form">
      <Head title={title} index={false} />
      <PageTitle title={title} lead={t('privacy.lead')} />
      <Stack gap={6}>
        <Card>
          <h2 className="text-xl">{t('privacy.copy')}</h2>
          <p>{t('privacy.copy.text')}</p>
          <div id="copies" {...(running ? { 'data-live': '3' } : {})}>
            <ul className="flex flex-col gap-3">
              {copies.map(({ id: copy, state, done, total, requested_at, expires_at }) => (
                <li key={copy} className="flex flex-col gap-1 rounded-control bg-sunken p-4">
                  <DateText value={requested_at} style="moment" />
                  {state === 'running' ? (
                    <>
                      <progress className="bar" max={total} value={done} aria-label={t('privacy.copy.making')} />
                      <span className="text-sm text-soft">{t('privacy.copy.making')}</span>
                    </>
                  ) : (
                    <>
                      <a
                        className="link inline-flex min-h-11 items-center"
                        href={`/api/people/${id}/exports/${copy}/file`}
                        download={`tutor-${copy}.json`}
                      >
                        {t('privacy.copy.download')}
                      </a>
                      <span className="text-sm text-soft">
                        {t.rich('privacy.copy.until', { date: <DateText value={expires_at} /> })}
                      </span>
                    </>
                  )}
                </li>
              ))}
            </ul>
          </div>
          {!running && (
            <Form refused={of('copy')}>
              <Button name="act" value="copy" tone="secondary">
                {t('privacy.copy.submit')}
              </Button>
            </Form>
          )}
        </Card>
        <Card>
          <h2 className="text-xl">{t('privacy.erase')}</h2>
          {erasure ? (
            <>
              <Notice mood="bad" title={t(`privacy.erase.${erasure.state}`)}>
                {erasure.state === 'waiting' &&
                  t.rich('privacy.erase.due', { date: <DateText value={erasure.due_at} style="date" /> })}
                {erasure.blocked_by && <p>{t('privacy.erase.blocked')}</p>}
              </Notice>
              {erasure.state === 'waiting' && (
                <Form refused={of('undo')}>
                  <Button name="act" value="undo" wide>
                    {t('privacy.erase.undo')}
                  </Button>
                </Form>
              )}
            </>
          ) : (
            <>
              <p>{t(self ? 'privacy.erase.text.self' : 'privacy.erase.text', { name })}</p>
              <p className="text-sm text-soft">{t('privacy.erase.kept')}</p>
              <details open={of('erase') !== undefined}>
                <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-bad">
                  {t('privacy.erase.open')}
                </summary>
                <Form refused={of('erase')} className="pt-2">
                  <Button name="act" value="erase" tone="danger" wide>
                    {t(self ? 'privacy.erase.submit.self' : 'privacy.erase.submit', { name })}
                  </Button>
                </Form>
              </details>
            </>
          )}
        </Card>
      </Stack>
      {running && <Island src={live} />}
    </Column>
  )
}
