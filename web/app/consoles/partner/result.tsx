/**
 * The outcome of a scan, as large as the screen: light and a tick, or dark and a cross, why, and what to do now. The island of the
 * scan page takes its `main` out of here and shows it in place.
 */
import { redirect } from 'react-router'
import { api } from '../../context.ts'
import { need, notFound, problemOf, readForm, refused } from '../../forms.ts'
import network from '../../islands/network.ts?worker&url'
import verdictIsland from '../../islands/verdict.ts?worker&url'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { cx } from '../../ui/class.ts'
import { Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Island } from '../../ui/island.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { DateText } from '../../ui/values.tsx'
import { may, meOf } from '../me.tsx'
import { useWord } from '../parts.tsx'
import type { Route } from './+types/result'
import { PartnerApp } from './app.tsx'
import { faceOf, ReasonSign, Sign, type Face } from './looks.tsx'
import { readVerdict, verdictCookie, type Verdict } from './verdict.ts'

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const me = await meOf(context)
  return { verdict: await readVerdict(request, params.key), mayUndo: may(me, 'redemption.undo') }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const verdict = await readVerdict(request, params.key)
  if (!verdict?.redemptionId) notFound()
  const form = await readForm(request)
  const result = await api(context).POST('/api/redemptions/{id}/undo', {
    params: { path: { id: verdict.redemptionId } },
    headers: form.headers,
    body: {},
  })
  if (result.response.status === 401) need(context, result)
  if (!result.data) return refused(form, problemOf(result))
  const headers = await verdictCookie(context, { ...verdict, undo: result.data })
  return redirect(`/partner/scan/${params.key}`, { status: 303, headers })
}

const faces: Record<Face, string> = {
  yes: 'bg-till-yes text-on-till-yes',
  no: 'bg-till-no text-on-till-no',
  wait: 'bg-till-wait text-on-till-wait',
  undone: 'bg-sunken text-ink',
}
const titles = {
  yes: 'partner.result.title.good',
  no: 'partner.result.title.bad',
  wait: 'partner.result.title.bad',
  undone: 'partner.result.title.undone',
} as const

export default function Result({ loaderData: { verdict, mayUndo }, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  if (!verdict)
    return (
      <main id="main" tabIndex={-1} className="mx-auto flex w-full max-w-lg flex-1 flex-col justify-center p-4">
        <Head title={t('partner.result.gone')} index={false} />
        <EmptyState heading="h1" title={t('partner.result.gone')} text={t('partner.result.gone.text')}>
          <ButtonLink to="/partner">{t('partner.scans')}</ButtonLink>
        </EmptyState>
      </main>
    )
  const face = faceOf(verdict.result, verdict.undo?.result === 'undone')
  const title = t(titles[face])
  return (
    <main
      id="main"
      tabIndex={-1}
      data-verdict={face}
      className={cx('flex min-h-dvh flex-1 flex-col outline-none', faces[face])}
    >
      <Head title={title} index={false} />
      <PartnerApp />
      <div className="mx-auto flex w-full max-w-xl flex-1 flex-col items-center gap-3 p-4 text-center landscape:max-lg:max-w-5xl landscape:max-lg:flex-row landscape:max-lg:gap-6">
        <div
          role={face === 'no' || face === 'wait' ? 'alert' : 'status'}
          className="flex flex-1 flex-col items-center justify-center gap-3 landscape:max-lg:gap-1"
        >
          <Sign face={face} />
          <h1 className="text-6xl font-extrabold sm:text-7xl landscape:max-lg:text-5xl">{title}</h1>
          <Words verdict={verdict} face={face} />
        </div>
        <div className="flex w-full flex-col items-center gap-2 landscape:max-lg:sticky landscape:max-lg:top-4 landscape:max-lg:max-w-sm landscape:max-lg:self-start">
          <a
            href="/partner/scan"
            data-next
            className="flex min-h-20 w-full items-center justify-center rounded-control border-4 border-paper bg-paper px-5 text-2xl font-extrabold text-on-paper outline-offset-4 outline-current"
          >
            {t('partner.result.next')}
          </a>
          {face === 'yes' && mayUndo && verdict.undoUntil && (
            <details open={actionData !== undefined || verdict.undo !== undefined} className="w-full">
              <summary className="flex min-h-14 cursor-pointer list-none items-center justify-center font-semibold underline underline-offset-4 outline-current [&::-webkit-details-marker]:hidden">
                {t('partner.result.undo')}
              </summary>
              <div className="rounded-control bg-surface p-4 text-start text-ink">
                {verdict.undo ? (
                  <p role="alert">{verdict.undo.sentence}</p>
                ) : (
                  <Form refused={actionData} action={`/partner/scan/${verdict.key}`}>
                    <p>
                      {t.rich('partner.result.undo.text', {
                        until: <DateText key="u" value={verdict.undoUntil} style="time" />,
                      })}
                    </p>
                    <Button tone="danger" wide className="min-h-14" data-needs-network>
                      {t('partner.result.undo.confirm')}
                    </Button>
                  </Form>
                )}
              </div>
            </details>
          )}
          <a
            href="/partner"
            className="flex min-h-14 items-center px-4 font-semibold underline underline-offset-4 outline-current"
          >
            {t('partner.result.home')}
          </a>
        </div>
      </div>
      <Island src={verdictIsland} />
      <Island src={network} />
    </main>
  )
}

/** What it is about, why, and what to do now: read from top to bottom, largest first. */
function Words({ verdict, face }: { verdict: Verdict; face: Face }) {
  const { t, date, now } = usePage()
  const word = useWord()
  const where = (
    <p className="text-base">
      {verdict.venueName}
      {verdict.redeemedAt && (
        <>
          {' · '}
          <DateText value={verdict.redeemedAt} style="moment" />
        </>
      )}
    </p>
  )
  if (face === 'undone')
    return (
      <>
        <p className="text-2xl font-semibold">{verdict.undo?.sentence}</p>
        {verdict.packName && <p className="text-lg">{verdict.packName}</p>}
        {where}
      </>
    )
  if (face === 'yes')
    return (
      <>
        <p className="text-xl">
          {t('partner.result.hand_over')}
          <br />
          <strong className="text-4xl leading-tight font-extrabold">{verdict.packName}</strong>
        </p>
        {where}
      </>
    )
  const usedToday = verdict.usedAt !== null && date(verdict.usedAt, 'short') === date(now, 'short')
  return (
    <>
      <p className="flex items-center justify-center gap-3 text-3xl leading-tight font-extrabold">
        <ReasonSign result={verdict.result} className="size-12 shrink-0" />
        {word('partner.reason', verdict.result)}
      </p>
      {verdict.usedAt && (
        <p className="text-3xl leading-tight font-bold">
          {usedToday &&
            t.rich('partner.result.used_today', { time: <DateText key="t" value={verdict.usedAt} style="time" /> })}
          {usedToday && ' '}
          {verdict.usedVenue === verdict.venueName
            ? t('partner.result.used_here')
            : t('partner.result.used_there', { venue: verdict.usedVenue ?? '' })}
        </p>
      )}
      <p className={cx('font-semibold', verdict.usedAt ? 'text-base' : 'text-xl')}>{verdict.sentence}</p>
      <p className="max-w-md text-lg">{word('partner.advice', verdict.result)}</p>
      {verdict.packName && <p className="text-base">{verdict.packName}</p>}
    </>
  )
}
