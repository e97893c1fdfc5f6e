/** One statement: approved by one person, paid by another, line by line disputed where something is wrong. */
import { api } from '../../../context.ts'
import { need, readForm } from '../../../forms.ts'
import live from '../../../islands/live.ts?worker&url'
import { usePage } from '../../../page.tsx'
import { TextArea } from '../../../ui/controls.tsx'
import { Field } from '../../../ui/form.tsx'
import { Island } from '../../../ui/island.tsx'
import { Row } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/states.tsx'
import { Money } from '../../../ui/values.tsx'
import { acted } from '../../acts.ts'
import { may, useMe } from '../../me.tsx'
import { ConsolePage } from '../../page.tsx'
import { Act, Status, useReason } from '../../parts.tsx'
import { Period, Statement } from '../../statement.tsx'
import { storyOf, StoryTold } from '../inquiry/story.tsx'
import type { Route } from './+types/settlement'

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const [statement, story] = await Promise.all([
    api(context).GET('/api/settlements/{id}', { params: { path: { id } } }),
    storyOf(context, id, 3),
  ])
  return { statement: need(context, statement), story: story ?? null }
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const form = await readForm(request)
  const { headers } = form
  const call = { params: { path: { id } }, headers }
  switch (form.text('act')) {
    case 'approve':
      return acted(context, form, await api(context).POST('/api/settlements/{id}/approval', call), 'approved')
    case 'pay':
      return acted(context, form, await api(context).POST('/api/settlements/{id}/payment', call), 'paying')
    case 'resolve': {
      const result = await api(context).POST('/api/disputes/{id}/resolution', {
        params: { path: { id: form.text('dispute') } },
        headers,
        body: { resolution: form.text('resolution') as 'released' | 'withdrawn', note: form.text('note') },
      })
      return acted(context, form, result, 'saved')
    }
    default: {
      const body = { line_no: Number(form.text('line')), reason: form.text('reason') }
      const result = await api(context).POST('/api/settlements/{id}/disputes', { ...call, body })
      return acted(context, form, result, 'disputed')
    }
  }
}

/** States in which a line can still be disputed. */
const DISPUTABLE = new Set(['pending', 'approved'])

export default function Settlement({ loaderData: { statement, story }, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  const reasonIn = useReason()
  const me = useMe()
  const { status } = statement
  const mayManage = may(me, 'settlements.manage')
  return (
    <ConsolePage
      title={statement.partner_name}
      back={{ to: '/staff/settlements', label: t('staff.settlements.title') }}
      lead={
        <span className="flex flex-wrap items-center gap-3">
          <Period start={statement.period_start} end={statement.period_end} />
          <span id="status" {...(status === 'paying' ? { 'data-live': '3' } : {})}>
            <Status value={status} />
          </span>
        </span>
      }
    >
      <div className="flex flex-col gap-6">
        {!statement.seal_intact && (
          <Notice mood="bad" title={t('staff.settlement.seal_broken')}>
            {t('staff.settlement.seal_broken.text')}
          </Notice>
        )}
        {statement.payout_failure && (
          <Notice mood="bad" title={t('staff.settlement.payout_failed')}>
            {reasonIn(statement.payout_failure)}
          </Notice>
        )}
        <Statement
          statement={statement}
          lineAct={
            mayManage && DISPUTABLE.has(status)
              ? (line) =>
                  line.kind === 'redemption' ? (
                    <Act
                      act="dispute"
                      hidden={{ line: String(line.line_no) }}
                      label={t('statement.dispute.act')}
                      confirm={t('statement.dispute.confirm')}
                      text={t('statement.dispute.text')}
                      reason
                      refused={actionData}
                    />
                  ) : (
                    '–'
                  )
              : undefined
          }
          disputeAct={
            mayManage
              ? (dispute) => (
                  <Row gap={2} className="items-start">
                    {(['released', 'withdrawn'] as const).map((resolution) => (
                      <Act
                        key={resolution}
                        act="resolve"
                        hidden={{ dispute: dispute.id, resolution }}
                        label={t(`staff.dispute.${resolution}`)}
                        confirm={t(`staff.dispute.${resolution}.confirm`)}
                        text={t(`staff.dispute.${resolution}.text`)}
                        refused={actionData}
                      >
                        <Field name="note" label={t('console.reason')} hint={t('console.reason.hint')}>
                          <TextArea rows={2} />
                        </Field>
                      </Act>
                    ))}
                  </Row>
                )
              : undefined
          }
        >
          <Row className="items-start">
            {(status === 'pending' || status === 'approved') && may(me, 'settlements.approve') && (
              <Act
                act="approve"
                label={t(status === 'pending' ? 'staff.settlement.approve' : 'staff.settlement.approve_again')}
                confirm={t('staff.settlement.approve.confirm')}
                tone={status === 'pending' ? 'primary' : 'secondary'}
                text={t('staff.settlement.approve.text')}
                refused={actionData}
              />
            )}
            {status === 'approved' && may(me, 'settlements.pay') && statement.approved_by_you && (
              <p className="max-w-prose text-soft">{t('staff.settlement.second_person')}</p>
            )}
            {status === 'approved' && may(me, 'settlements.pay') && !statement.approved_by_you && (
              <Act
                act="pay"
                label={t('staff.settlement.pay')}
                confirm={t('staff.settlement.pay.confirm')}
                tone="primary"
                text={t.rich('staff.settlement.pay.text', {
                  amount: <Money minor={statement.to_pay_minor} currency={statement.currency} />,
                })}
                refused={actionData}
              />
            )}
          </Row>
        </Statement>
      </div>
      {story && <StoryTold story={story} />}
      <Island src={live} />
    </ConsolePage>
  )
}
