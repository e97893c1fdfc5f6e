import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assignRole } from '../../access/api.ts'
import { makeUser, proveFactor } from '../../identity/test/make.ts'
import { conversationId } from '../ids.ts'
import { eraseOf, exportOf } from '../personal.ts'
import { house, usr, type House } from './make.ts'
import type { Person } from '../../profiles/test/make.ts'

let h: House
let free: House
beforeAll(async () => {
  h = await house({ roles: { carer: ['tutoring.care'], counter: ['metering.view'] }, policy: { keepDays: 30 } })
  free = await house({ model: false, policy: { countsBuiltIn: true } })
})
afterAll(async () => {
  await h.close()
  await free.close()
})

const told = async (person: Person) => {
  const { rows } = await h.t.asOwner((client) =>
    client.query('select message_key from notifications.inbox where owner_id = $1', [person.userId]),
  )
  return rows.map((row) => row.message_key as string).filter((key) => key.startsWith('tutoring.'))
}
const post = (person: { token: string }, url: string, body: unknown, headers: Record<string, string> = {}) =>
  h.t.call('POST', url, { token: person.token, body, headers: { 'accept-language': 'en', ...headers } })
const get = (person: { token: string }, url: string) => h.t.call('GET', url, { token: person.token })
const staff = async (role: string) => {
  const user = await makeUser(h.t)
  await h.t.tx((tx) => assignRole(h.t.ctx(), tx, { userId: user.userId, role }))
  return user
}

describe('a child who is not well', () => {
  test('in distress gets a kind sentence and no model; the guardian is told once a day, without what was written', async () => {
    const { child, guardian } = await h.family()
    const before = h.ai.asked.length
    const { whole } = await h.asked(child, { text: 'I want to die' })
    expect(whole).toMatchObject({ helper: 'care', state: 'answered' })
    expect(whole.answer).toMatch(/not alone.*We sent your family.*Child helpline: 16000/s)
    await h.asked(child, { text: 'nobody likes me' })
    expect(h.ai.asked.length).toBe(before)
    expect(await h.quota(child)).toMatchObject({ used: 0n, held: 0n })
    expect(await told(guardian)).toEqual(['tutoring.child_worried'])
    const conversation = await get(guardian, `/learners/${usr(child)}/conversations`)
    expect(conversation.json.items).toHaveLength(2)
  })

  test('hurt by somebody gets a kind sentence; those at home are not told and do not see it, staff see that it was', async () => {
    const { child, guardian } = await h.family()
    const conversation = randomUUID()
    await h.asked(child, { text: 'What is half of ten?', conversation })
    h.t.clock.advance({ seconds: 1 })
    const { whole } = await h.asked(child, { text: 'my father hits me', conversation })
    expect(whole.answer).toContain('Nobody may hurt you')
    h.t.clock.advance({ seconds: 1 })
    const alone = await h.asked(child, { text: 'my uncle is touching me' })
    expect(await told(guardian)).toEqual([])
    const url = `/learners/${usr(child)}/conversations`
    const wire = conversationId.wire(conversation)
    const seen = await get(guardian, `${url}/${wire}`)
    expect(seen.json.items.map((it: { question: string }) => it.question)).toEqual(['What is half of ten?'])
    expect((await get(guardian, url)).json.items).toMatchObject([{ id: wire, exchanges: '1' }])
    expect((await get(guardian, `${url}/${conversationId.wire(alone.whole.conversation_id)}`)).status).toBe(404)
    expect((await get(child, `${url}/${wire}`)).json.items).toHaveLength(2)
    const copy = JSON.stringify(await h.t.tx((tx) => exportOf(h.t.ctx(), tx, child.userId)))
    expect(copy).toContain('half of ten')
    expect(copy).not.toContain('father')
    const carer = await staff('carer')
    const concerns = await get(carer, '/tutoring/concerns?limit=2')
    expect(concerns.json.items).toMatchObject([
      { learner: usr(child), concern: 'danger' },
      { learner: usr(child), conversation: wire, concern: 'danger' },
    ])
    expect(concerns.text).not.toContain('father')
  })
})

describe('reading', () => {
  test('a guardian who may view reads the conversation; a stranger and a guest find nobody', async () => {
    const { child, guardian } = await h.family()
    const conversation = randomUUID()
    for (const text of ['One?', 'Two?', 'Three?']) {
      await h.asked(child, { text, conversation })
      h.t.clock.advance({ seconds: 1 })
    }
    const url = `/learners/${usr(child)}/conversations`
    const list = await get(guardian, url)
    expect(list.json.items).toMatchObject([{ id: conversationId.wire(conversation), exchanges: '3' }])
    const first = await get(guardian, `${url}/${conversationId.wire(conversation)}?limit=2`)
    expect(first.json.items).toMatchObject([{ question: 'One?', helper: 'model' }, { question: 'Two?' }])
    const rest = await get(guardian, `${url}/${conversationId.wire(conversation)}?cursor=${first.json.next_cursor}`)
    expect(rest.json.items).toMatchObject([{ question: 'Three?' }])
    const stranger = await h.stranger()
    expect((await get(stranger, url)).status).toBe(404)
    expect((await get(stranger, `${url}/${conversationId.wire(conversation)}`)).status).toBe(404)
    expect((await h.t.call('GET', url)).status).toBe(401)
  })

  test('staff see counts and costs, and what was said only with a reason that stays on record', async () => {
    const { child } = await h.family()
    const conversation = randomUUID()
    await h.asked(child, { text: 'A secret question', conversation })
    const url = `/tutoring/conversations/${usr(child)}/${conversationId.wire(conversation)}/opening`
    const counter = await staff('counter')
    const usage = await get(counter, `/learners/${usr(child)}/usage`)
    expect(usage.json.usage).toMatchObject([{ service: 'tutor', events: '1' }])
    expect(usage.text).not.toContain('secret')
    expect((await get(counter, `/learners/${usr(child)}/conversations`)).status).toBe(404)
    expect((await post(counter, url, { reason: 'I should like to know' })).status).toBe(403)
    const carer = await staff('carer')
    await proveFactor(h.t, carer.token)
    expect((await post(carer, url, { reason: 'short' })).status).toBe(422)
    const opened = await post(carer, url, { reason: 'The school asked us to look at it' })
    expect([opened.status, opened.json[0].question]).toEqual([200, 'A secret question'])
    const { rows } = await h.t.asOwner((client) =>
      client.query('select action, actor_id, reason from audit.record where subject_id = $1 and action like $2', [
        child.userId,
        'tutoring.%',
      ]),
    )
    expect(rows).toEqual([
      { action: 'tutoring.conversation_opened', actor_id: carer.userId, reason: 'The school asked us to look at it' },
    ])
  })

  test('what was said is sealed, and a person’s own rows are theirs alone', async () => {
    const { child } = await h.family()
    await h.asked(child, { text: 'Unsealed words' })
    const { rows } = await h.t.asOwner((client) =>
      client.query(
        "select encode(question, 'escape') as question, encode(answer, 'escape') as answer from tutoring.exchange",
      ),
    )
    expect(JSON.stringify(rows)).not.toContain('Unsealed')
    const stranger = await h.stranger()
    const count = (userId: string) =>
      h.t.asApp(async (client) => {
        await client.query(`begin; set local app.scope = 'own'; set local app.user_id = '${userId}'`)
        const found = await client.query('select 1 from tutoring.exchange where learner_id = $1', [child.userId])
        await client.query('commit')
        return found.rowCount
      })
    expect(await count(stranger.userId)).toBe(0)
    expect(await count(child.userId)).toBe(1)
  })
})

describe('the route', () => {
  const body = () => ({ id: randomUUID(), conversation: randomUUID(), text: 'What is a half?' })

  test('streams events to who asks for them, and gives the whole to a page without script', async () => {
    const { child } = await h.family()
    const url = `/learners/${usr(child)}/questions`
    const streamed = await post(child, url, body(), { accept: 'text/event-stream' })
    expect(streamed.status).toBe(200)
    expect(streamed.text).toMatch(/^event: text\ndata: \{"text":"A /)
    expect(streamed.text).toMatch(/event: done\ndata: \{"id":.*"helper":"model".*\}\n\n$/)
    const whole = await post(child, url, body())
    expect(whole.json).toMatchObject({ state: 'answered', question: 'What is a half?', helper: 'model' })
    const going_on = await post(child, url, { ...body(), conversation: whole.json.conversation })
    expect(going_on.json.conversation).toBe(whole.json.conversation)
  })

  test('refuses before it streams: without consent, for somebody else, an empty text, a guest', async () => {
    const { child, guardian } = await h.family()
    const url = `/learners/${usr(child)}/questions`
    const events = { accept: 'text/event-stream' }
    expect((await post(guardian, url, body(), events)).status).toBe(404)
    expect((await post(child, url, { ...body(), text: '  ' }, events)).status).toBe(422)
    expect((await h.t.call('POST', url, { body: body() })).status).toBe(401)
    h.withdrawn.add(child.userId)
    const { status, json } = await post(child, url, body(), { ...events, 'accept-language': 'ar' })
    expect([status, json.code]).toEqual([403, 'tutoring.consent_needed'])
    expect(json.detail).toContain('موافقة أسرتك')
  })

  test('a child without a quota is told kindly, and a very quick one to wait', async () => {
    const { child } = await h.family(0n)
    const url = `/learners/${usr(child)}/questions`
    const none = await post(child, url, body())
    expect([none.status, none.json.code]).toEqual([409, 'metering.quota_exhausted'])
    const many = []
    for (let i = 0; i < 21; i++) many.push((await post(child, url, body())).status)
    expect(many.at(-1)).toBe(429)
  })
})

describe('the built-in tutor', () => {
  test('needs no service, names itself, counts hints over conversations, and is counted where the product says so', async () => {
    const { child } = await free.family()
    const first = await free.asked(child, { text: 'hint', exercise: 'signed' })
    expect(first.whole).toMatchObject({ helper: 'built_in', model: 'rules', state: 'answered' })
    expect(first.whole.answer).toContain('a simple program, not a person')
    expect(first.whole.answer).toContain('Look at the denominators.')
    free.t.clock.advance({ seconds: 1 })
    const second = await free.asked(child, { text: 'hint', exercise: 'signed' })
    expect(second.whole.answer).toContain('The denominators are equal.')
    const usage = await free.usage(child)
    expect(usage.events).toBe(2n)
    expect((await free.quota(child))!.used).toBe(usage.tokens_in + usage.tokens_out)
    const { rows } = await free.t.asOwner((c) => c.query('select provider, cost_usd_micros from metering.usage_event'))
    expect(rows[0]).toEqual({ provider: 'built_in', cost_usd_micros: '0' })
  })
})

describe('as personal data', () => {
  test('conversations are handed out, and erased with the consent to them or the person; usage stays as sums', async () => {
    const { child } = await h.family()
    await h.asked(child, { text: 'To be handed out' })
    const given = (await h.t.tx((tx) => exportOf(h.t.ctx(), tx, child.userId))) as { conversations: unknown[] }
    expect(given.conversations).toMatchObject([{ question: 'To be handed out', answered_by: 'gpt-4o-mini' }])
    await h.t.tx((tx) => eraseOf(h.t.ctx(), tx, child.userId))
    await h.t.tx((tx) => eraseOf(h.t.ctx(), tx, child.userId))
    expect(await h.t.tx((tx) => exportOf(h.t.ctx(), tx, child.userId))).toEqual({ conversations: [] })
    expect((await h.usage(child)).events).toBe(1n)
  })

  test('conversations go after the time the product keeps them', async () => {
    const { child } = await h.family()
    await h.asked(child, { text: 'Old' })
    const { tutoring } = await import('../module.ts')
    const keep = (held: string[] = []) =>
      h.t.tx((tx) => tutoring.retention[0]!.remove(h.t.ctx(), tx, h.t.clock.now(), held))
    h.t.clock.advance({ days: 29 })
    await keep()
    expect((await h.t.tx((tx) => exportOf(h.t.ctx(), tx, child.userId))) as object).toMatchObject({
      conversations: [{ question: 'Old' }],
    })
    h.t.clock.advance({ days: 2 })
    // A legal hold keeps them meanwhile.
    await keep([child.userId])
    expect((await h.t.tx((tx) => exportOf(h.t.ctx(), tx, child.userId))) as object).toMatchObject({
      conversations: [{ question: 'Old' }],
    })
    await keep()
    expect(await h.t.tx((tx) => exportOf(h.t.ctx(), tx, child.userId))).toEqual({ conversations: [] })
    const { rowCount } = await h.t.asOwner((c) =>
      c.query('select 1 from tutoring.conversation where learner_id = $1', [child.userId]),
    )
    expect(rowCount).toBe(0)
  })
})
