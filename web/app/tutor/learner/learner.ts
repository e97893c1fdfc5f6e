/** Who practises: whoever is signed in, for themselves. */
import { redirect, type RouterContextProvider } from 'react-router'
import { page } from '../../context.ts'

/** The id on the wire of the learner who asks; without one, the way to sign in and back. */
export function learnerOf(context: Readonly<RouterContextProvider>): string {
  const { session, url } = page(context)
  if (session) return session.accountId
  const next = new URLSearchParams({ next: url.pathname + url.search })
  throw redirect(`/sign-in/learner?${next}`, 303)
}

/** The page of an exercise that was given already. */
export function exerciseAddress(token: string, why?: string): string {
  return `/learner/practice?${new URLSearchParams({ exercise: token, ...(why ? { why } : {}) })}`
}
