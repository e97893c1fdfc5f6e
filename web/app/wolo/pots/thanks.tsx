/** Thanking everybody who gave: written once, corrected once, read on the page of each gift. Says how many it reached, never whom. */
import { Link } from 'react-router'
import { api } from '../../context.ts'
import { need, problemOf, readForm, refused, seeOther } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { TextArea } from '../../ui/controls.tsx'
import { Checkbox, Field, Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Card, Column, PageTitle, Stack } from '../../ui/layout.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { DateText } from '../../ui/values.tsx'
import { takesGifts } from './status.tsx'
import { ThanksNote } from './thanks-note.tsx'
import type { Route } from './+types/thanks'

export async function loader({ context, params }: Route.LoaderArgs) {
  const client = api(context)
  const pot = need(context, await client.GET('/api/pots/{id}', { params: { path: { id: params.id } } }))
  if (pot.role !== 'owner') throw seeOther(`/pots/${params.id}`)
  return { pot, limits: need(context, await client.GET('/api/pots/rules')) }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await readForm(request)
  const call = { params: { path: { id: params.id } }, headers: form.headers }
  const message = form.text('message').replaceAll('\r\n', '\n')
  const is_public = form.checked('is_public')
  const client = api(context)
  const act = form.text('act')
  const result =
    act === 'correct'
      ? await client.PATCH('/api/pots/{id}/thanks', { ...call, body: { message } })
      : act === 'show'
        ? await client.PATCH('/api/pots/{id}/thanks', { ...call, body: { is_public: form.text('public') === 'yes' } })
        : await client.POST('/api/pots/{id}/thanks', { ...call, body: { message, is_public } })
  if (!result.response.ok) return refused(form, problemOf(result))
  return seeOther(`/pots/${params.id}/thanks?done=${act === 'correct' || act === 'show' ? act : 'sent'}`)
}

export default function Thanks({ loaderData: { pot, limits }, actionData, params }: Route.ComponentProps) {
  const { t, url } = usePage()
  const done = actionData ? null : url.searchParams.get('done')
  return (
    <Column width="form">
      <Head title={t('thanks.title')} index={false} />
      <PageTitle
        title={t('thanks.title')}
        lead={
          <Link className="link inline-block py-1" to={`/pots/${params.id}`}>
            {pot.title}
          </Link>
        }
      />
      <Stack gap={6}>
        {done === 'sent' && (
          <Notice mood="festive" title={t('thanks.sent')}>
            {t('thanks.sent.text')}
          </Notice>
        )}
        {(done === 'correct' || done === 'show') && <Notice mood="good" title={t('account.saved')} />}
        {pot.thanks ? (
          <Sent thanks={pot.thanks} name={pot.honoree_name} max={limits.thanks_length_max} refusal={actionData} />
        ) : pot.gift_count === 0 ? (
          <EmptyState title={t('thanks.nobody')} text={t('thanks.nobody.text')} />
        ) : (
          <>
            <ul className="flex list-disc flex-col gap-1 ps-5">
              <li>{t('thanks.who', { count: pot.gift_count })}</li>
              <li>{t('thanks.once')}</li>
              <li>{t('thanks.anonymous')}</li>
            </ul>
            {takesGifts(pot) && <Notice title={t('thanks.early')}>{t('thanks.early.text')}</Notice>}
            <Form refused={actionData}>
              <Field name="message" label={t('thanks.message')} hint={t('thanks.message.hint')}>
                <TextArea rows={6} maxLength={limits.thanks_length_max} initial={t('thanks.suggestion')} />
              </Field>
              <Checkbox name="is_public" label={t('thanks.public')} hint={t('thanks.public.hint')} />
              <Button wide>{t('thanks.submit')}</Button>
            </Form>
          </>
        )}
        <ButtonLink to={`/pots/${params.id}`} tone="quiet" wide>
          {t('history.back')}
        </ButtonLink>
      </Stack>
    </Column>
  )
}

interface SentProps {
  thanks: NonNullable<Route.ComponentProps['loaderData']['pot']['thanks']>
  name: string
  max: number
  refusal: Route.ComponentProps['actionData']
}

/** What was sent, how many it reached, the one correction, and whether everybody reads it. */
function Sent({ thanks, name, max, refusal }: SentProps) {
  const { t } = usePage()
  return (
    <>
      <ThanksNote message={thanks.message} name={name} />
      <Card>
        <h2 className="text-xl">{t('thanks.reached')}</h2>
        {thanks.told_at ? (
          <ul className="flex flex-col gap-1">
            <li>{t('thanks.reached.told', { count: thanks.reached })}</li>
            {thanks.unreached > 0 && <li>{t('thanks.reached.rest', { count: thanks.unreached })}</li>}
          </ul>
        ) : (
          <p>{t('thanks.reached.going')}</p>
        )}
        <p className="text-sm text-soft">
          <DateText value={thanks.written_at} style="moment" />
        </p>
      </Card>
      <Form refused={refusal?.values['act']?.[0] === 'show' ? refusal : undefined}>
        <input type="hidden" name="act" value="show" />
        <input type="hidden" name="public" value={thanks.is_public ? 'no' : 'yes'} />
        <p>{t(thanks.is_public ? 'thanks.is_public' : 'thanks.is_private')}</p>
        <Button tone="secondary" wide>
          {t(thanks.is_public ? 'thanks.hide' : 'thanks.show')}
        </Button>
      </Form>
      {thanks.corrected_at ? (
        <p className="text-soft">{t('thanks.corrected')}</p>
      ) : (
        <details
          className="fold rounded-control border border-line px-4"
          open={refusal?.values['act']?.[0] === 'correct'}
        >
          <summary>{t('thanks.correct')}</summary>
          <div className="pb-4">
            <Form refused={refusal?.values['act']?.[0] === 'correct' ? refusal : undefined}>
              <input type="hidden" name="act" value="correct" />
              <Field name="message" label={t('thanks.message')} hint={t('thanks.correct.hint')}>
                <TextArea rows={6} maxLength={max} initial={thanks.message} />
              </Field>
              <Button tone="secondary" wide>
                {t('thanks.correct.submit')}
              </Button>
            </Form>
          </div>
        </details>
      )}
    </>
  )
}
