/** "Ask Wave": has the provider say now what it knows of a payment, on the pages of a payment and of its gift. */
import type { RouterContextProvider } from 'react-router'
import { api } from '../../../context.ts'
import type { Refused, Submitted } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { acted } from '../../acts.ts'
import { Act } from '../../parts.tsx'

export async function askWave(context: Readonly<RouterContextProvider>, form: Submitted, payment: string) {
  const result = await api(context).POST('/api/payments/{id}/check', {
    params: { path: { id: payment } },
    headers: form.headers,
    body: { reason: form.text('reason') },
  })
  return acted(context, form, result, `asked_${result.data?.provider_says}`)
}

export function AskWave({ payment, refused }: { payment: string; refused: Refused | undefined }) {
  const { t } = usePage()
  return (
    <Act
      act="check"
      hidden={{ payment }}
      label={t('inquiry.check')}
      confirm={t('inquiry.check.confirm')}
      text={t('inquiry.check.text')}
      reason
      refused={refused}
    />
  )
}
