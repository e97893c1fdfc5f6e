/** Copies of a person's data: who may have one, what is in it, how long it is kept. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeFamily } from '../../consent/test/family.ts'
import { lastMessage } from '../../identity/test/make.ts'
import { assignRole } from '../../access/api.ts'
import { makePerson } from '../../profiles/test/make.ts'
import { makeOfficer, note, startPrivacy, wire, type Family } from './make.ts'

let f: Family
beforeAll(async () => {
  f = await startPrivacy()
})
afterAll(() => f.close())

const ask = (by: { token: string }, of: { userId: string }, why: object = {}) =>
  f.t.call('POST', `/people/${wire(of)}/exports`, { token: by.token, body: why })

test('a person takes a copy of everything every module keeps, as one JSON file', async () => {
  const person = await makePerson(f.t, { firstName: 'Salma' })
  await note(f.t, person, 'two and two')
  const { status, json } = await ask(person, person)
  expect([status, json.state]).toEqual([202, 'running'])
  const path = `/people/${wire(person)}/exports/${json.id}`
  expect((await f.t.call('GET', `${path}/file`, { token: person.token })).json.code).toBe('privacy.not_ready')
  await f.t.drain()
  const now = (await f.t.call('GET', path, { token: person.token })).json
  expect(now).toMatchObject({ state: 'ready', done: now.total })
  const file = await f.t.call('GET', `${path}/file`, { token: person.token })
  expect(file.headers['content-disposition']).toContain('tutor-data-2026-03-02.json')
  const { about, data } = JSON.parse(file.text)
  expect(about.person).toBe(wire(person))
  expect(Object.keys(data).sort()).toEqual(
    f.t.product.modules.filter(({ personalData }) => personalData).map(({ name }) => name).sort(),
  ) // prettier-ignore
  expect(data.notebook).toEqual({ notes: ['two and two'], pages: '12' })
  expect(data.profiles.profile.firstName).toBe('Salma')
  expect((await lastMessage(f.t, person.phone))!.key).toBe('privacy.export_ready')
})

test('a guardian takes the child’s copy; the child, a guardian without the right and strangers do not', async () => {
  const { child, guardians } = await makeFamily(f.t)
  const stranger = await makePerson(f.t)
  expect((await ask(guardians[0]!, child)).status).toBe(202)
  for (const other of [child, stranger]) expect((await ask(other, child)).json.code).toBe('kernel.not_found')
  expect((await f.t.call('POST', `/people/${wire(child)}/exports`)).status).toBe(401)
  await f.t.drain()
  const { items } = (await f.t.call('GET', `/people/${wire(child)}/exports`, { token: guardians[0]!.token })).json
  expect(items).toHaveLength(1)
  const file = `/people/${wire(child)}/exports/${items[0].id}/file`
  expect((await f.t.call('GET', file, { token: stranger.token })).status).toBe(404)
  // The id of one person's copy opens nothing under another's name.
  expect((await f.t.call('GET', `/people/${wire(stranger)}/exports/${items[0].id}`, { token: stranger.token })).json.code).toBe('privacy.export_unknown') // prettier-ignore
})

test('asked for by ten at once is one copy', async () => {
  const person = await makePerson(f.t)
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask(person, person)))
  expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1)
  await f.t.drain()
})

test('is sealed in the database, and gone after seven days', async () => {
  const person = await makePerson(f.t)
  await note(f.t, person, 'a secret word')
  const { json } = await ask(person, person)
  await f.t.drain()
  const kept = await f.t.asOwner((client) =>
    client.query<{ body: Buffer }>('select body from privacy.export_part where subject_id = $1', [person.userId]),
  )
  expect(kept.rows.length).toBeGreaterThan(5)
  for (const { body } of kept.rows) expect(body.toString('utf8')).not.toContain('secret')
  f.advance({ hours: 7 * 24 })
  const path = `/people/${wire(person)}/exports/${json.id}`
  expect((await f.t.call('GET', path, { token: person.token })).json.code).toBe('privacy.export_unknown')
  f.advance({ seconds: 1 })
  const { remove, keep } = f.t.product.modules.find(({ name }) => name === 'privacy')!.retention[0]!
  const before = f.t.clock.now().toZonedDateTimeISO('UTC').subtract(keep).toInstant()
  expect(await f.t.tx((tx) => remove(f.t.ctx(), tx, before, []))).toBeGreaterThanOrEqual(1)
  const left = await f.t.asOwner((client) =>
    client.query('select 1 from privacy.export_part where subject_id = $1', [person.userId]),
  )
  expect(left.rowCount).toBe(0)
})

describe('staff', () => {
  const reason = 'Asked for by letter, case 12'
  const told = async (phone: string) =>
    (await f.t.call('GET', `/dev/outbox?address=${encodeURIComponent(phone)}`)).json.items.filter(
      (it: { message_key: string }) => it.message_key === 'privacy.copy_by_staff',
    ) as { body: string }[]
  const records = (person: { userId: string }) =>
    f.t.asOwner(async (client) => {
      const found = await client.query<{ action: string; reason: string | null; after: object }>(
        "select action, reason, after from audit.record where subject_id = $1 and action like 'privacy.export%' order by recorded_at, id",
        [person.userId],
      )
      return found.rows
    })

  test('make a copy of a child’s data with a reason and a fresh second factor; the guardian is told, and why', async () => {
    const { child, guardians } = await makeFamily(f.t)
    const officer = await makeOfficer(f.t)
    const without = await ask(officer, child)
    expect([without.status, Object.keys(without.json.fields)]).toEqual([422, ['reason']])
    expect(await records(child)).toEqual([])
    const made = await ask(officer, child, { reason })
    expect([made.status, made.json.reason]).toEqual([202, reason])
    await f.t.drain()
    expect(await told(guardians[0]!.phone)).toHaveLength(1)
    expect(await records(child)).toMatchObject([
      { action: 'privacy.export_made_by_staff', reason, after: { untold_because: null } },
    ])
    const path = `/people/${wire(child)}/exports/${made.json.id}`
    const bare = await f.t.call('GET', `${path}/file`, { token: officer.token })
    expect([bare.status, Object.keys(bare.json.fields)]).toEqual([422, ['reason']])
    const file = await f.t.call('GET', `${path}/file?reason=${encodeURIComponent(reason)}`, { token: officer.token })
    expect(file.status).toBe(200)
    expect((await records(child)).at(-1)).toMatchObject({ action: 'privacy.export_downloaded', reason, after: { as: 'staff' } }) // prettier-ignore
    // What staff made is not the guardian's to take away.
    expect((await f.t.call('GET', `${path}/file`, { token: guardians[0]!.token })).json.code).toBe(
      'privacy.export_unknown',
    )
    expect((await f.t.call('GET', `/people/${wire(child)}/exports`, { token: guardians[0]!.token })).json.items).toEqual([]) // prettier-ignore
  })

  test('whose second factor was proven long ago neither make nor download one', async () => {
    const person = await makePerson(f.t)
    const officer = await makeOfficer(f.t)
    const made = await ask(officer, person, { reason })
    await f.t.drain()
    f.advance({ minutes: 11 })
    expect((await ask(officer, person, { reason })).json.code).toBe('identity.step_up_required')
    const path = `/people/${wire(person)}/exports/${made.json.id}`
    for (const of of [path, `${path}/file?reason=again`])
      expect((await f.t.call('GET', of, { token: officer.token })).json.code).toBe('identity.step_up_required')
    const fresh = await makePerson(f.t)
    await f.t.tx((tx) => assignRole(f.t.ctx(), tx, { userId: fresh.userId, role: 'officer' }))
    expect([403, 404]).toContain((await ask(fresh, person, { reason })).status)
  })

  test('tell nobody where they name the law that forbids it; that is on record', async () => {
    const { child, guardians } = await makeFamily(f.t)
    const officer = await makeOfficer(f.t)
    const law = 'Order 4 of the juvenile court'
    expect((await ask(officer, child, { reason, untold_because: law })).status).toBe(202)
    await f.t.drain()
    expect(await told(guardians[0]!.phone)).toEqual([])
    expect(await records(child)).toMatchObject([{ reason, after: { untold_because: law } }])
  })

  test('and a guardian at the same moment come to one copy, which is then the guardian’s too', async () => {
    const { child, guardians } = await makeFamily(f.t)
    const officer = await makeOfficer(f.t)
    const byStaff = await ask(officer, child, { reason, untold_because: 'Order 5 of the juvenile court' })
    const own = await ask(guardians[0]!, child)
    expect(own.json.id).toBe(byStaff.json.id)
    await f.t.drain()
    const { items } = (await f.t.call('GET', `/people/${wire(child)}/exports`, { token: guardians[0]!.token })).json
    expect(items).toMatchObject([{ id: own.json.id, state: 'ready', reason: null }])
    expect((await lastMessage(f.t, guardians[0]!.phone))!.key).toBe('privacy.export_ready')
  })
})
