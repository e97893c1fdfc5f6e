/**
 * Exercises to take along: one page, loaded while there is a network, on which answers can be given without one. They are checked
 * and kept on the device (islands/away.ts) and count when they arrive. Without a script each is an ordinary exercise.
 */
import { api } from '../../context.ts'
import { need, problemOf } from '../../forms.ts'
import away from '../../islands/away.ts?worker&url'
import practice from '../../islands/practice.ts?worker&url'
import { usePage } from '../../page.tsx'
import { Button } from '../../ui/button.tsx'
import { Form } from '../../ui/form.tsx'
import { Head } from '../../ui/head.tsx'
import { Island } from '../../ui/island.tsx'
import { PageTitle } from '../../ui/layout.tsx'
import { Barred } from './barred.tsx'
import { AnswerField, Prompt } from './exercise.tsx'
import { LearnerFrame } from './frame.tsx'
import { exerciseAddress, learnerOf } from './learner.ts'
import { Maths } from './maths.tsx'
import type { PackedExercise } from './shapes.ts'
import type { Route } from './+types/away'

const EXERCISES = 10

export async function loader({ context }: Route.LoaderArgs) {
  const learner = learnerOf(context)
  const pack = await api(context).GET('/api/learners/{id}/practice/pack', {
    params: { path: { id: learner }, query: { count: EXERCISES } },
  })
  if (!pack.data) {
    const problem = problemOf(pack)
    if (problem.status === 403 || problem.status === 402) return { learner, exercises: [], barred: problem.title }
  }
  return { learner, exercises: need(context, pack).exercises, barred: null }
}

export default function Away({ loaderData: { learner, exercises, barred } }: Route.ComponentProps) {
  const { t } = usePage()
  if (barred !== null)
    return (
      <LearnerFrame>
        <Barred sentence={barred} />
      </LearnerFrame>
    )
  return (
    <LearnerFrame>
      <Head title={t('away.title')} index={false} />
      <PageTitle title={t('away.title')} lead={t('away.lead')} />
      <p
        hidden
        data-away={learner}
        data-waiting={t('away.waiting')}
        data-sent={t('away.sent')}
        role="status"
        className="sticky top-0 z-10 mb-4 rounded-control bg-festive-wash p-4 font-semibold"
      />
      <noscript>
        <p className="mb-4 rounded-control bg-festive-wash p-4 font-semibold">{t('away.no_script')}</p>
      </noscript>
      <ol className="flex flex-col gap-6">
        {exercises.map((exercise, position) => (
          <li key={exercise.token} className="rounded-card border border-line bg-surface p-5 shadow-card">
            <OneAway exercise={exercise} position={position} />
          </li>
        ))}
      </ol>
      <Island src={practice} />
      <Island src={away} />
    </LearnerFrame>
  )
}

function OneAway({ exercise, position }: { exercise: PackedExercise; position: number }) {
  const { t, now } = usePage()
  return (
    <article data-exercise={exercise.token} data-check={JSON.stringify(exercise.check)} className="flex flex-col gap-4">
      <h2 className="text-lg text-brand">
        {t('away.exercise', { number: position + 1, concept: exercise.concept.name })}
      </h2>
      <Prompt exercise={exercise} />
      <Form action={exerciseAddress(exercise.token)}>
        <input type="hidden" name="started" value={now} />
        <AnswerField exercise={exercise} />
        <p hidden data-unread role="alert" className="rounded-control bg-festive-wash p-4 font-semibold">
          {t('away.unread')}
        </p>
        <Button name="act" value="check" wide className="min-h-14">
          {t('practice.check')}
        </Button>
      </Form>
      <div hidden data-solution className="flex flex-col gap-2">
        <p hidden data-right className="rounded-control bg-good-wash p-4 text-lg font-bold text-good">
          ✓ {t('practice.right.1')}
        </p>
        <p hidden data-wrong className="rounded-control bg-festive-wash p-4 text-lg font-bold">
          ↻ {t('practice.wrong.0')}
        </p>
        <ol className="flex flex-col gap-2">
          {exercise.steps.map((step) => (
            <li key={step} className="rounded-control bg-sunken px-4 py-2.5">
              <Maths text={step} />
            </li>
          ))}
        </ol>
      </div>
    </article>
  )
}
