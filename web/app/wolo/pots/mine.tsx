/**
 * A pot as its owner sees it, or a guardian of the owner: how it stands, what can be done now, who gave, where the money is.
 * Every act is a form that posts to this page with its name in `act`.
 */
import type { RouterContextProvider } from 'react-router'
import { api } from '../../context.ts'
import { amountOf, need, problemOf, readForm, refused, seeOther, type Submitted } from '../../forms.ts'
import live from '../../islands/live.ts?worker&url'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Head } from '../../ui/head.tsx'
import { Island } from '../../ui/island.tsx'
import { Card, Column, PageTitle, Row, Stack } from '../../ui/layout.tsx'
import { Notice, Progress } from '../../ui/states.tsx'
import { Pagination } from '../../ui/table.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import { Cover } from '../covers/covers.tsx'
import { civilDate, DaysLeft } from './countdown.tsx'
import { GiftList } from './gifts.tsx'
import { Acts } from './mine-acts.tsx'
import { toComeOf } from './public.tsx'
import { Rules } from './rules.tsx'
import { potAddress, ShareButtons } from './share.tsx'
import { collected, PotBadge, takesGifts, wasBought } from './status.tsx'
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
    // Another pack may be picked only when none was announced, it is gone, or money is short.
    takesGifts(pot) && (!pot.pack || pot.pack_gone || pot.short_since)
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
  // Only its holder sees the voucher; a guardian who bought it comes back here.
  if ('voucher_id' in result && result.voucher_id)
    return seeOther(
      form.text('buyer') === 'owner' ? `/vouchers/${result.voucher_id}?done=bought` : `/pots/${params.id}?done=bought`,
    )
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
    case 'decline':
      return client.POST('/api/pots/{id}/guardian-refusal', { params, headers })
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
    case 'wait':
      return client.POST('/api/pots/{id}/shortfall-choice', { params, headers, body: { choice: 'wait' as const } })
    default: {
      const body = pack ? { pack_id: pack } : {}
      const bought = await client.POST('/api/pots/{id}/pack-purchase', { params, headers, body })
      return { ...bought, voucher_id: bought.data?.voucher_id }
    }
  }
}

export default function MyPotPage({ loaderData, actionData, params }: Route.ComponentProps) {
  const { t, url, now, profile } = usePage()
  const { pot, gifts } = loaderData
  const owner = pot.role === 'owner'
  const watch = takesGifts(pot)
    ? { 'data-live': REFRESH_SECONDS, 'data-live-watch': `/api/p/${pot.slug}/progress` }
    : {}
  const here = `/pots/${params.id}`
  return (
    <Column width="text">
      <Head title={pot.title} index={false} />
      <PageTitle
        title={pot.title}
        lead={t.rich('pot.birthday_of', { name: pot.honoree_name, date: <DateText value={pot.birthday} /> })}
      />
      <Stack gap={6}>
        {actionData ? (
          <Notice mood="bad" title={actionData.problem.title} />
        ) : (
          <Done what={url.searchParams.get('done')} />
        )}
        <Cover name={pot.cover ?? ''} eager className="rounded-card" />
        <div id="state" {...watch}>
          <Standing pot={pot} />
        </div>
        <Acts {...loaderData} refusal={actionData} />
        {owner && !pot.ended_at && !waitsForGuardian(pot) && <Sharing pot={pot} />}
        <div id="gifts" {...watch}>
          <Stack as="section" gap={3}>
            <h2 className="text-xl">{t('mine.gifts')}</h2>
            {gifts.items.length === 0 ? (
              <p className="text-soft">{t('mine.gifts.none')}</p>
            ) : (
              <GiftList gifts={gifts.items} />
            )}
            <Pagination next={gifts.next_cursor} />
          </Stack>
        </div>
        <Stack as="section" gap={3}>
          <h2 className="text-xl">{t('trail.title')}</h2>
          <div id="trail" {...watch}>
            <Trail steps={pot.timeline} {...toComeOf(pot, t, civilDate(now, profile.timeZone))} />
          </div>
        </Stack>
        <Rules policy={pot.rules} honoree={pot.honoree_name} />
        {owner && !pot.ended_at && (
          <Row>
            <ButtonLink to={`${here}/edit`} tone="secondary" className="max-sm:w-full">
              {t('mine.edit')}
            </ButtonLink>
            {pot.status === 'scheduled' && (
              <form method="post" className="max-sm:w-full">
                <input type="hidden" name="act" value="cancel" />
                <Button tone="danger" wide>
                  {t('mine.cancel')}
                </Button>
              </form>
            )}
          </Row>
        )}
      </Stack>
      {takesGifts(pot) && <Island src={live} />}
    </Column>
  )
}

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

function Standing({ pot }: { pot: MyPot['pot'] }) {
  const { t, number } = usePage()
  return (
    <Card>
      <Row className="justify-between">
        <PotBadge pot={pot} />
        {takesGifts(pot) && (
          <span className="text-soft">
            <DaysLeft date={pot.birthday} />
          </span>
        )}
      </Row>
      {pot.status === 'scheduled' ? (
        <p className="text-lg">
          {waitsForGuardian(pot)
            ? t(
                pot.role === 'owner'
                  ? pot.guardian_declined_at
                    ? 'mine.guardian_declined'
                    : 'mine.waits_for_guardian'
                  : 'mine.waits_for_you',
              )
            : t.rich('mine.opens_on', { date: <DateText value={pot.opens_at} style="date" /> })}
        </p>
      ) : (
        <Progress raised={collected(pot)} target={pot.needed_minor} />
      )}
      {pot.status === 'expired' && <p>{t('mine.expired')}</p>}
      {pot.status === 'closed' && !wasBought(pot) && <p>{t('mine.cancelled')}</p>}
      {pot.status !== 'scheduled' && (
        <dl className="grid grid-cols-3 gap-2 text-center">
          <Count label={t('mine.count.gifts')} value={number(pot.gift_count)} />
          <Count label={t('mine.count.views')} value={number(BigInt(pot.views))} />
          <Count label={t('mine.count.shares')} value={number(BigInt(pot.shares))} />
        </dl>
      )}
      {pot.topped_up_minor !== '0' && (
        <p className="text-soft">{t.rich('mine.topped_up', { amount: <Money minor={pot.topped_up_minor} /> })}</p>
      )}
    </Card>
  )
}

/** The link of such a pot leads nowhere yet. */
function waitsForGuardian(pot: MyPot['pot']): boolean {
  return pot.status === 'scheduled' && pot.minor && !pot.guardian_approved_at
}

function Count({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex flex-col-reverse rounded-control bg-sunken px-2 py-2">
      <dt className="text-sm text-soft">{label}</dt>
      <dd className="text-xl font-bold">{value}</dd>
    </div>
  )
}

function Sharing({ pot }: { pot: MyPot['pot'] }) {
  const { t, url } = usePage()
  return (
    <Card>
      <h2 className="text-xl">{t('mine.share')}</h2>
      <p>
        <a className="link break-all" href={`/p/${pot.slug}`}>
          {potAddress(url, pot.slug)}
        </a>
      </p>
      <ShareButtons slug={pot.slug} prominent />
    </Card>
  )
}
