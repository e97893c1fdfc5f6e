/** Who works in a console and what they may do there. The API decides; pages only hide what it would refuse. */
import { createContext, use, type ReactNode } from 'react'
import type { RouterContextProvider } from 'react-router'
import { api } from '../context.ts'
import { need } from '../forms.ts'

export interface Me {
  readonly id: string
  /** How they sign in: what tells colleagues apart. */
  readonly contact: string | null
  readonly roles: readonly string[]
  /** Held everywhere. */
  readonly permissions: readonly string[]
  /** Held for the partners this person works for. */
  readonly partner_permissions: readonly string[]
  /** Partners this person works for. */
  readonly partner_ids: readonly string[]
  /** A role of theirs opens nothing before they have a second factor. */
  readonly second_factor_needed: boolean
}

/** The signed-in person; leads to sign-in when there is none. */
export async function meOf(context: Readonly<RouterContextProvider>): Promise<Me> {
  const me = need(context, await api(context).GET('/api/me'))
  const { id, roles, permissions, partner_permissions, partner_ids, second_factor_needed } = me
  const contact = me.phone ?? me.email
  return { id, contact, roles, permissions, partner_permissions, partner_ids, second_factor_needed }
}

const MeContext = createContext<Me | null>(null)

export function MeProvider({ me, children }: { me: Me; children: ReactNode }) {
  return <MeContext value={me}>{children}</MeContext>
}

export function useMe(): Me {
  const me = use(MeContext)
  if (!me) throw new Error('useMe needs a console: render inside its layout')
  return me
}

/** True when the person holds one of these permissions, everywhere or for their partner. */
export function may(me: Me, ...permissions: readonly string[]): boolean {
  return permissions.some((it) => me.permissions.includes(it) || me.partner_permissions.includes(it))
}
