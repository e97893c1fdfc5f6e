/** Pots whose owners chose to show them to everybody: newest first. */
import { Link } from 'react-router'
import { api } from '../../context.ts'
import type { PageHandle } from '../../entry.server.tsx'
import { need } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Head } from '../../ui/head.tsx'
import { Column, Grid, PageTitle } from '../../ui/layout.tsx'
import { EmptyState, Progress } from '../../ui/states.tsx'
import { Pagination } from '../../ui/table.tsx'
import { DateText } from '../../ui/values.tsx'
import { Cover } from '../covers/covers.tsx'
import type { Route } from './+types/list'

export const handle: PageHandle = { shared: true }

export async function loader({ context, url }: Route.LoaderArgs) {
  const cursor = url.searchParams.get('cursor')
  return need(context, await api(context).GET('/api/p', { params: { query: cursor ? { cursor } : {} } }))
}

export default function PublicPots({ loaderData: { items, next_cursor } }: Route.ComponentProps) {
  const { t } = usePage()
  return (
    <Column>
      <Head title={t('pots.title')} description={t('pots.lead')} />
      <PageTitle title={t('pots.title')} lead={t('pots.lead')} />
      {items.length === 0 ? (
        <EmptyState title={t('pots.none')} text={t('pots.none.text')}>
          <ButtonLink to="/pots/new">{t('home.start')}</ButtonLink>
        </EmptyState>
      ) : (
        <Grid as="ul">
          {items.map((pot) => (
            <li key={pot.slug} className="flex">
              <Link
                to={`/p/${pot.slug}`}
                className="flex w-full flex-col overflow-hidden rounded-card border border-line bg-surface shadow-card hover:border-strong-line"
              >
                <Cover name={pot.cover ?? ''} />
                <div className="flex flex-1 flex-col gap-3 p-4">
                  <div className="flex flex-col gap-1">
                    <h2 className="text-lg leading-snug">{pot.title}</h2>
                    <span className="text-soft">
                      {t.rich('pot.birthday_of', { name: pot.honoree_name, date: <DateText value={pot.birthday} /> })}
                    </span>
                  </div>
                  <Progress raised={pot.raised_minor} target={pot.target_minor} />
                </div>
              </Link>
            </li>
          ))}
        </Grid>
      )}
      <Pagination next={next_cursor} />
    </Column>
  )
}
