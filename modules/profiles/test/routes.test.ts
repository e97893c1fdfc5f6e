/** The wire: profile, addresses, preferences, guardians and identity checks, for whom each is and for whom not. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { assignRole } from '../../access/api.ts'
import { userId as userIds } from '../../identity/api.ts'
import { makeUser, newPhone } from '../../identity/test/make.ts'
import { decideIdentity } from '../checks.ts'
import { linkTo, makeMinor, makePerson, startProfiles } from './make.ts'

let t: TestProduct
let start: Temporal.Instant

beforeAll(async () => {
  t = await startProfiles()
  start = t.clock.now()
})
afterAll(() => t.close())
beforeEach(() => {
  start = start.add({ hours: 48 })
  t.clock.set(start)
})

test('everything of a person’s own needs them signed in', async () => {
  const unsigned = {
    'GET /me/profile': undefined,
    'PUT /me/profile': { first_name: 'Awa', date_of_birth: '2000-01-01' },
    'GET /me/addresses': undefined,
    'GET /me/preferences': undefined,
    'GET /me/wards': undefined,
    'POST /me/guardian-invitations': { relation: 'parent', phone: '77 123 45 67' },
    'GET /identity-checks': undefined,
  }
  for (const [call, body] of Object.entries(unsigned)) {
    const [method, path] = call.split(' ') as [string, string]
    const answer = await t.call(method, path, body ? { body } : {})
    expect([call, answer.status]).toEqual([call, 401])
  }
})

test('a profile is absent, made, read', async () => {
  const { token, userId } = await makeUser(t)
  expect((await t.call('GET', '/me/profile', { token })).json.code).toBe('profiles.no_profile')
  const body = { first_name: 'Awa', last_name: 'Ndiaye', date_of_birth: '2009-02-28' }
  const made = await t.call('PUT', '/me/profile', { token, body })
  expect(made.status).toBe(200)
  expect(made.json).toEqual({
    user_id: userIds.wire(userId),
    first_name: 'Awa',
    last_name: 'Ndiaye',
    display_name: 'Awa',
    date_of_birth: '2009-02-28',
    celebrates: '28_february',
    locale: 'fr-SN',
    time_zone: 'Africa/Dakar',
    visibility: 'private',
    allow_sponsor_contact: true,
    identity_check: 'not_required',
    identity_check_note: null,
    is_minor: true,
    has_guardian: false,
    verified: false,
  })
  expect((await t.call('GET', '/me/profile', { token })).json).toEqual(made.json)
})

test('a date that is none is refused at its field', async () => {
  const { token } = await makeUser(t)
  const answer = await t.call('PUT', '/me/profile', { token, body: { first_name: 'Awa', date_of_birth: '2007-02-29' } })
  expect(answer.status).toBe(422)
  expect(answer.json.fields).toMatchObject({ date_of_birth: { code: 'profiles.date_of_birth_invalid' } })
})

test('a minor invites, the adult sees who asks, accepts, and leaves again', async () => {
  const [child, guardian] = [await makeMinor(t), await makePerson(t, { firstName: 'Khady' })]
  const phone = newPhone()
  const invited = await t.call('POST', '/me/guardian-invitations', {
    token: child.token,
    body: { relation: 'parent', phone },
  })
  expect(invited.status).toBe(201)
  expect(invited.json).toMatchObject({ status: 'invited', relation: 'parent', guardian_id: null })
  expect(invited.text).not.toContain(phone)
  const link = await linkTo(t, phone)
  expect(invited.text).not.toContain(link)

  const seen = await t.call('GET', `/guardian-invitations/${link}`)
  expect(seen.json).toEqual({
    child_first_name: 'Moussa',
    guardian_first_name: null,
    relation: 'parent',
    capabilities: ['view', 'pay', 'consent', 'manage'],
    status: 'invited',
    expires_at: String(start.add({ hours: 168 })),
  })
  expect((await t.call('POST', `/guardian-invitations/${link}/acceptance`)).status).toBe(401)
  expect((await t.call('POST', `/guardian-invitations/${link}/acceptance`, { token: child.token })).json.code).toBe(
    'profiles.guardian_self',
  )
  const accepted = await t.call('POST', `/guardian-invitations/${link}/acceptance`, { token: guardian.token })
  expect(accepted.json).toEqual({ child_id: userIds.wire(child.userId) })
  expect((await t.call('POST', `/guardian-invitations/${link}/refusal`)).json.code).toBe('profiles.invitation_answered')

  expect((await t.call('GET', '/me/profile', { token: child.token })).json).toMatchObject({
    has_guardian: true,
    verified: true,
  })
  expect((await t.call('GET', '/me/wards', { token: guardian.token })).json.items).toMatchObject([
    { first_name: 'Moussa', date_of_birth: '2009-06-15' },
  ])
  expect((await t.call('GET', '/me/guardian-invitations', { token: child.token })).json.items).toMatchObject([
    { status: 'accepted', guardian_name: 'Khady' },
  ])
  expect((await t.call('DELETE', `/me/wards/${userIds.wire(child.userId)}`, { token: guardian.token })).status).toBe(
    204,
  )
  expect((await t.call('GET', '/me/profile', { token: child.token })).json.verified).toBe(false)
})

test('a link is declined without an account; a made-up link is absent', async () => {
  const child = await makeMinor(t)
  const phone = newPhone()
  const invited = await t.call('POST', '/me/guardian-invitations', {
    token: child.token,
    body: { relation: 'relative', phone },
  })
  expect((await t.call('POST', `/guardian-invitations/${await linkTo(t, phone)}/refusal`)).status).toBe(204)
  expect((await t.call('GET', '/guardian-invitations/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')).json.code).toBe(
    'profiles.invitation_invalid',
  )
  expect((await t.call('DELETE', `/me/guardian-invitations/${invited.json.id}`, { token: child.token })).status).toBe(
    204,
  )
  const stranger = await makeMinor(t)
  expect(
    (await t.call('DELETE', `/me/guardian-invitations/${invited.json.id}`, { token: stranger.token })).status,
  ).toBe(404)
  expect(
    (await t.call('POST', '/me/guardian-invitations', { token: child.token, body: { relation: 'parent' } })).status,
  ).toBe(422)
})

test('addresses and preferences are kept and replaced', async () => {
  const { token } = await makePerson(t)
  const body = { kind: 'delivery', street: 'Rue 10', city: 'Thiès', region: 'SN-TH' }
  const added = await t.call('POST', '/me/addresses', { token, body })
  expect(added.status).toBe(201)
  expect(added.json).toMatchObject({ ...body, is_default: true, country: 'SN', postal_code: null })
  const path = `/me/addresses/${added.json.id}`
  expect((await t.call('PUT', path, { token, body: { ...body, postal_code: '21000' } })).json.postal_code).toBe('21000')
  const stranger = await makePerson(t)
  expect((await t.call('PUT', path, { token: stranger.token, body })).json.code).toBe('profiles.address_missing')
  expect((await t.call('DELETE', path, { token })).status).toBe(204)
  expect((await t.call('GET', '/me/addresses', { token })).json.items).toEqual([])

  const defaults = await t.call('GET', '/me/preferences', { token })
  expect(defaults.json.quiet_hours).toEqual({ start: '22:00', end: '08:00' })
  const { time_zone: _, ...rest } = defaults.json
  const put = await t.call('PUT', '/me/preferences', { token, body: { ...rest, quiet_hours: null } })
  expect(put.json).toEqual({ ...defaults.json, quiet_hours: null })
  expect(
    (
      await t.call('PUT', '/me/preferences', {
        token,
        body: { ...rest, quiet_hours: { start: '25:00', end: '08:00' } },
      })
    ).status,
  ).toBe(422)
})

test('staff review a document; others may not, and each look is on record', async () => {
  const [person, reviewer] = [await makePerson(t), await makePerson(t)]
  await t.tx((tx) => assignRole(t.ctx(), tx, { userId: reviewer.userId, role: 'operations' }))
  const document = { kind: 'passport', country: 'SN', number: 'A 0777 4321' }
  const submitted = await t.call('POST', '/me/identity-check', { token: person.token, body: document })
  expect(submitted.json.identity_check).toBe('submitted')
  const path = `/users/${userIds.wire(person.userId)}/identity-check`
  expect((await t.call('GET', path, { token: person.token })).status).toBe(403)
  expect((await t.call('PUT', path, { token: person.token, body: { status: 'passed' } })).status).toBe(403)
  const queue = await t.call('GET', '/identity-checks', { token: reviewer.token })
  expect(queue.json.items.map((item: { user_id: string }) => item.user_id)).toContain(userIds.wire(person.userId))
  expect((await t.call('GET', path, { token: reviewer.token })).json).toMatchObject({
    document: { number: 'A07774321' },
    document_taken: false,
  })
  // A reviewer who is under review waits for a colleague.
  await t.call('POST', '/me/identity-check', { token: reviewer.token, body: { ...document, number: 'B 0777 4322' } })
  const own = `/users/${userIds.wire(reviewer.userId)}/identity-check`
  const selfMade = await t.call('PUT', own, { token: reviewer.token, body: { status: 'passed' } })
  expect([selfMade.status, selfMade.json.code]).toEqual([403, 'profiles.own_check'])
  await t.tx((tx) => decideIdentity(t.ctx(), tx, reviewer.userId, { status: 'passed' }))
  const decided = await t.call('PUT', path, {
    token: reviewer.token,
    body: { status: 'passed', date_of_birth: '1990-06-20' },
  })
  expect(decided.json).toMatchObject({ identity_check: 'passed', date_of_birth: '1990-06-20' })
  expect((await t.call('GET', '/identity-checks', { token: reviewer.token })).json.items).toEqual([])
  const actions = await t.asOwner(async (client) =>
    (
      await client.query('select action from audit.record where subject_id = $1 and actor_id = $2', [
        person.userId,
        reviewer.userId,
      ])
    ).rows.map((row: { action: string }) => row.action),
  )
  expect(actions.sort()).toEqual([
    'profiles.date_of_birth_corrected',
    'profiles.identity_decided',
    'profiles.identity_viewed',
  ])
})
