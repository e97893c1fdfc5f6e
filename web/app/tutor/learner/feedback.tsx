/** What became of an answer: right or not yet, by words, shape and colour; the worked steps; what it says of the concept; next. */
import { usePage } from '../../page.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { cx } from '../../ui/class.ts'
import { Stack } from '../../ui/layout.tsx'
import { Prompt } from './exercise.tsx'
import { exerciseAddress } from './learner.ts'
import { LEFT_TO_RIGHT, Maths } from './maths.tsx'
import type { Answered, HeldExercise } from './shapes.ts'
import { StandingBar, standingWords } from './standing.tsx'

interface FeedbackProps {
  exercise: HeldExercise
  answered: Answered | undefined
}

/** Always the same word for the same exercise, so that a page opened again says what it said. */
const PRAISES = 4

export function Feedback({ exercise, answered }: FeedbackProps) {
  const { t, digitsIn } = usePage()
  const correct = answered?.outcome.correct ?? exercise.answered?.correct ?? false
  const given = answered ? answered.given : (exercise.answered?.given ?? null)
  const shown = given === null && !correct
  const word = exercise.prompt.length % PRAISES
  const steps = answered?.outcome.steps.length ? answered.outcome.steps : exercise.steps
  const mastery = answered?.outcome.mastery
  const next = answered?.next
  const choice = exercise.choices?.[Number(given)]
  return (
    <Stack gap={6}>
      <div
        role="status"
        data-verdict={correct ? 'right' : 'wrong'}
        className={cx(
          'flex items-center gap-4 rounded-card border-2 p-5',
          correct ? 'border-good bg-good-wash' : 'border-festive bg-festive-wash',
        )}
      >
        <Sign correct={correct} />
        <div className="min-w-0">
          <h2 className="text-2xl">
            {correct
              ? t(`practice.right.${word as 0 | 1 | 2 | 3}`)
              : t(shown ? 'practice.shown' : `practice.wrong.${(word % 2) as 0 | 1}`)}
          </h2>
          {answered?.outcome.sentence && <p>{digitsIn(answered.outcome.sentence)}</p>}
          {given !== null && (choice !== undefined || given !== '') && (
            <p className="text-lg">
              {t('practice.you_wrote')}{' '}
              <strong>
                {choice === undefined ? (
                  <span className={LEFT_TO_RIGHT}>{digitsIn(given)}</span>
                ) : (
                  <Maths text={choice} />
                )}
              </strong>
            </p>
          )}
        </div>
      </div>
      {mastery?.mastered_now && (
        <p className="flex items-center gap-3 rounded-card bg-festive p-5 text-xl font-bold text-on-festive">
          <span aria-hidden className="text-3xl">
            ★
          </span>
          {t('practice.mastered', { concept: exercise.concept.name })}
        </p>
      )}
      <details className="fold rounded-card border border-line bg-surface px-5" open={!correct}>
        <summary className="text-lg">{t('practice.steps')}</summary>
        <div className="flex flex-col gap-4 pb-5">
          <Prompt exercise={exercise} />
          <ol className="flex flex-col gap-2">
            {steps.map((step, position) => (
              <li
                key={step}
                className={cx(
                  'flex gap-3 rounded-control px-4 py-3 text-lg',
                  position === steps.length - 1 ? 'bg-good-wash font-semibold' : 'bg-sunken',
                )}
              >
                <span aria-hidden className="font-bold text-brand">
                  {digitsIn(String(position + 1))}
                </span>
                <span className="min-w-0">
                  <Maths text={step} />
                </span>
              </li>
            ))}
          </ol>
        </div>
      </details>
      {mastery && (
        <Stack gap={2} className="rounded-card border border-line bg-surface p-5">
          <p className="flex flex-wrap justify-between gap-x-4 font-semibold">
            <span>{exercise.concept.name}</span>
            <span className="text-soft">{standingWords(mastery.after, t)}</span>
          </p>
          <StandingBar {...mastery.after} />
        </Stack>
      )}
      <div className="act-bar -mx-4 sm:mx-0 sm:rounded-card sm:border">
        <ButtonLink
          to={next ? exerciseAddress(next.token, next.reason) : '/learner/practice'}
          wide
          className="min-h-14 text-xl"
        >
          {t('practice.next')}
        </ButtonLink>
      </div>
      <p className="flex justify-center gap-6 pt-1">
        <a className="link inline-flex min-h-12 items-center" href="/learner">
          {t('practice.enough')}
        </a>
        <a
          className="link inline-flex min-h-12 items-center"
          href={`/learner/tutor?${new URLSearchParams({ exercise: exercise.token })}`}
        >
          {t('practice.ask')}
        </a>
      </p>
    </Stack>
  )
}

/** A tick in a circle, or a turn to try again in a diamond: other shapes, not only other colours. */
function Sign({ correct }: { correct: boolean }) {
  return (
    <svg aria-hidden viewBox="0 0 48 48" className="size-14 shrink-0">
      {correct ? (
        <>
          <circle cx="24" cy="24" r="22" className="fill-good" />
          <path
            d="m14 25 7 7 14-16"
            fill="none"
            strokeWidth="5"
            strokeLinecap="round"
            strokeLinejoin="round"
            className="stroke-surface"
          />
        </>
      ) : (
        <>
          <rect x="9" y="9" width="30" height="30" rx="5" transform="rotate(45 24 24)" className="fill-festive" />
          <path
            d="M17 25a7.500 7.500 0 1 0 2.500-6m0-5v5.500H25"
            fill="none"
            strokeWidth="4"
            strokeLinecap="round"
            strokeLinejoin="round"
            className="stroke-on-festive"
          />
        </>
      )}
    </svg>
  )
}
