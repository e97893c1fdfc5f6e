/**
 * One exercise a screen: asked, hinted at, answered, explained. The address of the form names the exercise, so that a page that
 * is sent twice or opened again is about the same one; a fresh address gets a fresh exercise.
 */
import { api, page } from '../../context.ts'
import { invalid, need, problemOf, readForm, refused, seeOther, type Problem, type Refused } from '../../forms.ts'
import { withDigits } from '../../format.ts'
import practice from '../../islands/practice.ts?worker&url'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Island } from '../../ui/island.tsx'
import { Row } from '../../ui/layout.tsx'
import { Barred } from './barred.tsx'
import { AnswerField, Prompt } from './exercise.tsx'
import { Feedback } from './feedback.tsx'
import { LearnerFrame } from './frame.tsx'
import { exerciseAddress, learnerOf } from './learner.ts'
import { Maths } from './maths.tsx'
import type { Answered, Asked } from './shapes.ts'
import type { Route } from './+types/practice'

const reasons = ['review_due', 'next_concept', 'strengthen', 'go_back'] as const
type Reason = (typeof reasons)[number]

export async function loader({ context, url }: Route.LoaderArgs) {
  const path = { id: learnerOf(context) }
  const [token, concept] = [url.searchParams.get('exercise'), url.searchParams.get('concept')]
  if (token) {
    const held = await api(context).GET('/api/learners/{id}/practice/exercise', { params: { path, query: { token } } })
    if (held.data) return { exercise: held.data, why: reasonOf(url.searchParams.get('why')), because: null }
    const problem = problemOf(held)
    if (problem.status === 403) return { barred: problem }
    // Somebody else's, or no longer in use: there are others.
    if (problem.status === 404 || problem.status === 422) throw seeOther('/learner/practice')
    return need(context, held) as never
  }
  const next = await api(context).POST('/api/learners/{id}/practice/next', {
    params: { path },
    body: concept ? { concept } : {},
  })
  if (!next.data) {
    const problem = problemOf(next)
    if (problem.status === 403 || problem.status === 402) return { barred: problem }
    if (concept && problem.status === 404) throw seeOther('/learner/practice')
    return need(context, next) as never
  }
  const { reason, because, ...exercise } = next.data
  return { exercise: { ...exercise, steps: [], answered: null }, why: reason, because: because?.name ?? null }
}

const reasonOf = (text: string | null): Reason | null => reasons.find((reason) => reason === text) ?? null

/** A further hint was asked for. */
interface Hinted {
  readonly kind: 'hinted'
  readonly hinted: number
  readonly typed: string
  readonly started: string
}

export async function action({ request, context, url }: Route.ActionArgs) {
  const path = { id: learnerOf(context) }
  const form = await readForm(request)
  const token = url.searchParams.get('exercise')
  if (!token) throw seeOther('/learner/practice')
  const [act, started] = [form.text('act'), form.text('started')]
  const hints = Math.min(Math.max(Number(form.text('hints')) || 0, 0), 9)
  const typed = form.text('answer')
  if (act === 'hint') return { kind: 'hinted', hinted: hints + 1, typed, started } satisfies Hinted
  const seconds = Math.round((Date.parse(page(context).now) - Date.parse(started)) / 1000)
  const result = await api(context).POST('/api/learners/{id}/practice/answers', {
    params: { path },
    body: {
      answers: [
        {
          id: form.headers['Idempotency-Key'],
          token,
          answer: act === 'show' ? null : withDigits(typed, 'latn'),
          hints,
          ...(seconds >= 0 && seconds < 86_400 ? { seconds } : {}),
        },
      ],
    },
  })
  if (!result.data) return refused(form, problemOf(result))
  const [outcome] = result.data.results
  if (!outcome || outcome.status === 'not_ours' || outcome.status === 'outdated') throw seeOther('/learner/practice')
  if (outcome.status === 'unreadable')
    return refused(form, invalid({ answer: withDigits(outcome.sentence ?? '', page(context).digits) }))
  return { kind: 'answered', outcome, given: act === 'show' ? null : typed, next: result.data.next } satisfies Answered
}

export default function Practice({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  if ('barred' in loaderData) return <Refusal problem={loaderData.barred} />
  const { exercise, why, because } = loaderData
  const answered = actionData && 'kind' in actionData && actionData.kind === 'answered' ? actionData : undefined
  const hinted = actionData && 'kind' in actionData && actionData.kind === 'hinted' ? actionData : undefined
  const refusal = actionData && 'problem' in actionData ? actionData : undefined
  return (
    <LearnerFrame>
      <Head title={exercise.concept.name} index={false} />
      <header className="py-4">
        <h1 className="text-xl text-brand">{exercise.concept.name}</h1>
        {why && !answered && !exercise.answered && (
          <p className="text-soft">
            {because && why === 'go_back' ? t('practice.why.go_back.because', { because }) : t(`practice.why.${why}`)}
          </p>
        )}
      </header>
      {answered || exercise.answered ? (
        <Feedback exercise={exercise} answered={answered} />
      ) : (
        <Asking exercise={exercise} why={why} hinted={hinted} refusal={refusal} />
      )}
      <Island src={practice} />
    </LearnerFrame>
  )
}

function Refusal({ problem }: { problem: Problem }) {
  return (
    <LearnerFrame>
      <Barred sentence={problem.title} />
    </LearnerFrame>
  )
}

interface AskingProps {
  exercise: Asked
  why: Reason | null
  hinted: Hinted | undefined
  refusal: Refused | undefined
}

function Asking({ exercise, why, hinted, refusal }: AskingProps) {
  const { t, now, digitsIn, session } = usePage()
  const before = refusal?.values
  const shown = Math.min(hinted?.hinted ?? Number(before?.['hints']?.[0] ?? 0), exercise.hints.length)
  return (
    <Form refused={refusal} action={exerciseAddress(exercise.token, why ?? undefined)} className="gap-6">
      <input type="hidden" name="started" value={hinted?.started ?? before?.['started']?.[0] ?? now} />
      <input type="hidden" name="hints" value={shown} />
      <Prompt exercise={exercise} />
      <AnswerField exercise={exercise} typed={hinted && digitsIn(hinted.typed)} />
      <p
        hidden
        data-offline
        data-learner={session?.accountId}
        data-token={exercise.token}
        data-kept={t('practice.kept')}
        role="status"
        className="rounded-control bg-festive-wash p-4 font-semibold"
      >
        {t('practice.offline')}
      </p>
      <Button name="act" value="check" wide className="min-h-14 text-xl">
        {t('practice.check')}
      </Button>
      {exercise.hints.length > 0 && (
        <ol className="flex flex-col gap-2" aria-live="polite">
          {exercise.hints.map((hint, position) => (
            <li
              key={hint}
              data-hint
              hidden={position >= shown}
              className="rounded-control border-s-4 border-festive bg-festive-wash px-4 py-3"
            >
              <strong>{t('practice.hint', { number: position + 1 })}</strong> <Maths text={hint} />
            </li>
          ))}
        </ol>
      )}
      <Row className="justify-center">
        <Button name="act" value="hint" tone="secondary" data-next-hint hidden={shown >= exercise.hints.length}>
          {t(shown === 0 ? 'practice.hint.first' : 'practice.hint.more')}
        </Button>
        <Button name="act" value="show" tone="quiet">
          {t('practice.show')}
        </Button>
        <ButtonLink to={`/learner/tutor?${new URLSearchParams({ exercise: exercise.token })}`} tone="quiet">
          {t('practice.ask')}
        </ButtonLink>
      </Row>
    </Form>
  )
}
