/** Minutes of practice per day or week, in a sentence, a picture and a table. */
import { Columns, Figure } from '../../consoles/charts.tsx'
import { usePage } from '../../page.tsx'

interface Progress {
  readonly by: 'day' | 'week'
  readonly total: { readonly answers: number; readonly right_answers: number; readonly seconds: number }
  readonly series: readonly {
    readonly from: string
    readonly answers: number
    readonly right_answers: number
    readonly seconds: number
  }[]
}

export const minutesOf = (seconds: number): number => Math.round(seconds / 60)

interface PracticeChartProps {
  progress: Progress
  title: string
  heading?: 'h2' | 'h3'
}

export function PracticeChart({ progress: { by, total, series }, title, heading = 'h3' }: PracticeChartProps) {
  const { t, date, number, percent } = usePage()
  const share = total.answers === 0 ? 0 : Math.floor((total.right_answers * 100) / total.answers)
  const most = series.reduce((max, { seconds }) => Math.max(max, seconds), 0)
  return (
    <Figure
      title={title}
      heading={heading}
      finding={
        total.answers === 0
          ? t('child.chart.none')
          : t('child.chart.finding', {
              minutes: minutesOf(total.seconds),
              answers: total.answers,
              share: percent(share),
            })
      }
      heads={[t(`child.chart.${by}`), t('child.minutes'), t('child.answers'), t('child.right')]}
      rows={[...series].reverse().map(({ from, seconds, answers, right_answers }) => ({
        key: from,
        cells: [date(from, 'tick'), number(minutesOf(seconds)), number(answers), number(right_answers)],
      }))}
      className="shadow-none"
    >
      {total.answers > 0 && (
        <Columns
          label={t('child.chart.label', { minutes: minutesOf(total.seconds) })}
          items={series.map(({ from, seconds }) => ({
            key: from,
            value: BigInt(seconds),
            hint: `${date(from, 'tick')}: ${t('child.minutes.count', { count: minutesOf(seconds) })}`,
          }))}
          first={date(series[0]?.from ?? '', 'tick')}
          last={date(series.at(-1)?.from ?? '', 'tick')}
          top={t('child.minutes.count', { count: minutesOf(most) })}
        />
      )}
    </Figure>
  )
}
