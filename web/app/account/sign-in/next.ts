/** Where a person was going before signing in: carried from page to page as `next`, followed only inside this site. */
import { localPath } from '../../forms.ts'

export function nextOf(url: URL): string | null {
  return localPath(url.searchParams.get('next'), '') || null
}

export function withNext(path: string, next: string | null): string {
  return next ? `${path}?${new URLSearchParams({ next })}` : path
}

/** Where to go once signed in: whoever is new introduces themselves first. */
export function afterSignIn(next: string | null, isNew: boolean): string {
  return isNew ? withNext('/welcome', next) : (next ?? '/dashboard')
}
