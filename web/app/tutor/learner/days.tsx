/** The streak as six weeks of days, and what keeps it: said in full, as a streak one does not understand is a threat. */
import { api } from '../../context.ts'
import { need } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Head } from '../../ui/head.tsx'
import { Grid, PageTitle, Stack } from '../../ui/layout.tsx'
import { dayAfter, dayIn, DayShape, weekdayKey } from './days-parts.tsx'
import { LearnerFrame } from './frame.tsx'
import { learnerOf } from './learner.ts'
import type { Route } from './+types/days'

const WEEKS = 6

export async function loader({ context }: Route.LoaderArgs) {
  const params = { path: { id: learnerOf(context) } }
  const [streak, today] = await Promise.all([
    api(context).GET('/api/learners/{id}/streak', { params }),
    api(context).GET('/api/learners/{id}/today', { params }),
  ])
  return { streak: need(context, streak), goal: need(context, today).goal_answers }
}

export default function Days({ loaderData: { streak, goal } }: Route.ComponentProps) {
  const { t } = usePage()
  // Weeks begin on Saturday.
  const sinceSaturday = (new Date(streak.today).getUTCDay() + 1) % 7
  const first = dayAfter(streak.today, -sinceSaturday - (WEEKS - 1) * 7)
  const days = Array.from({ length: WEEKS * 7 }, (_, n) => dayIn(streak, dayAfter(first, n)))
  return (
    <LearnerFrame>
      <Head title={t('learner.tab.days')} index={false} />
      <PageTitle title={t('streak.days', { days: streak.days })} lead={t('days.longest', { days: streak.longest })} />
      <Stack gap={6}>
        <section className="rounded-card border border-line bg-surface p-4 shadow-card sm:p-6">
          <h2 className="pb-3 text-xl">{t('days.weeks')}</h2>
          <div aria-hidden className="grid grid-cols-7 gap-1 pb-2 text-center text-xs font-semibold text-soft">
            {days.slice(0, 7).map(({ date }) => (
              <span key={date}>{t(weekdayKey(date))}</span>
            ))}
          </div>
          <ol className="grid grid-cols-7 gap-x-1 gap-y-3">
            {days.map((day) => (
              <DayShape key={day.date} day={day} />
            ))}
          </ol>
          <ul className="flex flex-wrap gap-x-5 gap-y-1 pt-4 text-sm">
            {(['counted', 'frozen', 'missed'] as const).map((state) => (
              <DayShape key={state} day={{ date: streak.today, state }} legend />
            ))}
          </ul>
        </section>
        <Grid>
          {(['how', 'rest', 'lost'] as const).map((point) => (
            <section key={point} className="flex flex-col gap-1 rounded-card bg-brand-wash p-5">
              <h2 className="text-xl">{t(`days.${point}`)}</h2>
              <p>{t(`days.${point}.text`, { goal, days: streak.freezes_left })}</p>
            </section>
          ))}
        </Grid>
        {!streak.studied_today && (
          <ButtonLink to="/learner/practice" wide className="min-h-14 text-xl">
            {t('today.start')}
          </ButtonLink>
        )}
      </Stack>
    </LearnerFrame>
  )
}
