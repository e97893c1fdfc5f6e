/**
 * A pot as its owner sees it, or a guardian of the owner: how it stands, what can be done now, who gave, where the money is.
 * Every act is a form that posts to this page with its name in `act`.
 */
import { Link, type RouterContextProvider } from 'react-router'
import { amountOf } from '../../amount.ts'
import { api } from '../../context.ts'
import { need, problemOf, readForm, refused, seeOther, type Submitted } from '../../forms.ts'
import live from '../../islands/live.ts?worker&url'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Head } from '../../ui/head.tsx'
import { Island } from '../../ui/island.tsx'
import { Card, Column, Row, Stack } from '../../ui/layout.tsx'
import { Notice, Progress } from '../../ui/states.tsx'
import { Pagination } from '../../ui/table.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import { Cover } from '../covers/covers.tsx'
import { civilDate, DaysStamp } from './countdown.tsx'
import { NextAct, OtherActs } from './mine-acts.tsx'
import { OwnGifts } from './mine-gifts.tsx'
import { toComeOf } from './public.tsx'
import { RulesInBrief } from './rules.tsx'
import { stageOf, type Stage } from './stage.ts'
import { collected, PotBadge, takesGifts, wasBought } from './status.tsx'
import { ThanksNote } from './thanks-note.tsx'
import { Trail } from './trail.tsx'
import type { Route } from './+types/mine'

const REFRESH_SECONDS = 5
const PACKS_OFFERED = 100

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const client = api(context)
  const path = { id: params.id }
  const pot = need(context, await client.GET('/api/pots/{id}', { params: { path } }))
  const cursor = url.searchParams.get('cursor')
  const [gifts, credit, packs] = await Promise.all([
    client.GET('/api/pots/{id}/gifts', { params: { path, query: cursor ? { cursor } : {} } }),
    pot.role === 'owner' ? client.GET('/api/me/credit') : undefined,
    // A smaller pack may be picked while money is short.
    takesGifts(pot) && pot.short_since
      ? client.GET('/api/packs', { params: { query: { limit: PACKS_OFFERED } } })
      : undefined,
  ])
  return {
    pot,
    gifts: need(context, gifts),
    credit: credit?.data?.available_minor ?? '0',
    packs: packs?.data?.items ?? [],
  }
}

export type MyPot = Awaited<ReturnType<typeof loader>>

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await readForm(request)
  const result = await act(context, params.id, form)
  if (!result.response.ok) return refused(form, problemOf(result))
  return seeOther(`/pots/${params.id}?${new URLSearchParams({ done: form.text('act') })}`)
}

async function act(context: Readonly<RouterContextProvider>, id: string, form: Submitted) {
  const client = api(context)
  const params = { path: { id } }
  const { headers } = form
  const pack = form.optional('pack_id')
  switch (form.text('act')) {
    case 'approve':
      return client.POST('/api/pots/{id}/guardian-approval', { params, headers })
    case 'decline': {
      const reason = form.optional('reason')
      return client.POST('/api/pots/{id}/guardian-refusal', { params, headers, body: reason ? { reason } : {} })
    }
    case 'open':
      return client.POST('/api/pots/{id}/opening', { params, headers })
    case 'cancel':
      return client.POST('/api/pots/{id}/cancellation', { params, headers })
    case 'top_up': {
      const body = { amount_minor: amountOf(form.text('amount_minor')) }
      return client.POST('/api/pots/{id}/top-up', { params, headers, body })
    }
    case 'cheaper_pack': {
      const body = { choice: 'cheaper_pack' as const, ...(pack ? { pack_id: pack } : {}) }
      return client.POST('/api/pots/{id}/shortfall-choice', { params, headers, body })
    }
    default:
      return client.POST('/api/pots/{id}/shortfall-choice', { params, headers, body: { choice: 'wait' as const } })
  }
}

export default function MyPotPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { t, url, now, profile } = usePage()
  const { pot, gifts } = loaderData
  const stage = stageOf(pot, now)
  const live_now = takesGifts(pot)
  const watch = live_now ? { 'data-live': REFRESH_SECONDS, 'data-live-watch': `/api/p/${pot.slug}/progress` } : {}
  const keeps = pot.role !== 'staff' && !pot.ended_at
  const acts = { ...loaderData, stage, refusal: actionData }
  const next = <NextAct {...acts} />
  return (
    <article>
      <Head title={pot.title} index={false} />
      <Column className="grid grid-cols-1 gap-x-10 max-lg:max-w-2xl max-sm:px-0 sm:pt-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <header>
          <div className="relative">
            <Cover name={pot.cover ?? ''} eager className="sm:rounded-t-card" />
            <div aria-hidden className="selvage sm:rounded-b-card" />
            {!pot.ended_at && <DaysStamp date={pot.birthday} className="absolute end-4 -bottom-9 sm:end-6" />}
          </div>
          <div className="flex flex-col gap-1.5 px-4 pt-5 sm:px-0 sm:pt-7">
            <p className="pe-24 font-semibold text-brand">
              {t.rich('pot.birthday_of', { name: pot.honoree_name, date: <DateText value={pot.birthday} /> })}
            </p>
            <h1 className="text-[2rem] font-extrabold sm:text-5xl">{pot.title}</h1>
          </div>
        </header>
        <aside aria-label={t('pot.state')} className="px-4 pt-5 sm:px-0 sm:pt-6 lg:row-span-2 lg:pt-0">
          <Stack>
            {actionData ? (
              <Notice mood="bad" title={actionData.problem.title} />
            ) : (
              <Done what={url.searchParams.get('done')} />
            )}
            <div id="state" {...watch}>
              <Standing pot={pot} stage={stage} />
            </div>
            {next}
            <OtherActs {...acts} />
          </Stack>
        </aside>
        <Stack gap={12} className="px-4 pt-10 sm:px-0">
          {pot.status !== 'scheduled' && (
            <div id="gifts" {...watch}>
              <Stack as="section">
                <h2 className="text-2xl">{t('mine.gifts')}</h2>
                {gifts.items.length === 0 ? (
                  <p className="text-soft">{t(live_now ? 'mine.gifts.none' : 'mine.gifts.none_came')}</p>
                ) : (
                  <OwnGifts gifts={gifts.items} />
                )}
                <Pagination next={gifts.next_cursor} />
              </Stack>
            </div>
          )}
          {pot.role === 'owner' &&
            pot.gift_count > 0 &&
            pot.status !== 'expired' &&
            (pot.thanks || stage !== 'used') && <Thanking pot={pot} />}
          <Stack as="section">
            <h2 className="text-2xl">{t('trail.title')}</h2>
            <RulesInBrief policy={pot.rules} honoree={pot.honoree_name} />
            <div id="trail" {...watch}>
              <Trail steps={pot.timeline} {...toComeOf(pot, t, civilDate(now, profile.timeZone))} />
            </div>
          </Stack>
          <Stack as="section" gap={3}>
            <h2 className="text-2xl">{t('mine.look_after')}</h2>
            <Row gap={2}>
              {keeps && (
                <ButtonLink to={`/pots/${params.id}/edit`} tone="secondary" className="max-sm:w-full">
                  {t('mine.edit')}
                </ButtonLink>
              )}
              <ButtonLink to={`/pots/${params.id}/history`} tone="secondary" className="max-sm:w-full">
                {t('history.title')}
              </ButtonLink>
              {seenByFriends(stage) && (
                <ButtonLink to={`/p/${pot.slug}`} tone="secondary" className="max-sm:w-full">
                  {t('mine.as_friends')}
                </ButtonLink>
              )}
            </Row>
            {pot.role === 'owner' && pot.status === 'scheduled' && (
              <details className="fold rounded-control border border-line px-4">
                <summary>{t('mine.cancel')}</summary>
                <form method="post" className="flex flex-col gap-3 pb-4">
                  <p>{t('mine.cancel.text')}</p>
                  <input type="hidden" name="act" value="cancel" />
                  <Button tone="danger">{t('mine.cancel.submit')}</Button>
                </form>
              </details>
            )}
          </Stack>
        </Stack>
      </Column>
      {live_now && <Island src={live} />}
    </article>
  )
}

/** The link of such a pot leads nowhere. */
const seenByFriends = (stage: Stage) => stage !== 'asked' && stage !== 'declined' && stage !== 'cancelled'

const said = [
  'created',
  'saved',
  'approve',
  'decline',
  'open',
  'cancel',
  'top_up',
  'cheaper_pack',
  'wait',
  'buy',
  'bought',
] as const

function Done({ what }: { what: string | null }) {
  const { t } = usePage()
  const known = said.find((name) => name === what)
  return known ? <Notice mood="good" title={t(`mine.done.${known}`)} /> : null
}

/** How the pot stands, at one glance: a word, a sentence, how far it is. */
function Standing({ pot, stage }: { pot: MyPot['pot']; stage: Stage }) {
  const { t, number } = usePage()
  const collects = takesGifts(pot)
  const values = { name: pot.honoree_name }
  const dated = { ...values, date: <DateText value={dateOf(pot, stage)} style="date" /> }
  const mine = pot.role === 'owner'
  const rest = collected(pot) - BigInt(pot.needed_minor)
  return (
    <Card>
      <div>
        <PotBadge pot={pot} />
      </div>
      <Stack gap={1}>
        <h2 className="text-2xl">{t(`stage.${stage}`, values)}</h2>
        {mine && <p className="text-soft">{t.rich(`stage.${stage}.text`, dated)}</p>}
      </Stack>
      {stage === 'declined' && pot.guardian_reason && (
        <blockquote className="rounded-control bg-sunken p-3">
          <p className="text-sm text-soft">{t('stage.declined.reason')}</p>
          <p className="break-words whitespace-pre-line">{pot.guardian_reason}</p>
        </blockquote>
      )}
      {pot.status === 'expired' ? (
        <GivenBack pot={pot} />
      ) : (
        pot.status !== 'scheduled' && stage !== 'cancelled' && <Progress raised={collected(pot)} target={goalOf(pot)} />
      )}
      {collects && (
        <dl className="grid grid-cols-3 gap-2 text-center">
          <Count label={t('mine.count.gifts')} value={number(pot.gift_count)} />
          <Count label={t('mine.count.views')} value={number(BigInt(pot.views))} />
          <Count label={t('mine.count.shares')} value={number(BigInt(pot.shares))} />
        </dl>
      )}
      {pot.topped_up_minor !== '0' && (
        <p className="text-soft">{t.rich('mine.topped_up', { amount: <Money minor={pot.topped_up_minor} /> })}</p>
      )}
      {mine && wasBought(pot) && rest > 0n && (
        <p className="text-soft">{t.rich('mine.rest', { amount: <Money minor={rest} /> })}</p>
      )}
    </Card>
  )
}

/** What friends were asked for, where it came together: the price of what was bought in the end may be far less. */
function goalOf(pot: MyPot['pot']): string {
  return wasBought(pot) && collected(pot) >= BigInt(pot.target_minor) ? pot.target_minor : pot.needed_minor
}

/** The day the sentence of a stage speaks of. */
function dateOf(pot: MyPot['pot'], stage: Stage): string {
  if (stage === 'short') return pot.shortfall_until
  return stage === 'scheduled' || stage === 'asked' ? pot.opens_at : pot.birthday
}

/** What reached the donors again, instead of a bar that would stand at nothing. */
function GivenBack({ pot }: { pot: MyPot['pot'] }) {
  const { t } = usePage()
  const back = BigInt(pot.given_back_minor ?? 0)
  const done = pot.timeline.some(({ code }) => code === 'refunds_done')
  if (back === 0n && done) return null
  return (
    <div className="flex flex-col gap-1">
      <p className="text-3xl font-extrabold">{t.rich('mine.given_back', { amount: <Money minor={back} /> })}</p>
      {!done && <p className="text-soft">{t('mine.given_back.going')}</p>}
    </div>
  )
}

function Count({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex flex-col-reverse rounded-control bg-sunken px-2 py-2">
      <dt className="text-sm text-soft">{label}</dt>
      <dd className="text-xl font-bold">{value}</dd>
    </div>
  )
}

function Thanking({ pot }: { pot: MyPot['pot'] }) {
  const { t } = usePage()
  const to = `/pots/${pot.id}/thanks`
  return (
    <Stack as="section" gap={3}>
      <h2 className="text-2xl">{t('mine.thank')}</h2>
      {pot.thanks ? (
        <>
          <ThanksNote message={pot.thanks.message} name={pot.honoree_name} />
          <p>
            <Link className="link inline-block py-2" to={to}>
              {t('mine.thank.see')}
            </Link>
          </p>
        </>
      ) : (
        <>
          <p className="text-soft">{t('mine.thank.text')}</p>
          <ButtonLink to={to} tone="secondary" className="sm:self-start">
            {t('mine.thank.submit')}
          </ButtonLink>
        </>
      )}
    </Stack>
  )
}
