/** All that friends wrote to one person, and who gave: the public page of the pot has only the newest. */
import { Link } from 'react-router'
import type { paths } from '../../api.gen.ts'
import { api } from '../../context.ts'
import type { PageHandle } from '../../entry.server.tsx'
import { need } from '../../forms.ts'
import { held, heldIn } from '../../held.ts'
import { usePage } from '../../page.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Head } from '../../ui/head.tsx'
import { Column, PageTitle, Stack } from '../../ui/layout.tsx'
import { EmptyState, Notice } from '../../ui/states.tsx'
import { Pagination } from '../../ui/table.tsx'
import { DateText } from '../../ui/values.tsx'
import { OpenWall } from './wall.tsx'
import type { Route } from './+types/public-gifts'

/** Most pots are one page of these. */
const GIFTS_A_PAGE = 50

export const handle: PageHandle = { shared: true }

export async function loader({ context, params: { slug }, url }: Route.LoaderArgs) {
  const client = api(context)
  const path = { slug }
  const cursor = url.searchParams.get('cursor')
  const query = { limit: GIFTS_A_PAGE, ...(cursor ? { cursor } : {}) }
  const [pot, gifts] = await Promise.all([
    client.GET('/api/p/{slug}', { params: { path } }),
    client.GET('/api/p/{slug}/gifts', { params: { path, query } }),
  ])
  return held({ pot: need(context, pot), ...need(context, gifts) })
}

type Pot = paths['/api/p/{slug}']['get']['responses'][200]['content']['application/json']

export default function PublicGifts({ loaderData, params: { slug } }: Route.ComponentProps) {
  const { pot, items, next_cursor } = heldIn(loaderData)
  const { t } = usePage()
  const address = `/p/${slug}`
  const title = t('gifts.all', { name: pot.honoree_name })
  return (
    <Column width="text">
      <Head title={title} index={false} />
      <PageTitle
        title={title}
        lead={
          <Link className="link inline-block py-2.5" to={address}>
            {pot.title}
          </Link>
        }
      />
      <Stack gap={6}>
        {items.length > 0 ? <OpenWall gifts={items} /> : <Nothing pot={pot} />}
        <Pagination next={next_cursor} />
        <Stack gap={3}>
          {pot.takes_gifts && (
            <ButtonLink to={`${address}/give`} wide>
              {t('pot.give')}
            </ButtonLink>
          )}
          <ButtonLink to={address} tone="secondary" wide>
            {t('give.back')}
          </ButtonLink>
        </Stack>
      </Stack>
    </Column>
  )
}

/** Why there is nothing to read. */
function Nothing({ pot }: { pot: Pot }) {
  const { t } = usePage()
  if (pot.status === 'scheduled')
    return (
      <Notice mood="festive" title={t('pot.not_open.title')}>
        {t.rich('pot.not_open.text', { date: <DateText value={pot.opens_at} /> })}
      </Notice>
    )
  if (pot.visibility === 'private') return <EmptyState title={t('gifts.private')} />
  // A page that was asked for after its gifts had gone back: the way to the start is below.
  if (pot.gift_count > 0) return null
  if (pot.takes_gifts) return <EmptyState title={t('gifts.none')} />
  return <Notice title={t('give.over.title')}>{t('give.over.text', { name: pot.honoree_name })}</Notice>
}
