/** One transfer of the ledger with its legs: which accounts it touched and what it was posted for. */
import { Link } from 'react-router'
import { api } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Card, Stack } from '../../../ui/layout.tsx'
import { Money } from '../../../ui/values.tsx'
import { ConsolePage } from '../../page.tsx'
import { Facts, Id, Json, Moment, Section, useReason, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import { storyOf, StoryTold } from '../inquiry/story.tsx'
import type { Route } from './+types/transfer'

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const [transfer, story] = await Promise.all([
    api(context).GET('/api/ledger/transfers/{id}', { params: { path: { id } } }),
    storyOf(context, id),
  ])
  return { transfer: need(context, transfer), story: story ?? null }
}

export default function Transfer({ loaderData: { transfer, story } }: Route.ComponentProps) {
  const { t, money } = usePage()
  const word = useWord()
  const reasonIn = useReason()
  const asset = transfer.legs[0]?.asset ?? ''
  return (
    <ConsolePage
      title={t('inquiry.title.transfer', { amount: money(transfer.moved_minor, asset) })}
      back={{ to: '/staff/ledger', label: t('staff.nav.books') }}
      lead={word('staff.transfer', transfer.kind)}
    >
      <Stack gap={6}>
        <Card>
          <Facts
            facts={[
              [t('console.id'), <Id key="">{transfer.id}</Id>],
              [t('console.when'), <Moment key="" value={transfer.recorded_at} />],
              transfer.reason !== null && [t('console.reason'), reasonIn(transfer.reason)],
              transfer.reverses_id !== null && [
                t('inquiry.transfer.reverses'),
                <Id key="" to={`/staff/ledger/transfers/${transfer.reverses_id}`}>
                  {transfer.reverses_id}
                </Id>,
              ],
              [t('inquiry.transfer.by'), <By key="" actor={transfer.actor} />],
              [t('staff.payment.details'), <Json key="" value={transfer.metadata} />],
            ]}
          />
        </Card>
      </Stack>
      <Section title={t('inquiry.transfer.legs')}>
        <Table
          caption={t('inquiry.transfer.legs')}
          rows={transfer.legs}
          rowKey={(leg) => leg.account_id}
          empty={null}
          columns={[
            {
              title: t('inquiry.transfer.account'),
              cell: (leg) => (
                <Link to={`/staff/ledger/accounts/${leg.account_id}`} className="link">
                  {word('staff.account', leg.kind)}
                </Link>
              ),
            },
            {
              title: t('inquiry.transfer.change'),
              cell: (leg) => <Money minor={leg.amount_minor} currency={leg.asset} />,
              end: true,
            },
          ]}
        />
      </Section>
      {story && <StoryTold story={story} />}
    </ConsolePage>
  )
}

/** Who posted it, as the ledger names them: `user:…`, `system:pots.record_gift`, `guest`. */
function By({ actor }: { actor: string }) {
  const word = useWord()
  const [kind = '', name] = actor.split(/:(.*)/)
  return (
    <>
      {word('staff.audit.actor', kind)}{' '}
      {name !== undefined &&
        (kind === 'user' ? (
          <Id short to={`/staff/audit?actor_id=${name}`}>
            {name}
          </Id>
        ) : (
          <code className="font-mono text-sm text-soft">{name}</code>
        ))}
    </>
  )
}
