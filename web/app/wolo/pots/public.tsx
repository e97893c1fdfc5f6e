/** The public page of a pot: what friends see when they open the link they were sent. Keeps itself current while open. */
import { api } from '../../context.ts'
import { need } from '../../forms.ts'
import live from '../../islands/live.ts?worker&url'
import { usePage } from '../../page.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Head } from '../../ui/head.tsx'
import { Island } from '../../ui/island.tsx'
import { Card, Column, Row, Stack } from '../../ui/layout.tsx'
import { Notice, Progress } from '../../ui/states.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import { Cover, previewOf } from '../covers/covers.tsx'
import { civilDate, DaysLeft } from './countdown.tsx'
import { GiftList } from './gifts.tsx'
import { Rules } from './rules.tsx'
import { ShareButtons } from './share.tsx'
import { collected, wasBought } from './status.tsx'
import { Trail, type ToCome } from './trail.tsx'
import type { Route } from './+types/public'

const REFRESH_SECONDS = 5

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const path = { slug: params.slug }
  const pot = need(context, await api(context).GET('/api/p/{slug}', { params: { path } }))
  // Only a person who opens the page counts: neither its own refreshing nor a messenger that looks for a picture.
  if (request.headers.get('sec-fetch-mode') === 'navigate')
    await api(context).POST('/api/p/{slug}/views', { params: { path } })
  return pot
}

type Pot = Route.ComponentProps['loaderData']

export default function PublicPot({ loaderData: pot, params }: Route.ComponentProps) {
  const { t, now, profile } = usePage()
  const address = `/p/${params.slug}`
  // Watched while something may still happen by itself.
  const watch = pot.takes_gifts
    ? { 'data-live': REFRESH_SECONDS, 'data-live-watch': `/api/p/${params.slug}/progress` }
    : {}
  return (
    <Column width="text" className="pt-4 max-sm:px-0 sm:pt-6">
      <Head
        title={pot.title}
        description={t('pot.share_description', { name: pot.honoree_name })}
        image={previewOf(pot.cover ?? '')}
        index={pot.visibility === 'public'}
      />
      <Cover name={pot.cover ?? ''} eager className="sm:rounded-card" />
      <Stack gap={6} className="px-4 pt-5 sm:px-0">
        <header className="flex flex-col gap-2">
          <h1 className="text-3xl sm:text-4xl">{pot.title}</h1>
          <p className="text-lg text-soft">
            {t.rich('pot.birthday_of', { name: pot.honoree_name, date: <DateText value={pot.birthday} /> })}
          </p>
        </header>
        <div id="state" {...watch}>
          <State pot={pot} address={address} />
        </div>
        {pot.story && <p className="text-lg break-words whitespace-pre-line">{pot.story}</p>}
        {pot.pack && <Pack pack={pot.pack} />}
        <div id="gifts" {...watch}>
          <Gifts pot={pot} />
        </div>
        <Stack as="section" gap={3}>
          <h2 className="text-xl">{t('trail.title')}</h2>
          <div id="trail" {...watch}>
            <Trail steps={pot.timeline} {...toComeOf(pot, t, civilDate(now, profile.timeZone))} />
          </div>
        </Stack>
        <Rules policy={pot.rules} honoree={pot.honoree_name} />
        {pot.takes_gifts && (
          <Stack gap={3}>
            <ButtonLink to={`${address}/give`} wide>
              {t('pot.give')}
            </ButtonLink>
            <ShareButtons slug={params.slug} />
          </Stack>
        )}
      </Stack>
      {pot.takes_gifts && <Island src={live} />}
    </Column>
  )
}

/** How the pot stands and what a friend can do now. */
function State({ pot, address }: { pot: Pot; address: string }) {
  const { t } = usePage()
  const amounts = <Progress raised={collected(pot)} target={pot.target_minor} />
  if (pot.status === 'scheduled')
    return (
      <Notice mood="info" title={t('pot.not_open.title')}>
        {t.rich('pot.not_open.text', { date: <DateText value={pot.opens_at} /> })}
      </Notice>
    )
  if (pot.status === 'expired')
    return (
      <Notice mood="bad" title={t('pot.expired.title')}>
        {t('pot.expired.text')}
      </Notice>
    )
  if (!pot.takes_gifts)
    return (
      <Card>
        {amounts}
        <Notice
          mood={wasBought(pot) ? 'festive' : 'info'}
          title={t(wasBought(pot) ? 'pot.closed.title' : 'pot.ended.title')}
        >
          {t(wasBought(pot) ? 'pot.closed.text' : 'pot.ended.text', { name: pot.honoree_name })}
        </Notice>
      </Card>
    )
  return (
    <Card>
      {amounts}
      <Row className="justify-between text-soft">
        <span>{t('pot.gift_count', { count: pot.gift_count })}</span>
        <DaysLeft date={pot.birthday} />
      </Row>
      {pot.short_since && (
        <Notice mood="info" title={t('pot.short.title')}>
          {t.rich('pot.short.text', { date: <DateText value={pot.shortfall_until} /> })}
        </Notice>
      )}
      {pot.pack?.gone && <Notice mood="info" title={t('pot.pack_gone', { name: pot.honoree_name })} />}
      <ButtonLink to={`${address}/give`} wide>
        {t('pot.give')}
      </ButtonLink>
    </Card>
  )
}

function Pack({ pack }: { pack: NonNullable<Pot['pack']> }) {
  const { t, locale } = usePage()
  return (
    <Card>
      <p className="text-sm text-soft">{t('pot.pack')}</p>
      <Row className="justify-between">
        <h2 className="text-xl">
          <a className="link" href={`/packs/${pack.id}`}>
            {pack.name[locale] ?? pack.name['fr']}
          </a>
        </h2>
        <Money minor={pack.price_minor} className="font-bold" />
      </Row>
    </Card>
  )
}

function Gifts({ pot }: { pot: Pot }) {
  const { t } = usePage()
  if (pot.gift_count === 0) return pot.takes_gifts ? <p className="text-soft">{t('gifts.none')}</p> : null
  return (
    <Stack as="section" gap={3}>
      <h2 className="text-xl">{t('gifts.title', { count: pot.gift_count })}</h2>
      {pot.visibility === 'private' ? (
        <p className="text-soft">{t('gifts.private')}</p>
      ) : (
        <GiftList gifts={pot.gifts} />
      )}
      {pot.visibility !== 'private' && pot.gift_count > pot.gifts.length && (
        <p className="text-soft">{t('gifts.more', { count: pot.gift_count - pot.gifts.length })}</p>
      )}
    </Stack>
  )
}

/** Where the pot's money is and what is still to come. */
export function toComeOf(
  pot: Pick<Pot, 'status' | 'end_reason' | 'birthday' | 'opens_at' | 'short_since' | 'shortfall_until' | 'timeline'>,
  t: ReturnType<typeof usePage>['t'],
  today: string,
): { current?: ToCome; next?: ToCome[] } {
  const birthday = pot.birthday > today ? [{ title: t('trail.next.birthday'), at: pot.birthday }] : []
  const partner = { title: t('trail.next.partner') }
  const told = new Set(pot.timeline.map((step) => step.code))
  const scanned = pot.timeline.filter(({ code }) => code === 'redeemed' || code === 'redemption_undone')
  const used = scanned.at(-1)?.code === 'redeemed'
  switch (pot.status) {
    case 'scheduled':
      return {
        current: { title: t('trail.now.scheduled') },
        next: [
          { title: t('trail.next.open'), at: pot.opens_at },
          { title: t('trail.next.gifts') },
          ...birthday,
          partner,
        ],
      }
    case 'open':
    case 'funded':
      if (pot.short_since)
        return {
          current: { title: t('trail.now.short'), text: t('trail.now.short.text'), at: pot.shortfall_until },
          next: [partner],
        }
      return {
        current:
          pot.status === 'funded'
            ? { title: t('trail.now.funded'), text: t('trail.now.open.text') }
            : { title: t('trail.now.open'), text: t('trail.now.open.text') },
        next: [...birthday, partner],
      }
    case 'closed':
      if (!wasBought(pot) || used || told.has('voucher_expired')) return {}
      return { current: { title: t('trail.now.bought') }, next: [partner] }
    case 'expired':
      return told.has('refunds_done') ? {} : { current: { title: t('trail.now.refunding') } }
  }
}
