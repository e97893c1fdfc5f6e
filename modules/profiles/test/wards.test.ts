/** Children whom a guardian added: making one, who may act for it, its name and PIN, its end. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Heard } from '../../../kernel/testing/listener.ts'
import { productOf, testProduct, type TestProduct } from '../../../kernel/testing/product.ts'
import { assignRole } from '../../access/api.ts'
import { eraseUser } from '../../identity/accounts.ts'
import { authenticate, suspendUser } from '../../identity/api.ts'
import { identity } from '../../identity/module.ts'
import { makeUser, newPhone, warm } from '../../identity/test/make.ts'
import { messaging } from '../../messaging/module.ts'
import { access } from '../../access/module.ts'
import { audit } from '../../audit/module.ts'
import {
  acceptInvitation,
  addWard,
  dateOfBirthOf,
  guardiansWith,
  inviteGuardian,
  isChild,
  listWards,
  putProfile,
  standing,
  wardsOf,
  requireOver,
} from '../api.ts'
import { decideIdentity } from '../checks.ts'
import { endInvitation, listInvitations } from '../guardians.ts'
import { profiles } from '../module.ts'
import { erasePerson, exportPerson } from '../personal-data.ts'
import { changeWard, changeWardPin, changeWardUsername, endWardSessions, readWard } from '../wards.ts'
import { ALL, familyOf, startFamily } from './family.ts'
import {
  addGuardian,
  ADULT,
  linkTo,
  makeMinor,
  makePerson,
  makeWard,
  newUsername,
  PIN,
  TEN,
  type Person,
} from './make.ts'

let t: TestProduct
let start: Temporal.Instant
const heard: Heard[] = []
const { by, transact, over, may, signIn } = familyOf(() => t)

beforeAll(async () => {
  t = await startFamily(heard)
  start = t.clock.now()
})
afterAll(() => t.close())
beforeEach(async () => {
  await t.drain()
  start = start.add({ hours: 48 })
  t.clock.set(start)
  heard.length = 0
})

test('a guardian adds a child of ten: an account without a contact, verified, signed in to by name and PIN', async () => {
  const guardian = await makePerson(t)
  const child = await makeWard(t, guardian, { username: 'عُمَر٢٠١٦ب', firstName: 'عمر' })
  expect(await t.tx((tx) => standing(t.ctx(), tx, child.userId))).toEqual({
    hasProfile: true,
    minor: true,
    guardianIds: [guardian.userId],
    verified: true,
    identityCheck: 'not_required',
  })
  expect((await signIn('عمر2016ب', '٤٧١٩')).userId).toBe(child.userId)
  expect(await t.tx((tx) => listWards(by(guardian), tx, guardian.userId))).toMatchObject([
    { childId: child.userId, firstName: 'عمر', username: 'عُمَر٢٠١٦ب', capabilities: [...ALL] },
  ])
  await t.drain()
  expect(heard).toEqual([
    { event: 'profiles.guardian_linked', payload: { child_id: child.userId, guardian_id: guardian.userId } },
  ])
})

test('a child without a contact counts as verified only while a guardian does', async () => {
  const guardian = await makePerson(t)
  const child = await makeWard(t, guardian)
  await t.tx((tx) => suspendUser(t.ctx(), tx, guardian.userId, 'fraud'))
  expect((await t.tx((tx) => standing(t.ctx(), tx, child.userId))).verified).toBe(false)
  const own = await makePerson(t)
  const suspended = await makeWard(t, own)
  await t.tx((tx) => suspendUser(t.ctx(), tx, suspended.userId, 'fraud'))
  expect((await t.tx((tx) => standing(t.ctx(), tx, suspended.userId))).verified).toBe(false)
  await expect(signIn(suspended.username, PIN)).rejects.toThrow('identity.suspended')
})

test('who may add a child, and which', async () => {
  const adding = (who: Pick<Person, 'actor'>, dateOfBirth = TEN) =>
    addWard(by(who), transact, {
      firstName: 'Omar',
      dateOfBirth,
      username: newUsername(),
      pin: PIN,
      relation: 'parent',
    })
  await expect(adding(await makeMinor(t))).rejects.toThrow('profiles.guardian_minor')
  await expect(adding(await makeUser(t))).rejects.toThrow('profiles.no_profile')
  await expect(adding({ actor: { kind: 'guest' } })).rejects.toThrow('kernel.sign_in_required')
  const guardian = await makePerson(t)
  await expect(adding(guardian, ADULT)).rejects.toMatchObject({
    fields: { date_of_birth: { code: 'profiles.ward_must_be_minor' } },
  })
  await expect(adding(guardian, Temporal.PlainDate.from('2027-01-01'))).rejects.toMatchObject({
    fields: { date_of_birth: { code: 'profiles.born_in_the_future' } },
  })
  const ward = await makeWard(t, guardian)
  await expect(adding(ward)).rejects.toThrow('profiles.guardian_minor')
})

test('a product that lets nobody add children has no such thing', async () => {
  const other = await testProduct(productOf([audit, access, messaging, identity, profiles], { authenticate }))
  try {
    const guardian = await makePerson(other)
    await expect(makeWard(other, guardian)).rejects.toThrow('kernel.not_found')
  } finally {
    await other.close()
  }
})

test('adding the same child again gives the same child; another child of that name is refused', async () => {
  const [guardian, stranger] = [await makePerson(t), await makePerson(t)]
  const child = await makeWard(t, guardian, { username: 'Salma77' })
  expect((await makeWard(t, guardian, { username: 'salma٧٧' })).userId).toBe(child.userId)
  await expect(makeWard(t, guardian, { username: 'salma77', firstName: 'Hana' })).rejects.toThrow(
    'identity.username_taken',
  )
  await expect(makeWard(t, stranger, { username: 'salma77' })).rejects.toThrow('identity.username_taken')
})

test('one form sent twice at once adds one child', async () => {
  await warm(t)
  const guardian = await makePerson(t)
  const username = newUsername()
  const made = await Promise.all([1, 2, 3].map(() => makeWard(t, guardian, { username })))
  expect(new Set(made.map(({ userId }) => userId)).size).toBe(1)
})

test('ten guardians ask for one name at once: one gets it', async () => {
  await warm(t)
  const guardians = await Promise.all(Array.from({ length: 10 }, () => makePerson(t)))
  const username = newUsername()
  const answers = await Promise.allSettled(guardians.map((guardian) => makeWard(t, guardian, { username })))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const answer of answers)
    if (answer.status === 'rejected') expect(String(answer.reason)).toContain('identity.username_taken')
})

test('a guardian adds eight children and no more, also at once', async () => {
  await warm(t)
  const guardian = await makePerson(t)
  const answers = await Promise.allSettled(Array.from({ length: 10 }, () => makeWard(t, guardian)))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(8)
  expect(await t.tx((tx) => wardsOf(t.ctx(), tx, guardian.userId))).toHaveLength(8)
  await expect(makeWard(t, guardian)).rejects.toThrow('profiles.too_many_wards')
})

test('who may act for whom', async () => {
  const guardian = await makePerson(t)
  const child = await makeWard(t, guardian)
  const [stranger, aunt] = [await makePerson(t), await addGuardian(t, guardian, child.userId, ['view', 'pay'])]
  const support = await makePerson(t)
  await t.tx((tx) => assignRole(t.ctx(), tx, { userId: support.userId, role: 'support' }))
  const staff = { actor: (await t.tx((tx) => authenticate(t.ctx(), tx, support.token)))! }
  expect(await may(guardian, child.userId)).toEqual([...ALL])
  expect(await may(aunt, child.userId)).toEqual(['view', 'pay'])
  expect(await may(child, child.userId)).toEqual(['view'])
  expect(await may(stranger, child.userId)).toEqual([])
  expect(await may({ actor: { kind: 'guest' } }, child.userId)).toEqual([])
  expect(await may(guardian, guardian.userId)).toEqual([...ALL])
  expect(await may(child, guardian.userId)).toEqual([])
  expect(await may(staff, child.userId)).toEqual([])
  expect(await over(staff, child.userId, 'view', 'identity.view')).toBe('staff')
  await expect(over(staff, child.userId, 'view', 'identity.suspend')).rejects.toThrow('kernel.not_found')
  expect(await over(guardian, child.userId, 'consent')).toBe('guardian')
  expect(await over(child, child.userId, 'view')).toBe('self')
  expect(await t.tx((tx) => requireOver(t.ctx(), tx, child.userId, 'manage'))).toBe('system')
  expect(await t.tx((tx) => guardiansWith(t.ctx(), tx, child.userId, 'pay'))).toEqual([guardian.userId, aunt.userId])
  expect(await t.tx((tx) => guardiansWith(t.ctx(), tx, child.userId, 'consent'))).toEqual([guardian.userId])
  expect(await t.tx((tx) => wardsOf(t.ctx(), tx, aunt.userId, 'manage'))).toEqual([])
})

test('nobody is of age by leaving the birthday out, or by a change nobody has checked', async () => {
  const bare = await makeUser(t)
  expect(await t.tx((tx) => isChild(t.ctx(), tx, bare.userId))).toBe(true)
  expect(await may(bare, bare.userId)).toEqual(['view'])
  const [child, guardian] = [await makeMinor(t), await makePerson(t)]
  await t.tx((tx) => inviteGuardian(by(child), tx, child.userId, { relation: 'parent', to: { phone: guardian.phone } }))
  const token = await linkTo(t, guardian.phone)
  await t.tx((tx) => acceptInvitation(by(guardian), tx, token))
  await t.tx((tx) => putProfile(by(child), tx, child.userId, { firstName: 'Moussa', dateOfBirth: ADULT }))
  await t.runCron()
  expect(await t.tx((tx) => isChild(t.ctx(), tx, child.userId))).toBe(true)
  expect(await t.tx((tx) => dateOfBirthOf(t.ctx(), tx, child.userId))).toBeUndefined()
  expect(await may(child, child.userId)).toEqual(['view'])
  expect(await may(guardian, child.userId)).toEqual([...ALL])
  const clerk = await makePerson(t)
  await t.tx((tx) => decideIdentity(by(clerk), tx, child.userId, { status: 'passed' }))
  expect(await may(child, child.userId)).toEqual([...ALL])
  expect(await may(guardian, child.userId)).toEqual([])
})

test('a child whom a guardian added changes neither its birthday nor its guardians', async () => {
  const guardian = await makePerson(t)
  const child = await makeWard(t, guardian)
  const older = t.tx((tx) => putProfile(by(child), tx, child.userId, { firstName: 'Omar', dateOfBirth: ADULT }))
  await expect(older).rejects.toMatchObject({ fields: { date_of_birth: { code: 'profiles.guardian_decides' } } })
  const friend = { relation: 'guardian', to: { phone: newPhone() } } as const
  await expect(t.tx((tx) => inviteGuardian(by(child), tx, child.userId, friend))).rejects.toThrow(
    'profiles.guardian_decides',
  )
  const [link] = await t.tx((tx) => listInvitations(by(child), tx, child.userId))
  await expect(t.tx((tx) => endInvitation(by(child), tx, child.userId, link!.id))).rejects.toThrow(
    'profiles.guardian_decides',
  )
  expect(await may(guardian, child.userId)).toEqual([...ALL])
})

test('a guardian who manages gives a new PIN and a new name, and the child is signed out', async () => {
  const guardian = await makePerson(t)
  const child = await makeWard(t, guardian)
  const aunt = await addGuardian(t, guardian, child.userId, ['view', 'pay', 'consent'])
  const asChild = (token: string) => t.tx((tx) => authenticate(t.ctx(), tx, token))
  await expect(changeWardPin(by(aunt), transact, child.userId, '8264')).rejects.toThrow('kernel.not_found')
  await expect(changeWardPin(by(child), transact, child.userId, '8264')).rejects.toThrow('kernel.not_found')
  await changeWardPin(by(guardian), transact, child.userId, '8264')
  expect(await asChild(child.token)).toBeUndefined()
  await expect(signIn(child.username, PIN)).rejects.toThrow('identity.pin_sign_in_failed')
  const again = await signIn(child.username, '8264')
  const name = newUsername()
  await expect(t.tx((tx) => changeWardUsername(by(aunt), tx, child.userId, name))).rejects.toThrow('kernel.not_found')
  await t.tx((tx) => changeWardUsername(by(guardian), tx, child.userId, name))
  expect(await asChild(again.token)).toBeUndefined()
  await expect(signIn(child.username, '8264')).rejects.toThrow('identity.pin_sign_in_failed')
  const third = await signIn(name, '8264')
  expect(await t.tx((tx) => endWardSessions(by(guardian), tx, child.userId))).toBe(1)
  expect(await asChild(third.token)).toBeUndefined()
  await expect(t.tx((tx) => endWardSessions(by(aunt), tx, child.userId))).rejects.toThrow('kernel.not_found')
})

test('a PIN that is the child’s birthday is refused, for a new child and for a new PIN', async () => {
  const guardian = await makePerson(t)
  await expect(makeWard(t, guardian, { pin: '2001' })).rejects.toThrow('identity.pin_weak')
  const child = await makeWard(t, guardian)
  for (const pin of ['2016', '2001', '200116', '1234', '0000'])
    await expect(changeWardPin(by(guardian), transact, child.userId, pin)).rejects.toThrow('identity.pin_weak')
})

test('a guardian corrects the child’s name and birthday, and never makes an adult', async () => {
  const guardian = await makePerson(t)
  const child = await makeWard(t, guardian)
  const change = (dateOfBirth: Temporal.PlainDate, who: Pick<Person, 'actor'> = guardian) =>
    t.tx((tx) => changeWard(by(who), tx, child.userId, { firstName: 'Omar A', dateOfBirth }))
  await change(TEN.add({ days: 1 }))
  expect((await t.tx((tx) => readWard(by(guardian), tx, child.userId))).profile).toMatchObject({ firstName: 'Omar A' })
  await expect(change(ADULT)).rejects.toMatchObject({
    fields: { date_of_birth: { code: 'profiles.ward_must_be_minor' } },
  })
  await expect(change(TEN, child)).rejects.toThrow('kernel.not_found')
  await change(TEN)
  await expect(change(TEN.add({ days: 2 }))).rejects.toMatchObject({
    fields: { date_of_birth: { code: 'profiles.date_of_birth_locked' } },
  })
})

test('an erased child leaves its name to others and no guardian behind; an erased guardian leaves the child', async () => {
  const guardian = await makePerson(t)
  const [child, sibling] = [await makeWard(t, guardian), await makeWard(t, guardian)]
  expect(JSON.stringify(await t.tx((tx) => exportPerson(t.ctx(), tx, guardian.userId)))).toContain('Omar')
  await t.tx(async (tx) => {
    await erasePerson(t.ctx(), tx, child.userId)
    await eraseUser(t.ctx(), tx, child.userId)
  })
  expect(await may(guardian, child.userId)).toEqual([])
  await expect(signIn(child.username, PIN)).rejects.toThrow('identity.pin_sign_in_failed')
  await makeWard(t, guardian, { username: child.username })
  await t.tx((tx) => erasePerson(t.ctx(), tx, guardian.userId))
  expect((await t.tx((tx) => standing(t.ctx(), tx, sibling.userId))).verified).toBe(false)
  expect(await may(sibling, sibling.userId)).toEqual(['view'])
})
