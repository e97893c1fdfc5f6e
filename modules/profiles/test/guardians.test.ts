/** Journey of a minor: an account without a guardian opens nothing; an adult who is not the child changes that. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { listenTo } from '../../../kernel/testing/listener.ts'
import { productOf, testProduct, type TestProduct } from '../../../kernel/testing/product.ts'
import { access } from '../../access/module.ts'
import { audit } from '../../audit/module.ts'
import { authenticate, suspendUser } from '../../identity/api.ts'
import { identity } from '../../identity/module.ts'
import { lastMessage, makeUser, newEmail, newPhone, warm } from '../../identity/test/make.ts'
import { messaging } from '../../messaging/module.ts'
import {
  acceptInvitation,
  declineInvitation,
  guardianDeclined,
  guardianLinked,
  guardianUnlinked,
  inviteGuardian,
  isGuardianOf,
  putProfile,
  standing,
} from '../api.ts'
import { endInvitation, listInvitations } from '../guardians.ts'
import { leaveWard, listWards } from '../links.ts'
import { profiles } from '../module.ts'
import { ADULT, invite, linkTo, makeMinor, makeMinorWithGuardian, makePerson, MINOR, type Person } from './make.ts'

let t: TestProduct
let start: Temporal.Instant
const { module: listener, subscriptions, heard } = listenTo([guardianLinked, guardianDeclined, guardianUnlinked])

beforeAll(async () => {
  t = await testProduct(
    productOf([audit, access, messaging, identity, profiles, listener], { authenticate, on: subscriptions }),
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

const accept = (person: Person, token: string) => t.tx((tx) => acceptInvitation(t.ctx(person.actor), tx, token))
const decline = (token: string) => t.tx((tx) => declineInvitation(t.ctx({ kind: 'guest' }), tx, token))
const stands = (person: Person) => t.tx((tx) => standing(t.ctx(), tx, person.userId))
const guards = (guardian: Person, child: Person) =>
  t.tx((tx) => isGuardianOf(t.ctx(), tx, guardian.userId, child.userId))
const statuses = async (child: Person) =>
  (await t.tx((tx) => listInvitations(t.ctx(child.actor), tx, child.userId))).map(({ status }) => status)

test('a minor without a guardian has an account and a profile, and is not verified', async () => {
  const child = await makeMinor(t)
  expect(await stands(child)).toEqual({
    hasProfile: true,
    minor: true,
    guardianIds: [],
    verified: false,
    identityCheck: 'not_required',
  })
  await invite(t, child)
  expect((await stands(child)).verified).toBe(false)
})

test('an adult with a proven number is verified at once; without a profile nobody is', async () => {
  expect(await stands(await makePerson(t))).toMatchObject({ minor: false, verified: true })
  const bare = await makeUser(t)
  expect(await t.tx((tx) => standing(t.ctx(), tx, bare.userId))).toMatchObject({ hasProfile: false, verified: false })
})

test('the invited adult accepts: the child is verified, told, and both sides see the link', async () => {
  const { child, guardian } = await makeMinorWithGuardian(t)
  expect(await stands(child)).toMatchObject({ verified: true, guardianIds: [guardian.userId] })
  expect(await guards(guardian, child)).toBe(true)
  expect(await t.tx((tx) => listWards(t.ctx(guardian.actor), tx, guardian.userId))).toMatchObject([
    { childId: child.userId, firstName: 'Moussa' },
  ])
  expect(await t.tx((tx) => listInvitations(t.ctx(child.actor), tx, child.userId))).toMatchObject([
    { status: 'accepted', guardianId: guardian.userId, guardianName: 'Awa' },
  ])
  expect((await lastMessage(t, child.phone))?.key).toBe('profiles.guardian_accepted')
  await t.drain()
  expect(heard).toEqual([
    { event: guardianLinked.name, payload: { child_id: child.userId, guardian_id: guardian.userId } },
  ])
})

test('an invitation by e-mail works the same', async () => {
  const [child, guardian] = [await makeMinor(t), await makePerson(t)]
  const email = newEmail()
  await t.tx((tx) => inviteGuardian(t.ctx(child.actor), tx, child.userId, { relation: 'relative', to: { email } }))
  await accept(guardian, await linkTo(t, email))
  expect(await guards(guardian, child)).toBe(true)
})

test('nobody is their own guardian, by their own number or by their own link', async () => {
  const child = await makeMinor(t)
  const own = inviteGuardianBy(child, child.phone)
  await expect(own).rejects.toThrow('profiles.guardian_self')
  const token = await invite(t, child)
  await expect(accept(child, token)).rejects.toThrow('profiles.guardian_self')
})

test('a minor cannot be a guardian', async () => {
  const [child, friend] = [await makeMinor(t), await makeMinor(t)]
  await expect(accept(friend, await invite(t, child))).rejects.toThrow('profiles.guardian_minor')
  expect((await stands(child)).verified).toBe(false)
})

test('a minor who makes themselves an adult is no guardian until staff have seen a document', async () => {
  const [child, friend] = [await makeMinor(t), await makeMinor(t)]
  await t.tx((tx) => putProfile(t.ctx(friend.actor), tx, friend.userId, { firstName: 'Moussa', dateOfBirth: ADULT }))
  expect(await stands(friend)).toMatchObject({ minor: false, verified: false, identityCheck: 'required' })
  await expect(accept(friend, await invite(t, child))).rejects.toThrow('profiles.guardian_unverified')
})

test('a guardian needs a profile, and a person signed in', async () => {
  const [child, bare] = [await makeMinor(t), await makeUser(t)]
  const token = await invite(t, child)
  await expect(accept(bare, token)).rejects.toThrow('profiles.no_profile')
  await expect(t.tx((tx) => acceptInvitation(t.ctx({ kind: 'guest' }), tx, token))).rejects.toThrow(
    'kernel.sign_in_required',
  )
})

test('an adult needs no guardian, when inviting and when the answer comes', async () => {
  const adult = await makePerson(t)
  await expect(inviteGuardianBy(adult, newPhone())).rejects.toThrow('profiles.not_a_minor')
  const child = await makeMinor(t)
  const token = await invite(t, child)
  await t.tx((tx) => putProfile(t.ctx(child.actor), tx, child.userId, { firstName: 'Moussa', dateOfBirth: ADULT }))
  await expect(accept(adult, token)).rejects.toThrow('profiles.child_of_age')
})

test('the invited person declines, without an account: the child is told and stays unverified', async () => {
  const child = await makeMinor(t)
  const token = await invite(t, child)
  t.clock.advance({ seconds: 1 })
  await decline(token)
  expect(await statuses(child)).toEqual(['declined'])
  expect((await stands(child)).verified).toBe(false)
  expect((await lastMessage(t, child.phone))?.key).toBe('profiles.guardian_declined')
  await expect(accept(await makePerson(t), token)).rejects.toThrow('profiles.invitation_answered')
  await expect(decline(token)).rejects.toThrow('profiles.invitation_answered')
  await t.drain()
  expect(heard).toEqual([{ event: guardianDeclined.name, payload: { child_id: child.userId } }])
})

test('an invitation is good for seven days, by the clock and not by the sweep', async () => {
  const [child, adult] = [await makeMinor(t), await makePerson(t)]
  const token = await invite(t, child)
  const sent = t.clock.now()
  t.clock.set(sent.add({ hours: 7 * 24 }))
  expect(await statuses(child)).toEqual(['expired'])
  await expect(accept(adult, token)).rejects.toThrow('profiles.invitation_expired')
  await expect(decline(token)).rejects.toThrow('profiles.invitation_expired')
  t.clock.set(sent.add({ hours: 7 * 24 }).subtract({ seconds: 1 }))
  await accept(adult, token)
})

test('the sweep marks what waited too long, and only that', async () => {
  const child = await makeMinor(t)
  await invite(t, child)
  t.clock.advance({ days: 4 })
  await invite(t, child)
  t.clock.advance({ days: 4 })
  await t.runCron()
  const stored = await t.asOwner(
    async (client) =>
      (
        await client.query('select status from profiles.guardian_link where child_id = $1 order by invited_at', [
          child.userId,
        ])
      ).rows,
  )
  expect(stored).toEqual([{ status: 'expired' }, { status: 'invited' }])
})

test('a contact has one open invitation of a child; another once the first is over', async () => {
  const child = await makeMinor(t)
  const phone = newPhone()
  await invite(t, child, phone)
  await expect(inviteGuardianBy(child, phone)).rejects.toThrow('profiles.already_invited')
  t.clock.advance({ days: 7 })
  await expect(inviteGuardianBy(child, phone)).resolves.toMatchObject({ status: 'invited' })
})

test('a child sends five invitations a day', async () => {
  const child = await makeMinor(t)
  for (let i = 0; i < 5; i++) await inviteGuardianBy(child, newPhone())
  await expect(inviteGuardianBy(child, newPhone())).rejects.toThrow('kernel.too_many_requests')
  t.clock.advance({ days: 1 })
  await expect(inviteGuardianBy(child, newPhone())).resolves.toBeDefined()
})

test('an invitation taken back cannot be answered', async () => {
  const [child, adult] = [await makeMinor(t), await makePerson(t)]
  const token = await invite(t, child)
  const [open] = await t.tx((tx) => listInvitations(t.ctx(child.actor), tx, child.userId))
  await t.tx((tx) => endInvitation(t.ctx(child.actor), tx, child.userId, open!.id))
  await expect(accept(adult, token)).rejects.toThrow('profiles.invitation_invalid')
  await expect(accept(adult, token.slice(0, -3) + 'AAA')).rejects.toThrow('profiles.invitation_invalid')
})

test('a child may have several guardians; each counts while the account behind is sound', async () => {
  const { child, guardian } = await makeMinorWithGuardian(t)
  const second = await makePerson(t)
  await accept(second, await invite(t, child))
  expect((await stands(child)).guardianIds).toEqual([guardian.userId, second.userId])
  await t.tx((tx) => suspendUser(t.ctx(), tx, guardian.userId, 'fraud'))
  expect((await stands(child)).verified).toBe(true)
  await t.tx((tx) => suspendUser(t.ctx(), tx, second.userId, 'fraud'))
  expect((await stands(child)).verified).toBe(false)
})

test('the same adult is a child’s guardian once', async () => {
  const { child, guardian } = await makeMinorWithGuardian(t)
  await expect(accept(guardian, await invite(t, child))).rejects.toThrow('profiles.already_guardian')
})

test('either side ends the link; the child is unverified again', async () => {
  const { child, guardian } = await makeMinorWithGuardian(t)
  await t.tx((tx) => leaveWard(t.ctx(guardian.actor), tx, guardian.userId, child.userId))
  expect(await stands(child)).toMatchObject({ verified: false, guardianIds: [] })
  expect(await guards(guardian, child)).toBe(false)
  expect(await t.tx((tx) => listWards(t.ctx(guardian.actor), tx, guardian.userId))).toEqual([])
  await expect(t.tx((tx) => leaveWard(t.ctx(guardian.actor), tx, guardian.userId, child.userId))).rejects.toThrow(
    'profiles.link_missing',
  )

  const other = await makeMinorWithGuardian(t)
  const [link] = await t.tx((tx) => listInvitations(t.ctx(other.child.actor), tx, other.child.userId))
  await t.tx((tx) => endInvitation(t.ctx(other.child.actor), tx, other.child.userId, link!.id))
  expect(await guards(other.guardian, other.child)).toBe(false)
  await t.drain()
  expect(heard.filter(({ event }) => event === guardianUnlinked.name)).toHaveLength(2)
})

test('coming of age ends the guardians’ rights on the day itself, and the sweep ends the link', async () => {
  const { child, guardian } = await makeMinorWithGuardian(t)
  const eve = MINOR.add({ years: 18 }).subtract({ days: 1 }).toZonedDateTime('UTC').add({ hours: 23, minutes: 59 })
  t.clock.set(eve.toInstant())
  expect(await guards(guardian, child)).toBe(true)
  t.clock.advance({ minutes: 1 })
  expect(await guards(guardian, child)).toBe(false)
  expect(await stands(child)).toMatchObject({ minor: false, guardianIds: [], verified: true })
  heard.length = 0
  await t.runCron()
  await t.runCron()
  expect(await statuses(child)).toEqual(['came_of_age'])
  expect(
    heard.filter(({ event, payload }) => event === guardianUnlinked.name && payload['child_id'] === child.userId),
  ).toHaveLength(1)
})

test('ten accept one link at once: one becomes the guardian', async () => {
  await warm(t)
  const child = await makeMinor(t)
  const token = await invite(t, child)
  const adults: Person[] = []
  for (let i = 0; i < 10; i++) adults.push(await makePerson(t))
  const answers = await Promise.allSettled(adults.map((adult) => accept(adult, token)))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const answer of answers)
    if (answer.status === 'rejected') expect(String(answer.reason)).toContain('profiles.invitation_answered')
  expect((await stands(child)).guardianIds).toHaveLength(1)
})

test('one adult accepts two links of a child at once: one link', async () => {
  await warm(t)
  const [child, adult] = [await makeMinor(t), await makePerson(t)]
  const tokens = [await invite(t, child), await invite(t, child)]
  const answers = await Promise.allSettled(tokens.map((token) => accept(adult, token)))
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect((await stands(child)).guardianIds).toEqual([adult.userId])
})

test('yes and no at once: one of them counts', async () => {
  await warm(t)
  const [child, adult] = [await makeMinor(t), await makePerson(t)]
  const token = await invite(t, child)
  const answers = await Promise.allSettled([accept(adult, token), decline(token)])
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

function inviteGuardianBy(person: Person, phone: string) {
  return t.tx((tx) => inviteGuardian(t.ctx(person.actor), tx, person.userId, { relation: 'parent', to: { phone } }))
}
