/** How tests say that something was refused. */
import { expect } from 'vitest'
import { Refusal } from '../errors.ts'

/** The code of a refusal, for tables of outcomes; of anything else its words. */
export const codeOf = (error: unknown): string => (error instanceof Refusal ? error.kind.code : String(error))

/** For `rejects.toEqual`: a refusal of this kind. */
export const refused = ({ code }: { readonly code: string }): unknown =>
  expect.toSatisfy((error: unknown) => codeOf(error) === code)

/** The code of the refusal, or `accepted`. */
export const outcomeOf = (promise: Promise<unknown>): Promise<string> => promise.then(() => 'accepted', codeOf)
