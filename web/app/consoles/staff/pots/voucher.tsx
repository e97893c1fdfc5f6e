/** One voucher: what it holds, whether it can be used, who tried. The code itself is its holder's alone. */
import { data } from 'react-router'
import { usePage } from '../../../page.tsx'
import { Card, Stack } from '../../../ui/layout.tsx'
import { DateText, Money } from '../../../ui/values.tsx'
import { ConsolePage } from '../../page.tsx'
import { Facts, Id, Moment, Status } from '../../parts.tsx'
import { MoneyNow, storyOf, StoryTold } from '../inquiry/story.tsx'
import { pageOfRef } from '../inquiry/things.ts'
import type { Route } from './+types/voucher'

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const story = await storyOf(context, id)
  if (!story) throw data(null, { status: 403 })
  return story
}

export default function Voucher({ loaderData: story }: Route.ComponentProps) {
  const { t } = usePage()
  const { about: voucher } = story
  const facts = voucher.facts ?? {}
  return (
    <ConsolePage
      title={voucher.title}
      back={{ to: '/staff/search', label: t('inquiry.title') }}
      lead={<Status value={voucher.state ?? ''} />}
    >
      <Stack gap={6}>
        <MoneyNow thing={voucher} />
        <Card>
          <Facts
            facts={[
              [t('console.id'), <Id key="">{voucher.id}</Id>],
              [
                t('console.amount'),
                <strong key="">
                  <Money
                    minor={voucher.amount_minor ?? '0'}
                    {...(voucher.currency ? { currency: voucher.currency } : {})}
                  />
                </strong>,
              ],
              [t('inquiry.voucher.partner'), facts['partner_name'] ?? '–'],
              facts['valid_from'] && facts['valid_until']
                ? [
                    t('inquiry.voucher.valid'),
                    <span key="">
                      <DateText value={facts['valid_from']} style="short" /> –{' '}
                      <DateText value={facts['valid_until']} style="short" />
                    </span>,
                  ]
                : false,
              facts['holder']
                ? [
                    t('inquiry.kind.user'),
                    <Id key="" to={pageOfRef(facts['holder']) ?? ''}>
                      {facts['holder']}
                    </Id>,
                  ]
                : false,
              facts['claimed_at'] !== undefined && [t('console.when'), <Moment key="" value={facts['claimed_at']} />],
              facts['waits_for_guardian'] !== undefined && [t('console.state'), t('inquiry.voucher.guardian')],
            ]}
          />
        </Card>
      </Stack>
      <StoryTold story={story} />
    </ConsolePage>
  )
}
