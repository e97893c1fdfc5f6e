/** Who sends a request for a page, asked of the API like everything else, before the page itself asks for anything. */
import type { FastifyInstance } from 'fastify'
import type { Session } from './contract.ts'

export interface Visitor {
  readonly session: Session | null
  /** Cookies the page's answer must carry, such as a renewed session's. */
  readonly cookies?: readonly string[]
}

/**
 * The visitor behind a session token. A browser's script cannot see its token, so the rotation that is due is asked for
 * here, and the new cookie travels with the page.
 */
export async function visitorOf(app: FastifyInstance, token: string | undefined): Promise<Visitor> {
  if (!token) return { session: null }
  const headers = { authorization: `Bearer ${token}` }
  const answer = await app.inject({ url: '/api/me', headers })
  if (answer.statusCode !== 200) return { session: null }
  const me = answer.json() as { id: string; roles: string[]; session: { rotation_due: boolean } }
  const session = { accountId: me.id, roles: me.roles }
  if (!me.session.rotation_due) return { session }
  const rotated = await app.inject({ method: 'POST', url: '/api/sessions/current/rotation', headers })
  return { session, cookies: [rotated.headers['set-cookie'] ?? []].flat() }
}
