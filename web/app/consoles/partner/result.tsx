/** The outcome of a scan, as large as the screen: green and a tick, or red and a cross, and what to do now. */
import { redirect } from 'react-router'
import { api } from '../../context.ts'
import { need, notFound, problemOf, readForm, refused } from '../../forms.ts'
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
import { readVerdict, verdictCookie } from './verdict.ts'

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

type Face = 'good' | 'bad' | 'undone'

const faces: Record<Face, string> = {
  good: 'bg-good text-surface',
  bad: 'bg-bad text-surface',
  undone: 'bg-sunken text-ink',
}

export default function Result({ loaderData: { verdict, mayUndo }, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  const word = useWord()
  if (!verdict)
    return (
      <main id="main" tabIndex={-1} className="mx-auto flex w-full max-w-lg flex-1 flex-col justify-center p-4">
        <Head title={t('partner.result.gone')} index={false} />
        <EmptyState title={t('partner.result.gone')} text={t('partner.result.gone.text')}>
          <ButtonLink to="/partner">{t('partner.scans')}</ButtonLink>
        </EmptyState>
      </main>
    )
  const face: Face = verdict.undo?.result === 'undone' ? 'undone' : verdict.result === 'accepted' ? 'good' : 'bad'
  const title = t(`partner.result.title.${face}`)
  return (
    <main
      id="main"
      tabIndex={-1}
      data-verdict={face === 'undone' ? undefined : face}
      className={cx('flex flex-1 flex-col outline-none', faces[face])}
    >
      <Head title={title} index={false} />
      <div className="mx-auto flex w-full max-w-xl flex-1 flex-col items-center gap-5 p-6 text-center">
        <div
          role={face === 'bad' ? 'alert' : 'status'}
          className="flex flex-1 flex-col items-center justify-center gap-4"
        >
          <Sign face={face} />
          <h1 className="text-5xl font-extrabold sm:text-6xl">{title}</h1>
          {face === 'good' && verdict.packName ? (
            <p className="text-xl">
              {t('partner.result.hand_over')}
              <br />
              <strong className="text-3xl">{verdict.packName}</strong>
            </p>
          ) : (
            <p className="text-2xl font-semibold">{face === 'undone' ? verdict.undo?.sentence : verdict.sentence}</p>
          )}
          {face !== 'good' && verdict.packName && <p className="text-lg">{verdict.packName}</p>}
          {face === 'bad' && <p className="max-w-md text-lg">{word('partner.advice', verdict.result)}</p>}
          <p className="text-sm opacity-90">
            {verdict.venueName}
            {verdict.redeemedAt && (
              <>
                {' · '}
                <DateText value={verdict.redeemedAt} style="moment" />
              </>
            )}
          </p>
        </div>
        <div className="flex w-full flex-col items-center gap-3">
          <a
            href="/partner/scan"
            className="flex min-h-16 w-full items-center justify-center rounded-control bg-surface px-5 text-xl font-bold text-ink"
          >
            {t('partner.result.next')}
          </a>
          {face === 'good' && mayUndo && verdict.undoUntil && (
            <details open={actionData !== undefined || verdict.undo !== undefined} className="w-full">
              <summary className="flex min-h-12 cursor-pointer list-none items-center justify-center underline underline-offset-4 [&::-webkit-details-marker]:hidden">
                {t('partner.result.undo')}
              </summary>
              <div className="rounded-control bg-surface p-4 text-start text-ink">
                {verdict.undo ? (
                  <p role="alert">{verdict.undo.sentence}</p>
                ) : (
                  <Form refused={actionData}>
                    <p>
                      {t.rich('partner.result.undo.text', {
                        until: <DateText value={verdict.undoUntil} style="time" />,
                      })}
                    </p>
                    <Button tone="danger" wide>
                      {t('partner.result.undo.confirm')}
                    </Button>
                  </Form>
                )}
              </div>
            </details>
          )}
          <a href="/partner" className="flex min-h-12 items-center underline underline-offset-4">
            {t('partner.result.home')}
          </a>
        </div>
      </div>
      <Island src={verdictIsland} />
    </main>
  )
}

function Sign({ face }: { face: Face }) {
  const paths: Record<Face, string> = {
    good: 'M28 52l16 16 30-36',
    bad: 'M32 32l36 36M68 32L32 68',
    undone: 'M36 34L22 48l14 14M22 48h36a16 16 0 0 1 0 32',
  }
  return (
    <svg aria-hidden viewBox="0 0 100 100" className="size-36 sm:size-44">
      <circle cx="50" cy="50" r="46" fill="none" stroke="currentColor" strokeWidth="5" />
      <path
        d={paths[face]}
        fill="none"
        stroke="currentColor"
        strokeWidth="9"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
