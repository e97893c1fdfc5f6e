/** What the frame’s box found, for everything a caller can say. Each answer already tells where the money is. */
import { api, page } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Stack } from '../../../ui/layout.tsx'
import { EmptyState, Notice } from '../../../ui/states.tsx'
import { ConsolePage } from '../../page.tsx'
import { Aside, Hits } from './hits.tsx'
import { inOrder, withoutPaymentsOf, type Thing } from './things.ts'
import type { Route } from './+types/search'

const SHORTEST = 2

/** What went out to somebody answers no question about money: it stands aside. */
const isAside = ({ kind }: Thing) => kind === 'message'

export async function loader({ context }: Route.LoaderArgs) {
  const asked = page(context).url.searchParams.get('q')?.trim() ?? ''
  if (asked.length < SHORTEST) return { asked, found: null, busy: false }
  const answer = await api(context).GET('/api/operations/search', { params: { query: { q: asked.slice(0, 254) } } })
  if (answer.response.status === 429) return { asked, found: null, busy: true }
  const found = need(context, answer)
  return { asked, busy: false, found: { ...found, items: inOrder(withoutPaymentsOf(found.items)) } }
}

export default function Search({ loaderData: { asked, found, busy } }: Route.ComponentProps) {
  const { t } = usePage()
  // What was typed has its own direction, whatever stands around it.
  const typed = `\u2068${asked}\u2069`
  const onRecord = found?.read_as === 'phone' || found?.read_as === 'email'
  return (
    <ConsolePage title={t('inquiry.title')} lead={t('inquiry.lead')}>
      <Stack gap={6}>
        {busy && <Notice mood="bad" title={t('inquiry.too_many')} />}
        {found === null && !busy && <EmptyState title={t('inquiry.ask')} text={t('inquiry.ask.text')} />}
        {found?.items.length === 0 && (
          <EmptyState
            title={t('inquiry.none', { asked: typed })}
            text={t(found.read_as === 'phone' ? 'inquiry.none.phone' : 'inquiry.none.text')}
          />
        )}
        {found && found.items.length > 0 && (
          <Stack gap={3}>
            <h2 className="text-xl">{t('inquiry.found', { count: found.items.length, asked: typed })}</h2>
            <Hits things={found.items.filter((it) => !isAside(it))} told label={t('inquiry.title')} />
            <Aside things={found.items.filter(isAside)} open={found.items.every(isAside)} />
          </Stack>
        )}
        {onRecord && <p className="text-sm text-soft">{t('inquiry.on_record')}</p>}
      </Stack>
    </ConsolePage>
  )
}
