/** Closes the period of a partner: first which partner, then what the period holds and the act itself. */
import { api, page } from '../../../context.ts'
import { need, problemOf, readForm, refused, seeOther } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { Card } from '../../../ui/layout.tsx'
import { Notice } from '../../../ui/states.tsx'
import { Money } from '../../../ui/values.tsx'
import { ConsolePage } from '../../page.tsx'
import { Facts } from '../../parts.tsx'
import { Period } from '../../statement.tsx'
import type { Route } from './+types/close'

const PARTNERS_MAX = 100

export async function loader({ context }: Route.LoaderArgs) {
  const asked = page(context).url.searchParams.get('partner_id')
  const query = { limit: PARTNERS_MAX }
  const { items } = need(context, await api(context).GET('/api/partners', { params: { query } }))
  const partners = items.map(({ id, name }) => ({ id, name }))
  const partner = partners.find(({ id }) => id === asked)
  if (!partner) return { partners, chosen: null }
  const call = { params: { path: { id: partner.id } } }
  const { next } = need(context, await api(context).GET('/api/partners/{id}/settlements', call))
  return { partners, chosen: { ...partner, next } }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const result = await api(context).POST('/api/partners/{id}/settlements', {
    params: { path: { id: form.text('partner_id') } },
    headers: form.headers,
    body: { period_end: form.text('period_end') },
  })
  if (!result.data) return refused(form, problemOf(result))
  return seeOther(`/staff/settlements/${result.data.id}?done=period_closed`)
}

export default function ClosePeriod({ loaderData: { partners, chosen }, actionData }: Route.ComponentProps) {
  const { t, number, date, now, profile } = usePage()
  // A period is over when its last day is: nobody is offered what the API refuses.
  const today = Temporal.Instant.from(now).toZonedDateTimeISO(profile.timeZone).toPlainDate().toString()
  const isOver = chosen !== null && chosen.next.period_end < today
  return (
    <ConsolePage
      title={t('staff.settlements.close')}
      lead={t('staff.settlements.close.lead')}
      back={{ to: '/staff/settlements', label: t('staff.settlements.title') }}
    >
      <div className="flex max-w-xl flex-col gap-6">
        <form method="get" className="flex flex-wrap items-end gap-3">
          <label className="flex grow flex-col gap-1.5 font-semibold">
            {t('staff.pack.partner')}
            <select name="partner_id" defaultValue={chosen?.id} className="control font-normal">
              {partners.map((partner) => (
                <option key={partner.id} value={partner.id}>
                  {partner.name}
                </option>
              ))}
            </select>
          </label>
          <Button tone={chosen ? 'secondary' : 'primary'}>{t('staff.settlements.show_period')}</Button>
        </form>
        {chosen && (
          <Card>
            <h2 className="text-xl">{chosen.name}</h2>
            <Facts
              facts={[
                [
                  t('statement.period'),
                  <strong key="">
                    <Period start={chosen.next.period_start} end={chosen.next.period_end} />
                  </strong>,
                ],
                [t('staff.settlements.so_far'), number(chosen.next.redemption_count)],
                [t('statement.share'), <Money key="" minor={chosen.next.share_minor} />],
              ]}
            />
            {isOver ? (
              <>
                <Notice title={t('staff.settlements.close.note')}>{t('staff.settlements.close.note.text')}</Notice>
                <Form refused={actionData}>
                  <input type="hidden" name="partner_id" value={chosen.id} />
                  <input type="hidden" name="period_end" value={chosen.next.period_end} />
                  <Button className="self-start">{t('staff.settlements.close.confirm')}</Button>
                </Form>
              </>
            ) : (
              <Notice title={t('staff.settlements.not_over')}>
                {t('staff.settlements.not_over.text', { end: date(chosen.next.period_end) })}
              </Notice>
            )}
          </Card>
        )}
      </div>
    </ConsolePage>
  )
}
