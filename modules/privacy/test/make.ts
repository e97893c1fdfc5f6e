/** What the tests of privacy share: families under consent, with a notebook whose notes are theirs. */
import { on } from '../../../kernel/events/event.ts'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { assignRole } from '../../access/api.ts'
import { consentWithdrawn, withdrawAgain } from '../../consent/api.ts'
import { startFamily, wire, type Family } from '../../consent/test/family.ts'
import { policyWith } from '../../consent/test/make.ts'
import { proveFactor } from '../../identity/test/make.ts'
import { makePerson, type Person } from '../../profiles/test/make.ts'
import { heldPersons, type PrivacyPolicy } from '../api.ts'
import { queueWithdrawn } from '../jobs.ts'
import { privacy } from '../module.ts'
import { notebook, read, write } from './notebook/module.ts'

export function startPrivacy(env: Record<string, string> = {}, more: Partial<PrivacyPolicy> = {}): Promise<Family> {
  return startFamily(policyWith(), {
    modules: [notebook, privacy],
    held: heldPersons,
    on: [on(consentWithdrawn, queueWithdrawn)],
    policy: { privacy: { erasureDays: 14, purposeErasureDays: 7, withdrawAgain, ...more } },
    env,
  })
}

export const note = (t: TestProduct, person: { userId: string }, text: string, purpose?: string) =>
  t.tx((tx) => write(t.ctx(), tx, person.userId, text, purpose))

export const notesOf = (t: TestProduct, person: { userId: string }) => t.tx((tx) => read(t.ctx(), tx, person.userId))

/** Somebody of the staff who may act on other people's data, their second factor just proven. */
export async function makeOfficer(t: TestProduct): Promise<Person> {
  const officer = await makePerson(t)
  await t.tx((tx) => assignRole(t.ctx(), tx, { userId: officer.userId, role: 'officer' }))
  await proveFactor(t, officer.token)
  return officer
}

export const askErasure = (t: TestProduct, by: { token: string }, person: { userId: string }) =>
  t.call('POST', `/people/${wire(person)}/erasure`, { token: by.token })

/** Lets the waiting time pass and what is due happen. */
export async function pass(f: Family, days: number): Promise<void> {
  f.advance({ hours: days * 24 })
  await f.t.runCron(['privacy.sweep'])
}

export const statusOf = async (t: TestProduct, person: { userId: string }): Promise<string | undefined> =>
  t.asOwner(async (client) => {
    const found = await client.query<{ status: string }>(
      'select status from identity.user_account where user_id = $1',
      [person.userId],
    )
    return found.rows[0]?.status
  })

export { wire, type Family, type Person }
