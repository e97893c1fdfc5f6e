/** Makes a pack, a draft at first. Its partner is chosen before, because the partner's venues are part of the form. */
import { amountOf } from '../../../amount.ts'
import { api, page } from '../../../context.ts'
import { need, problemOf, readForm, refused, seeOther } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextInput } from '../../../ui/controls.tsx'
import { Field, Form } from '../../../ui/form.tsx'
import { ConsolePage } from '../../page.tsx'
import type { Route } from './+types/pack-new'
import { packBody, PackFields } from './pack-form.tsx'

const PARTNERS_MAX = 100

export async function loader({ context }: Route.LoaderArgs) {
  const id = page(context).url.searchParams.get('partner_id')
  if (id) {
    const { partner, venues } = need(
      context,
      await api(context).GET('/api/partners/{id}/file', { params: { path: { id } } }),
    )
    return { chosen: { partner, venues }, partners: [] }
  }
  const query = { limit: PARTNERS_MAX }
  const { items } = need(context, await api(context).GET('/api/partners', { params: { query } }))
  return { chosen: null, partners: items }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(request)
  const stock = form.optional('stock')
  const result = await api(context).POST('/api/packs', {
    headers: form.headers,
    body: {
      ...packBody(form),
      partner_id: form.text('partner_id'),
      stock: stock === undefined ? null : Number(amountOf(stock)),
    },
  })
  if (!result.data) return refused(form, problemOf(result))
  return seeOther(`/staff/packs/${result.data.id}?done=pack_created`)
}

export default function NewPack({ loaderData: { chosen, partners }, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  const back = { to: '/staff/packs', label: t('staff.packs.title') }
  if (!chosen)
    return (
      <ConsolePage title={t('staff.packs.new')} lead={t('staff.packs.new.partner')} back={back}>
        <form method="get" className="flex max-w-xl flex-col gap-5">
          <label className="flex flex-col gap-1.5 font-semibold">
            {t('staff.pack.partner')}
            <select name="partner_id" className="control font-normal">
              {partners.map((partner) => (
                <option key={partner.id} value={partner.id}>
                  {partner.name}
                </option>
              ))}
            </select>
          </label>
          <Button className="self-start">{t('console.continue')}</Button>
        </form>
      </ConsolePage>
    )
  return (
    <ConsolePage title={t('staff.packs.new')} lead={chosen.partner.name} back={back}>
      <Form refused={actionData} className="max-w-xl">
        <input type="hidden" name="partner_id" value={chosen.partner.id} />
        <PackFields venues={chosen.venues} />
        <Field name="stock" label={t('staff.pack.stock')} hint={t('staff.pack.stock.hint')} optional>
          <TextInput inputMode="numeric" />
        </Field>
        <Button className="self-start">{t('staff.packs.create')}</Button>
      </Form>
    </ConsolePage>
  )
}
