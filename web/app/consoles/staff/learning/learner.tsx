/** One learner, for whoever answers their family: practice, streak and the map of concepts. Each look is on record. */
import { api, page } from '../../../context.ts'
import { percent as wholePercent } from '../../../format.ts'
import { need } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Card } from '../../../ui/layout.tsx'
import { Badge, EmptyState, type Mood } from '../../../ui/states.tsx'
import { Columns, Figure } from '../../charts.tsx'
import { ConsolePage } from '../../page.tsx'
import { Facts, Id, Moment, Section, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import { Ranges, rangeAsked } from './ranges.tsx'
import type { Route } from './+types/learner'

export async function loader({ context, params: { id } }: Route.LoaderArgs) {
  const client = api(context)
  const days = rangeAsked(page(context).url)
  const path = { id }
  const [streak, mastery] = await Promise.all([
    client.GET('/api/learners/{id}/streak', { params: { path } }),
    client.GET('/api/learners/{id}/mastery', { params: { path } }),
  ])
  const standing = need(context, streak)
  const from = Temporal.PlainDate.from(standing.today)
    .subtract({ days: days - 1 })
    .toString()
  const query = { from, to: standing.today }
  const progress = await client.GET('/api/learners/{id}/progress', { params: { path, query } })
  return { id, days, streak: standing, mastery: need(context, mastery), progress: need(context, progress) }
}

const moods: Record<string, Mood> = { mastered: 'good', review_due: 'festive', learning: 'info', open: 'plain' }

export default function Learner({ loaderData: { id, days, streak, mastery, progress } }: Route.ComponentProps) {
  const { t, number, date, percent } = usePage()
  const word = useWord()
  const known = new Map(progress.series.map((row) => [row.from, row]))
  const all = Array.from({ length: days }, (_, n) => {
    const day = Temporal.PlainDate.from(progress.from).add({ days: n }).toString()
    return { day, answers: known.get(day)?.answers ?? 0 }
  })
  const { answers, right_answers, seconds } = progress.total
  const most = all.reduce((max, row) => Math.max(max, row.answers), 0)
  const said = (row: (typeof all)[number]) =>
    t('staff.learner.hint', { day: date(row.day, 'short'), answers: number(row.answers) })
  const tried = mastery.concepts.filter((concept) => concept.answers > 0)
  return (
    <ConsolePage
      title={t('staff.learner.title')}
      lead={<Id to={`/staff/users/${id}`}>{id}</Id>}
      back={{ to: '/staff/learning', label: t('staff.learning.title') }}
    >
      <Card>
        <Facts
          facts={[
            [t('staff.learner.course'), mastery.course.name],
            [t('staff.learner.streak'), t('staff.learner.days', { days: streak.days, count: number(streak.days) })],
            [
              t('staff.learner.longest'),
              t('staff.learner.days', { days: streak.longest, count: number(streak.longest) }),
            ],
            [t('staff.learner.freezes'), number(streak.freezes_left)],
            [
              t('staff.learner.mastered'),
              t('staff.learner.mastered.of', {
                mastered: number(mastery.concepts.filter((concept) => concept.mastered_at !== null).length),
                all: number(mastery.concepts.length),
              }),
            ],
          ]}
        />
        <p className="text-sm text-soft">{t('staff.learner.on_record')}</p>
      </Card>
      <Section title={t('staff.learning.practice')} aside={<Ranges days={days} />}>
        <Figure
          title={t('staff.learning.per_day')}
          finding={
            answers === 0
              ? t('staff.learning.nothing')
              : t('staff.learner.finding', {
                  answers: number(answers),
                  share: percent(wholePercent(right_answers, answers)),
                  minutes: number(Math.round(seconds / 60)),
                })
          }
          heads={[t('insights.day'), t('staff.learning.answers')]}
          rows={all
            .filter((row) => row.answers > 0)
            .toReversed()
            .map((row) => ({ key: row.day, cells: [date(row.day, 'short'), number(row.answers)] }))}
        >
          <Columns
            label={t('staff.learning.per_day')}
            items={all.map((row) => ({ key: row.day, value: BigInt(row.answers), hint: said(row) }))}
            first={date(progress.from, 'short')}
            last={t('insights.today')}
            top={t('staff.learning.top', { answers: number(most) })}
          />
        </Figure>
      </Section>
      <Section title={t('staff.learner.concepts')}>
        <Table
          caption={t('staff.learner.concepts')}
          rows={tried}
          rowKey={(concept) => concept.key}
          empty={<EmptyState title={t('staff.learner.concepts.empty')} />}
          columns={[
            { title: t('staff.learning.concept'), cell: (concept) => <strong>{concept.name}</strong> },
            {
              title: t('console.state'),
              cell: (concept) => (
                <Badge mood={moods[concept.state] ?? 'plain'}>{word('staff.learner.state', concept.state)}</Badge>
              ),
            },
            {
              title: t('staff.learner.probability'),
              cell: (concept) => (
                <bdi>
                  {percent(Math.round(concept.probability * 100))} ± {number(Math.round(concept.uncertainty * 100))}
                </bdi>
              ),
              end: true,
            },
            { title: t('staff.learning.answers'), cell: (concept) => number(concept.answers), end: true },
            {
              title: t('staff.learning.right'),
              cell: (concept) => percent(wholePercent(concept.right_answers, concept.answers)),
              end: true,
            },
            { title: t('staff.learner.last'), cell: (concept) => <Moment value={concept.last_at} /> },
          ]}
        />
      </Section>
    </ConsolePage>
  )
}
