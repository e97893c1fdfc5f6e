/** The scan page: the camera where there is one, the typed code everywhere. Leads to the page of the outcome. */
import { redirect } from 'react-router'
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'
import { api, t as wording } from '../../context.ts'
import { invalid, need, problemOf, readForm, refused, seeOther } from '../../forms.ts'
import scanner from '../../islands/scanner.ts?worker&url'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { TextInput } from '../../ui/controls.tsx'
import { Field, Form } from '../../ui/form.tsx'
import { Island } from '../../ui/island.tsx'
import { Stack } from '../../ui/layout.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { ConsolePage } from '../page.tsx'
import type { Route } from './+types/scan'
import { counterOf } from './counter.ts'
import { verdictCookie } from './verdict.ts'

/** The reader of QR codes is WebAssembly where the browser has none of its own. */
export const handle = { wasm: true }

export async function loader({ request, context }: Route.LoaderArgs) {
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
  const { data } = result
  const key = crypto.randomUUID()
  const headers = await verdictCookie(context, {
    key,
    result: data.result,
    sentence: data.sentence,
    packName: data.pack_name,
    redemptionId: data.redemption_id,
    redeemedAt: data.redeemed_at,
    undoUntil: data.undo_until,
    usedAt: data.used_at,
    usedVenue: data.used_venue,
    venueName: here.venue.name,
  })
  return redirect(`/partner/scan/${key}`, { status: 303, headers })
}

export default function Scan({ loaderData: { venue }, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  if (!venue)
    return (
      <ConsolePage title={t('partner.scan.title')}>
        <EmptyState title={t('partner.no_venue')} text={t('partner.no_venue.text')} />
      </ConsolePage>
    )
  return (
    <ConsolePage title={t('partner.scan.title')} lead={venue.name}>
      <div className="grid max-w-3xl gap-8 md:grid-cols-[3fr_2fr]">
        <div data-scanner data-wasm={wasm} className="noscript:hidden">
          <Camera />
        </div>
        <Form refused={actionData} className="content-start">
          <input type="hidden" name="token" defaultValue="" />
          <Field name="code" label={t('partner.scan.code')} hint={t('partner.scan.code.hint')}>
            <TextInput
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={40}
              placeholder="ABCD-EFG-HJK"
              dir="ltr"
            />
          </Field>
          <Button wide>{t('partner.scan.check')}</Button>
          <ButtonLink to="/partner" tone="quiet">
            {t('partner.scan.back')}
          </ButtonLink>
        </Form>
      </div>
      <Island src={scanner} />
    </ConsolePage>
  )
}

/** Everything the scanner island shows and hides; see there for the states. */
function Camera() {
  const { t } = usePage()
  return (
    <Stack gap={3}>
      <div className="relative aspect-square overflow-hidden rounded-card bg-ink">
        <video muted playsInline className="size-full object-cover" aria-label={t('partner.scan.camera')} />
        <div
          aria-hidden
          data-when="scanning"
          hidden
          className="absolute inset-[16%] rounded-card border-4 border-festive"
        />
        <div
          data-when="idle starting found blocked unreadable"
          className="absolute inset-0 flex flex-col items-center justify-center gap-4 p-6 text-center text-canvas"
        >
          <span data-when="idle" className="contents">
            <Button type="button" data-start className="min-h-16 px-8 text-lg">
              {t('partner.scan.camera.start')}
            </Button>
          </span>
          <p data-when="starting" hidden role="status">
            {t('partner.scan.camera.starting')}
          </p>
          <p data-when="found" hidden role="status" className="text-xl font-bold">
            {t('partner.scan.camera.found')}
          </p>
          <div data-when="blocked" hidden role="alert" className="flex flex-col items-center gap-3">
            <p>{t('partner.scan.camera.blocked')}</p>
            <Button type="button" tone="secondary" data-start>
              {t('error.retry')}
            </Button>
          </div>
          <p data-when="unreadable" hidden role="alert">
            {t('partner.scan.camera.unreadable')}
          </p>
        </div>
      </div>
      <p data-when="scanning" hidden role="status" className="text-center text-soft">
        {t('partner.scan.camera.aim')}
      </p>
      <label className="link inline-flex min-h-12 cursor-pointer items-center justify-center has-focus-visible:outline-3 has-focus-visible:outline-accent">
        {t('partner.scan.photo')}
        <input type="file" accept="image/*" capture="environment" className="sr-only" />
      </label>
    </Stack>
  )
}
