/** The day a child comes of age: rights end, both sides hear of it, and the account becomes the person's own. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Heard } from '../../../kernel/testing/listener.ts'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { attachContact, phoneContact } from '../../identity/accounts.ts'
import { authenticate, usernameOf } from '../../identity/api.ts'
import { lastMessage, newPhone } from '../../identity/test/make.ts'
import { listInbox } from '../../notifications/notifications.ts'
import { guardiansWith, isChild, standing, wardsOf } from '../api.ts'
import { listInvitations } from '../guardians.ts'
import { changeWardPin } from '../wards.ts'
import { ALL, familyOf, startFamily } from './family.ts'
import { addGuardian, makePerson, makeWard, PIN } from './make.ts'

let t: TestProduct
let start: Temporal.Instant
const heard: Heard[] = []
const { by, transact, may, signIn } = familyOf(() => t)

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
  expect(mine('profiles.came_of_age', 'user_id')).toHaveLength(1)
  expect(mine('profiles.guardian_unlinked', 'child_id')).toHaveLength(2)
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

function civil(date: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(date)
}

function at(local: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime('Africa/Cairo').toInstant()
}
