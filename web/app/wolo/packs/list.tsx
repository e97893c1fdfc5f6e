/** The shop window: every pack that can be chosen today, by kind and by town. */
import { api } from '../../context.ts'
import type { PageHandle } from '../../entry.server.tsx'
import { need } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Select } from '../../ui/controls.tsx'
import { Field, Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Column, Grid, PageTitle } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Pagination } from '../../ui/table.tsx'
import { PackCard } from './card.tsx'
import { categories, cities, type Category } from './kinds.ts'
import type { Route } from './+types/list'

export const handle: PageHandle = { shared: true }

export async function loader({ context, url }: Route.LoaderArgs) {
  const category = categories.find((name) => name === url.searchParams.get('category'))
  const city = url.searchParams.get('city') || undefined
  const cursor = url.searchParams.get('cursor')
  const query = { ...(category ? { category } : {}), ...(city ? { city } : {}), ...(cursor ? { cursor } : {}) }
  return need(context, await api(context).GET('/api/packs', { params: { query } }))
}

export default function Packs({ loaderData: { items, next_cursor } }: Route.ComponentProps) {
  const { t, url } = usePage()
  const chosen = (name: string) => url.searchParams.get(name) ?? ''
  return (
    <Column>
      <Head title={t('packs.title')} description={t('packs.lead')} />
      <PageTitle title={t('packs.title')} lead={t('packs.lead')} />
      <Form method="get" className="mb-6 grid grid-cols-2 items-end gap-3 sm:flex sm:flex-row">
        <Field name="category" label={t('packs.category')} required={false}>
          <Select initial={chosen('category')}>
            <option value="">{t('packs.all')}</option>
            {categories.map((name: Category) => (
              <option key={name} value={name}>
                {t(`packs.category.${name}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field name="city" label={t('packs.city')} required={false}>
          <Select initial={chosen('city')}>
            <option value="">{t('packs.everywhere')}</option>
            {cities.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </Select>
        </Field>
        <Button tone="secondary" className="max-sm:col-span-2">
          {t('packs.filter')}
        </Button>
      </Form>
      {items.length === 0 ? (
        <EmptyState title={t('packs.none')} text={t('packs.none.text')}>
          <ButtonLink to="/packs" tone="secondary">
            {t('packs.see_all')}
          </ButtonLink>
        </EmptyState>
      ) : (
        <Grid as="ul">
          {items.map((pack) => (
            <li key={pack.id} className="flex">
              <PackCard pack={pack} />
            </li>
          ))}
        </Grid>
      )}
      <Pagination next={next_cursor} />
    </Column>
  )
}
