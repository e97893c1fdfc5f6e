/** The consent register: whose chain to look at, the texts in force, and the questions that will run out first. */
import { Link } from 'react-router'
import { api } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { Pagination } from '../../../ui/table.tsx'
import { DateText } from '../../../ui/values.tsx'
import { pageAsked } from '../../acts.ts'
import { ConsolePage } from '../../page.tsx'
import { Moment, Section, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import { AskPerson } from '../people/ask.tsx'
import { lookup } from '../people/lookup.ts'
import type { Route } from './+types/consents'

const chainOf = (id: string) => `/staff/consents/${id}`

export async function loader({ context }: Route.LoaderArgs) {
  const found = await lookup(context, chainOf)
  const client = api(context)
  const [waiting, texts] = await Promise.all([
    client.GET('/api/consent-requests', { params: { query: pageAsked(context) } }),
    client.GET('/api/legal-texts'),
  ])
  return { found, waiting: need(context, waiting), texts: need(context, texts).items }
}

export default function Consents({ loaderData: { found, waiting, texts } }: Route.ComponentProps) {
  const { t, digitsIn } = usePage()
  const word = useWord()
  return (
    <ConsolePage title={t('staff.consents.title')} lead={t('staff.consents.lead')}>
      <AskPerson found={found} to={chainOf} />
      <Section title={t('staff.consents.waiting')}>
        <p className="text-soft">{t('staff.consents.waiting.text')}</p>
        <Table
          caption={t('staff.consents.waiting')}
          rows={waiting.items}
          rowKey={(row) => row.id}
          empty={<EmptyState title={t('staff.consents.waiting.empty')} />}
          columns={[
            { title: t('staff.consents.expires'), cell: (row) => <Moment value={row.expires_at} /> },
            {
              title: t('staff.consents.subject'),
              cell: (row) => (
                <Link to={chainOf(row.subject_id)} className="link font-mono text-sm">
                  …{row.subject_id.slice(-6)}
                </Link>
              ),
            },
            {
              title: t('staff.consents.guardian'),
              cell: (row) => (
                <Link to={`/staff/users/${row.guardian_id}`} className="link font-mono text-sm">
                  …{row.guardian_id.slice(-6)}
                </Link>
              ),
            },
            {
              title: t('staff.consents.purposes'),
              cell: (row) => row.purposes.map((purpose) => word('staff.purpose_of', purpose)).join(t('staff.comma')),
            },
            {
              title: t('staff.consents.trouble'),
              cell: (row) => (row.trouble === null ? '–' : word('staff.consent.trouble', row.trouble)),
            },
            { title: t('staff.consents.asked'), cell: (row) => <Moment value={row.asked_at} /> },
          ]}
        />
        <Pagination next={waiting.next_cursor} />
      </Section>
      <Section title={t('staff.consents.texts')}>
        <ul className="flex flex-col gap-2">
          {texts.map((text) => (
            <li key={text.id} className="rounded-card border border-line bg-surface px-4">
              <details>
                <summary className="flex min-h-12 cursor-pointer flex-wrap items-center gap-x-3 py-2">
                  <strong>{text.title}</strong>
                  <span className="text-sm text-soft">
                    {t.rich('staff.consents.version', {
                      version: digitsIn(text.version),
                      day: <DateText value={text.in_force_from} style="short" />,
                    })}
                  </span>
                </summary>
                <div className="flex flex-col gap-3 pb-4">
                  {text.body.split('\n\n').map((paragraph) => (
                    <p key={paragraph}>{paragraph}</p>
                  ))}
                  <p className="text-sm text-soft">
                    SHA-256{' '}
                    <code dir="ltr" className="font-mono break-all">
                      {text.sha256}
                    </code>
                  </p>
                </div>
              </details>
            </li>
          ))}
        </ul>
      </Section>
    </ConsolePage>
  )
}
