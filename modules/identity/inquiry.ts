/** What identity answers staff: who a number or an address belongs to, and what became of an account. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { factsOf, uuidsOf, type Asked, type Search, type Thing, type Trace } from '../../kernel/inquiry.ts'
import { mask } from '../messaging/api.ts'
import { contactOf } from './accounts.ts'
import { userId } from './ids.ts'
import { canonicalEmail, canonicalPhone } from './rules.ts'
import * as store from './store.ts'
import { findUserByUsername, usernameOf } from './usernames.ts'

/** Numbers as people write them here, addresses, and names people sign in by; with the account they belong to. */
export async function readAsked(ctx: Context, tx: Tx, text: string): Promise<Partial<Asked>> {
  const email = text.includes('@') ? canonicalEmail(text) : undefined
  const number = /^[+(\d][\d\s().+-]{5,}$/.test(text) ? canonicalPhone(text, ctx.product.country) : undefined
  const phone = typeof number === 'object' ? number.e164 : undefined
  if (phone === undefined && email === undefined) {
    const named = await findUserByUsername(ctx, tx, text)
    return named ? { person: named } : {}
  }
  const index = phone === undefined ? ctx.vault.blindIndex('email', email!) : ctx.vault.blindIndex('phone', phone)
  const person = (await store.findIdentifier.first(tx, index))?.user_id
  return { ...(phone ? { phone } : { email: email! }), ...(person ? { person } : {}) }
}

export const search: Search = {
  permission: 'identity.view',
  async find(ctx, tx, { id, person }) {
    const user = person ?? (id?.prefix === '' ? id.uuid : undefined)
    const found = user && (await describe(ctx, tx, user))
    return found ? [found.thing] : []
  },
}

async function describe(
  ctx: Context,
  tx: Tx,
  id: string,
): Promise<{ thing: Thing; account: store.AccountRow } | undefined> {
  const account = await store.findAccount.first(tx, id)
  if (!account) return undefined
  const contact = await contactOf(ctx, tx, id)
  const shown = contact.phone ?? contact.email
  // Of the name a child signs in by, no more than its first letter: it is half of what lets somebody in.
  const name = shown === undefined ? await usernameOf(ctx, tx, id) : undefined
  const { status, created_at, last_sign_in_at } = account
  const thing = {
    kind: 'user',
    id: userId.wire(id),
    title: shown === undefined ? (name === undefined ? '' : `${[...name][0]}•••`) : mask(shown),
    state: status,
    at: created_at,
    facts: factsOf({ last_sign_in_at }),
  }
  return { thing, account }
}

export const trace: Trace = {
  permission: 'identity.view',
  prefixes: ['usr'],
  async trace(ctx, tx, refs, root) {
    const things = []
    const steps = []
    for (const id of uuidsOf(refs, 'usr')) {
      const found = await describe(ctx, tx, id)
      if (!found) continue
      const { thing, account } = found
      things.push(thing)
      // Somebody on the way: when they signed up is no part of the story.
      if (!root) continue
      steps.push({ at: account.created_at, kind: 'user', ref: thing.id, code: 'signed_up', facts: {} })
      const { suspended_at } = account
      if (suspended_at) steps.push({ at: suspended_at, kind: 'user', ref: thing.id, code: 'suspended', facts: {} })
    }
    return { things, steps, refs: [] }
  },
}
