/**
 * Who is behind a session token, remembered for a moment: a page of the console asks the API several times, and each time the same
 * person would be looked up. Only what reads relies on it; what acts looks anew. Somebody is forgotten as soon as a commit
 * writes to a table that says who they are or what they may do (`callers` of a module, heard as changes.ts says), after a few
 * seconds of the product's time in any case, and nobody is remembered while changes cannot be heard.
 */
import { hash } from 'node:crypto'
import { concerns, topicOf, type Keeper } from '../changes.ts'
import type { Actor, Context } from '../context.ts'
import type { Product } from '../module.ts'

export interface Callers extends Keeper {
  /** Whoever the token is of: as remembered, else as `look` says. */
  of(ctx: Context, token: string, look: () => Promise<Actor | undefined>): Promise<Actor | undefined>
}

/** For so long a change that nobody could tell of (its process died with it) goes unheard. */
const KEPT_MS = 5000
const CALLERS_MAX = 2000

export function rememberCallers(product: Pick<Product, 'modules'>): Callers {
  const modules = product.modules.filter(({ callers }) => callers.length > 0).map(({ name }) => name)
  const known = new Map<string, { actor: Actor; at: number; topics: readonly string[] }>()
  let hearing = false
  let changes = 0
  return {
    async of(ctx, token, look) {
      if (!hearing) return look()
      const key = hash('sha256', token, 'base64url')
      const now = ctx.clock.now().epochMilliseconds
      const found = known.get(key)
      // The clock may have been moved, also back.
      if (found && Math.abs(now - found.at) < KEPT_MS) return found.actor
      const before = changes
      const actor = await look()
      known.delete(key)
      // What was read before a change and is here after it is not remembered.
      if (actor?.kind === 'user' && hearing && changes === before) {
        if (known.size >= CALLERS_MAX) known.delete(known.keys().next().value!)
        known.set(key, { actor, at: now, topics: modules.map((module) => topicOf(ctx.vault, module, actor.userId)) })
      }
      return actor
    },
    forget(topics) {
      const ours = topics.filter((topic) => modules.some((module) => concerns(topic, module)))
      if (ours.length === 0) return
      changes += 1
      for (const [key, { topics: theirs }] of known)
        if (ours.some((topic) => theirs.some((other) => concerns(topic, other)))) known.delete(key)
    },
    pause() {
      hearing = false
      // Who is being looked up may change unheard before it is heard again.
      changes += 1
      known.clear()
    },
    resume() {
      hearing = true
    },
  }
}
