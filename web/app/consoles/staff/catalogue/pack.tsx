/** One pack: what it promises, whether it is shown, how many are left. */
import { amountOf } from '../../../amount.ts'
import { api } from '../../../context.ts'
import { need, readForm } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { TextInput } from '../../../ui/controls.tsx'
import { Field } from '../../../ui/form.tsx'
import { Card, Row } from '../../../ui/layout.tsx'
import { DateText, Money } from '../../../ui/values.tsx'
import { acted } from '../../acts.ts'
import { ConsolePage } from '../../page.tsx'
import { Act, Facts, Id, Status, useWord } from '../../parts.tsx'
import type { Route } from './+types/pack'
import { packBody, PackFields, sayIn, type PACK_STATUSES } from './pack-form.tsx'

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const pack = need(context, await api(context).GET('/api/catalog/packs/{id}', { params: { path: { id } } }))
  // Whoever manages packs need not manage partners; without that right the venues stay as they are.
  const file = await api(context).GET('/api/partners/{id}/file', { params: { path: { id: pack.partner_id } } })
  return { pack, partner: file.data?.partner ?? null, venues: file.data?.venues ?? null }
}

export async function action({ request, context, params: { id } }: Route.ActionArgs) {
  const form = await readForm(request)
  const call = { params: { path: { id } }, headers: form.headers }
  switch (form.text('act')) {
    case 'status': {
      const status = form.text('status') as (typeof PACK_STATUSES)[number]
      const result = await api(context).PUT('/api/packs/{id}/status', { ...call, body: { status } })
      return acted(context, form, result, `pack_${status}`)
    }
    case 'stock': {
      const total = form.optional('total')
      const body = { total: total === undefined ? null : Number(amountOf(total)) }
      return acted(context, form, await api(context).PUT('/api/packs/{id}/stock', { ...call, body }), 'saved')
    }
    default: {
      const { venue_ids, ...rest } = packBody(form)
      const body = form.text('venues_shown') ? { ...rest, venue_ids } : rest
      return acted(context, form, await api(context).PATCH('/api/packs/{id}', { ...call, body }), 'saved')
    }
  }
}

export default function Pack({ loaderData: { pack, partner, venues }, actionData }: Route.ComponentProps) {
  const { t, locale } = usePage()
  const word = useWord()
  const where = pack.venue_ids.map((id) => venues?.find((venue) => venue.id === id)?.name ?? id)
  const next = pack.status === 'active' ? ('withdrawn' as const) : ('active' as const)
  return (
    <ConsolePage
      title={sayIn(pack.name, locale)}
      back={{ to: '/staff/packs', label: t('staff.packs.title') }}
      lead={<Status value={pack.status} />}
    >
      <Card>
        <Facts
          facts={[
            [t('console.id'), <Id key="">{pack.id}</Id>],
            [
              t('staff.pack.partner'),
              partner ? (
                <a key="" href={`/staff/partners/${partner.id}`} className="link">
                  {partner.name}
                </a>
              ) : (
                <Id key="">{pack.partner_id}</Id>
              ),
            ],
            [t('staff.pack.category'), word('staff.partner.kind', pack.category)],
            [t('staff.pack.description'), sayIn(pack.description, locale)],
            pack.terms !== null && [t('staff.pack.terms'), sayIn(pack.terms, locale)],
            [
              t('staff.pack.price'),
              <strong key="">
                <Money minor={pack.price_minor} />
              </strong>,
            ],
            [t('staff.pack.validity'), t('staff.pack.days', { days: pack.validity_days })],
            [t('staff.pack.venues'), where.length > 0 ? where.join(', ') : t('staff.pack.everywhere')],
            pack.available_from !== null && [
              t('staff.pack.from'),
              <DateText key="" value={pack.available_from} style="date" />,
            ],
            pack.available_until !== null && [
              t('staff.pack.until'),
              <DateText key="" value={pack.available_until} style="date" />,
            ],
            [
              t('staff.pack.stock'),
              pack.stock_total === null
                ? t('staff.pack.unlimited')
                : t('staff.pack.left', { left: pack.stock_left ?? 0, total: pack.stock_total }),
            ],
          ]}
        />
        <Row className="items-start">
          <Act
            act="status"
            hidden={{ status: next }}
            label={t(`staff.pack.become.${next}`)}
            confirm={t(`staff.pack.become.${next}.confirm`)}
            tone={next === 'active' ? 'primary' : 'danger'}
            text={t(`staff.pack.become.${next}.text`)}
            refused={actionData}
          />
          <Act
            act="edit"
            label={t('console.edit')}
            confirm={t('console.save')}
            text={t('staff.pack.edit.text')}
            hidden={venues && venues.length > 1 ? { venues_shown: 'yes' } : {}}
            refused={actionData}
          >
            <PackFields pack={pack} venues={venues ?? []} />
          </Act>
          <Act act="stock" label={t('staff.pack.stock.edit')} confirm={t('console.save')} refused={actionData}>
            <Field name="total" label={t('staff.pack.stock')} hint={t('staff.pack.stock.hint')} optional>
              <TextInput inputMode="numeric" initial={pack.stock_total?.toString()} />
            </Field>
          </Act>
        </Row>
      </Card>
    </ConsolePage>
  )
}
