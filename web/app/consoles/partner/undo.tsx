/** Taking back a scan from the list, asked once more before it is done. */
import { api } from '../../context.ts'
import { need, problemOf, readForm, refused, seeOther } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Row } from '../../ui/layout.tsx'
import { ConsolePage } from '../page.tsx'
import { Moment } from '../parts.tsx'
import type { Route } from './+types/undo'
import { counterOf } from './counter.ts'

/** Far more than anybody scans while a scan can still be taken back. */
const LOOKED_THROUGH = 100

export async function loader({ request, context, params: { id } }: Route.LoaderArgs) {
  const { me, here } = await counterOf(context, request)
  const partner = here?.shop.id ?? me.partner_ids[0]
  const query = { ...(partner ? { partner_id: partner } : {}), limit: LOOKED_THROUGH }
  const scans = need(context, await api(context).GET('/api/redemptions', { params: { query } })).items
  return { scan: scans.find((scan) => scan.redemption_id === id && scan.act === 'scan') }
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const form = await readForm(request)
  const result = await api(context).POST('/api/redemptions/{id}/undo', {
    params: { path: { id } },
    headers: form.headers,
    body: {},
  })
  if (result.response.status === 401) need(context, result)
  if (!result.data) return refused(form, problemOf(result))
  const { result: outcome, sentence } = result.data
  if (outcome === 'undone') return seeOther('/partner?done=undone')
  return refused(form, { status: 409, code: outcome, title: sentence, fields: {}, settled: true })
}

export default function Undo({ loaderData: { scan }, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  return (
    <ConsolePage title={t('partner.undo.title')} lead={t('partner.undo.lead')}>
      {scan && (
        <p className="pb-5 text-xl">
          <strong>{scan.pack_name}</strong>
          <br />
          <Moment value={scan.attempted_at} /> · {scan.venue_name}
        </p>
      )}
      <Form refused={actionData} className="max-w-md">
        <Row>
          <Button tone="danger" className="min-h-16 text-lg" data-needs-network>
            {t('partner.result.undo.confirm')}
          </Button>
          <ButtonLink to="/partner" tone="secondary" className="min-h-16 text-lg">
            {t('partner.undo.keep')}
          </ButtonLink>
        </Row>
      </Form>
    </ConsolePage>
  )
}
