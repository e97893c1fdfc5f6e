/** One box for everything: what was typed is read once, then every module that the person may see looks for it. */
import { can, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import type { Asked, Thing } from '../../kernel/inquiry.ts'
import { isUuid, readWireId, uuidFrom } from '../../kernel/ids.ts'
import { record } from '../audit/api.ts'

/** Of each kind of search. */
const FOUND_MAX = 10

export interface Found {
  readonly things: Thing[]
  /** What the text was taken for. */
  readonly read_as: 'id' | 'phone' | 'email' | 'text'
}

/**
 * Finds what the text may mean: an id of ours or of the provider, a number in any spelling, an address, a code, a link, a name.
 * Only kinds whose permission the person holds. A search by somebody's number or address is put on record, found or not,
 * without the number itself. Reads only.
 */
export async function search(ctx: Context, tx: Tx, typed: string): Promise<Found> {
  const asked = await read(ctx, tx, typed)
  const found: Thing[] = []
  for (const module of ctx.product.modules)
    for (const { permission, find } of module.search)
      if (can(ctx.actor, permission)) found.push(...(await find(ctx, tx, asked, FOUND_MAX)))
  const things = [...new Map(found.map((it) => [`${it.kind} ${it.id}`, it])).values()]
  const by = asked.phone ? 'phone' : asked.email ? 'email' : asked.id ? 'id' : 'text'
  if (by === 'phone' || by === 'email') await noteLookUp(ctx, tx, by, asked, things)
  return { things, read_as: by }
}

async function read(ctx: Context, tx: Tx, typed: string): Promise<Asked> {
  const text = lastOfLink(typed.normalize('NFKC').trim())
  const wire = readWireId(text.toLowerCase())
  const id = wire ?? (isUuid(text.toLowerCase()) ? { prefix: '', uuid: text.toLowerCase() } : undefined)
  const asked: Asked = { text, ...(id ? { id } : {}) }
  if (id) return id.prefix === 'usr' ? { ...asked, person: id.uuid } : asked
  for (const { readAsked } of ctx.product.modules) if (readAsked) Object.assign(asked, await readAsked(ctx, tx, text))
  return asked
}

/** Of a link the name at its end, which is what is looked for. */
function lastOfLink(text: string): string {
  const path = /^https?:\/\/[^/]+\/([^?#]*)/.exec(text)?.[1]
  return path?.split('/').findLast((part) => part !== '') ?? text
}

async function noteLookUp(
  ctx: Context,
  tx: Tx,
  by: 'phone' | 'email',
  asked: Asked,
  things: readonly Thing[],
): Promise<void> {
  const found: Record<string, number> = {}
  for (const { kind } of things) found[kind] = (found[kind] ?? 0) + 1
  const nobody = uuidFrom('operations.search', ctx.vault.blindIndex(by, (asked.phone ?? asked.email)!))
  await record(ctx, tx, {
    action: 'operations.searched',
    subject: asked.person ? { type: 'user', id: asked.person } : { type: 'search', id: nobody },
    after: { by, found },
  })
}
