/** Checking a receipt of consent, for anybody who holds one: the file or its text; each part is said to hold or not. */
import { api, t as words } from '../../context.ts'
import { invalid, problemOf, readForm, refused } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Button } from '../../ui/button.tsx'
import { FileInput, TextArea } from '../../ui/controls.tsx'
import { Field, Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Card, Column, PageTitle, Stack } from '../../ui/layout.tsx'
import { Notice } from '../../ui/states.tsx'
import { DateText } from '../../ui/values.tsx'
import type { Route } from './+types/verify'

/** A receipt is a few kilobytes. */
const FILE_BYTES_MAX = 100_000

const parts = ['hash', 'text', 'details', 'signature', 'recorded', 'chain'] as const

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const say = words(context)
  const file = form.file('file')
  if (file && file.size > FILE_BYTES_MAX) return refused(form, invalid({ file: say('verify.not_one') }))
  const receipt = parsed(file ? await file.text() : form.text('receipt'))
  const field = file ? 'file' : 'receipt'
  if (!receipt) return refused(form, invalid({ [field]: say('verify.not_one') }))
  const result = await api(context).POST('/api/consents/verify', { body: receipt as never })
  if (!result.data) {
    const problem = problemOf(result)
    return refused(form, problem.status === 422 ? invalid({ [field]: say('verify.not_one') }) : problem)
  }
  const { record, text } = receipt as { record: { decision: string; at: string }; text: { title: string } | null }
  return { verdict: { ...result.data, decision: record.decision, at: record.at, title: text?.title ?? '' } }
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    return undefined
  }
}

export default function VerifyConsent({ actionData }: Route.ComponentProps) {
  const { t } = usePage()
  const verdict = actionData && 'verdict' in actionData ? actionData.verdict : undefined
  const problem = actionData && 'problem' in actionData ? actionData : undefined
  return (
    <Column width="text">
      <Head title={t('verify.title')} description={t('verify.lead')} />
      <PageTitle title={t('verify.title')} lead={t('verify.lead')} />
      <Stack gap={6}>
        {verdict && (
          <Card>
            <Notice mood={verdict.valid ? 'good' : 'bad'} title={t(verdict.valid ? 'verify.valid' : 'verify.invalid')}>
              {verdict.valid && (
                <p>
                  {verdict.title && <bdi>{verdict.title}: </bdi>}
                  {t.rich(`verify.decision.${decisionOf(verdict.decision)}`, {
                    date: <DateText value={verdict.at} style="moment" />,
                  })}
                </p>
              )}
            </Notice>
            <ul className="flex flex-col gap-2">
              {parts.map((part) => (
                <li key={part} className="flex gap-3">
                  <span aria-hidden className={verdict.checks[part] ? 'text-good' : 'text-bad'}>
                    {verdict.checks[part] ? '✓' : '✗'}
                  </span>
                  <span>
                    {t(`verify.part.${part}`)}{' '}
                    <span className="text-soft">{t(verdict.checks[part] ? 'verify.holds' : 'verify.fails')}</span>
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        )}
        <Form refused={problem} multipart>
          <Field name="file" label={t('verify.file')} required={false}>
            <FileInput accept="application/json,.json" />
          </Field>
          <Field name="receipt" label={t('verify.paste')} required={false}>
            <TextArea rows={6} dir="ltr" spellCheck={false} />
          </Field>
          <Button wide>{t('verify.submit')}</Button>
        </Form>
        <p className="text-sm text-soft">{t('verify.private')}</p>
      </Stack>
    </Column>
  )
}

const decisions = ['given', 'refused', 'withdrawn', 'ended'] as const

const decisionOf = (text: string) => decisions.find((decision) => decision === text) ?? 'ended'
