/** Learning as a whole: how much is practised, which concepts are hard; and the way to one learner. */
import { api, page } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { percent as wholePercent } from '../../../format.ts'
import { EmptyState } from '../../../ui/states.tsx'
import { Bars, Columns, Figure } from '../../charts.tsx'
import { ConsolePage } from '../../page.tsx'
import { Section } from '../../parts.tsx'
import { AskPerson } from '../people/ask.tsx'
import { lookup } from '../people/lookup.ts'
import { Ranges, rangeAsked } from './ranges.tsx'
import type { Route } from './+types/learning'

const learnerOf = (id: string) => `/staff/learning/${id}`

export async function loader({ context }: Route.LoaderArgs) {
  const found = await lookup(context, learnerOf)
  const days = rangeAsked(page(context).url)
  const overview = await api(context).GET('/api/learning/overview', { params: { query: { days } } })
  return { found, days, overview: need(context, overview) }
}

export default function Learning({ loaderData: { found, days, overview } }: Route.ComponentProps) {
  const { t, number, date, percent } = usePage()
  const known = new Map(overview.days.map((row) => [row.day, row]))
  const all = Array.from({ length: days }, (_, n) => {
    const day = Temporal.PlainDate.from(overview.from).add({ days: n }).toString()
    return known.get(day) ?? { day, learners: 0, answers: 0, right: 0, seconds: 0 }
  })
  const answers = all.reduce((sum, row) => sum + row.answers, 0)
  const right = all.reduce((sum, row) => sum + row.right, 0)
  const most = all.reduce((max, row) => Math.max(max, row.answers), 0)
  const share = (part: number, whole: number) => percent(wholePercent(part, whole))
  const hint = (row: (typeof all)[number]) =>
    t('staff.learning.hint', {
      day: date(row.day, 'short'),
      answers: number(row.answers),
      learners: number(row.learners),
    })
  return (
    <ConsolePage title={t('staff.learning.title')} lead={t('staff.learning.lead')}>
      <AskPerson found={found} to={learnerOf} />
      <Section title={t('staff.learning.practice')} aside={<Ranges days={days} />}>
        <Figure
          title={t('staff.learning.per_day')}
          finding={
            answers === 0
              ? t('staff.learning.nothing')
              : t('staff.learning.finding', {
                  learners: overview.learners,
                  count: number(overview.learners),
                  answers: number(answers),
                  share: share(right, answers),
                })
          }
          heads={[
            t('insights.day'),
            t('staff.learning.learners'),
            t('staff.learning.answers'),
            t('staff.learning.right'),
            t('staff.learning.minutes'),
          ]}
          rows={all
            .filter((row) => row.answers > 0)
            .toReversed()
            .map((row) => ({
              key: row.day,
              cells: [
                date(row.day, 'short'),
                number(row.learners),
                number(row.answers),
                share(row.right, row.answers),
                number(Math.round(row.seconds / 60)),
              ],
            }))}
        >
          <Columns
            label={t('staff.learning.per_day')}
            items={all.map((row) => ({ key: row.day, value: BigInt(row.answers), hint: hint(row) }))}
            first={date(overview.from, 'short')}
            last={t('insights.today')}
            top={t('staff.learning.top', { answers: number(most) })}
          />
        </Figure>
      </Section>
      <Section title={t('staff.learning.hard')}>
        {overview.hard.length === 0 ? (
          <EmptyState title={t('staff.learning.hard.empty')} text={t('staff.learning.hard.empty.text')} />
        ) : (
          <Figure
            title={t('staff.learning.wrong')}
            finding={t('staff.learning.hard.finding', { name: overview.hard[0]!.name })}
            heads={[t('staff.learning.concept'), t('staff.learning.learners'), t('staff.learning.answers')]}
            rows={overview.hard.map((row) => ({
              key: `${row.course} ${row.concept}`,
              cells: [row.name, number(row.learners), number(row.answers)],
            }))}
          >
            <Bars
              items={overview.hard.slice(0, 10).map((row) => ({
                key: `${row.course} ${row.concept}`,
                name: row.name,
                value: BigInt(wholePercent(row.answers - row.right, row.answers)),
                said: share(row.answers - row.right, row.answers),
              }))}
            />
          </Figure>
        )}
      </Section>
    </ConsolePage>
  )
}
