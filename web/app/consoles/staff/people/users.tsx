/** Finds a person by the whole number or e-mail address. There is no list of people to leaf through. */
import { redirect } from 'react-router'
import { api, page } from '../../../context.ts'
import { isProblem, need, problemOf } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { EmptyState, Notice } from '../../../ui/states.tsx'
import { ConsolePage } from '../../page.tsx'
import { Filter, Filters } from '../../parts.tsx'
import type { Route } from './+types/users'

export async function loader({ context }: Route.LoaderArgs) {
  const asked = page(context).url.searchParams.get('q')?.trim() ?? ''
  if (asked === '') return { asked, problem: null }
  if (/^usr_\w+$/.test(asked)) throw redirect(`/staff/users/${asked}`, 303)
  const query = asked.includes('@') ? { email: asked } : { phone: asked }
  const result = await api(context).GET('/api/users', { params: { query } })
  // What was typed is no number: that is said here, not on an error page.
  if (result.response.status === 422 || result.response.status === 400) return { asked, problem: problemOf(result) }
  const [found] = need(context, result).items
  if (found) throw redirect(`/staff/users/${found.id}`, 303)
  return { asked, problem: null }
}

export default function Users({ loaderData: { asked, problem } }: Route.ComponentProps) {
  const { t } = usePage()
  return (
    <ConsolePage title={t('staff.users.title')} lead={t('staff.users.lead')}>
      <Filters act={t('console.search')}>
        <Filter name="q" label={t('staff.users.q')} placeholder="77 123 45 67" />
      </Filters>
      {isProblem(problem) ? (
        <Notice mood="bad" title={problem.fields['phone'] ?? problem.fields['email'] ?? problem.title} />
      ) : asked ? (
        <EmptyState title={t('staff.users.none', { asked })} text={t('staff.users.none.text')} />
      ) : (
        <EmptyState title={t('staff.users.ask')} text={t('staff.users.ask.text')} />
      )}
    </ConsolePage>
  )
}
