/** Names of the people who hold a role, for the list of the team. */
import { Type } from 'typebox'
import { pageRequest } from '../../kernel/http/page.ts'
import { route } from '../../kernel/http/route.ts'
import { Page, pageQuery, WireId } from '../../kernel/http/schema.ts'
import { listMembers } from '../access/api.ts'
import { userId } from '../identity/api.ts'
import { findProfile } from './profiles.ts'

export const staffRoutes = [
  route({
    method: 'GET',
    path: '/staff-names',
    summary: 'The names of people who hold a role',
    description: 'In the order of GET /memberships, one a person; who has no profile yet is left out.',
    access: { permission: 'access.manage' },
    rows: 'all',
    query: Type.Object(pageQuery),
    response: { 200: Page(Type.Object({ user_id: WireId('usr'), name: Type.String() })) },
    async handle({ ctx, tx, query }) {
      const page = await listMembers(tx, {}, pageRequest(query))
      const items: { user_id: string; name: string }[] = []
      for (const id of new Set(page.items.map((row) => row.user_id))) {
        const profile = await findProfile(ctx, tx, id)
        if (profile) items.push({ user_id: userId.wire(id), name: `${profile.firstName} ${profile.lastName}`.trim() })
      }
      return { ...page, items }
    },
  }),
]
