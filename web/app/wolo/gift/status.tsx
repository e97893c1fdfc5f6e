/**
 * One gift, for whoever holds its link: where the money is, from "waiting for Wave" to the birthday, and what to do when it
 * failed or came too late. Keeps itself current.
 */
import { data, redirect } from 'react-router'
import { api } from '../../context.ts'
import { need, problemOf, readForm, refused, seeOther } from '../../forms.ts'
import celebrate from '../../islands/celebrate.ts?worker&url'
import live from '../../islands/live.ts?worker&url'
import share from '../../islands/share.ts?worker&url'
import type { MessageKey } from '../../i18n.ts'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { cx } from '../../ui/class.ts'
import { Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Island } from '../../ui/island.tsx'
import { Column, Row, Stack } from '../../ui/layout.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { DateText, Money } from '../../ui/values.tsx'
import { civilDate } from '../pots/countdown.tsx'
import { RulesInBrief } from '../pots/rules.tsx'
import { ShareButtons } from '../pots/share.tsx'
import { ThanksNote } from '../pots/thanks-note.tsx'
import { Trail, type ToCome } from '../pots/trail.tsx'
import { GiftScene, type Scene } from './scene.tsx'
import type { Route } from './+types/status'

const REFRESH_SECONDS = 3
/** Without JavaScript the whole page is fetched anew, so a little less often. */
const RELOAD_SECONDS = 6

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const secret = url.searchParams.get('secret') ?? ''
  const result = await api(context).GET('/api/gifts/{id}', { params: { path: { id: params.id }, query: { secret } } })
  // Who looks for their money under a link that lost its end must not read that a page is gone.
  if (result.response.status === 404 || result.response.status === 422) return data(null, { status: 404 })
  return data(need(context, result))
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

type Gift = NonNullable<Route.ComponentProps['loaderData']>

const scenes: Record<Gift['status'], Scene> = {
  pending: 'waiting',
  failed: 'missed',
  expired: 'missed',
  received: 'arrived',
  held: 'apart',
  credited: 'arrived',
  refunding: 'returning',
  refund_failed: 'returning',
  refunded: 'returning',
}

/** The ground a state is told on: joy in saffron, trouble in red, the rest sober. */
const grounds: Partial<Record<Gift['status'], string>> = {
  received: 'bg-festive-wash',
  credited: 'bg-festive-wash',
  failed: 'bg-bad-wash',
  expired: 'bg-bad-wash',
  refund_failed: 'bg-bad-wash',
}

/** States that change without the donor. */
const MOVING = new Set<Gift['status']>(['pending', 'failed', 'expired', 'refunding', 'refund_failed'])

/** Who comes back days later has been thanked already. */
const FRESH_MS = 10 * 60 * 1000

export default function GiftStatus({ loaderData, actionData }: Route.ComponentProps) {
  return loaderData ? <TheGift gift={loaderData} refusal={actionData} /> : <NoSuchGift />
}

function NoSuchGift() {
  const { t } = usePage()
  return (
    <>
      <Head title={t('gift.unknown.title')} index={false} />
      <ErrorState title={t('gift.unknown.title')} text={t('gift.unknown.text')}>
        <ButtonLink to="/">{t('error.home')}</ButtonLink>
      </ErrorState>
    </>
  )
}

function TheGift({ gift, refusal }: { gift: Gift; refusal: Route.ComponentProps['actionData'] }) {
  const { t, now, profile } = usePage()
  const { pot } = gift
  const values = { name: pot.honoree_name }
  const watch = MOVING.has(gift.status) ? { 'data-live': REFRESH_SECONDS } : {}
  const title = t('gift.title', values)
  const told = t(`gift.${gift.status}.title`, values)
  const fresh = gift.status === 'received' && Date.parse(now) - Date.parse(gift.paid_at ?? gift.created_at) < FRESH_MS
  return (
    <Column width="form" className="max-sm:px-0 sm:pt-6">
      <Head title={title} description={told} index={false} />
      <div
        id="state"
        {...watch}
        data-announce={told}
        className="overflow-hidden border-line bg-surface max-sm:border-b sm:rounded-card sm:border sm:shadow-card"
      >
        <div
          className={cx('flex flex-col items-center px-4 pt-6 pb-5 text-center', grounds[gift.status] ?? 'bg-sunken')}
          {...(fresh ? { 'data-cheer-now': '' } : {})}
        >
          <GiftScene scene={scenes[gift.status]} className="w-36" />
          <h1 className="mt-3 font-sans text-base font-semibold tracking-normal">{title}</h1>
          <p className="text-5xl leading-tight font-extrabold">
            <Money minor={gift.amount_minor} />
          </p>
        </div>
        {gift.status === 'received' && <div aria-hidden className="selvage" />}
        <Stack className="p-4 sm:p-6">
          <Stack gap={1}>
            <h2 className="text-2xl">{told}</h2>
            <p className="text-soft">{t(textOf(gift, fresh), values)}</p>
          </Stack>
          <Acts gift={gift} refusal={refusal} />
        </Stack>
      </div>
      <Stack gap={8} className="px-4 pt-8 sm:px-0">
        <div id="share" className="empty:hidden" {...watch}>
          {gift.status === 'received' && pot.takes_gifts && (
            <Stack gap={3}>
              <h2 className="text-xl">{t('gift.share', values)}</h2>
              <ShareButtons slug={pot.slug} prominent />
            </Stack>
          )}
        </div>
        {gift.thanks && <ThanksNote message={gift.thanks.message} name={pot.honoree_name} />}
        {gift.message && (
          <blockquote className="rounded-card bg-accent-wash p-4">
            <p className="text-sm font-semibold text-accent">{t('gift.your_words')}</p>
            <p className="text-lg leading-snug break-words whitespace-pre-line">{gift.message}</p>
          </blockquote>
        )}
        <Stack as="section">
          <h2 className="text-xl">{t('gift.trail')}</h2>
          <div id="trail" {...watch}>
            <Trail steps={gift.timeline} {...toCome(gift, t, civilDate(now, profile.timeZone))} />
          </div>
        </Stack>
        <KeepLink honoree={pot.honoree_name} />
        <RulesInBrief policy={gift.rules} honoree={pot.honoree_name} />
        <ButtonLink to={`/p/${pot.slug}`} tone="secondary" wide>
          {t('give.back')}
        </ButtonLink>
      </Stack>
      <Island src={celebrate} />
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

/** How to come back: the address holds the secret, so it is kept or sent to oneself, never shown to others. */
function KeepLink({ honoree }: { honoree: string }) {
  const { t, url } = usePage()
  const text = t('gift.keep.sms_text', { name: honoree, link: url.href })
  return (
    <Stack as="section" gap={3} className="rounded-card border border-line bg-surface p-4 sm:p-5">
      <h2 className="text-lg">{t('gift.keep')}</h2>
      <p className="text-soft">{t('gift.keep_link')}</p>
      <Row gap={2}>
        <Button type="button" tone="secondary" hidden data-copy={url.href} data-done={t('share.copied')}>
          {t('gift.keep.copy')}
        </Button>
        <a
          className="link flex min-h-12 items-center px-2 font-semibold"
          href={`sms:?&body=${encodeURIComponent(text)}`}
        >
          {t('gift.keep.sms')}
        </a>
      </Row>
      <Island src={share} />
    </Stack>
  )
}

/** What the donor can do in this state. */
function Acts({ gift, refusal }: { gift: Gift; refusal: Route.ComponentProps['actionData'] }) {
  const { t, url } = usePage()
  // The form as it was filled in: the amount may have been the trouble.
  const form = `/p/${gift.pot.slug}/give?${new URLSearchParams({
    gift: url.pathname.split('/').at(-1) ?? '',
    secret: url.searchParams.get('secret') ?? '',
  })}`
  const change = gift.pot.takes_gifts && (
    <a className="link flex min-h-11 items-center justify-center font-semibold" href={form}>
      {t('gift.change')}
    </a>
  )
  switch (gift.status) {
    case 'pending':
      // Who pays into a pot that is over only gets their money back.
      return gift.pot.takes_gifts ? (
        <Form refused={refusal}>
          <input type="hidden" name="act" value="pay" />
          <Button tone="secondary" wide>
            {t('gift.pay')}
          </Button>
          {change}
        </Form>
      ) : null
    case 'failed':
      if (tookAnotherAmount(gift) || !gift.pot.takes_gifts) return null
      return (
        <Form refused={refusal}>
          <input type="hidden" name="act" value="pay" />
          <Button wide>{t('gift.retry')}</Button>
          {change}
        </Form>
      )
    case 'expired':
      return gift.pot.takes_gifts ? (
        <ButtonLink to={form} wide>
          {t('gift.again')}
        </ButtonLink>
      ) : null
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

/** The provider took money, only not what was asked for: it goes back, and paying again is not the way. */
const tookAnotherAmount = (gift: Gift) => gift.status === 'failed' && gift.reason === 'amount_differs'

/** Why a gift was given back is said where it is known. */
function textOf(gift: Gift, fresh: boolean): MessageKey {
  if (tookAnotherAmount(gift)) return 'gift.failed.other_amount'
  if (gift.status === 'received') return fresh ? 'gift.received.text' : 'gift.received.later'
  if ((gift.status === 'pending' || gift.status === 'failed') && !gift.pot.takes_gifts)
    return `gift.${gift.status}.closed`
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
        next: gift.pot.takes_gifts ? [{ title: t('trail.next.gifts') }, ...birthday, partner] : [],
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
