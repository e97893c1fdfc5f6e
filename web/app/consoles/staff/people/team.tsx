/** The team: who holds which role, for which partner, when they were last here and whether a second factor protects them. */
import { Link, redirect } from 'react-router'
import { api, page } from '../../../context.ts'
import { isProblem, need, problemOf } from '../../../forms.ts'
import { usePage } from '../../../page.tsx'
import { Row, Stack } from '../../../ui/layout.tsx'
import { Badge, EmptyState, Notice } from '../../../ui/states.tsx'
import { Pagination } from '../../../ui/table.tsx'
import { ConsolePage } from '../../page.tsx'
import { Filter, Filters, Moment, useWord } from '../../parts.tsx'
import { Table } from '../../table.tsx'
import { membersOf } from './members.ts'
import type { Route } from './+types/team'

export async function loader({ context }: Route.LoaderArgs) {
  const asked = page(context).url.searchParams.get('q')?.trim() ?? ''
  const list = await membersOf(context)
  if (asked === '') return { ...list, asked, problem: null }
  if (/^usr_\w+$/.test(asked)) throw redirect(`/staff/team/${asked}`, 303)
  const query = asked.includes('@') ? { email: asked } : { phone: asked }
  const result = await api(context).GET('/api/users', { params: { query } })
  if (result.response.status === 422) return { ...list, asked, problem: problemOf(result) }
  const [found] = need(context, result).items
  if (found) throw redirect(`/staff/team/${found.id}`, 303)
  return { ...list, asked, problem: null }
}

export default function Team({ loaderData: { members, next_cursor, asked, problem } }: Route.ComponentProps) {
  const { t } = usePage()
  const word = useWord()
  return (
    <ConsolePage title={t('team.title')} lead={t('team.lead')}>
      <Stack gap={6}>
        <div>
          <Filters act={t('console.search')}>
            <Filter name="q" label={t('team.find')} placeholder="77 123 45 67" />
          </Filters>
          {isProblem(problem) ? (
            <Notice mood="bad" title={problem.fields['phone'] ?? problem.fields['email'] ?? problem.title} />
          ) : (
            asked !== '' && <Notice title={t('staff.users.none', { asked })}>{t('team.find.none')}</Notice>
          )}
        </div>
        <Table
          caption={t('team.title')}
          rows={members}
          rowKey={(member) => member.id}
          empty={<EmptyState title={t('team.empty')} />}
          columns={[
            {
              title: t('team.person'),
              cell: (member) => (
                <div className="sm:min-w-40">
                  <Link to={`/staff/team/${member.id}`} className="link font-semibold">
                    {member.name ?? member.phone ?? member.id}
                  </Link>
                  {member.name && (
                    <p className="text-sm text-soft">
                      <bdi dir="ltr">{member.phone}</bdi>
                    </p>
                  )}
                </div>
              ),
            },
            {
              title: t('team.roles'),
              cell: (member) => (
                <Row gap={2}>
                  {member.roles.map((role) => (
                    <Badge key={`${role.name} ${role.scope}`} mood={role.scope ? 'plain' : 'info'}>
                      {word('team.role', role.name)}
                      {role.partner && ` · ${role.partner}`}
                    </Badge>
                  ))}
                </Row>
              ),
            },
            {
              title: t('team.factor'),
              cell: ({ second_factor_since: since, second_factor_required: required }) => (
                <Badge mood={since ? 'good' : required ? 'bad' : 'plain'}>
                  {t(since ? 'team.factor.on' : required ? 'team.factor.off' : 'team.factor.optional')}
                </Badge>
              ),
            },
            {
              title: t('team.last_sign_in'),
              cell: (member) =>
                member.status === 'active' ? (
                  <Moment value={member.last_sign_in_at} />
                ) : (
                  <Badge mood="bad">{word('console.status', member.status)}</Badge>
                ),
            },
          ]}
        />
        <Pagination next={next_cursor} />
      </Stack>
    </ConsolePage>
  )
}
