/**
 * Talking with the helper about an exercise: who it is, what was said, a question, what is left of the month. The island streams
 * the answer; without it the whole answer is there when the page comes.
 */
import { api } from '../../context.ts'
import { need, notFound, problemOf, readForm, refused, seeOther, type Refused } from '../../forms.ts'
import conversation from '../../islands/conversation.ts?worker&url'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { TextArea } from '../../ui/controls.tsx'
import { Field, Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Island } from '../../ui/island.tsx'
import { PageTitle, Row, Stack } from '../../ui/layout.tsx'
import { Notice } from '../../ui/states.tsx'
import { DateText } from '../../ui/values.tsx'
import { Prompt } from './exercise.tsx'
import { LearnerFrame } from './frame.tsx'
import { exerciseAddress, learnerOf } from './learner.ts'
import { Maths } from './maths.tsx'
import type { Exchange, HeldExercise } from './shapes.ts'
import type { Route } from './+types/tutor'

const SHOWN_MAX = 50

export async function loader({ context, url }: Route.LoaderArgs) {
  const id = learnerOf(context)
  const path = { id }
  const [token, chosen] = [url.searchParams.get('exercise'), url.searchParams.get('conversation')]
  const [past, consents, usage, held] = await Promise.all([
    api(context).GET('/api/learners/{id}/conversations', { params: { path, query: { limit: 10 } } }),
    api(context).GET('/api/learners/{id}/consents', { params: { path } }),
    api(context).GET('/api/learners/{id}/usage', { params: { path } }),
    token
      ? api(context).GET('/api/learners/{id}/practice/exercise', { params: { path, query: { token } } })
      : undefined,
  ])
  const said = chosen ? await conversationOf(context, id, chosen) : []
  const permitted = need(context, consents).items.find(({ purpose }) => purpose === 'ai_conversation')?.permitted
  const quota = need(context, usage).quotas.find(({ meter }) => meter === 'ai_tokens')
  return {
    learner: id,
    exercise: held?.data ?? null,
    conversation: chosen,
    said,
    past: need(context, past).items,
    permitted: permitted ?? false,
    // Whole percents that are left; tokens mean nothing to a child.
    left: quota ? Math.floor((Number(quota.left) * 100) / Math.max(Number(quota.granted), 1)) : null,
    until: quota?.until ?? null,
  }
}

async function conversationOf(context: Route.LoaderArgs['context'], id: string, chosen: string): Promise<Exchange[]> {
  const one = await api(context).GET('/api/learners/{id}/conversations/{conversation_id}', {
    params: { path: { id, conversation_id: chosen }, query: { limit: SHOWN_MAX } },
  })
  const { status } = one.response
  if (status === 404 || status === 422) notFound()
  return need(context, one).items
}

export async function action({ request, context, url }: Route.ActionArgs) {
  const path = { id: learnerOf(context) }
  const form = await readForm(request)
  const exercise = url.searchParams.get('exercise')
  const quick = form.text('quick')
  const result = await api(context).POST('/api/learners/{id}/questions', {
    params: { path },
    body: {
      id: form.headers['Idempotency-Key'],
      conversation: form.text('conversation') || crypto.randomUUID(),
      text: quick || form.text('text'),
      ...(exercise ? { exercise } : {}),
    },
  })
  if (!result.data) return refused(form, problemOf(result))
  const parameters = new URLSearchParams({ conversation: result.data.conversation, ...(exercise ? { exercise } : {}) })
  return seeOther(`/learner/tutor?${parameters}#last`)
}

/** Why an answer is wrong is asked only once it is. */
function quickQuestions({ answered }: Pick<HeldExercise, 'answered'>) {
  const always = ['hint', 'step'] as const
  return answered && !answered.correct ? ([...always, 'why'] as const) : always
}

export default function TutorPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = usePage()
  const { exercise, said, past, permitted, left } = loaderData
  const open = permitted && left !== null && left > 0
  return (
    <LearnerFrame>
      <Head title={t('tutor.title')} index={false} />
      <PageTitle title={t('tutor.title')} lead={t('tutor.lead')} />
      <Stack gap={6}>
        {exercise && (
          <section className="flex flex-col gap-3 rounded-card border border-line bg-surface p-5">
            <h2 className="text-lg text-brand">{exercise.concept.name}</h2>
            <Prompt exercise={exercise} />
            <a className="link inline-flex min-h-12 items-center" href={exerciseAddress(exercise.token)}>
              {t('tutor.back')}
            </a>
          </section>
        )}
        <ol className="flex flex-col gap-4" data-said aria-live="polite">
          {said.map((exchange, position) => (
            <li key={exchange.id} id={position === said.length - 1 ? 'last' : undefined} className="scroll-mt-4">
              <Said exchange={exchange} />
            </li>
          ))}
        </ol>
        {/* What the island fills in while an answer comes. */}
        <template data-exchange>
          <li>
            <Bubbles question="" answer="" helper={t('tutor.thinking')} />
          </li>
        </template>
        {open ? (
          <Ask {...loaderData} refusal={actionData} />
        ) : (
          <Closed why={permitted ? (left === null ? 'none' : 'quota') : 'consent'} />
        )}
        {left !== null && permitted && <Left left={left} until={loaderData.until} />}
        <p className="text-sm text-soft">{t('tutor.seen')}</p>
        {past.length > 0 && (
          <details className="fold rounded-card border border-line px-5" open={said.length === 0}>
            <summary className="text-lg">{t('tutor.past')}</summary>
            <ul className="flex flex-col pb-3">
              {past.map(({ id, last_at, exchanges }) => (
                <li key={id}>
                  <a
                    className="link flex min-h-12 items-center justify-between gap-4 py-1"
                    href={`/learner/tutor?conversation=${id}`}
                  >
                    <DateText value={last_at} style="moment" />
                    <span className="shrink-0">{t('tutor.exchanges', { count: Number(exchanges) })}</span>
                  </a>
                </li>
              ))}
            </ul>
          </details>
        )}
      </Stack>
      <Island src={conversation} />
    </LearnerFrame>
  )
}

interface AskProps {
  learner: string
  conversation: string | null
  exercise: HeldExercise | null
  refusal: Refused | undefined
}

function Ask({ learner, conversation: going, exercise, refusal }: AskProps) {
  const { t } = usePage()
  // A refusal is shown below what was said before.
  const address = `/learner/tutor?${new URLSearchParams({
    ...(exercise ? { exercise: exercise.token } : {}),
    ...(going ? { conversation: going } : {}),
  })}`
  return (
    <div data-ask={`/api/learners/${learner}/questions`} data-exercise={exercise?.token} data-broke={t('tutor.broke')}>
      <Form refused={refusal} action={address}>
        <input type="hidden" name="conversation" value={going ?? crypto.randomUUID()} />
        {exercise && (
          <Row>
            {quickQuestions(exercise).map((question) => (
              <Button key={question} name="quick" value={t(`tutor.quick.${question}`)} tone="secondary">
                {t(`tutor.quick.${question}`)}
              </Button>
            ))}
          </Row>
        )}
        <Field name="text" label={t('tutor.question')} hint={t('tutor.question.hint')}>
          <TextArea rows={3} maxLength={1000} />
        </Field>
        <Button wide className="min-h-14 text-xl">
          {t('tutor.send')}
        </Button>
      </Form>
    </div>
  )
}

function Closed({ why }: { why: 'consent' | 'quota' | 'none' }) {
  const { t } = usePage()
  return (
    <Notice title={t(`tutor.closed.${why}`)}>
      <p>{t('tutor.closed.still')}</p>
      <ButtonLink to="/learner/practice" tone="secondary" className="mt-3">
        {t('today.start')}
      </ButtonLink>
    </Notice>
  )
}

function Left({ left, until }: { left: number; until: string | null }) {
  const { t, percent } = usePage()
  return (
    <div className="flex flex-col gap-1">
      <progress className="bar" max={100} value={left} aria-label={t('tutor.left.label')} />
      <p className="text-sm text-soft">
        {t.rich('tutor.left', { percent: percent(left), until: until ? <DateText value={until} style="day" /> : '' })}
      </p>
    </div>
  )
}

function Said({ exchange }: { exchange: Exchange }) {
  const { t } = usePage()
  const { question, answer, helper, state } = exchange
  const cut = state === 'cut' ? t('tutor.broke') : state === 'answering' ? t('tutor.thinking') : undefined
  return <Bubbles question={question} answer={answer} helper={t(`tutor.helper.${helper}`)} cut={cut} />
}

interface BubblesProps {
  question: string
  answer: string
  helper: string
  cut?: string | undefined
}

/** The learner's words on their side, the answer on the other, with the name of who gave it. */
function Bubbles({ question, answer, helper, cut }: BubblesProps) {
  return (
    <div className="flex flex-col gap-3">
      <p
        data-part="question"
        dir="auto"
        className="max-w-[85%] self-end rounded-card rounded-ee-sm bg-brand px-5 py-3 whitespace-pre-line text-on-brand"
      >
        {question}
      </p>
      <div className="max-w-[92%] self-start rounded-card rounded-es-sm border border-line bg-surface px-5 py-3">
        <p data-part="helper" className="text-sm font-semibold text-brand">
          {helper}
        </p>
        <p data-part="answer" className="whitespace-pre-line">
          <Maths text={answer} />
        </p>
        {cut && <p className="text-sm text-soft">{cut}</p>}
      </div>
    </div>
  )
}
