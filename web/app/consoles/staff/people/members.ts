/** Who holds a role, put together from what access, identity, profiles and merchants each know of them. */
import type { RouterContextProvider } from 'react-router'
import { api } from '../../../context.ts'
import { need } from '../../../forms.ts'
import { listQuery } from '../../acts.ts'

type Context = Readonly<RouterContextProvider>

export interface Member {
  readonly id: string
  readonly name: string | undefined
  readonly phone: string | null
  readonly status: string
  readonly last_sign_in_at: string | null
  readonly second_factor_since: string | null
  readonly second_factor_required: boolean
  readonly roles: readonly {
    readonly name: string
    readonly scope: string | null
    readonly partner: string | undefined
  }[]
}

/** A page of memberships, one line a person. */
export async function membersOf(context: Context): Promise<{ members: Member[]; next_cursor: string | null }> {
  const query = { ...listQuery(context), limit: 100 }
  const [memberships, accounts, names, partners] = await Promise.all([
    api(context).GET('/api/memberships', { params: { query } }),
    api(context).GET('/api/staff-accounts', { params: { query } }),
    api(context).GET('/api/staff-names', { params: { query } }),
    partnerNames(context),
  ])
  const { items, next_cursor } = need(context, memberships)
  const nameOf = new Map(need(context, names).items.map((it) => [it.user_id, it.name]))
  const members = need(context, accounts).items.map(({ user_id, ...account }) => ({
    id: user_id,
    name: nameOf.get(user_id),
    ...account,
    roles: items
      .filter((it) => it.user_id === user_id)
      .map(({ role, scope }) => ({ name: role, scope, partner: scope === null ? undefined : partners.get(scope) })),
  }))
  return { members, next_cursor }
}

/** Partner → its name, for whoever may see the list. */
export async function partnerNames(context: Context): Promise<ReadonlyMap<string, string>> {
  const { data } = await api(context).GET('/api/partners', { params: { query: { limit: 100 } } })
  return new Map((data?.items ?? []).map(({ id, name }) => [id, name]))
}
