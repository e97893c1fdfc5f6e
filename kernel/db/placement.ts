/**
 * Where each table would live on several machines, declared next to its module and checked on one (tools/placement.ts):
 * by an owner (a uuid that leads every key), by a looked-up text value, copied everywhere, or on the coordinator only.
 */
export type Placement =
  | { readonly kind: 'owner'; readonly column: string }
  | { readonly kind: 'lookup'; readonly column: string }
  | { readonly kind: 'reference' }
  | { readonly kind: 'local' }

export const owner = (column: string): Placement => ({ kind: 'owner', column })
export const lookup = (column: string): Placement => ({ kind: 'lookup', column })
export const reference: Placement = { kind: 'reference' }
export const local: Placement = { kind: 'local' }
