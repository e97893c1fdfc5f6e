/** Children whom a guardian added: who may act for them, who looks after them, and the day they come of age. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { Type } from 'typebox'
import { on } from '../../../kernel/events/event.ts'
import { defineJob } from '../../../kernel/jobs/job.ts'
import { defineModule } from '../../../kernel/module.ts'
import { productOf, testProduct, type TestProduct } from '../../../kernel/testing/product.ts'
import { access } from '../../access/module.ts'
import { assignRole } from '../../access/api.ts'
import { audit } from '../../audit/module.ts'
import { attachContact, phoneContact } from '../../identity/accounts.ts'
import { authenticate, contactVerified, suspendUser, usernameOf } from '../../identity/api.ts'
import { identity } from '../../identity/module.ts'
import { eraseUser } from '../../identity/accounts.ts'
import { lastMessage, makeUser, newPhone, warm } from '../../identity/test/make.ts'
import { signInByUsername } from '../../identity/usernames.ts'
import { messaging } from '../../messaging/module.ts'
import { tellOfAge } from '../../notifications/jobs.ts'
import { notifications } from '../../notifications/module.ts'
import { listInbox } from '../../notifications/notifications.ts'
import {
  acceptInvitation,
  addWard,
  cameOfAge,
  dateOfBirthOf,
  guardianLinked,
  guardianUnlinked,
  guardiansWith,
  inviteFurtherGuardian,
  inviteGuardian,
  isChild,
  listWards,
  putProfile,
  removeGuardian,
  requireOver,
  setCapabilities,
  standing,
  wardsOf,
  type Capability,
} from '../api.ts'
import { decideIdentity } from '../checks.ts'
import { endInvitation, listInvitations, withdrawInvitation } from '../guardians.ts'
import { endUsername, tellGuardians } from '../jobs.ts'
import { leaveWard } from '../links.ts'
import { profiles } from '../module.ts'
import { erasePerson, exportPerson } from '../personal-data.ts'
import { changeWard, changeWardPin, changeWardUsername, endWardSessions, readWard } from '../wards.ts'
import {
  addGuardian,
  ADULT,
  linkTo,
  makeMinor,
  makePerson,
  makeWard,
  MINOR,
  newUsername,
  PIN,
  TEN,
  WARDS,
  type Person,
} from './make.ts'

const ALL = ['view', 'pay', 'consent', 'manage'] as const
let t: TestProduct
let start: Temporal.Instant
const heard: { event: string; payload: Record<string, string> }[] = []

const listener = (name: string) =>
  defineJob({
    name: `listener.${name}`,
    payload: Type.Record(Type.String(), Type.String()),
    run: async ({ payload }) => void heard.push({ event: name, payload }),
  })
const [linked, unlinked, ofAge] = [listener('linked'), listener('unlinked'), listener('of_age')]
const listeners = defineModule({
  name: 'listener',
  folder: import.meta.dirname,
  placement: {},
  jobs: [linked, unlinked, ofAge],
})

beforeAll(async () => {
  t = await testProduct(
    productOf([audit, access, messaging, identity, profiles, notifications, listeners], {
      authenticate,
      locales: ['ar-EG', 'en'],
      timeZone: 'Africa/Cairo',
      policy: { profiles: WARDS, access: { roles: { support: ['identity.view'], operations: ['profiles.verify'] } } },
      on: [
        on(guardianLinked, linked),
        on(guardianUnlinked, unlinked),
        on(cameOfAge, ofAge, tellGuardians, tellOfAge),
        on(contactVerified, endUsername),
      ],
    }),
  )
  start = t.clock.now()
})
afterAll(() => t.close())
beforeEach(async () => {
  await t.drain()
  start = start.add({ hours: 48 })
  t.clock.set(start)
  heard.length = 0
})

const over = (who: Pick<Person, 'actor'>, childId: string, capability: Capability, staff?: string) =>
  t.tx((tx) => requireOver(t.ctx(who.actor), tx, childId, capability, staff))
const may = async (who: Pick<Person, 'actor'>, childId: string) => {
  const held: Capability[] = []
  for (const capability of ALL)
    await over(who, childId, capability).then(
      () => held.push(capability),
      (error: Error) => expect(error.message).toBe('kernel.not_found'),
    )
  return held
}
const by = (who: Pick<Person, 'actor'>) => t.ctx(who.actor)
const transact = <T>(body: Parameters<typeof t.tx<T>>[0]) => t.tx(body)
let asked = 0
const signIn = (username: string, pin: string) => {
  const origin = { ip: `198.51.${++asked >> 8}.${asked & 255}`, userAgent: '' }
  return signInByUsername({ ...t.ctx({ kind: 'guest' }), origin }, transact, { username, pin })
}

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
  expect(heard).toEqual([{ event: 'linked', payload: { child_id: child.userId, guardian_id: guardian.userId } }])
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

test('an invitation a child sent is void once another adult is its guardian', async () => {
  const [child, mother, friend] = [await makeMinor(t), await makePerson(t), await makePerson(t)]
  const asking = async (phone: string) => {
    t.clock.advance({ seconds: 1 })
    await t.tx((tx) => inviteGuardian(by(child), tx, child.userId, { relation: 'parent', to: { phone } }))
    return linkTo(t, phone)
  }
  const tokens = [await asking(mother.phone), await asking(friend.phone)]
  await t.tx((tx) => acceptInvitation(by(mother), tx, tokens[0]!))
  await expect(t.tx((tx) => acceptInvitation(by(friend), tx, tokens[1]!))).rejects.toThrow(
    'profiles.invitation_invalid',
  )
})

test('the first guardian invites a second, who holds what was given and no more', async () => {
  const guardian = await makePerson(t, { firstName: 'Mona' })
  const child = await makeWard(t, guardian)
  const second = await addGuardian(t, guardian, child.userId, ['view', 'consent'])
  expect(await may(second, child.userId)).toEqual(['view', 'consent'])
  expect((await lastMessage(t, guardian.phone))?.key).toBe('profiles.further_guardian_accepted')
  const input = { relation: 'relative', to: { phone: newPhone() }, capabilities: ['view'] } as const
  await expect(t.tx((tx) => inviteFurtherGuardian(by(second), tx, child.userId, input))).rejects.toThrow(
    'kernel.not_found',
  )
  const own = { ...input, to: { phone: guardian.phone } }
  await expect(t.tx((tx) => inviteFurtherGuardian(by(guardian), tx, child.userId, own))).rejects.toThrow(
    'profiles.already_guardian',
  )
})

test('nobody makes the child its own guardian through its own number', async () => {
  const guardian = await makePerson(t)
  const child = await makeWard(t, guardian)
  const phone = newPhone()
  await t.tx(async (tx) => attachContact(by(child), tx, child.userId, phoneContact(t.ctx(), phone)))
  const input = { relation: 'parent', to: { phone }, capabilities: ['view'] } as const
  await expect(t.tx((tx) => inviteFurtherGuardian(by(guardian), tx, child.userId, input))).rejects.toThrow(
    'profiles.guardian_self',
  )
})

test('an invitation of a guardian who left, or no longer manages, is void', async () => {
  const guardian = await makePerson(t)
  const child = await makeWard(t, guardian)
  const second = await addGuardian(t, guardian, child.userId, [...ALL])
  const [left, demoted] = [await makePerson(t), await makePerson(t)]
  const input = { relation: 'relative', capabilities: ['view'] } as const
  const invite = async (from: Person, to: Person) => {
    t.clock.advance({ seconds: 1 })
    const asked = { ...input, to: { phone: to.phone } }
    await t.tx((tx) => inviteFurtherGuardian(by(from), tx, child.userId, asked))
    return linkTo(t, to.phone)
  }
  const token = await invite(guardian, demoted)
  await t.tx((tx) => setCapabilities(by(second), tx, child.userId, guardian.userId, ['view', 'pay']))
  await expect(t.tx((tx) => acceptInvitation(by(demoted), tx, token))).rejects.toThrow('profiles.invitation_invalid')
  await t.tx((tx) => setCapabilities(by(second), tx, child.userId, guardian.userId, [...ALL]))
  const other = await invite(second, left)
  await t.tx((tx) => leaveWard(by(second), tx, second.userId, child.userId))
  await expect(t.tx((tx) => acceptInvitation(by(left), tx, other))).rejects.toThrow('profiles.invitation_invalid')
})

test('an invitation taken back cannot be accepted; one that was cannot be taken back', async () => {
  const [guardian, aunt] = [await makePerson(t), await makePerson(t)]
  const child = await makeWard(t, guardian)
  const asked = { relation: 'relative', to: { phone: aunt.phone }, capabilities: ['view'] } as const
  const { id } = await t.tx((tx) => inviteFurtherGuardian(by(guardian), tx, child.userId, asked))
  const token = await linkTo(t, aunt.phone)
  await expect(t.tx((tx) => withdrawInvitation(by(aunt), tx, child.userId, id))).rejects.toThrow('kernel.not_found')
  for (let i = 0; i < 2; i++) await t.tx((tx) => withdrawInvitation(by(guardian), tx, child.userId, id))
  await expect(t.tx((tx) => acceptInvitation(by(aunt), tx, token))).rejects.toThrow('profiles.invitation_invalid')
  await addGuardian(t, guardian, child.userId, ['view'])
  const accepted = (await t.tx((tx) => listInvitations(by(guardian), tx, child.userId))).find(
    (link) => link.status === 'accepted' && link.guardianId !== guardian.userId,
  )
  await expect(t.tx((tx) => withdrawInvitation(by(guardian), tx, child.userId, accepted!.id))).rejects.toThrow(
    'profiles.invitation_answered',
  )
})

test('a child has four guardians and no more', async () => {
  const guardian = await makePerson(t)
  const child = await makeWard(t, guardian)
  for (let i = 0; i < 3; i++) {
    await addGuardian(t, guardian, child.userId, ['view'])
    t.clock.advance({ seconds: 1 })
  }
  await expect(addGuardian(t, guardian, child.userId, ['view'])).rejects.toThrow('profiles.too_many_guardians')
})

test('somebody goes on managing the account: neither taken away, nor left, nor removed', async () => {
  const guardian = await makePerson(t)
  const child = await makeWard(t, guardian)
  const second = await addGuardian(t, guardian, child.userId, ['view', 'consent'])
  const set = (who: Person, whom: Person, capabilities: readonly Capability[]) =>
    t.tx((tx) => setCapabilities(by(who), tx, child.userId, whom.userId, capabilities))
  await expect(set(guardian, guardian, ['view'])).rejects.toThrow('profiles.last_manager')
  await expect(set(second, second, [...ALL])).rejects.toThrow('kernel.not_found')
  await expect(t.tx((tx) => leaveWard(by(guardian), tx, guardian.userId, child.userId))).rejects.toThrow(
    'profiles.last_manager',
  )
  await expect(t.tx((tx) => removeGuardian(by(guardian), tx, child.userId, guardian.userId))).rejects.toThrow(
    'profiles.last_manager',
  )
  await set(guardian, second, [...ALL])
  expect((await lastMessage(t, second.phone))?.key).toBe('profiles.capabilities_changed')
  await t.tx((tx) => leaveWard(by(guardian), tx, guardian.userId, child.userId))
  expect(await may(guardian, child.userId)).toEqual([])
  expect(await may(second, child.userId)).toEqual([...ALL])
  await t.drain()
  expect(heard.filter(({ event }) => event === 'unlinked')).toHaveLength(1)
})

test('a guardian who only sees or pays may always leave', async () => {
  const guardian = await makePerson(t)
  const child = await makeWard(t, guardian)
  const aunt = await addGuardian(t, guardian, child.userId, ['pay'])
  await t.tx((tx) => leaveWard(by(aunt), tx, aunt.userId, child.userId))
  expect(await may(aunt, child.userId)).toEqual([])
})

test('a guardian who is removed is told, and sees nothing any more', async () => {
  const guardian = await makePerson(t)
  const child = await makeWard(t, guardian)
  const second = await addGuardian(t, guardian, child.userId, [...ALL])
  t.clock.advance({ seconds: 1 })
  await t.tx((tx) => removeGuardian(by(guardian), tx, child.userId, second.userId))
  expect((await lastMessage(t, second.phone))?.key).toBe('profiles.guardian_removed')
  await expect(t.tx((tx) => readWard(by(second), tx, child.userId))).rejects.toThrow('kernel.not_found')
  await expect(t.tx((tx) => removeGuardian(by(guardian), tx, child.userId, second.userId))).rejects.toThrow(
    'profiles.link_missing',
  )
})

test('two guardians remove each other at once: one stays', async () => {
  await warm(t)
  for (let round = 0; round < 3; round++) {
    const guardian = await makePerson(t)
    const child = await makeWard(t, guardian)
    const second = await addGuardian(t, guardian, child.userId, [...ALL])
    const answers = await Promise.allSettled([
      t.tx((tx) => removeGuardian(by(guardian), tx, child.userId, second.userId)),
      t.tx((tx) => removeGuardian(by(second), tx, child.userId, guardian.userId)),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await t.tx((tx) => guardiansWith(t.ctx(), tx, child.userId, 'manage'))).toHaveLength(1)
  }
})

test('two guardians leave, or give up managing, at once: one still manages', async () => {
  await warm(t)
  const guardian = await makePerson(t)
  const child = await makeWard(t, guardian)
  const second = await addGuardian(t, guardian, child.userId, [...ALL])
  const answers = await Promise.allSettled([
    t.tx((tx) => leaveWard(by(guardian), tx, guardian.userId, child.userId)),
    t.tx((tx) => setCapabilities(by(second), tx, child.userId, second.userId, ['view'])),
  ])
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await t.tx((tx) => guardiansWith(t.ctx(), tx, child.userId, 'manage'))).toHaveLength(1)
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

test('coming of age: guardians’ rights end at midnight in Cairo, both sides are told, history and sign-in stay', async () => {
  const guardian = await makePerson(t)
  const dateOfBirth = civil('2008-10-10')
  const child = await makeWard(t, guardian, { dateOfBirth })
  const second = await addGuardian(t, guardian, child.userId, ['view', 'pay'])
  await t.drain()
  // Half past eight in the evening of the ninth in London is half past eleven in Cairo, where it is summer time.
  t.clock.set(at('2026-10-09T23:59:59'))
  expect(await may(guardian, child.userId)).toEqual([...ALL])
  expect(await t.tx((tx) => isChild(t.ctx(), tx, child.userId))).toBe(true)
  t.clock.set(at('2026-10-10T00:00:00'))
  expect(await may(guardian, child.userId)).toEqual([])
  expect(await t.tx((tx) => guardiansWith(t.ctx(), tx, child.userId, 'pay'))).toEqual([])
  expect(await t.tx((tx) => wardsOf(t.ctx(), tx, guardian.userId))).toEqual([])
  expect(await may(child, child.userId)).toEqual([...ALL])
  heard.length = 0
  await t.runCron()
  await t.runCron()
  await t.drain()
  const mine = (event: string, key: string) =>
    heard.filter((one) => one.event === event && one.payload[key] === child.userId)
  expect(mine('of_age', 'user_id')).toHaveLength(1)
  expect(mine('unlinked', 'child_id')).toHaveLength(2)
  for (const one of [guardian, second])
    expect((await lastMessage(t, one.phone))?.key).toBe('profiles.guardianship_over')
  const inbox = await t.tx((tx) => listInbox(by(child), tx, child.userId, { after: undefined, limit: 10 }))
  expect(inbox.map(({ message_key: key }) => key)).toEqual(['profiles.of_age'])

  // Nobody is left who could be asked: not verified until there is a contact, which then takes the place of name and PIN.
  expect((await t.tx((tx) => standing(t.ctx(), tx, child.userId))).verified).toBe(false)
  const session = await signIn(child.username, PIN)
  await expect(changeWardPin(by(guardian), transact, child.userId, '8264')).rejects.toThrow('kernel.not_found')
  await t.tx((tx) => attachContact(by(child), tx, child.userId, phoneContact(t.ctx(), newPhone())))
  await t.drain()
  expect((await t.tx((tx) => standing(t.ctx(), tx, child.userId))).verified).toBe(true)
  expect(await t.tx((tx) => usernameOf(t.ctx(), tx, child.userId))).toBeUndefined()
  await expect(signIn(child.username, PIN)).rejects.toThrow('identity.pin_sign_in_failed')
  expect(await t.tx((tx) => authenticate(t.ctx(), tx, session.token))).toMatchObject({ userId: child.userId })
})

test('whoever was born on 29 February comes of age on 1 March', async () => {
  const guardian = await makePerson(t)
  t.clock.set(at('2026-01-10T10:00:00'))
  const child = await makeWard(t, guardian, { dateOfBirth: civil('2008-02-29') })
  t.clock.set(at('2026-02-28T23:59:59'))
  await t.runCron()
  expect(await may(guardian, child.userId)).toEqual([...ALL])
  t.clock.set(at('2026-03-01T00:00:00'))
  expect(await may(guardian, child.userId)).toEqual([])
  await t.runCron()
  const [link] = await t.tx((tx) => listInvitations(t.ctx(), tx, child.userId))
  expect(link?.status).toBe('came_of_age')
})

test('a child with a number of its own keeps name and PIN until it is of age', async () => {
  const guardian = await makePerson(t)
  const child = await makeWard(t, guardian, { dateOfBirth: civil('2008-10-10') })
  await t.tx((tx) => attachContact(by(child), tx, child.userId, phoneContact(t.ctx(), newPhone())))
  await t.drain()
  expect((await signIn(child.username, PIN)).userId).toBe(child.userId)
  t.clock.set(at('2026-10-10T00:00:00'))
  await t.runCron()
  await expect(signIn(child.username, PIN)).rejects.toThrow('identity.pin_sign_in_failed')
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

test('a minor who signed up alone may still ask a first guardian', async () => {
  const [child, mother] = [await makePerson(t, { dateOfBirth: MINOR }), await makePerson(t)]
  await t.tx((tx) => inviteGuardian(by(child), tx, child.userId, { relation: 'parent', to: { phone: mother.phone } }))
  await t.tx(async (tx) => acceptInvitation(by(mother), tx, await linkTo(t, mother.phone)))
  expect(await may(mother, child.userId)).toEqual([...ALL])
})

function civil(date: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(date)
}

function at(local: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime('Africa/Cairo').toInstant()
}
