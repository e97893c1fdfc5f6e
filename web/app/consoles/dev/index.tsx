/** Where to go in development: messages, clock, the payment stand-in, documentation, the consoles. */
import { page } from '../../context.ts'
import type { MessageKey } from '../../i18n.ts'
import { notFound } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { has } from '../../products.ts'
import { Head } from '../../ui/head.tsx'
import { Grid, PageTitle, Stack } from '../../ui/layout.tsx'
import { Phone } from '../../ui/values.tsx'
import { Table } from '../table.tsx'
import type { Route } from './+types/index'

/** The provider's own page; any other origin a form may lead to is a stand-in of this machine. */
const WAVE = 'https://pay.wave.com'

export function loader({ context }: Route.LoaderArgs) {
  const { development, demonstration, formOrigins } = page(context)
  if (!development) notFound()
  const standIn = formOrigins.find((origin) => origin !== WAVE)
  return { waveControl: standIn ? `${standIn}/_control` : null, accounts: demonstration }
}

interface Door {
  readonly to: string
  readonly title: MessageKey
  readonly text: MessageKey
}

export default function Development({ loaderData: { waveControl, accounts } }: Route.ComponentProps) {
  const { t, product } = usePage()
  return (
    <Stack gap={8}>
      <Head title={t('dev.name')} index={false} />
      <div>
        <PageTitle title={t('dev.name')} lead={t('dev.index.lead')} />
        <Doors
          doors={[
            { to: '/dev/outbox', title: 'dev.nav.outbox', text: 'dev.index.outbox' },
            { to: '/dev/authenticator', title: 'dev.nav.authenticator', text: 'dev.index.authenticator' },
            { to: '/dev/clock', title: 'dev.nav.clock', text: 'dev.index.clock' },
            ...(waveControl
              ? ([{ to: waveControl, title: 'dev.index.wave', text: 'dev.index.wave.text' }] as const)
              : []),
            { to: '/docs', title: 'dev.index.docs', text: 'dev.index.docs.text' },
            { to: '/design', title: 'dev.index.design', text: 'dev.index.design.text' },
          ]}
        />
      </div>
      {accounts.length > 0 && (
        <Stack as="section">
          <h2 className="text-2xl">{t('dev.accounts.title')}</h2>
          <p className="text-soft">{t('dev.accounts.text')}</p>
          <Table
            caption={t('dev.accounts.title')}
            rows={accounts}
            rowKey={(account) => account.signIn}
            empty={null}
            columns={[
              { title: t('dev.accounts.name'), cell: ({ who }) => who },
              {
                title: t('dev.accounts.sign_in'),
                cell: ({ signIn, pin }) =>
                  pin === undefined ? (
                    <a href={`/dev/outbox?${new URLSearchParams({ address: signIn })}`} className="link">
                      <Phone value={signIn} />
                    </a>
                  ) : (
                    <a href="/sign-in/learner" className="link">
                      <bdi dir="ltr" className="whitespace-nowrap">
                        {signIn} · {pin}
                      </bdi>
                    </a>
                  ),
              },
            ]}
          />
        </Stack>
      )}
      <Stack as="section">
        <h2 className="text-2xl">{t('dev.index.consoles')}</h2>
        <Doors
          doors={[
            { to: '/staff', title: 'dev.index.staff', text: 'dev.index.staff.text' },
            ...(has(product, 'consoles/partner/home')
              ? ([{ to: '/partner', title: 'dev.index.partner', text: 'dev.index.partner.text' }] as const)
              : []),
          ]}
        />
      </Stack>
    </Stack>
  )
}

function Doors({ doors }: { doors: readonly Door[] }) {
  const { t } = usePage()
  return (
    <Grid as="ul">
      {doors.map(({ to, title, text }) => (
        <li key={to}>
          <a
            href={to}
            className="flex h-full flex-col gap-1 rounded-card border border-line bg-surface p-5 shadow-card hover:border-strong-line"
          >
            <span className="text-lg font-semibold text-accent">{t(title)}</span>
            <span className="text-soft">{t(text)}</span>
          </a>
        </li>
      ))}
    </Grid>
  )
}
