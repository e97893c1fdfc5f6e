/** Children, their guardians, and the provider's stand-in: for the tests of consent by guardians. */
import { startWave, type Wave } from '../../../simulators/wave/server.ts'
import { on } from '../../../kernel/events/event.ts'
import { listenTo, type Heard } from '../../../kernel/testing/listener.ts'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { beside, type Beside } from '../../../kernel/testing/provider.ts'
import { userId } from '../../identity/api.ts'
import { lastMessage, newPhone } from '../../identity/test/make.ts'
import {
  chargeDisputed,
  chargeExpired,
  chargeFailed,
  chargeSucceeded,
  paymentIds,
  refundFailed,
  refundSucceeded,
} from '../../payments/api.ts'
import { acceptInvitation, cameOfAge, consentRightTaken, guardianUnlinked } from '../../profiles/api.ts'
import { invite, makePerson, MINOR, type Person } from '../../profiles/test/make.ts'
import { consentGiven, consentWithdrawn, type ConsentPolicy } from '../api.ts'
import { requestId } from '../ids.ts'
import * as follow from '../jobs.ts'
import { requestTo } from '../requests.ts'
import { hashOfText, policyWith, startConsent } from './make.ts'
import type { Module, Product, Subscription } from '../../../kernel/module.ts'

const SECRET = 'wave_sn_WHS_example_not_a_secret'

export interface Family extends Beside {
  readonly t: TestProduct
  readonly wave: Wave
  /** The events of consent, in order. */
  readonly heard: Heard[]
}

interface More {
  readonly modules?: Module[]
  readonly on?: readonly Subscription[]
  readonly policy?: Readonly<Record<string, unknown>>
  readonly env?: Record<string, string>
  readonly held?: Product['held']
}

export async function startFamily(policy: ConsentPolicy = policyWith(), more: More = {}): Promise<Family> {
  const wave = await startWave({ webhookSecret: SECRET, retryMs: [10, 10, 10] })
  const { module, subscriptions, heard } = listenTo([consentGiven, consentWithdrawn])
  const t = await startConsent(policy, {
    modules: [module, ...(more.modules ?? [])],
    policy: more.policy ?? {},
    held: more.held,
    env: { WAVE_API_URL: wave.url, WAVE_WEBHOOK_SECRET: SECRET, WAVE_TIMEOUT_MS: '2000', ...more.env },
    on: [
      on(chargeSucceeded, follow.recordProof),
      on(chargeFailed, follow.noteDeclinedProof),
      on(chargeExpired, follow.noteExpiredProof),
      on(chargeDisputed, follow.noteDisputedProof),
      on(refundSucceeded, follow.noteProofRefunded),
      on(refundFailed, follow.noteProofRefundFailed),
      on(guardianUnlinked, follow.followEndOfRight),
      on(consentRightTaken, follow.followEndOfRight),
      on(cameOfAge, follow.followComingOfAge),
      ...subscriptions,
      ...(more.on ?? []),
    ],
  })
  const address = await t.app.listen({ port: 0, host: '127.0.0.1' })
  wave.control.webhook({ url: `${address}/webhooks/wave` })
  const side = beside(t, wave)
  return {
    t,
    wave,
    heard,
    ...side,
    async settle() {
      // What the jobs ask of the provider, it answers with callbacks of its own.
      await side.settle()
      await side.settle()
    },
  }
}

export const wire = (person: { userId: string }): string => userId.wire(person.userId)

/** A child with so many guardians, who hold every capability. */
export async function makeFamily(
  t: TestProduct,
  count = 1,
  dateOfBirth = MINOR,
): Promise<{ child: Person; guardians: Person[] }> {
  const child = await makePerson(t, { firstName: 'Moussa', dateOfBirth })
  const guardians: Person[] = []
  for (let i = 0; i < count; i++) guardians.push(await addGuardian(t, child))
  return { child, guardians }
}

export async function addGuardian(t: TestProduct, child: Person): Promise<Person> {
  const guardian = await makePerson(t)
  const token = await invite(t, child, guardian.phone)
  await t.tx((tx) => acceptInvitation(t.ctx(guardian.actor), tx, token))
  return guardian
}

export const ask = (t: TestProduct, by: Person, child: Person, purposes: string[], to: object = {}) =>
  t.call('POST', `/learners/${wire(child)}/consent-requests`, { token: by.token, body: { purposes, ...to } })

/** The token of the link last sent to a guardian. */
export async function linkOf(t: TestProduct, guardian: Person): Promise<string> {
  return /consent\/([\w-]+)/.exec((await lastMessage(t, guardian.phone))!.body)![1]!
}

/** Asks as the guardian and gives the token. */
export async function asked(t: TestProduct, guardian: Person, child: Person, ...purposes: string[]): Promise<string> {
  const { status, text } = await ask(t, guardian, child, purposes)
  if (status !== 201) throw new Error(text)
  return linkOf(t, guardian)
}

export const answer = (
  t: TestProduct,
  guardian: Person,
  link: string,
  purposes: Record<string, boolean | string>,
  method = 'card_charge',
  number?: string,
) =>
  t.call('POST', `/consent-requests/${link}/answers`, {
    token: guardian.token,
    headers: { 'user-agent': 'Phone' },
    body: {
      method,
      ...(number === undefined ? {} : { document_number: number }),
      answers: Object.entries(purposes).map(([purpose, yes]) => ({
        purpose,
        allowed: yes !== false,
        text_sha256: typeof yes === 'string' ? yes : hashOfText(purpose),
      })),
    },
  })

/** Opens the page on which the proof is paid; gives the name the provider knows the payment by. */
export async function checkout(t: TestProduct, guardian: Person, requestWireId: string): Promise<string> {
  const { status, text } = await t.call('POST', `/me/consent-requests/${requestWireId}/checkout`, {
    token: guardian.token,
  })
  if (status !== 200) throw new Error(text)
  const row = await t.tx((tx) => requestTo(tx, guardian.userId, requestId.parse(requestWireId)))
  return paymentIds.wire(row.payment_id!)
}

/** How the question stands for the guardian. */
export const requestOf = async (t: TestProduct, guardian: Person, requestWireId: string) =>
  (await t.call('GET', `/me/consent-requests/${requestWireId}`, { token: guardian.token })).json as {
    state: string
    trouble: string | null
  }

/** The whole way: asked, answered, proven by the charge. */
export async function allow(f: Family, guardian: Person, child: Person, ...purposes: string[]): Promise<void> {
  const link = await asked(f.t, guardian, child, ...purposes)
  const { json } = await answer(f.t, guardian, link, Object.fromEntries(purposes.map((purpose) => [purpose, true])))
  f.wave.control.pay({ session: await checkout(f.t, guardian, json.id) })
  await f.settle()
}

export { makePerson, newPhone, type Person }
