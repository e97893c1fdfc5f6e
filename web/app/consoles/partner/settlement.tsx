/** One statement as its partner sees it, with the right to dispute a line. */
import { api } from '../../context.ts'
import { need, readForm } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { acted } from '../acts.ts'
import { ConsolePage } from '../page.tsx'
import { Act, Status } from '../parts.tsx'
import { Period, Statement } from '../statement.tsx'
import type { Route } from './+types/settlement'

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  return need(context, await api(context).GET('/api/settlements/{id}', { params: { path: { id } } }))
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const form = await readForm(request)
  const result = await api(context).POST('/api/settlements/{id}/disputes', {
    params: { path: { id } },
    headers: form.headers,
    body: { line_no: Number(form.text('line')), reason: form.text('reason') },
  })
  return acted(context, form, result, 'disputed')
}

const DISPUTABLE = new Set(['pending', 'approved'])

export default function PartnerSettlement({ loaderData: statement, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  return (
    <ConsolePage
      title={t('partner.statement.title')}
      back={{ to: '/partner/settlements', label: t('partner.settlements.title') }}
      lead={
        <span className="flex flex-wrap items-center gap-3">
          <Period start={statement.period_start} end={statement.period_end} />
          <Status value={statement.status} />
        </span>
      }
    >
      <Statement
        statement={statement}
        lineAct={
          DISPUTABLE.has(statement.status)
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
      />
    </ConsolePage>
  )
}
