/** Finds a pot: by its link, its identifier, a gift in it, or the phone number or identifier of its owner. */
import { redirect } from 'react-router'
import { api, page, type Api } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { Pagination } from '../../../ui/table.tsx'
import { DateText, Money } from '../../../ui/values.tsx'
import { listQuery } from '../../acts.ts'
import { ConsolePage } from '../../page.tsx'
import { Filter, Filters, Status } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import type { Route } from './+types/pots'

export async function loader({ context }: Route.LoaderArgs) {
  const asked = page(context).url.searchParams.get('q')?.trim() ?? ''
  const none = { asked, items: [], next_cursor: null }
  if (asked === '') return none
  if (/^pot_\w+$/.test(asked)) throw redirect(`/staff/pots/${asked}`, 303)
  if (/^gif_\w+$/.test(asked)) {
    const found = need(context, await api(context).GET('/api/gifts', { params: { query: { id: asked } } }))
    const gift = found.items[0]
    if (gift) throw redirect(`/staff/pots/${gift.pot_id}`, 303)
    return none
  }
  const named = await namedBy(api(context), asked)
  if (!named) return none
  const query = { ...listQuery<never>(context), ...named }
  return { asked, ...need(context, await api(context).GET('/api/pots/directory', { params: { query } })) }
}

/** An owner for a number, an address or an identifier; for anything else the name in a link, or the whole link. */
async function namedBy(client: Api, asked: string): Promise<{ owner_id: string } | { slug: string } | undefined> {
  if (/^usr_\w+$/.test(asked)) return { owner_id: asked }
  const isPhone = /^\+?[\d\s().-]{7,}$/.test(asked)
  if (!isPhone && !asked.includes('@'))
    return {
      slug: asked
        .replace(/[?#].*$/, '')
        .replace(/\/+$/, '')
        .replace(/^.*\//, ''),
    }
  const query = isPhone ? { phone: asked } : { email: asked }
  const [person] = (await client.GET('/api/users', { params: { query } })).data?.items ?? []
  return person && { owner_id: person.id }
}

export default function Pots({ loaderData: { asked, items, next_cursor } }: Route.ComponentProps) {
  const { t } = usePage()
  return (
    <ConsolePage title={t('staff.pots.title')} lead={t('staff.pots.lead')}>
      <Filters act={t('console.search')}>
        <Filter name="q" label={t('staff.pots.q')} />
      </Filters>
      <Table
        caption={t('staff.pots.title')}
        rows={items}
        rowKey={(pot) => pot.id}
        empty={
          asked ? (
            <EmptyState title={t('staff.pots.none', { asked })} />
          ) : (
            <EmptyState title={t('staff.pots.ask')} text={t('staff.pots.ask.text')} />
          )
        }
        columns={[
          {
            title: t('staff.gift.pot'),
            cell: (pot) => (
              <a href={`/staff/pots/${pot.id}`} className="link block min-w-36 font-semibold">
                {pot.title}
              </a>
            ),
          },
          { title: t('console.state'), cell: (pot) => <Status value={pot.status} /> },
          {
            title: t('staff.pots.raised'),
            cell: (pot) => <Money minor={pot.raised_minor} currency={pot.currency} />,
            end: true,
          },
          {
            title: t('staff.pots.target'),
            cell: (pot) => <Money minor={pot.target_minor} currency={pot.currency} />,
            end: true,
          },
          { title: t('staff.pot.honoree'), cell: (pot) => pot.honoree_name },
          { title: t('staff.pot.birthday'), cell: (pot) => <DateText value={pot.birthday} style="short" /> },
        ]}
      />
      <Pagination next={next_cursor} />
    </ConsolePage>
  )
}
