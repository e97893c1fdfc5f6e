/** What people's authenticators show now. It exists only in development. */
import { api, page } from '../../context.ts'
import { need, notFound } from '../../forms.ts'
import live from '../../islands/live.ts?worker&url'
import { usePage } from '../../page.tsx'
import { Head } from '../../ui/head.tsx'
import { Island } from '../../ui/island.tsx'
import { PageTitle } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { Phone } from '../../ui/values.tsx'
import { Table } from '../table.tsx'
import type { Route } from './+types/authenticator'

export async function loader({ context }: Route.LoaderArgs) {
  const { development, demonstration } = page(context)
  if (!development) notFound()
  const { items } = need(context, await api(context).GET('/api/dev/authenticator', {}))
  const who = new Map(demonstration.map((account) => [account.signIn, account.who]))
  return { items: items.map((item) => ({ ...item, who: who.get(item.phone ?? '') })) }
}

export default function Authenticator({ loaderData: { items } }: Route.ComponentProps) {
  const { t } = usePage()
  return (
    <>
      <Head title={t('dev.authenticator.title')} index={false} />
      <PageTitle title={t('dev.authenticator.title')} lead={t('dev.authenticator.lead')} />
      <div id="authenticator" data-live="3">
        <Table
          caption={t('dev.authenticator.title')}
          rows={items}
          rowKey={(item) => item.user_id}
          empty={<EmptyState title={t('dev.authenticator.empty')} text={t('dev.authenticator.empty.text')} />}
          columns={[
            {
              title: t('dev.authenticator.who'),
              cell: (item) => (
                <div>
                  {item.who && <p>{item.who}</p>}
                  {item.phone && (
                    <p className="text-sm text-soft">
                      <Phone value={item.phone} />
                    </p>
                  )}
                </div>
              ),
            },
            {
              title: t('dev.authenticator.code'),
              cell: (item) =>
                item.code ? (
                  <code className="font-mono text-2xl tracking-widest select-all">{item.code}</code>
                ) : (
                  <span className="text-soft">{t('dev.authenticator.wait')}</span>
                ),
            },
            {
              title: t('dev.authenticator.secret'),
              cell: (item) => <code className="font-mono text-sm break-all select-all">{item.secret}</code>,
            },
          ]}
        />
      </div>
      <Island src={live} />
    </>
  )
}
