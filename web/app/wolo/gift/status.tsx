/**
 * One gift, for whoever holds its link: where the money is, from "waiting for Wave" to the birthday, and what to do when it
 * failed or came too late. Keeps itself current.
 */
import { redirect } from 'react-router'
import { api } from '../../context.ts'
import { need, problemOf, readForm, refused, seeOther } from '../../forms.ts'
import live from '../../islands/live.ts?worker&url'
import type { MessageKey } from '../../i18n.ts'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Island } from '../../ui/island.tsx'
import { Card, Column, PageTitle, Stack } from '../../ui/layout.tsx'
import { Notice, type Mood } from '../../ui/states.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import { civilDate } from '../pots/countdown.tsx'
import { Rules } from '../pots/rules.tsx'
import { ShareButtons } from '../pots/share.tsx'
import { Trail, type ToCome } from '../pots/trail.tsx'
import type { Route } from './+types/status'

const REFRESH_SECONDS = 3
/** Without JavaScript the whole page is fetched anew, so a little less often. */
const RELOAD_SECONDS = 6

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const secret = url.searchParams.get('secret') ?? ''
  const result = await api(context).GET('/api/gifts/{id}', { params: { path: { id: params.id }, query: { secret } } })
  return need(context, result)
}

export async function action({ request, context, params, url }: Route.ActionArgs) {
  const form = await readForm(request)
  const secret = url.searchParams.get('secret') ?? ''
  const path = { id: params.id }
  const here = `/g/${params.id}?${new URLSearchParams({ secret })}`
  if (form.text('act') === 'pay') {
    const result = await api(context).POST('/api/gifts/{id}/checkout', {
      params: { path },
      headers: form.headers,
      body: { secret },
    })
    return result.data ? redirect(result.data.launch_url, 303) : refused(form, problemOf(result))
  }
  const choice = form.text('choice') === 'credit' ? 'credit' : 'refund'
  const result = await api(context).POST('/api/gifts/{id}/choice', {
    params: { path },
    headers: form.headers,
    body: { secret, choice },
  })
  return result.response.ok ? seeOther(here) : refused(form, problemOf(result))
}

type Gift = Route.ComponentProps['loaderData']

const moods: Record<Gift['status'], Mood> = {
  pending: 'info',
  failed: 'bad',
  expired: 'bad',
  received: 'good',
  held: 'festive',
  credited: 'good',
  refunding: 'info',
  refund_failed: 'bad',
  refunded: 'good',
}

/** States that change without the donor. */
const MOVING = new Set<Gift['status']>(['pending', 'failed', 'expired', 'refunding', 'refund_failed'])

export default function GiftStatus({ loaderData: gift, actionData }: Route.ComponentProps) {
  const { t, now, profile } = usePage()
  const { pot } = gift
  const values = { name: pot.honoree_name }
  const watch = MOVING.has(gift.status) ? { 'data-live': REFRESH_SECONDS } : {}
  const title = t('gift.title', values)
  return (
    <Column width="form">
      <Head title={title} index={false} />
      <PageTitle
        title={title}
        lead={
          <a className="link" href={`/p/${pot.slug}`}>
            {pot.title}
          </a>
        }
      />
      <Stack gap={6}>
        <div id="state" {...watch}>
          <Card>
            <p className="text-3xl font-bold">
              <Money minor={gift.amount_minor} />
            </p>
            <Notice mood={moods[gift.status]} title={t(`gift.${gift.status}.title`, values)}>
              {t(textOf(gift), values)}
            </Notice>
            <Acts gift={gift} refusal={actionData} />
          </Card>
        </div>
        <div id="share" className="empty:hidden" {...watch}>
          {gift.status === 'received' && pot.takes_gifts && (
            <Stack gap={2}>
              <p className="font-semibold">{t('gift.share', values)}</p>
              <ShareButtons slug={pot.slug} />
            </Stack>
          )}
        </div>
        <Stack as="section" gap={3}>
          <h2 className="text-xl">{t('trail.title')}</h2>
          <div id="trail" {...watch}>
            <Trail steps={gift.timeline} {...toCome(gift, t, civilDate(now, profile.timeZone))} />
          </div>
        </Stack>
        <Rules policy={gift.rules} honoree={pot.honoree_name} />
        <p className="text-sm text-soft">{t('gift.keep_link')}</p>
      </Stack>
      {MOVING.has(gift.status) && (
        <>
          <Island src={live} />
          <noscript>
            <meta httpEquiv="refresh" content={String(RELOAD_SECONDS)} />
          </noscript>
        </>
      )}
    </Column>
  )
}

/** What the donor can do in this state. */
function Acts({ gift, refusal }: { gift: Gift; refusal: Route.ComponentProps['actionData'] }) {
  const { t } = usePage()
  const again = (
    <ButtonLink to={`/p/${gift.pot.slug}/give`} wide>
      {t('gift.again')}
    </ButtonLink>
  )
  switch (gift.status) {
    case 'pending':
      return (
        <Form refused={refusal}>
          <input type="hidden" name="act" value="pay" />
          <Button tone="secondary" wide>
            {t('gift.pay')}
          </Button>
        </Form>
      )
    case 'failed':
      return (
        <Form refused={refusal}>
          <input type="hidden" name="act" value="pay" />
          <Button wide>{t('gift.retry')}</Button>
        </Form>
      )
    case 'expired':
      return gift.pot.takes_gifts ? again : null
    case 'held':
      return gift.choice ? null : (
        <Form refused={refusal}>
          <p>{gift.choose_until && t.rich('gift.choose_until', { date: <DateText value={gift.choose_until} /> })}</p>
          <Stack gap={2}>
            <Button name="choice" value="refund" wide>
              {t('gift.choose.refund')}
            </Button>
            <Button name="choice" value="credit" tone="secondary" wide>
              {t('gift.choose.credit', { name: gift.pot.honoree_name })}
            </Button>
          </Stack>
        </Form>
      )
    default:
      return null
  }
}

/** Why a gift was given back is said where it is known. */
function textOf(gift: Gift): MessageKey {
  const refund = gift.status === 'refunded' || gift.status === 'refunding'
  return refund && gift.refund_reason === 'failed_pot' ? 'gift.refunded.failed_pot' : `gift.${gift.status}.text`
}

function toCome(gift: Gift, t: ReturnType<typeof usePage>['t'], today: string): { current?: ToCome; next?: ToCome[] } {
  const birthday = gift.pot.birthday > today ? [{ title: t('trail.next.birthday'), at: gift.pot.birthday }] : []
  const partner = { title: t('trail.next.partner') }
  const told = new Set(gift.timeline.map((step) => step.code))
  switch (gift.status) {
    case 'pending':
      return {
        current: { title: t('trail.now.payment') },
        next: [{ title: t('trail.next.gifts') }, ...birthday, partner],
      }
    case 'received':
      if (gift.pot.takes_gifts)
        return { current: { title: t('trail.now.open'), text: t('trail.now.open.text') }, next: [...birthday, partner] }
      if (!told.has('pack_bought') || told.has('redeemed') || told.has('voucher_expired')) return {}
      return { current: { title: t('trail.now.bought') }, next: [partner] }
    case 'held':
      return gift.choose_until
        ? { current: { title: t('trail.now.choice'), text: t('trail.now.choice.text'), at: gift.choose_until } }
        : {}
    case 'refunding':
    case 'refund_failed':
      return { current: { title: t('trail.now.refund') } }
    default:
      return {}
  }
}
