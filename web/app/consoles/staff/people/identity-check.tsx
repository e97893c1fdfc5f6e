/** A person's profile beside the document they submitted, and the decision. Looking is on record. */
import { api } from '../../../context.ts'
import { need, readForm } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { DateInput, TextArea } from '../../../ui/controls.tsx'
import { Field } from '../../../ui/form.tsx'
import { Card, Row, Stack } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/states.tsx'
import { DateText } from '../../../ui/values.tsx'
import { acted } from '../../acts.ts'
import { ConsolePage } from '../../page.tsx'
import { Act, Facts, Moment, useWord } from '../../parts.tsx'
import type { Route } from './+types/identity-check'

const DECISIONS = ['passed', 'refused', 'required', 'not_required'] as const
type Decision = (typeof DECISIONS)[number]

/** What may be decided from where; the API keeps the same rule. */
const NEXT: Readonly<Record<string, readonly Decision[]>> = {
  not_required: ['required'],
  required: ['not_required'],
  submitted: ['passed', 'refused'],
  refused: ['required', 'not_required'],
  passed: ['required'],
}

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  return need(context, await api(context).GET('/api/users/{id}/identity-check', { params: { path: { id } } }))
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const form = await readForm(request)
  const note = form.optional('note')
  const born = form.optional('date_of_birth')
  const result = await api(context).PUT('/api/users/{id}/identity-check', {
    params: { path: { id } },
    headers: form.headers,
    body: {
      status: form.text('status') as Decision,
      ...(note === undefined ? {} : { note }),
      ...(born === undefined ? {} : { date_of_birth: born }),
    },
  })
  return acted(context, form, result, 'saved')
}

export default function IdentityCheck({ loaderData, actionData, params }: Route.ComponentProps) {
  const { profile, document, document_taken: taken } = loaderData
  const { t } = usePage()
  const word = useWord()
  return (
    <ConsolePage
      title={t('staff.check.title')}
      back={{ to: `/staff/users/${params.id}`, label: t('staff.user.title') }}
      lead={word('staff.check.status', profile.identity_check)}
    >
      <Stack gap={6}>
        {taken && (
          <Notice mood="bad" title={t('staff.check.taken')}>
            {t('staff.check.taken.text')}
          </Notice>
        )}
        <div className="grid gap-4 md:grid-cols-2">
          <Card>
            <h2 className="text-xl">{t('staff.check.profile')}</h2>
            <Facts
              facts={[
                [t('staff.check.name'), profile.display_name],
                [
                  t('staff.check.born'),
                  profile.date_of_birth && <DateText key="" value={profile.date_of_birth} style="date" />,
                ],
              ]}
            />
          </Card>
          <Card>
            <h2 className="text-xl">{t('staff.check.document')}</h2>
            {document ? (
              <Facts
                facts={[
                  [t('staff.check.kind'), word('staff.check.kind', document.kind)],
                  [t('staff.check.country'), document.country],
                  [
                    t('staff.check.number'),
                    <code key="" className="font-mono select-all">
                      {document.number}
                    </code>,
                  ],
                  [t('staff.checks.submitted'), <Moment key="" value={document.submitted_at} />],
                ]}
              />
            ) : (
              <p className="text-soft">{t('staff.check.none')}</p>
            )}
          </Card>
        </div>
        <Row className="items-start">
          {(NEXT[profile.identity_check] ?? []).map((status) => (
            <Act
              key={status}
              act="decide"
              hidden={{ status }}
              label={t(`staff.check.${status}`)}
              confirm={t(`staff.check.${status}.confirm`)}
              tone={status === 'passed' ? 'primary' : status === 'refused' ? 'danger' : 'secondary'}
              refused={actionData}
            >
              {status === 'passed' && (
                <Field
                  name="date_of_birth"
                  label={t('staff.check.born_document')}
                  hint={t('staff.check.born_hint')}
                  optional
                >
                  <DateInput />
                </Field>
              )}
              <Field name="note" label={t('staff.check.note')} hint={t('staff.check.note.hint')} optional>
                <TextArea rows={2} />
              </Field>
            </Act>
          ))}
        </Row>
      </Stack>
    </ConsolePage>
  )
}
