/** What the tests of reports share: a product whose one long list is the audit trail, and people who may read it. */
import { productOf, testProduct, type TestProduct } from '../../../kernel/testing/product.ts'
import { access } from '../../access/module.ts'
import { assignRole } from '../../access/api.ts'
import { audit } from '../../audit/module.ts'
import { authenticate } from '../../identity/api.ts'
import { identity } from '../../identity/module.ts'
import { makeUser } from '../../identity/test/make.ts'
import { messaging } from '../../messaging/module.ts'
import { reports } from '../module.ts'

const roles = { reader: ['audit.view', 'reports.use'], teammate: ['reports.use'] }

export function startReports(): Promise<TestProduct> {
  return testProduct(
    productOf([audit, access, messaging, identity, reports], { policy: { access: { roles } }, authenticate }),
  )
}

export async function makeStaff(t: TestProduct, role: keyof typeof roles) {
  const user = await makeUser(t)
  await t.tx((tx) => assignRole(t.ctx(), tx, { userId: user.userId, role }))
  return user
}

/** Writes so many records of one action, all at different instants, each with the reason given for its number. */
export async function writeRecords(t: TestProduct, action: string, count: number, reason = 'because'): Promise<void> {
  await t.asOwner((client) =>
    client.query(
      `insert into audit.record (subject_id, recorded_at, id, subject_type, action, actor_kind, actor_name, request_id, reason)
       select gen_random_uuid(), timestamptz '2026-01-01' + n * interval '1 second', gen_random_uuid(), 'test', $1, 'system',
         'test', 'r' || n, $3 from generate_series(1, $2::int) as n`,
      [action, count, reason],
    ),
  )
}

interface Exported {
  id: string
  state: string
  reason: string | null
  row_count: number
}

export const ask = (t: TestProduct, token: string, query: Record<string, string>, list = '/audit', language = 'fr') =>
  t.call('POST', '/exports', { token, body: { list, query }, headers: { 'accept-language': language } })

export const look = async (t: TestProduct, token: string, id: string): Promise<Exported> =>
  (await t.call('GET', `/exports/${id}`, { token })).json as Exported

/** The lines of the file without the head; cells are not taken apart. */
export async function linesOf(t: TestProduct, token: string, id: string): Promise<string[]> {
  const { text } = await t.call('GET', `/exports/${id}/file`, { token })
  return text.split('\r\n').slice(1, -1)
}
