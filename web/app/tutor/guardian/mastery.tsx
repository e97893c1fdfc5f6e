/** How well each skill is mastered: a word, a bar, and how sure that is. */
import { usePage } from '../../page.tsx'
import { Card } from '../../ui/layout.tsx'
import { Badge, type Mood } from '../../ui/states.tsx'

interface Concept {
  readonly key: string
  readonly name: string
  readonly state: 'mastered' | 'review_due' | 'learning' | 'open' | 'locked'
  readonly probability: number
  readonly uncertainty: number
  readonly answers: number
  readonly right_answers: number
}

interface MasteryProps {
  mastery: { readonly course: { readonly name: string }; readonly concepts: readonly Concept[] }
}

const moods: Record<Concept['state'], Mood> = {
  mastered: 'good',
  review_due: 'festive',
  learning: 'info',
  open: 'plain',
  locked: 'plain',
}

/** Beyond this the answers are too few to say much. */
const UNSURE = 0.15

/** As much as an estimate says: it is never certain, however it rounds. */
const SHARE_MAX = 99

export function Mastery({ mastery: { course, concepts } }: MasteryProps) {
  const { t } = usePage()
  const begun = concepts.filter(({ answers }) => answers > 0)
  const ahead = concepts.filter(({ answers }) => answers === 0)
  return (
    <Card>
      <h2 className="text-xl">{t('child.skills', { course: course.name })}</h2>
      <p className="text-soft">{t('child.skills.text')}</p>
      {begun.length === 0 && <p>{t('child.skills.none')}</p>}
      <ul className="grid gap-x-8 gap-y-4 md:grid-cols-2">
        {begun.map((concept) => (
          <Skill key={concept.key} concept={concept} />
        ))}
      </ul>
      {ahead.length > 0 && (
        <details>
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-accent">
            {t('child.skills.ahead', { count: ahead.length })}
          </summary>
          <ul className="grid gap-x-8 gap-y-1 pt-2 md:grid-cols-2">
            {ahead.map(({ key, name }) => (
              <li key={key} className="text-soft">
                {name}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  )
}

function Skill({ concept }: { concept: Concept }) {
  const { t, percent } = usePage()
  const { name, state, probability, uncertainty, answers, right_answers } = concept
  const share = Math.min(Math.round(probability * 100), SHARE_MAX)
  return (
    <li className="flex flex-col gap-1">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="font-semibold">{name}</span>
        <Badge mood={moods[state]}>{t(`child.skill.${state}`)}</Badge>
      </div>
      <progress className="bar" max={100} value={share} aria-label={t('child.skill.label', { name })} />
      <p className="text-sm text-soft">
        {t(uncertainty > UNSURE ? 'child.skill.unsure' : 'child.skill.sure', {
          share: percent(share),
          right: right_answers,
          answers,
        })}
      </p>
    </li>
  )
}
