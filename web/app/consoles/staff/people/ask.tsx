/** The box that asks for a person, and what came of it. */
import { Link } from 'react-router'
import { usePage } from '../../../page.tsx'
import { EmptyState, Notice } from '../../../ui/states.tsx'
import { Filter, Filters } from '../../parts.tsx'
import type { Lookup } from './lookup.ts'

export function AskPerson({ found, to }: { found: Lookup; to: (id: string) => string }) {
  const { t } = usePage()
  const { asked, problem, people } = found
  return (
    <>
      <Filters act={t('console.search')}>
        <Filter name="q" label={t('staff.person.q')} />
      </Filters>
      {problem ? (
        <Notice mood="bad" title={problem.title} />
      ) : people.length > 0 ? (
        <ul className="flex flex-col gap-2">
          {people.map(({ id, title }) => (
            <li key={id}>
              <Link
                to={to(id)}
                className="flex min-h-12 items-center gap-3 rounded-card border border-line bg-surface px-4 py-3 hover:border-strong-line"
              >
                <strong className="link">{title || `…${id.slice(-6)}`}</strong>
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        asked && <EmptyState title={t('staff.users.none', { asked })} text={t('staff.users.none.text')} />
      )}
    </>
  )
}
