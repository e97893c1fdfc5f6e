/** What the tests of profiles share: the product, people of an age, and the invitations sent to them. */
import { productOf, testProduct, type TestProduct } from '../../../kernel/testing/product.ts'
import type { Product } from '../../../kernel/module.ts'
import { access } from '../../access/module.ts'
import { audit } from '../../audit/module.ts'
import { authenticate, startSession } from '../../identity/api.ts'
import { identity } from '../../identity/module.ts'
import { lastMessage, makeUser, newPhone } from '../../identity/test/make.ts'
import { messaging } from '../../messaging/module.ts'
import {
  acceptInvitation,
  addWard,
  inviteFurtherGuardian,
  inviteGuardian,
  putProfile,
  type Capability,
  type NewWard,
  type ProfileInput,
} from '../api.ts'
import { profiles } from '../module.ts'

export const ADULT = Temporal.PlainDate.from('1990-06-15')
/** Sixteen on the first day of the tests. */
export const MINOR = Temporal.PlainDate.from('2009-06-15')

export function startProfiles(spec: Partial<Product> = {}): Promise<TestProduct> {
  return testProduct(
    productOf([audit, access, messaging, identity, profiles], {
      policy: { access: { roles: { operations: ['profiles.verify'] } } },
      authenticate,
      ...spec,
    }),
  )
}

export type Person = Awaited<ReturnType<typeof makePerson>>

/** A signed-in person with a profile. */
export async function makePerson(t: TestProduct, input: Partial<ProfileInput> = {}) {
  const user = await makeUser(t)
  await t.tx((tx) => putProfile(t.ctx(user.actor), tx, user.userId, { firstName: 'Awa', dateOfBirth: ADULT, ...input }))
  return user
}

export const makeMinor = (t: TestProduct) => makePerson(t, { firstName: 'Moussa', dateOfBirth: MINOR })

/** Invites by SMS and gives the token of the link that was sent. */
export async function invite(t: TestProduct, child: Person, phone = newPhone()): Promise<string> {
  t.clock.advance({ seconds: 1 })
  await t.tx((tx) => inviteGuardian(t.ctx(child.actor), tx, child.userId, { relation: 'parent', to: { phone } }))
  return linkTo(t, phone)
}

export async function linkTo(t: TestProduct, address: string): Promise<string> {
  return /guardian\/([\w-]+)/.exec((await lastMessage(t, address))!.body)![1]!
}

/** A minor with an accepted guardian. */
export async function makeMinorWithGuardian(t: TestProduct): Promise<{ child: Person; guardian: Person }> {
  const [child, guardian] = [await makeMinor(t), await makePerson(t)]
  const token = await invite(t, child, guardian.phone)
  await t.tx((tx) => acceptInvitation(t.ctx(guardian.actor), tx, token))
  return { child, guardian }
}

/** The policy of products whose guardians add children. */
export const WARDS = { wardsMax: 8, guardiansMax: 4, guardiansChosenBy: 'guardian' } as const
/** Ten on the first day of the tests. */
export const TEN = Temporal.PlainDate.from('2016-01-20')
export const PIN = '4719'

let named = 0
export const newUsername = (): string => `omar${++named}x${Math.floor(Math.random() * 1e6).toString(36)}`

/** A child whom the guardian added, signed in. The product's policy must let guardians add children (`WARDS`). */
export async function makeWard(t: TestProduct, guardian: Pick<Person, 'actor'>, input: Partial<NewWard> = {}) {
  const username = input.username ?? newUsername()
  const ward = { firstName: 'Omar', dateOfBirth: TEN, relation: 'parent', pin: PIN, ...input, username } as const
  const { childId: userId } = await addWard(t.ctx(guardian.actor), (body) => t.tx(body), ward)
  const { token } = await t.tx((tx) => startSession(t.ctx(), tx, userId, { label: 'Test', ip: '203.0.113.7' }))
  const actor = (await t.tx((tx) => authenticate(t.ctx(), tx, token)))!
  return { userId, token, actor, username }
}

/** Another guardian of the child, invited by the first. */
export async function addGuardian(
  t: TestProduct,
  first: Person,
  childId: string,
  capabilities: readonly Capability[],
): Promise<Person> {
  const second = await makePerson(t, { firstName: 'Karim' })
  const input = { relation: 'parent', to: { phone: second.phone }, capabilities } as const
  await t.tx((tx) => inviteFurtherGuardian(t.ctx(first.actor), tx, childId, input))
  const token = await linkTo(t, second.phone)
  await t.tx((tx) => acceptInvitation(t.ctx(second.actor), tx, token))
  return second
}
