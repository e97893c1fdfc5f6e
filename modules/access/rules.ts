/** From roles to permissions: pure look-ups in the product's policy. */

/** The product's roles, as its policy holds them under `access`. */
export interface AccessPolicy {
  /** Role → the permissions it gives. */
  readonly roles: Readonly<Record<string, readonly string[]>>
  /** Roles that only make sense within one scope (a partner's staff). The others hold everywhere. */
  readonly scopedRoles?: readonly string[]
}

/** One role a person holds; no scope means everywhere. */
export interface Membership {
  readonly role: string
  readonly scope?: string
}

/** What the memberships allow, each permission once per scope. A role the policy no longer knows allows nothing. */
export function permissionsOf(
  policy: AccessPolicy,
  memberships: readonly Membership[],
): { permission: string; scope?: string }[] {
  const grants = new Map<string, { permission: string; scope?: string }>()
  for (const { role, scope } of memberships) {
    if (!Object.hasOwn(policy.roles, role)) continue
    for (const permission of policy.roles[role]!) {
      const grant = scope === undefined ? { permission } : { permission, scope }
      grants.set(`${permission} ${scope ?? ''}`, grant)
    }
  }
  return [...grants.values()]
}

export type RoleProblem = 'unknown_role' | 'scope_required' | 'scope_not_allowed'

/** Says why the role cannot be given this way, or nothing. */
export function roleProblem(policy: AccessPolicy, { role, scope }: Membership): RoleProblem | undefined {
  if (!Object.hasOwn(policy.roles, role)) return 'unknown_role'
  if (policy.scopedRoles === undefined) return undefined
  const scoped = policy.scopedRoles.includes(role)
  if (scoped && scope === undefined) return 'scope_required'
  if (!scoped && scope !== undefined) return 'scope_not_allowed'
  return undefined
}
