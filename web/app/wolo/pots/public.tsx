/** The public page of a pot: what friends see when they open the link they were sent. Keeps itself current while open. */
import type { paths } from '../../api.gen.ts'
import { api } from '../../context.ts'
import type { PageHandle } from '../../entry.server.tsx'
import { need } from '../../forms.ts'
import { held, heldIn } from '../../held.ts'
import celebrate from '../../islands/celebrate.ts?worker&url'
import live from '../../islands/live.ts?worker&url'
import { usePage, type PageView } from '../../page.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Head } from '../../ui/head.tsx'
import { Island } from '../../ui/island.tsx'
import { Card, Column, Stack } from '../../ui/layout.tsx'
import { Notice, Progress } from '../../ui/states.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import { Cover } from '../covers/covers.tsx'
import { Bowl } from '../drawings.tsx'
import { categories } from '../packs/kinds.ts'
import { PackPicture } from '../packs/picture.tsx'
import { potPreview } from '../preview/link.ts'
import { civilDate, DaysStamp } from './countdown.tsx'
import { RulesInBrief } from './rules.tsx'
import { ShareButtons } from './share.tsx'
import { collected, wasBought } from './status.tsx'
import { ThanksNote } from './thanks-note.tsx'
import { Trail, type ToCome } from './trail.tsx'
import { Faces, Wall } from './wall.tsx'
import type { Route } from './+types/public'

const REFRESH_SECONDS = 5

export const handle: PageHandle = { shared: true, counted: true }

export async function loader({ context, params }: Route.LoaderArgs) {
  return held(need(context, await api(context).GET('/api/p/{slug}', { params: { path: { slug: params.slug } } })))
}

type Pot = paths['/api/p/{slug}']['get']['responses'][200]['content']['application/json']

export default function PublicPot({ loaderData, params }: Route.ComponentProps) {
  const pot = heldIn(loaderData)
  const { t, now, profile, locale } = usePage()
  return (
    <>
      <Head
        title={pot.title}
        description={t('pot.share_description', { name: pot.honoree_name })}
        image={potPreview(pot, {
          locale,
          today: civilDate(now, profile.timeZone),
          alt: t('pot.share_picture', { name: pot.honoree_name }),
        })}
        index={pot.visibility === 'public'}
      />
      <PotStory pot={pot} slug={params.slug} />
    </>
  )
}

/** The page itself; `still` for its owner, who looks before it exists: nothing in it moves or asks the server. */
export function PotStory({ pot, slug, still = false }: { pot: Pot; slug: string; still?: boolean }) {
  const { t, money, now, profile } = usePage()
  const address = `/p/${slug}`
  // Watched while something may still happen by itself.
  const watch =
    pot.takes_gifts && !still ? { 'data-live': REFRESH_SECONDS, 'data-live-watch': `/api/p/${slug}/progress` } : {}
  return (
    <article>
      <Column className="grid grid-cols-1 gap-x-10 max-lg:max-w-2xl max-sm:px-0 sm:pt-6 lg:grid-cols-[minmax(0,1fr)_22.5rem]">
        <header>
          <div className="relative">
            <Cover name={pot.cover ?? ''} eager className="sm:rounded-t-card" />
            <div aria-hidden className="selvage sm:rounded-b-card" />
            {pot.takes_gifts && <DaysStamp date={pot.birthday} className="absolute end-4 -bottom-9 sm:end-6" />}
          </div>
          <div className="flex flex-col gap-1.5 px-4 pt-5 sm:px-0 sm:pt-7">
            <p className="pe-[min(6rem,30%)] font-semibold text-brand">
              {t.rich('pot.birthday_of', { name: pot.honoree_name, date: <DateText value={pot.birthday} /> })}
            </p>
            <h1 className="text-[2rem] font-extrabold sm:text-5xl">{pot.title}</h1>
          </div>
        </header>
        <aside aria-label={t('pot.state')} className="px-4 pt-5 sm:px-0 sm:pt-6 lg:pt-0">
          <Stack>
            <div
              id="state"
              {...watch}
              data-gifts={pot.gift_count}
              {...(pot.gifts[0] ? { 'data-cheer': cheerOf(pot.gifts[0], { t, money }) } : {})}
            >
              <State pot={pot} address={address} />
            </div>
            {pot.takes_gifts && <ShareButtons slug={slug} />}
          </Stack>
        </aside>
        <Stack gap={12} className="px-4 pt-10 sm:px-0">
          {pot.thanks && <ThanksNote message={pot.thanks.message} name={pot.honoree_name} />}
          {pot.story && (
            <p className="border-s-4 border-festive ps-4 text-xl leading-snug break-words whitespace-pre-line">
              {pot.story}
            </p>
          )}
          {pot.pack && <ChosenPack pack={pot.pack} honoree={pot.honoree_name} />}
          <div id="gifts" {...watch}>
            <Gifts pot={pot} address={address} />
          </div>
        </Stack>
        <Stack as="section" className="px-4 pt-12 sm:px-0 lg:pt-10">
          <h2 className="text-2xl">{t('trail.title')}</h2>
          <RulesInBrief policy={pot.rules} honoree={pot.honoree_name} />
          <div id="trail" {...watch}>
            <Trail steps={pot.timeline} {...toComeOf(pot, t, civilDate(now, profile.timeZone))} />
          </div>
        </Stack>
      </Column>
      {pot.takes_gifts && (
        <>
          <Column className="pt-16 max-lg:hidden">
            <div className="flex items-center gap-6 rounded-card bg-festive-wash px-8 py-6">
              <Bowl className="w-20 shrink-0" />
              <p className="flex-1 text-2xl font-bold">{t('pot.closing', { name: pot.honoree_name })}</p>
              <ButtonLink to={`${address}/give`}>{t('pot.give')}</ButtonLink>
            </div>
          </Column>
          <div className="act-bar mt-8 lg:hidden">
            <ButtonLink to={`${address}/give`} wide>
              {t('pot.give')}
            </ButtonLink>
          </div>
          {!still && (
            <>
              <Island src={live} />
              <Island src={celebrate} />
            </>
          )}
        </>
      )}
    </article>
  )
}

/** What is said to those who look on while a gift arrives. */
function cheerOf(gift: Pot['gifts'][number], { t, money }: Pick<PageView, 't' | 'money'>): string {
  const amount = gift.amount_minor === null ? undefined : money(gift.amount_minor)
  if (!gift.name) return amount ? t('pot.cheer.secret_amount', { amount }) : t('pot.cheer.secret')
  return amount ? t('pot.cheer.amount', { name: gift.name, amount }) : t('pot.cheer', { name: gift.name })
}

/** How the pot stands and what a friend can do now. */
function State({ pot, address }: { pot: Pot; address: string }) {
  const { t } = usePage()
  if (pot.status === 'scheduled')
    return (
      <Notice mood="festive" title={t('pot.not_open.title')}>
        {t.rich('pot.not_open.text', { date: <DateText value={pot.opens_at} /> })}
      </Notice>
    )
  const amounts = <Progress raised={collected(pot)} target={pot.target_minor} />
  if (!pot.takes_gifts)
    return (
      <Card>
        {pot.status === 'closed' && amounts}
        <Ending pot={pot} />
        <ButtonLink to="/pots/new" tone="secondary" wide>
          {t('pot.your_own')}
        </ButtonLink>
      </Card>
    )
  return (
    <Card className="gap-4">
      {amounts}
      <Faces gifts={pot.visibility === 'private' ? [] : pot.gifts} count={pot.gift_count} />
      {pot.short_since && (
        <Notice mood="festive" title={t('pot.short.title')}>
          {t.rich('pot.short.text', { date: <DateText value={pot.shortfall_until} /> })}
        </Notice>
      )}
      {pot.status === 'funded' && !pot.short_since && (
        <Notice mood="good" title={t('pot.funded.title')}>
          {t('pot.funded.text', { name: pot.honoree_name })}
        </Notice>
      )}
      {pot.pack?.gone && <Notice mood="info" title={t('pot.pack_gone', { name: pot.honoree_name })} />}
      <ButtonLink to={`${address}/give`} wide className="max-lg:hidden">
        {t('pot.give')}
      </ButtonLink>
      <p className="text-sm text-soft">{t('pot.promise')}</p>
    </Card>
  )
}

/** How a pot ended, and what that means for the money of those who gave. */
function Ending({ pot }: { pot: Pot }) {
  const { t } = usePage()
  const values = { name: pot.honoree_name }
  if (wasBought(pot))
    return (
      <Notice mood="festive" title={t('pot.closed.title')}>
        {t('pot.closed.text', values)}
      </Notice>
    )
  if (pot.status !== 'expired')
    return (
      <Notice mood="info" title={t('pot.ended.title')}>
        {t('pot.ended.text', values)}
      </Notice>
    )
  const stopped = pot.end_reason === 'fraud' || pot.end_reason === 'admin_action'
  return (
    <Notice mood={stopped ? 'bad' : 'info'} title={t(stopped ? 'pot.stopped.title' : 'pot.expired.title')}>
      {t(stopped ? 'pot.stopped.text' : 'pot.expired.text')}
    </Notice>
  )
}

function ChosenPack({ pack, honoree }: { pack: NonNullable<Pot['pack']>; honoree: string }) {
  const { t, locale } = usePage()
  const kind = categories.find((name) => name === pack.category)
  return (
    <Stack as="section">
      <h2 className="text-2xl">{t('pot.pack', { name: honoree })}</h2>
      <div className="relative overflow-hidden rounded-card border border-line bg-surface shadow-card sm:flex">
        {kind && (
          <PackPicture category={kind} image={pack.image_key} className="aspect-[2/1] w-full sm:aspect-auto sm:w-2/5" />
        )}
        <div className="flex flex-1 flex-col gap-1 p-4 sm:p-5">
          <h3 className="text-xl">
            <a className="after:absolute after:inset-0 hover:underline" href={`/packs/${pack.id}`}>
              {pack.name[locale] ?? pack.name['fr']}
            </a>
          </h3>
          <p className="text-soft">{pack.partner_name}</p>
          <p className="mt-auto flex flex-wrap items-baseline justify-between gap-2 pt-2">
            <Money minor={pack.price_minor} className="text-lg font-bold" />
            <span className="text-sm text-soft">{t('packs.validity', { days: pack.validity_days })}</span>
          </p>
        </div>
      </div>
    </Stack>
  )
}

function Gifts({ pot, address }: { pot: Pot; address: string }) {
  const { t } = usePage()
  if (pot.gift_count === 0) {
    if (!pot.takes_gifts) return null
    return (
      <div className="flex items-center gap-4 rounded-card bg-festive-wash p-5">
        <Bowl className="w-16 shrink-0" />
        <p className="text-lg font-semibold">{t('gifts.none')}</p>
      </div>
    )
  }
  return (
    <Stack as="section">
      <h2 className="text-2xl">{t('gifts.words', { name: pot.honoree_name })}</h2>
      {pot.visibility === 'private' ? (
        <p className="text-soft">{t('gifts.private')}</p>
      ) : (
        <Wall gifts={pot.gifts} count={pot.gift_count} all={`${address}/gifts`} />
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
          { title: t('trail.next.open'), ...(pot.opens_at.slice(0, 10) > today ? { at: pot.opens_at } : {}) },
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
