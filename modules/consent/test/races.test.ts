/** Many at once: answers, news of the proof, a proof against a withdrawal. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { warm } from '../../identity/test/make.ts'
import { sayNo } from '../api.ts'
import { requestId } from '../ids.ts'
import { takeProof } from '../proof.ts'
import { requestTo } from '../requests.ts'
import { verifyChains } from '../verify.ts'
import { answer, asked, checkout, makeFamily, startFamily, wire, type Family } from './family.ts'
import { allowed } from './make.ts'

let f: Family
beforeAll(async () => {
  f = await startFamily()
})
afterAll(() => f.close())

const count = async (sql: string, ...values: unknown[]): Promise<number> =>
  f.t.asOwner(
    async (client) => (await client.query<{ n: number }>(`select count(*)::int as n from ${sql}`, values)).rows[0]!.n,
  )

/** Answered, and the page to pay on opened: everything but the money. */
async function proving(purpose: string) {
  const { child, guardians } = await makeFamily(f.t)
  const guardian = guardians[0]!
  const { json } = await answer(f.t, guardian, await asked(f.t, guardian, child, purpose), { [purpose]: true })
  const session = await checkout(f.t, guardian, json.id)
  const row = await f.t.tx((tx) => requestTo(tx, guardian.userId, requestId.parse(json.id)))
  const told = { owner_id: guardian.userId, payment_id: row.payment_id!, purpose: 'consent.proof', reference: row.id }
  return { child, guardian, session, told }
}

test('ten answers at once ask for one charge', async () => {
  await warm(f.t)
  const { child, guardians } = await makeFamily(f.t)
  const link = await asked(f.t, guardians[0]!, child, 'account')
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => answer(f.t, guardians[0]!, link, { account: true })),
  )
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200))
  expect(await count('consent.proof where guardian_id = $1', guardians[0]!.userId)).toBe(1)
  expect(await count('payments.payment where owner_id = $1', guardians[0]!.userId)).toBe(1)
})

test('the news of the proof, told ten times at once, is one record and one refund', async () => {
  await warm(f.t)
  const { child, guardian, session, told } = await proving('account')
  f.wave.control.pay({ session })
  await f.settle()
  await Promise.all(Array.from({ length: 10 }, () => f.t.tx((tx) => takeProof(f.t.ctx(), tx, told))))
  expect(await count('consent.record where subject_id = $1', child.userId)).toBe(1)
  expect(await count('payments.refund where owner_id = $1', guardian.userId)).toBe(1)
})

test('a proof and a withdrawal at once end in the withdrawal, whoever is first', async () => {
  for (let i = 0; i < 5; i++) {
    const { child, guardian, session, told } = await proving('learning_data')
    f.advance({ seconds: 1 })
    f.wave.control.pay({ session })
    await f.wave.control.idle()
    const no = f.t.tx((tx) => sayNo(f.t.ctx(guardian.actor), tx, child.userId, ['learning_data']))
    await Promise.all([f.t.drain(), no, f.t.tx((tx) => takeProof(f.t.ctx(), tx, told)).catch(() => {})])
    await f.settle()
    expect(await allowed(f.t, child.userId, 'learning_data')).toBe(false)
    expect((await f.t.call('GET', `/learners/${wire(child)}/consents`, { token: guardian.token })).status).toBe(200)
  }
  expect((await f.t.tx((tx) => verifyChains(f.t.ctx(), tx))).findings).toEqual([])
})
