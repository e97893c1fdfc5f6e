/** The map: every concept in the order in which they build on each other, how well each is known, and how sure that is. */
import { api } from '../../context.ts'
import { need } from '../../forms.ts'
import { usePage } from '../../page.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { cx } from '../../ui/class.ts'
import { Head } from '../../ui/head.tsx'
import { PageTitle } from '../../ui/layout.tsx'
import { Badge, type Mood } from '../../ui/states.tsx'
import { LearnerFrame } from './frame.tsx'
import { learnerOf } from './learner.ts'
import type { Concept } from './shapes.ts'
import { StandingBar, standingWords } from './standing.tsx'
import type { Route } from './+types/map'

export async function loader({ context }: Route.LoaderArgs) {
  const params = { path: { id: learnerOf(context) } }
  return need(context, await api(context).GET('/api/learners/{id}/mastery', { params }))
}

export default function MapPage({ loaderData: { course, concepts } }: Route.ComponentProps) {
  const { t } = usePage()
  const mastered = concepts.filter(isMastered).length
  return (
    <LearnerFrame width="page">
      <Head title={t('learner.tab.map')} index={false} />
      <PageTitle title={course.name} lead={t('map.lead', { mastered, all: concepts.length })}>
        <ButtonLink to="/learner/practice" className="min-h-14 text-xl">
          {t('today.start')}
        </ButtonLink>
      </PageTitle>
      <ol className="flex flex-col gap-8">
        {stationsOf(concepts).map((station, position) => (
          <li key={station[0]?.key} className="flex flex-col gap-3">
            <h2 className="text-lg text-soft">{t('map.station', { number: position + 1 })}</h2>
            <ul className="grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-3">
              {station.map((concept) => (
                <li key={concept.key} id={concept.key}>
                  <ConceptCard concept={concept} all={concepts} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </LearnerFrame>
  )
}

/** Also while a review of it is due. */
const isMastered = ({ state }: Concept): boolean => state === 'mastered' || state === 'review_due'

/** Concepts by how many others lie before them, the longest way. */
function stationsOf(concepts: readonly Concept[]): Concept[][] {
  const byKey = new Map(concepts.map((concept) => [concept.key, concept]))
  const depths = new Map<string, number>()
  const depthOf = (concept: Concept): number => {
    const known = depths.get(concept.key)
    if (known !== undefined) return known
    const before = concept.needs.flatMap((key) => byKey.get(key) ?? []).map((one) => depthOf(one) + 1)
    const depth = Math.max(0, ...before)
    depths.set(concept.key, depth)
    return depth
  }
  const stations: Concept[][] = []
  for (const concept of concepts) (stations[depthOf(concept)] ??= []).push(concept)
  return stations
}

const moods: Record<Concept['state'], Mood> = {
  mastered: 'good',
  review_due: 'festive',
  learning: 'info',
  open: 'info',
  locked: 'plain',
}

function ConceptCard({ concept, all }: { concept: Concept; all: readonly Concept[] }) {
  const { t } = usePage()
  const { state, answers, probability, uncertainty } = concept
  const locked = state === 'locked'
  const missing = all.filter((one) => concept.needs.includes(one.key) && !isMastered(one))
  const standing = { ...concept, mastered: isMastered(concept) }
  return (
    <article
      className={cx(
        'relative flex h-full flex-col gap-2 rounded-card border p-4',
        locked ? 'border-dashed border-line' : 'border-line bg-surface shadow-card',
      )}
    >
      <p>
        <Badge mood={moods[state]}>
          <span aria-hidden className="pe-1.5">
            {{ mastered: '✓', review_due: '↻', learning: '●', open: '○', locked: '·' }[state]}
          </span>
          {t(`map.state.${state}`)}
        </Badge>
      </p>
      <h3 className="text-lg">
        {locked ? (
          concept.name
        ) : (
          <a
            className="after:absolute after:inset-0 after:rounded-card hover:text-brand"
            href={`/learner/practice?${new URLSearchParams({ concept: concept.key })}`}
          >
            {concept.name}
          </a>
        )}
      </h3>
      {/* What is done takes less room on a phone. */}
      <p className={cx('text-sm text-soft', standing.mastered && 'max-sm:hidden')}>{concept.goal}</p>
      {locked && missing.length > 0 && (
        <p className="text-sm">
          {t('map.needs')}{' '}
          {missing.map(({ key, name }, position) => (
            <span key={key}>
              {position > 0 && t('map.and')}
              <a className="link inline-block py-2" href={`#${key}`}>
                {name}
              </a>
            </span>
          ))}
        </p>
      )}
      {answers > 0 && (
        <div className="mt-auto flex flex-col gap-1 pt-1">
          <StandingBar probability={probability} uncertainty={uncertainty} mastered={isMastered(concept)} />
          <p className="text-sm font-semibold">{standingWords(standing, t)}</p>
        </div>
      )}
    </article>
  )
}
