/** Whether an account may act: that it is suspended and why, and the acts that suspend it or lift that. */
import type { RouterContextProvider } from 'react-router'
import { api } from '../../../context.ts'
import type { Refused, Submitted } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Notice } from '../../../ui/states.tsx'
import { acted } from '../../acts.ts'
import { may, useMe } from '../../me.tsx'
import { Act, Moment } from '../../parts.tsx'

interface Account {
  readonly id: string
  readonly status: string
  readonly suspended_at: string | null
  readonly suspended_reason: string | null
}

/** Does the act of `<StandingAct>` that was sent. */
export async function changeStanding(context: Readonly<RouterContextProvider>, form: Submitted, id: string) {
  const call = { params: { path: { id } }, headers: form.headers, body: { reason: form.text('reason') } }
  return form.text('act') === 'reinstate'
    ? acted(context, form, await api(context).POST('/api/users/{id}/reinstatement', call), 'reinstated')
    : acted(context, form, await api(context).POST('/api/users/{id}/suspension', call), 'suspended')
}

export function SuspendedNotice({ account: { suspended_at, suspended_reason } }: { account: Account }) {
  const { t } = usePage()
  if (!suspended_at) return null
  return (
    <Notice mood="bad" title={t('staff.user.suspended')}>
      {suspended_reason} · <Moment value={suspended_at} />
    </Notice>
  )
}

/** The one act that its standing leaves open, for who may and not about oneself. */
export function StandingAct({ account, refused }: { account: Account; refused: Refused | undefined }) {
  const { t } = usePage()
  const me = useMe()
  if (account.id === me.id || account.status === 'erased' || !may(me, 'identity.suspend')) return null
  return account.status === 'suspended' ? (
    <Act
      act="reinstate"
      label={t('staff.user.reinstate')}
      confirm={t('staff.user.reinstate.confirm')}
      text={t('staff.user.reinstate.text')}
      reason
      refused={refused}
    />
  ) : (
    <Act
      act="suspend"
      label={t('staff.user.suspend')}
      confirm={t('staff.user.suspend.confirm')}
      text={t('staff.user.suspend.text')}
      tone="danger"
      reason
      refused={refused}
    />
  )
}
