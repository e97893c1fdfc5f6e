/** Tutor's demonstration: every row comes by the verbs and jobs of the modules. */
import type { Runtime } from '../../kernel/boot.ts'
import { ALL_ROWS } from '../../kernel/db/database.ts'
import { uuidFrom } from '../../kernel/ids.ts'
import { assignRole } from '../../modules/access/api.ts'
import { createUser, findUserByContact, installSecondFactor, userId } from '../../modules/identity/api.ts'
import { putProfile } from '../../modules/profiles/api.ts'
import { authenticatorSecret, people } from './demonstration.ts'
import { identity } from './policy.ts'

const personId = (key: string) => userId.of(uuidFrom('tutor.demonstration', 'person', key))

/** Seeds an empty product; does nothing where its people are there already. Development only. */
export async function seedTutor(runtime: Runtime, onProgress: (line: string) => void): Promise<void> {
  const ctx = runtime.context()
  const seeded = await runtime.db.transaction(ALL_ROWS, async (tx) => {
    if (await findUserByContact(ctx, tx, { phone: people[0]!.phone })) return false
    for (const person of people) {
      const locale = 'ar-EG'
      const id = await createUser(ctx, tx, { id: personId(person.key), phone: person.phone, verified: true, locale })
      await putProfile(ctx, tx, id, {
        firstName: person.firstName,
        lastName: person.lastName,
        dateOfBirth: Temporal.PlainDate.from(person.dateOfBirth),
        locale,
      })
      for (const role of person.roles) await assignRole(ctx, tx, { userId: id, role })
      if (person.roles.some((role) => identity.secondFactor?.requiredFor?.includes(role)))
        await installSecondFactor(ctx, tx, id, authenticatorSecret(person.key))
    }
    return true
  })
  if (seeded) onProgress(`${people.length} people`)
}
