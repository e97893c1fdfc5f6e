/** A learner's first page: what next and why, how today goes, the last week, a kind word. */
import { api } from '../../context.ts'
import { need } from '../../forms.ts'
import away from '../../islands/away.ts?worker&url'
import { usePage } from '../../page.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Head } from '../../ui/head.tsx'
import { Island } from '../../ui/island.tsx'
import { Stack } from '../../ui/layout.tsx'
import { Notice } from '../../ui/states.tsx'
import { Morning } from '../drawings.tsx'
import { LearnerFrame } from './frame.tsx'
import { learnerOf } from './learner.ts'
import type { Today as Facts } from './shapes.ts'
import { DayShape, lastDays } from './days-parts.tsx'
import type { Route } from './+types/today'

export async function loader({ context }: Route.LoaderArgs) {
  const id = learnerOf(context)
  const params = { path: { id } }
  const [today, streak, profile, me] = await Promise.all([
    api(context).GET('/api/learners/{id}/today', { params }),
    api(context).GET('/api/learners/{id}/streak', { params }),
    api(context).GET('/api/me/profile'),
    api(context).GET('/api/me'),
  ])
  return {
    id,
    // Kept by a guardian: there is no account of their own to look after.
    child: (profile.data?.is_minor ?? false) && (me.data?.username ?? null) !== null,
    // Came by a number of their own, or mistyped their birthday: without a guardian no lesson ever opens here.
    alone: profile.data?.is_minor === true && !profile.data.has_guardian && (me.data?.username ?? null) === null,
    today: need(context, today),
    streak: need(context, streak),
    name: profile.data?.first_name ?? '',
    // Came of age: what a guardian decided is theirs to decide now.
    grown: profile.data?.is_minor === false && (me.data?.username ?? null) !== null,
  }
}

export default function Today({ loaderData: { id, today, streak, name, child, alone, grown } }: Route.ComponentProps) {
  const { t } = usePage()
  const { done, goal_answers, reviews_due, barred } = today
  const minutes = Math.round(done.seconds / 60)
  return (
    <LearnerFrame>
      <Head title={t('learner.tab.today')} index={false} />
      <header className="flex flex-col gap-1 py-5">
        <h1 className="text-3xl">{t('today.hello', { name })}</h1>
        <p className="text-lg text-soft">{kindWord(today, t)}</p>
      </header>
      <Stack gap={6}>
        {/* Answers that were given without a network: sent from here as well. */}
        <p
          hidden
          data-away={id}
          data-waiting={t('away.waiting')}
          data-sent={t('away.sent')}
          role="status"
          className="rounded-control bg-festive-wash p-4 font-semibold"
        />
        {grown && (
          <Notice mood="festive" title={t('grown.title')}>
            <a className="link inline-flex min-h-12 items-center" href="/learner/grown-up">
              {t('grown.notice')}
            </a>
          </Notice>
        )}
        {alone ? (
          <Notice title={t('today.alone')}>
            <p>{t('today.alone.text')}</p>
            <a className="link inline-flex min-h-12 items-center" href="/account">
              {t('today.alone.correct')}
            </a>
          </Notice>
        ) : barred ? (
          <Notice title={barred.detail}>{t('practice.barred.text')}</Notice>
        ) : (
          <Next today={today} />
        )}
        <section className="grid grid-cols-1 gap-4 sm:grid-cols-2">
          <div className="flex items-center gap-5 rounded-card border border-line bg-surface p-5 shadow-card max-[16rem]:flex-col max-[16rem]:items-start max-[16rem]:p-3">
            <Ring done={done.answers} goal={goal_answers} />
            <div>
              <h2 className="text-xl">{t('today.done')}</h2>
              <p>{t('today.done.answers', { answers: done.answers, right: done.right_answers })}</p>
              {done.answers > 0 && <p className="text-soft">{t('today.done.minutes', { minutes })}</p>}
            </div>
          </div>
          <div className="flex flex-col gap-2 rounded-card border border-line bg-surface p-5 shadow-card max-[16rem]:p-3">
            <h2 className="text-xl">{t('streak.days', { days: streak.days })}</h2>
            <p>
              {t(streak.studied_today ? 'streak.safe' : streak.at_risk ? 'streak.at_risk' : 'streak.start', {
                goal: goal_answers,
              })}
            </p>
            <ol className="mt-auto grid grid-cols-7 gap-1 pt-2">
              {lastDays(streak, 7).map((day) => (
                <DayShape key={day.date} day={day} named />
              ))}
            </ol>
            <a className="link inline-flex min-h-12 items-center" href="/learner/days">
              {t('streak.freezes', { days: streak.freezes_left })}
            </a>
          </div>
        </section>
        {reviews_due > 0 && !barred && (
          <Notice mood="festive" title={t('today.reviews', { reviews: reviews_due })}>
            {t('today.reviews.text')}
          </Notice>
        )}
        <p className="text-center">
          <a className="link inline-flex min-h-12 items-center" href="/learner/away">
            {t('away.title')}
          </a>
        </p>
        <Mine id={id} child={child} />
      </Stack>
      <Island src={away} />
    </LearnerFrame>
  )
}

/** What is one's own, and the way out: a tablet is often shared. */
function Mine({ id, child }: { id: string; child: boolean }) {
  const { t } = usePage()
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line pt-4">
      <a className="link inline-flex min-h-12 items-center" href={`/learners/${id}/consents`}>
        {t('consents.title.self')}
      </a>
      {!child && (
        <a className="link inline-flex min-h-12 items-center" href="/account">
          {t('account.title')}
        </a>
      )}
      <form method="post" action="/sign-out">
        <Button tone="secondary">{t('sign_out.submit')}</Button>
      </form>
    </div>
  )
}

function Next({ today: { next, course } }: { today: Facts }) {
  const { t } = usePage()
  const { concept, goal, reason, because } = next
  return (
    <section className="overflow-hidden rounded-card border border-line bg-surface shadow-card sm:grid sm:grid-cols-[13rem_1fr]">
      {/* High enough for all of the boat; on a tablet it stands beside the words. */}
      <Morning className="h-40 w-full sm:h-full" />
      <div className="flex flex-col gap-3 p-5 sm:p-6">
        <p className="font-semibold text-brand">{course.name}</p>
        <h2 className="text-2xl">{concept.name}</h2>
        <p className="text-lg">{goal}</p>
        <p className="text-soft">
          {because ? t('practice.why.go_back.because', { because: because.name }) : t(`practice.why.${reason}`)}
        </p>
        <ButtonLink to="/learner/practice" wide className="mt-2 min-h-16 text-xl">
          {t('today.start')}
        </ButtonLink>
      </div>
    </section>
  )
}

/** How far today is: a ring that closes with the answers that make a day count. */
function Ring({ done, goal }: { done: number; goal: number }) {
  const { t, number } = usePage()
  const share = Math.min(done / goal, 1)
  const around = 2 * Math.PI * 26
  return (
    <svg
      role="img"
      aria-label={t('today.ring', { done: Math.min(done, goal), goal })}
      viewBox="0 0 64 64"
      className="size-20 shrink-0"
    >
      <circle cx="32" cy="32" r="26" fill="none" strokeWidth="9" className="stroke-sunken" />
      {share > 0 && (
        <circle
          cx="32"
          cy="32"
          r="26"
          fill="none"
          strokeWidth="9"
          strokeLinecap="round"
          strokeDasharray={`${share * around} ${around}`}
          transform="rotate(-90 32 32)"
          className={share === 1 ? 'stroke-good' : 'stroke-brand'}
        />
      )}
      {/* A zero in Arabic figures is only a dot. */}
      {done > 0 && (
        <text
          x="32"
          y="33"
          fontSize="18"
          fontWeight="800"
          textAnchor="middle"
          dominantBaseline="central"
          className="fill-ink"
        >
          {share === 1 ? '✓' : number(done)}
        </text>
      )}
    </svg>
  )
}

function kindWord({ done, goal_answers, day, streak }: Facts, t: ReturnType<typeof usePage>['t']): string {
  if (done.answers >= goal_answers) return t('today.word.enough')
  if (done.answers > 0) return t('today.word.begun', { left: goal_answers - done.answers })
  if (streak.days === 0 && streak.longest > 0) return t('today.word.back')
  const words = ['today.word.0', 'today.word.1', 'today.word.2'] as const
  return t(words[Number(day.slice(-2)) % words.length]!)
}
