/**
 * One conversation, opened for a reason. It is shown in the answer to the form and nowhere else: the address alone shows
 * nothing, so that every look has its own reason on record.
 */
import { data } from 'react-router'
import { api } from '../../../context.ts'
import { need, problemOf, readForm, refused } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/controls.tsx'
import { Field, Form } from '../../../ui/form.tsx'
import { Card } from '../../../ui/layout.tsx'
import { Badge, Notice } from '../../../ui/states.tsx'
import { ConsolePage } from '../../page.tsx'
import { Id, Moment, useWord } from '../../parts.tsx'
import type { Route } from './+types/conversation'

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await readForm(request)
  const result = await api(context).POST('/api/tutoring/conversations/{learner_id}/{conversation_id}/opening', {
    params: { path: { learner_id: params.learner, conversation_id: params.id } },
    headers: form.headers,
    body: { reason: form.text('reason') },
  })
  if (result.response.status === 401) need(context, result)
  if (!result.data) return refused(form, problemOf(result))
  return data({ opened: result.data }, { headers: { 'cache-control': 'no-store' } })
}

export default function Conversation({ actionData, params }: Route.ComponentProps) {
  const { t } = usePage()
  const word = useWord()
  const opened = actionData && 'opened' in actionData ? actionData.opened : undefined
  return (
    <ConsolePage
      title={t('staff.talk.title')}
      lead={<Id to={`/staff/users/${params.learner}`}>{params.learner}</Id>}
      back={{ to: '/staff/conversations', label: t('staff.talks.title') }}
    >
      {opened ? (
        <>
          <div className="pb-4">
            <Notice title={t('staff.talk.on_record')}>{t('staff.talk.on_record.text')}</Notice>
          </div>
          <ol className="flex flex-col gap-4">
            {opened.map((it) => (
              <li key={it.id}>
                <Card>
                  <p className="flex flex-wrap items-center gap-3 text-sm text-soft">
                    <Moment value={it.asked_at} />
                    <Badge>{word('staff.talk.helper', it.helper)}</Badge>
                    {it.state !== 'answered' && <Badge mood="festive">{word('staff.talk.state', it.state)}</Badge>}
                  </p>
                  <h2 className="text-base font-semibold">{t('staff.talk.learner')}</h2>
                  <p className="whitespace-pre-wrap" dir="auto">
                    {it.question || t('staff.talk.gone')}
                  </p>
                  <h2 className="text-base font-semibold">{t('staff.talk.tutor')}</h2>
                  <p className="whitespace-pre-wrap" dir="auto">
                    {it.answer || t('staff.talk.gone')}
                  </p>
                </Card>
              </li>
            ))}
          </ol>
        </>
      ) : (
        <Card className="max-w-xl">
          <Notice title={t('staff.talk.closed')}>{t('staff.talk.closed.text')}</Notice>
          <Form refused={actionData && 'problem' in actionData ? actionData : undefined}>
            <Field name="reason" label={t('console.reason')} hint={t('staff.talk.reason.hint')}>
              <TextArea rows={3} maxLength={500} />
            </Field>
            <Button>{t('staff.talk.open')}</Button>
          </Form>
        </Card>
      )}
    </ConsolePage>
  )
}
