/** Children on the wire: a guardian adds one and looks after it; everybody else is told that there is no such child. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { userId as userIds } from '../../identity/api.ts'
import { newPhone } from '../../identity/test/make.ts'
import {
  addGuardian,
  linkTo,
  makePerson,
  makeWard,
  newUsername,
  PIN,
  startProfiles,
  WARDS,
  type Person,
} from './make.ts'

let t: TestProduct
let guardian: Person
let child: Awaited<ReturnType<typeof makeWard>>
let id: string

beforeAll(async () => {
  t = await startProfiles({
    policy: { profiles: WARDS },
    locales: ['ar-EG', 'en'],
    timeZone: 'Africa/Cairo',
    country: 'EG',
  })
  guardian = await makePerson(t)
  child = await makeWard(t, guardian)
  id = userIds.wire(child.userId)
})
afterAll(() => t.close())

const body = () => ({
  first_name: 'سلمى',
  date_of_birth: '2015-05-05',
  username: newUsername(),
  pin: '٤٧١٩',
  relation: 'parent',
})

/** Every act on a child, as a guardian who manages the account may do it. */
const acts = (): [string, string, unknown][] => [
  ['GET', `/wards/${id}`, undefined],
  ['PUT', `/wards/${id}`, { first_name: 'Omar', date_of_birth: '2016-01-20' }],
  ['PUT', `/wards/${id}/pin`, { pin: PIN }],
  ['PUT', `/wards/${id}/username`, { username: child.username }],
  ['POST', `/wards/${id}/sessions/revocation`, undefined],
  ['POST', `/wards/${id}/guardians`, { relation: 'relative', phone: newPhone(), capabilities: ['view'] }],
  ['PUT', `/wards/${id}/guardians/${userIds.wire(guardian.userId)}/capabilities`, { capabilities: ['view', 'manage'] }],
  ['DELETE', `/wards/${id}/guardians/${userIds.wire(guardian.userId)}`, undefined],
]

test('a guardian adds a child, who signs in; sent again, it is the same child', async () => {
  const sent = body()
  const made = await t.call('POST', '/wards', { token: guardian.token, body: sent })
  expect([made.status, made.json]).toEqual([201, { user_id: expect.stringMatching(/^usr_/) }])
  const again = await t.call('POST', '/wards', { token: guardian.token, body: sent })
  expect(again.json).toEqual(made.json)
  const signedIn = await t.call('POST', '/sessions/username', { body: { username: sent.username, pin: '4719' } })
  expect(signedIn.json.user.id).toBe(made.json.user_id)
  const profile = await t.call('GET', '/me/profile', { token: signedIn.json.token })
  expect(profile.json).toMatchObject({ first_name: 'سلمى', is_minor: true, has_guardian: true, verified: true })
  const wards = await t.call('GET', '/me/wards', { token: guardian.token })
  expect(wards.json.items).toContainEqual({
    user_id: made.json.user_id,
    first_name: 'سلمى',
    display_name: 'سلمى',
    date_of_birth: '2015-05-05',
    username: sent.username,
    capabilities: ['view', 'pay', 'consent', 'manage'],
    linked_at: expect.any(String),
  })
})

test('what is wrong is said at its field, in Arabic', async () => {
  const headers = { 'accept-language': 'ar' }
  const wrong = async (change: object) => {
    const answer = await t.call('POST', '/wards', { token: guardian.token, body: { ...body(), ...change }, headers })
    return [answer.status, answer.json.fields]
  }
  expect(await wrong({ pin: '1234' })).toEqual([
    422,
    { pin: { code: 'identity.pin_weak', detail: expect.stringContaining('سهل التخمين') } },
  ])
  expect(await wrong({ username: 'ab' })).toMatchObject([422, { username: { code: 'identity.username_invalid' } }])
  expect(await wrong({ username: child.username })).toMatchObject([
    409,
    { username: { code: 'identity.username_taken' } },
  ])
  expect(await wrong({ date_of_birth: '1990-01-01' })).toMatchObject([
    422,
    { date_of_birth: { code: 'profiles.ward_must_be_minor' } },
  ])
  expect(await wrong({ date_of_birth: '2015-02-30' })).toMatchObject([422, { date_of_birth: {} }])
  expect(await wrong({ locale: 'xx' })).toMatchObject([422, { locale: { code: 'profiles.locale_unknown' } }])
  expect(await wrong({ first_name: '<b>' })).toMatchObject([422, { first_name: { code: 'profiles.name_invalid' } }])
})

test('adding children needs a sign-in, and is limited', async () => {
  expect((await t.call('POST', '/wards', { body: body() })).status).toBe(401)
  const eager = await makePerson(t)
  for (let i = 0; i < 30; i++) await t.call('POST', '/wards', { token: eager.token, body: { ...body(), pin: '1' } })
  expect((await t.call('POST', '/wards', { token: eager.token, body: body() })).status).toBe(429)
})

test('whoever is not the child’s guardian is told that there is no such child, and guests to sign in', async () => {
  const stranger = await makePerson(t)
  const other = await makeWard(t, stranger)
  for (const [method, path, sent] of acts()) {
    const call = (token?: string) =>
      t.call(method, path, { ...(sent ? { body: sent } : {}), ...(token ? { token } : {}) })
    expect([method, path, (await call()).status]).toEqual([method, path, 401])
    for (const token of [stranger.token, other.token, child.token])
      expect([method, path, (await call(token)).json.code]).toEqual([method, path, 'kernel.not_found'])
  }
})

test('a guardian who may only see and pay sees the child, not the name it signs in by, and changes nothing', async () => {
  const aunt = await addGuardian(t, guardian, child.userId, ['view', 'pay'])
  const read = `/wards/${id}`
  const changes = acts().slice(1)
  const seen = await t.call('GET', read, { token: aunt.token })
  expect(seen.json).toMatchObject({ user_id: id, first_name: 'Omar', username: null, invitations: [] })
  expect(seen.json.guardians.map((one: { capabilities: string[] }) => one.capabilities)).toContainEqual(['view', 'pay'])
  for (const [method, path, sent] of changes) {
    const answer = await t.call(method, path, { token: aunt.token, ...(sent ? { body: sent } : {}) })
    expect([method, path, answer.json.code]).toEqual([method, path, 'kernel.not_found'])
  }
  expect((await t.call('DELETE', `/me/wards/${id}`, { token: aunt.token })).status).toBe(204)
  expect((await t.call('GET', read, { token: aunt.token })).status).toBe(404)
})

test('a guardian looks after the child: name, PIN, sign-in name, sessions, another guardian, and takes an invitation back', async () => {
  const { token } = guardian
  const call = (method: string, path: string, sent?: unknown) =>
    t.call(method, `/wards/${id}${path}`, { token, ...(sent ? { body: sent } : {}) })
  expect((await call('PUT', '', { first_name: 'Omar', last_name: 'Hassan', date_of_birth: '2016-01-20' })).status).toBe(
    204,
  )
  expect((await call('PUT', '/pin', { pin: '8264' })).status).toBe(204)
  const username = newUsername()
  expect((await call('PUT', '/username', { username })).status).toBe(204)
  expect((await t.call('POST', '/sessions/username', { body: { username, pin: '8264' } })).status).toBe(200)
  expect((await call('POST', '/sessions/revocation')).json).toEqual({ ended: 1 })
  const karim = await makePerson(t, { firstName: 'Karim' })
  expect((await call('POST', '/guardians', { relation: 'parent', capabilities: ['view'] })).status).toBe(422)
  expect((await call('POST', '/guardians', { relation: 'parent', phone: karim.phone, capabilities: [] })).status).toBe(
    422,
  )
  const asked = await call('POST', '/guardians', {
    relation: 'parent',
    phone: karim.phone,
    capabilities: ['view', 'consent'],
  })
  expect([asked.status, asked.json.status, asked.json.capabilities]).toEqual([201, 'invited', ['view', 'consent']])
  expect((await call('GET', '')).json).toMatchObject({
    username,
    last_name: 'Hassan',
    invitations: [{ status: 'invited' }],
  })
  const link = await linkTo(t, karim.phone)
  expect((await t.call('GET', `/guardian-invitations/${link}`)).json).toMatchObject({
    child_first_name: 'Omar',
    guardian_first_name: 'Awa',
    capabilities: ['view', 'consent'],
    status: 'invited',
  })
  expect((await t.call('POST', `/guardian-invitations/${link}/acceptance`, { token: karim.token })).status).toBe(200)
  const his = `/guardians/${userIds.wire(karim.userId)}`
  expect((await call('PUT', `${his}/capabilities`, { capabilities: ['view', 'manage'] })).status).toBe(204)
  expect((await call('PUT', `${his}/capabilities`, { capabilities: ['rule'] })).status).toBe(422)
  expect((await call('DELETE', his)).status).toBe(204)
  const phone = newPhone()
  const open = await call('POST', '/guardians', { relation: 'relative', phone, capabilities: ['pay'] })
  expect((await call('DELETE', `/guardian-invitations/${open.json.id}`)).status).toBe(204)
  expect((await t.call('GET', `/guardian-invitations/${await linkTo(t, phone)}`)).json.code).toBe(
    'profiles.invitation_invalid',
  )
  expect((await t.call('DELETE', `/me/wards/${id}`, { token })).json.code).toBe('profiles.last_manager')
})
