/** Several guardians of one child: inviting, what each may do, leaving and removing, and that somebody always manages. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Heard } from '../../../kernel/testing/listener.ts'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { attachContact, phoneContact } from '../../identity/accounts.ts'
import { lastMessage, newPhone, warm } from '../../identity/test/make.ts'
import {
  acceptInvitation,
  guardiansWith,
  inviteFurtherGuardian,
  inviteGuardian,
  removeGuardian,
  setCapabilities,
  type Capability,
} from '../api.ts'
import { listInvitations, withdrawInvitation } from '../guardians.ts'
import { leaveWard } from '../links.ts'
import { readWard } from '../wards.ts'
import { ALL, familyOf, startFamily } from './family.ts'
import { addGuardian, linkTo, makeMinor, makePerson, makeWard, MINOR, type Person } from './make.ts'

let t: TestProduct
let start: Temporal.Instant
const heard: Heard[] = []
const { by, may } = familyOf(() => t)

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
  expect(heard.filter(({ event }) => event === 'profiles.guardian_unlinked')).toHaveLength(1)
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

test('a minor who signed up alone may still ask a first guardian', async () => {
  const [child, mother] = [await makePerson(t, { dateOfBirth: MINOR }), await makePerson(t)]
  await t.tx((tx) => inviteGuardian(by(child), tx, child.userId, { relation: 'parent', to: { phone: mother.phone } }))
  await t.tx(async (tx) => acceptInvitation(by(mother), tx, await linkTo(t, mother.phone)))
  expect(await may(mother, child.userId)).toEqual([...ALL])
})
