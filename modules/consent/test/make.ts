/** What the tests of consent share: the product, texts, people, families. */
import { sha256 } from '../../../kernel/crypto.ts'
import type { Product, Module } from '../../../kernel/module.ts'
import { productOf, testProduct, type TestProduct } from '../../../kernel/testing/product.ts'
import { access } from '../../access/module.ts'
import { audit } from '../../audit/module.ts'
import { authenticate } from '../../identity/api.ts'
import { identity } from '../../identity/module.ts'
import { ledger } from '../../ledger/module.ts'
import { messaging } from '../../messaging/module.ts'
import { notifications } from '../../notifications/module.ts'
import { payments } from '../../payments/module.ts'
import { profiles } from '../../profiles/module.ts'
import { makePerson, type Person } from '../../profiles/test/make.ts'
import { permits, type ConsentPolicy, type LegalText } from '../api.ts'
import { consent } from '../module.ts'

export const PURPOSES = ['account', 'learning_data', 'marketing'] as const

export function textOf(purpose: string, major = 1, minor = 0, inForceFrom = '2026-01-01'): LegalText {
  const body = (language: string) => `${purpose} ${major}.${minor} in ${language}`
  return {
    purpose,
    country: 'EG',
    version: { major, minor },
    inForceFrom,
    in: { ar: { title: purpose, body: body('ar') }, en: { title: purpose, body: body('en') } },
  }
}

/** The hash of the text that `textOf` makes. */
export const hashOfText = (purpose: string, version = '1.0', language = 'en'): string =>
  sha256(`${purpose} ${version} in ${language}`)

export function policyWith(texts: LegalText[] = [], more: Partial<ConsentPolicy> = {}): ConsentPolicy {
  const rule = { ownDecisionFrom: 18, proofs: ['card_charge', 'id_review'] } as const
  return {
    texts: [...PURPOSES.map((purpose) => textOf(purpose)), ...texts],
    rules: { EG: { account: { ...rule, graceDays: 30 }, learning_data: rule, marketing: rule } },
    proofChargeMinor: 500n,
    requestDays: 7,
    requestsDaily: 10,
    ...more,
  }
}

export function startConsent(
  policy: ConsentPolicy = policyWith(),
  more: {
    modules?: Module[]
    on?: Product['on']
    env?: Record<string, string>
    policy?: object
    held?: Product['held']
  } = {},
): Promise<TestProduct> {
  return testProduct(
    productOf(
      [audit, access, messaging, identity, profiles, notifications, ledger, payments, consent, ...(more.modules ?? [])],
      {
        name: 'tutor',
        // What the provider's stand-in of these tests takes.
        currency: 'XOF',
        locales: ['ar-EG', 'en'],
        timeZone: 'Africa/Cairo',
        country: 'EG',
        policy: {
          access: { roles: { operations: ['profiles.verify'], officer: ['privacy.manage', 'consent.view'] } },
          consent: policy,
          payments: { provider: 'wave' },
          ...more.policy,
        },
        authenticate,
        gate: permits,
        ...(more.on ? { on: more.on } : {}),
        ...(more.held ? { held: more.held } : {}),
      },
    ),
    { env: more.env ?? {} },
  )
}

export const allowed = (t: TestProduct, subjectId: string, purpose: string): Promise<boolean> =>
  t.tx((tx) => permits(t.ctx(), tx, subjectId, purpose))

export const sayYes = (t: TestProduct, person: Person, wireId: string, ...answers: [string, string?][]) =>
  t.call('POST', `/learners/${wireId}/consents`, {
    token: person.token,
    headers: { 'accept-language': 'en', 'user-agent': 'Test' },
    body: { answers: answers.map(([purpose, hash]) => ({ purpose, text_sha256: hash ?? hashOfText(purpose) })) },
  })

export const takeBack = (t: TestProduct, person: Person, wireId: string, ...purposes: string[]) =>
  t.call('POST', `/learners/${wireId}/consents/withdrawals`, { token: person.token, body: { purposes } })

export { makePerson, type Person }
