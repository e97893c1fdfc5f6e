/** What the tests of children and their guardians share: a product in Cairo whose events are heard, and who may do what. */
import { expect } from 'vitest'
import type { Context } from '../../../kernel/context.ts'
import type { Tx } from '../../../kernel/db/tx.ts'
import { on } from '../../../kernel/events/event.ts'
import { listenTo, type Heard } from '../../../kernel/testing/listener.ts'
import { productOf, testProduct, type TestProduct } from '../../../kernel/testing/product.ts'
import { access } from '../../access/module.ts'
import { audit } from '../../audit/module.ts'
import { authenticate, contactVerified } from '../../identity/api.ts'
import { identity } from '../../identity/module.ts'
import { signInByUsername } from '../../identity/usernames.ts'
import { messaging } from '../../messaging/module.ts'
import { tellOfAge } from '../../notifications/jobs.ts'
import { notifications } from '../../notifications/module.ts'
import { cameOfAge, guardianLinked, guardianUnlinked, requireOver, type Capability } from '../api.ts'
import { endUsername, tellGuardians } from '../jobs.ts'
import { profiles } from '../module.ts'
import { WARDS, type Person } from './make.ts'

export const ALL = ['view', 'pay', 'consent', 'manage'] as const

/** The product; `heard` gets what it emits about links and ages. */
export function startFamily(heard: Heard[]): Promise<TestProduct> {
  const { module: listener, subscriptions } = listenTo([guardianLinked, guardianUnlinked, cameOfAge], heard)
  return testProduct(
    productOf([audit, access, messaging, identity, profiles, notifications, listener], {
      authenticate,
      locales: ['ar-EG', 'en'],
      timeZone: 'Africa/Cairo',
      policy: { profiles: WARDS, access: { roles: { support: ['identity.view'], operations: ['profiles.verify'] } } },
      on: [...subscriptions, on(cameOfAge, tellGuardians, tellOfAge), on(contactVerified, endUsername)],
    }),
  )
}

type Who = Pick<Person, 'actor'>
let asked = 0

/** What people do, in the product that `product` gives. */
export function familyOf(product: () => TestProduct) {
  const by = (who: Who): Context => product().ctx(who.actor)
  const transact = <T>(body: (tx: Tx) => Promise<T>) => product().tx(body)
  const over = (who: Who, childId: string, capability: Capability, staff?: string) =>
    transact((tx) => requireOver(by(who), tx, childId, capability, staff))
  /** What the person may do for the child; what they may not is refused as if there were no child. */
  const may = async (who: Who, childId: string) => {
    const held: Capability[] = []
    for (const capability of ALL)
      await over(who, childId, capability).then(
        () => held.push(capability),
        (error: Error) => expect(error.message).toBe('kernel.not_found'),
      )
    return held
  }
  /** From an address of its own each time. */
  const signIn = (username: string, pin: string) => {
    const origin = { ip: `198.51.${++asked >> 8}.${asked & 255}`, userAgent: '' }
    return signInByUsername({ ...product().ctx({ kind: 'guest' }), origin }, transact, { username, pin })
  }
  return { by, transact, over, may, signIn }
}
