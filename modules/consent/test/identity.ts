/** A guardian's identity check, as staff do it. */
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { decideIdentity as decide, submitDocument } from '../../profiles/checks.ts'
import type { Person } from '../../profiles/test/make.ts'

let documents = 0

/** Submits a document; gives its number. */
export async function submitDocumentFor(t: TestProduct, person: Person): Promise<string> {
  const number = `2900101${++documents}5000`
  await t.tx((tx) =>
    submitDocument(t.ctx(person.actor), tx, person.userId, {
      kind: 'national_id',
      country: 'EG',
      number,
    }),
  )
  return number
}

export const decideIdentity = (t: TestProduct, person: Person, status: 'passed' | 'refused' | 'required') =>
  t.tx((tx) => decide(t.ctx(), tx, person.userId, { status }))
