/** What people see when a page cannot be shown: what happened, what they can do, and the number support asks for. */
import { isRouteErrorResponse } from 'react-router'
import { isProblem } from './forms.ts'
import type { MessageKey } from './i18n.ts'
import { usePage } from './page.tsx'
import { shells } from './shells.tsx'
import { ButtonLink } from './ui/button.tsx'
import { ErrorState } from './ui/states.tsx'
import { Head } from './ui/head.tsx'

interface Wording {
  readonly title: MessageKey
  readonly text: MessageKey
}

const wordings: Record<number, Wording> = {
  403: { title: 'error.forbidden.title', text: 'error.forbidden.text' },
  404: { title: 'error.not_found.title', text: 'error.not_found.text' },
  405: { title: 'error.not_found.title', text: 'error.not_found.text' },
  410: { title: 'error.gone.title', text: 'error.gone.text' },
  429: { title: 'error.too_many.title', text: 'error.too_many.text' },
  500: { title: 'error.internal.title', text: 'error.internal.text' },
  502: { title: 'error.unavailable.title', text: 'error.unavailable.text' },
  503: { title: 'error.unavailable.title', text: 'error.unavailable.text' },
  504: { title: 'error.unavailable.title', text: 'error.unavailable.text' },
}
const unexpected: Wording = { title: 'error.internal.title', text: 'error.internal.text' }

/** Whoever works in a console and meets what is not there goes on working in it. */
const homeOf = (status: number, { pathname }: URL) =>
  (status === 404 && /^\/(?:staff|partner)(?=\/)/.exec(pathname)?.[0]) || '/'

export function ErrorPage({ error }: { error: unknown }) {
  const { t, product, requestId, url } = usePage()
  const Shell = shells[product]
  const status = isRouteErrorResponse(error) ? error.status : 500
  const problem = isRouteErrorResponse(error) && isProblem(error.data) ? error.data : undefined
  const wording = wordings[status] ?? unexpected
  const wait = status === 429 ? problem?.retryAfterSeconds : undefined
  const text =
    wait === undefined ? t(wording.text) : t('error.too_many.wait', { minutes: wait < 60 ? 0 : Math.ceil(wait / 60) })
  // Our own sentence is kinder for what we know by status; the API's says more about anything else.
  const ours = status in wordings || !problem
  return (
    <Shell>
      <Head title={ours ? t(wording.title) : problem.title} index={false} />
      <ErrorState
        title={ours ? t(wording.title) : problem.title}
        text={ours ? text : (problem.detail ?? text)}
        {...(status >= 500 ? { requestId: problem?.requestId ?? requestId } : {})}
      >
        {status >= 500 || status === 429 ? (
          <ButtonLink to="">{t('error.retry')}</ButtonLink>
        ) : (
          <ButtonLink to={homeOf(status, url)}>{t('error.home')}</ButtonLink>
        )}
      </ErrorState>
    </Shell>
  )
}
