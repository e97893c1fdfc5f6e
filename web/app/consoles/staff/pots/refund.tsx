/** Asking for a refund, which somebody else decides: the form's fields and its act, on the pages of a pot and of a gift. */
import { Link, type RouterContextProvider } from 'react-router'
import { api } from '../../../context.ts'
import type { Refused, Submitted } from '../../../forms.ts'
import type { MessageKey } from '../../../i18n.ts'
import { usePage } from '../../../page.tsx'
import { Select, TextArea } from '../../../ui/controls.tsx'
import { Field } from '../../../ui/form.tsx'
import { Badge } from '../../../ui/states.tsx'
import { acted } from '../../acts.ts'
import { Act } from '../../parts.tsx'

const REASONS = ['user_request', 'fraud', 'failed_pot', 'admin_action'] as const

/** What can still go back to its donor. */
export const REFUNDABLE: ReadonlySet<string | null> = new Set(['received', 'held', 'refund_failed'])

export async function askForRefund(
  context: Readonly<RouterContextProvider>,
  form: Submitted,
  of: { readonly gift: string } | { readonly pot: string },
) {
  const { headers } = form
  const body = { reason: form.text('reason') as (typeof REASONS)[number], note: form.text('note') }
  const result =
    'gift' in of
      ? await api(context).POST('/api/gifts/{id}/refund-request', {
          params: { path: { id: of.gift } },
          headers,
          body,
        })
      : await api(context).POST('/api/pots/{id}/refund-request', { params: { path: { id: of.pot } }, headers, body })
  return acted(context, form, result, 'refund_requested')
}

export function AskForRefund({ gift, refused }: { gift?: string; refused: Refused | undefined }) {
  const { t } = usePage()
  return gift ? (
    <Act
      act="refund_gift"
      hidden={{ gift }}
      label={t('staff.gift.refund')}
      confirm={t('staff.refund.ask')}
      text={t('staff.gift.refund.text')}
      refused={refused}
    >
      <RefundFields />
    </Act>
  ) : (
    <Act
      act="refund_pot"
      label={t('staff.pot.refund')}
      confirm={t('staff.refund.ask')}
      tone="danger"
      text={t('staff.pot.refund.text')}
      refused={refused}
    >
      <RefundFields />
    </Act>
  )
}

/** In the place of the act, once somebody has asked: one request waits at a time. */
export function RefundAsked({ at }: { at?: string | undefined }) {
  const { t, date } = usePage()
  return (
    <p className="flex flex-wrap items-center gap-x-3">
      <Badge mood="festive">{t('inquiry.refund.pending')}</Badge>
      {at && <span className="text-sm text-soft">{t('inquiry.refund.pending.text', { at: date(at) })}</span>}
      <Link to="/staff/refunds?status=pending" className="link inline-flex min-h-11 items-center">
        {t('inquiry.refund.see')}
      </Link>
    </p>
  )
}

function RefundFields() {
  const { t } = usePage()
  return (
    <>
      <Field name="reason" label={t('console.reason')}>
        <Select>
          {REASONS.map((reason) => (
            <option key={reason} value={reason}>
              {t(`staff.refund.reason.${reason}` satisfies MessageKey)}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="note" label={t('staff.refund.note')} hint={t('staff.refund.note.hint')}>
        <TextArea rows={2} />
      </Field>
    </>
  )
}
