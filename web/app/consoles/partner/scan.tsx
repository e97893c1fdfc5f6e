/** The scan page: the camera where there is one, the typed code everywhere. Leads to the page of the outcome. */
import { data, Link, redirect } from 'react-router'
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { api, t as wording } from '../../context.ts'
import { invalid, need, problemOf, readForm, refused, seeOther } from '../../forms.ts'
import network from '../../islands/network.ts?worker&url'
import scanner from '../../islands/scanner.ts?worker&url'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { TextInput } from '../../ui/controls.tsx'
import { Field, Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Island } from '../../ui/island.tsx'
import { Stack } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { may, meOf } from '../me.tsx'
import type { Route } from './+types/scan'
import { PartnerApp } from './app.tsx'
import { counterOf } from './counter.ts'
import { verdictCookie } from './verdict.ts'

/** The reader of QR codes is WebAssembly where the browser has none of its own. */
export const handle = { wasm: true }

export async function loader({ request, context }: Route.LoaderArgs) {
  // Outside the frame, which would have asked this.
  if (!may(await meOf(context), 'redemption.scan')) throw data(null, { status: 403 })
  const { here, shops } = await counterOf(context, request)
  if (!here && shops.some((shop) => shop.venues.length > 0)) throw seeOther('/partner')
  return { venue: here?.venue ?? null }
}

export async function action({ request, context }: Route.ActionArgs) {
  const { here } = await counterOf(context, request)
  if (!here) return seeOther('/partner')
  const form = await readForm(request)
  const token = form.optional('token')
  const code = form.text('code')
  // Nothing typed is no attempt, and attempts are logged.
  if (!token && !code) return refused(form, invalid({ code: wording(context)('partner.scan.code.missing') }))
  const shown = token ? { token } : { code }
  const result = await api(context).POST('/api/redemptions', {
    headers: form.headers,
    body: { ...shown, venue_id: here.venue.id },
  })
  if (result.response.status === 401) need(context, result)
  if (!result.data) return refused(form, problemOf(result), ['token'])
  const outcome = result.data
  const key = crypto.randomUUID()
  const headers = await verdictCookie(context, {
    key,
    result: outcome.result,
    sentence: outcome.sentence,
    packName: outcome.pack_name,
    redemptionId: outcome.redemption_id,
    redeemedAt: outcome.redeemed_at,
    undoUntil: outcome.undo_until,
    usedAt: outcome.used_at,
    usedVenue: outcome.used_venue,
    venueName: here.venue.name,
  })
  return redirect(`/partner/scan/${key}`, { status: 303, headers })
}

export default function Scan({ loaderData: { venue }, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  if (!venue)
    return (
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-lg p-4 outline-none">
        <Head title={t('partner.scan.title')} index={false} />
        <h1 className="py-4 text-3xl">{t('partner.scan.title')}</h1>
        <EmptyState title={t('partner.no_venue')} text={t('partner.no_venue.text')}>
          <ButtonLink to="/partner">{t('partner.scan.back')}</ButtonLink>
        </EmptyState>
      </main>
    )
  return (
    <div data-counter className="flex min-h-dvh flex-1 flex-col">
      <Head title={t('partner.scan.title')} index={false} />
      <PartnerApp />
      <header className="flex items-center justify-between gap-2 border-b border-line bg-surface px-2">
        <Link to="/partner" className="flex min-h-14 items-center gap-2 rounded-control px-3 font-semibold">
          <span aria-hidden className="text-2xl rtl:-scale-x-100">
            ←
          </span>
          {t('partner.nav.home')}
        </Link>
        <p className="min-w-0 truncate text-soft">{venue.name}</p>
        <Sound />
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto grid w-full max-w-5xl flex-1 content-start gap-4 p-4 outline-none landscape:grid-cols-2 landscape:items-start landscape:gap-6"
      >
        <h1 className="sr-only">{t('partner.scan.title')}</h1>
        <div data-scanner data-wasm={wasm} className="noscript:hidden">
          <Camera />
        </div>
        <div data-scan>
          <TypedForm refusedForm={actionData} />
        </div>
      </main>
      <Checking />
      <Island src={scanner} />
      <Island src={network} />
    </div>
  )
}

function TypedForm({ refusedForm }: { refusedForm: Route.ComponentProps['actionData'] }) {
  const { t } = usePage()
  return (
    <Form
      refused={refusedForm}
      className="gap-3 [&_input]:min-h-16 [&_input]:text-center [&_input]:font-mono [&_input]:text-2xl [&_input]:font-bold [&_input]:tracking-wider [&_input]:uppercase [&_input]:placeholder:font-normal"
    >
      <input type="hidden" name="token" defaultValue="" />
      <Field name="code" label={t('partner.scan.code')} hint={t('partner.scan.code.hint')}>
        <TextInput
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          maxLength={40}
          placeholder="ABCD-EFG-HJK"
          dir="ltr"
        />
      </Field>
      <Button wide className="min-h-16 text-xl" data-needs-network>
        {t('partner.scan.check')}
      </Button>
    </Form>
  )
}

/** How loud an answer is; three steps, kept on the phone. */
function Sound() {
  const { t } = usePage()
  return (
    <button
      type="button"
      data-sound
      hidden
      className="flex min-h-14 shrink-0 cursor-pointer items-center gap-2 rounded-control px-3 font-semibold"
    >
      <svg aria-hidden viewBox="0 0 24 24" className="size-6" fill="none" stroke="currentColor" strokeWidth="2">
        <path d="M4 9v6h4l5 4V5L8 9z" fill="currentColor" />
        <path d="M16 9a4 4 0 0 1 0 6" />
      </svg>
      <span data-volume="loud">{t('partner.sound.loud')}</span>
      <span data-volume="soft" hidden>
        {t('partner.sound.soft')}
      </span>
      <span data-volume="off" hidden>
        {t('partner.sound.off')}
      </span>
    </button>
  )
}

/** Covers everything from the moment a code is read, so that no earlier answer is taken for this one. */
function Checking() {
  const { t } = usePage()
  return (
    <div
      data-checking
      hidden
      className="fixed inset-0 z-30 flex flex-col items-center justify-center gap-6 bg-canvas p-6 text-center text-ink [&[hidden]]:hidden"
    >
      <div data-asks="waits" role="status" className="flex flex-col items-center gap-6 [&[hidden]]:hidden">
        <span aria-hidden className="size-24 animate-spin rounded-full border-8 border-line border-t-accent" />
        <p className="text-4xl font-extrabold">{t('partner.checking')}</p>
      </div>
      <div data-asks="lost" hidden role="alert" className="flex w-full max-w-md flex-col gap-4 [&[hidden]]:hidden">
        <p className="text-3xl font-extrabold">{t('partner.checking.lost')}</p>
        <p className="text-lg">{t('partner.checking.lost.text')}</p>
        <Button type="button" data-again wide className="min-h-20 text-2xl">
          {t('partner.checking.again')}
        </Button>
        <Button type="button" tone="quiet" data-give-up wide className="min-h-14">
          {t('partner.checking.give_up')}
        </Button>
      </div>
    </div>
  )
}

/** Everything the scanner island shows and hides; see there for the states. */
function Camera() {
  const { t } = usePage()
  return (
    <Stack gap={2}>
      <div className="relative aspect-square max-h-[58dvh] w-full overflow-hidden rounded-card bg-ink landscape:max-h-[62dvh]">
        <video muted playsInline className="size-full object-cover" aria-label={t('partner.scan.camera')} />
        <div
          aria-hidden
          data-when="scanning"
          hidden
          className="absolute inset-[14%] rounded-card border-4 border-festive"
        />
        <div
          data-when="idle starting found denied missing busy unreadable"
          className="absolute inset-0 flex flex-col items-center justify-center gap-4 overflow-y-auto p-5 text-center text-canvas [&[hidden]]:hidden"
        >
          <p data-when="starting" hidden role="status" className="text-xl">
            {t('partner.scan.camera.starting')}
          </p>
          <p data-when="found" hidden role="status" className="text-2xl font-bold">
            {t('partner.scan.camera.found')}
          </p>
          {(['denied', 'missing', 'busy', 'unreadable'] as const).map((why) => (
            <p key={why} data-when={why} hidden role="alert" className="text-lg">
              {t(`partner.scan.camera.${why}`)}
            </p>
          ))}
          <span data-when="idle denied busy unreadable missing" className="contents [&[hidden]]:hidden">
            <Button type="button" data-start data-needs-network className="min-h-20 px-8 text-xl">
              {t('partner.scan.camera.start')}
            </Button>
          </span>
        </div>
      </div>
      <p data-when="scanning" hidden role="status" className="text-center font-semibold">
        {t('partner.scan.camera.aim')}
      </p>
      <div className="flex flex-wrap justify-center gap-2">
        <Button type="button" tone="secondary" data-light hidden aria-pressed="false" className={TOOL}>
          {t('partner.scan.light')}
        </Button>
        <Button type="button" tone="secondary" data-lens hidden className={TOOL}>
          {t('partner.scan.lens')}
        </Button>
        <label className="inline-flex min-h-14 cursor-pointer items-center justify-center rounded-control border border-strong-line bg-surface px-5 font-semibold has-focus-visible:outline-3 has-focus-visible:outline-accent">
          {t('partner.scan.photo')}
          <input type="file" accept="image/*" capture="environment" className="sr-only" />
        </label>
      </div>
    </Stack>
  )
}

const TOOL = 'min-h-14 aria-pressed:bg-festive aria-pressed:text-on-festive'
