/** After an erasure nothing of the person stands in plain text in any column of any table of Tutor's database. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testProduct, type TestProduct } from '../kernel/testing/product.ts'
import { createUser, startSession, userId } from '../modules/identity/api.ts'
import { decideIdentity } from '../modules/profiles/checks.ts'
import { putProfile } from '../modules/profiles/api.ts'
import { tutor } from '../products/tutor/product.ts'

let t: TestProduct
beforeAll(async () => {
  t = await testProduct(tutor, { start: '2026-03-02T08:00:00Z' })
})
afterAll(() => t.close())

/** What only these people have, as it could stand anywhere. */
const CHILD = [
  'Zumurruda',
  'Qandilawi',
  'zumurruda7',
  '2015-11-23',
  'ماهو المقام الغريب',
  '198.51.100.77',
  'Lantern browser',
]
const GUARDIAN = ['Shahrazada', 'Barmakawiya', '1001239907', 'shahrazada@example.com', '28604120107777', '203.0.113.99']

async function asked(method: string, url: string, token: string | undefined, body?: object, ip = '203.0.113.99') {
  const answer = await t.call(method, url, {
    ...(token ? { token } : {}),
    ...(body ? { body } : {}),
    key: randomUUID(),
    ip,
    headers: { 'accept-language': 'ar-EG', 'user-agent': ip === '203.0.113.99' ? 'Firefox' : 'Lantern browser' },
  })
  expect([method, url, answer.status < 300 || answer.text]).toEqual([method, url, true])
  return answer.json
}

/** `schema.table.column` wherever one of the words stands, as text or in bytes that were meant to be sealed. */
async function standing(words: readonly string[]): Promise<string[]> {
  const patterns = words.flatMap((word) => [`%${word.toLowerCase()}%`, `%${Buffer.from(word).toString('hex')}%`])
  return t.asOwner(async (client) => {
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
    )
    expect(tables.rows.length).toBeGreaterThan(60)
    const found: string[] = []
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ key: string }>(
        `select distinct e.key from ${name} as r, jsonb_each_text(to_jsonb(r)) as e where lower(e.value) like any ($1)`,
        [patterns],
      )
      found.push(...rows.map(({ key }) => `${name}.${key}`))
    }
    return found
  })
}

async function pass(days: number): Promise<void> {
  t.clock.advance({ hours: 24 * days })
  await t.runCron()
  await t.drain()
}

test('a child who practised and asked, then the guardian who consented and paid', async () => {
  const guardian = await t.tx(async (tx) => {
    const id = await createUser(t.ctx(), tx, { phone: '+201001239907', verified: true, locale: 'ar-EG' })
    const born = Temporal.PlainDate.from('1986-04-12')
    await putProfile(t.ctx(), tx, id, { firstName: 'Shahrazada', lastName: 'Barmakawiya', dateOfBirth: born, locale: 'ar-EG' }) // prettier-ignore
    return id
  })
  const signIn = () =>
    t.tx(async (tx) => (await startSession(t.ctx(), tx, guardian, { label: 'Phone', ip: '203.0.113.99' })).token)
  const token = await signIn()
  await asked('POST', '/me/identity-check', token, { kind: 'national_id', country: 'EG', number: '28604120107777' })
  await t.tx((tx) => decideIdentity(t.ctx(), tx, guardian, { status: 'passed' }))
  const { user_id: child } = await asked('POST', '/wards', token, {
    first_name: 'Zumurruda',
    last_name: 'Qandilawi',
    date_of_birth: '2015-11-23',
    username: 'zumurruda7',
    pin: '730519',
    relation: 'parent',
  })
  const purposes = ['account', 'learning_data', 'ai_conversation', 'marketing']
  await asked('POST', `/learners/${child}/consent-requests`, token, { purposes })
  const outbox = await asked('GET', '/dev/outbox?address=%2B201001239907', undefined)
  const link = (outbox.items as { body: string }[]).flatMap(
    ({ body }) => /\/consent\/([\w.~-]+)/.exec(body)?.[1] ?? [],
  )[0]
  const status = (await asked('GET', `/learners/${child}/consents`, token)).items as {
    purpose: string
    text: { sha256: string }
  }[]
  await asked('POST', `/consent-requests/${link}/answers`, token, {
    method: 'id_review',
    document_number: '28604120107777',
    answers: status
      .filter(({ purpose }) => purposes.includes(purpose))
      .map(({ purpose, text }) => ({ purpose, allowed: true, text_sha256: text.sha256 })),
  })
  await asked('POST', '/subscriptions', token, { plan: 'basic', cycle: 'monthly', learner_ids: [child], trial: true })
  await t.drain()

  const from = '198.51.100.77'
  const own = await asked('POST', '/sessions/username', undefined, { username: 'zumurruda7', pin: '730519' }, from)
  const next = await asked('POST', `/learners/${child}/practice/next`, own.token, {}, from)
  await asked(
    'POST',
    `/learners/${child}/practice/answers`,
    own.token,
    {
      answers: [{ id: randomUUID(), token: next.token, answer: '1', answered_at: t.clock.now().toString(), seconds: 9, hints: 0 }], // prettier-ignore
      next: false,
    },
    from,
  )
  for (const text of ['ماهو المقام الغريب', 'اسمي Zumurruda وأريد أن أموت'])
    await asked(
      'POST',
      `/learners/${child}/questions`,
      own.token,
      { id: randomUUID(), conversation: randomUUID(), text, exercise: next.token },
      from,
    )
  // What is not sealed while the person is there: the birthday and where they signed in from.
  expect(await standing(CHILD)).toEqual(['identity.session.ip', 'profiles.profile.date_of_birth'])
  await asked('POST', `/people/${child}/exports`, token, {})
  await pass(1)
  await asked('POST', `/people/${child}/erasure`, token)
  await pass(15)
  // What was written to the guardian of the child is the guardian's, and goes with its own time.
  expect(await standing(CHILD)).toEqual([])

  const again = await signIn()
  await asked('POST', `/people/${userId.wire(guardian)}/erasure`, again)
  await pass(15)
  await pass(100)
  expect(await standing([...GUARDIAN, ...CHILD])).toEqual([])
  const left = await t.asOwner((client) =>
    client.query('select status from identity.user_account where user_id = any ($1)', [
      [guardian, userId.parse(child)],
    ]),
  )
  expect(left.rows).toEqual([{ status: 'erased' }, { status: 'erased' }])
}, 120_000)
