/** What the trail adds to the story of a thing: the acts on it, with who did them and why. */
import { factsOf, type Trace } from '../../kernel/inquiry.ts'
import * as store from './store/inquiry.ts'

const ACTS_MAX = 100
/** Looking is on record and no part of what happened. */
const LOOKS = [
  'identity.user_viewed',
  'operations.searched',
  'operations.person_traced',
  'messaging.message_read',
  'payments.event_viewed',
]

export const trace: Trace = {
  permission: 'audit.view',
  prefixes: ['*'],
  async trace(_ctx, tx, refs, root) {
    const named = new Map(
      // A person on the way is not who was asked about.
      refs.flatMap(({ prefix, uuid, text }) =>
        uuid === undefined || prefix === 'ref' || prefix === 'trf' || (prefix === 'usr' && !root) ? [] : [[uuid, text]],
      ),
    )
    if (named.size === 0) return { things: [], steps: [], refs: [] }
    const acts = await store.actsOn.all(tx, [...named.keys()], LOOKS, ACTS_MAX)
    return {
      things: [],
      steps: acts.reverse().map((it) => ({
        at: it.recorded_at,
        kind: 'act',
        ref: named.get(it.subject_id)!,
        code: it.action,
        facts: factsOf({ by: it.actor_kind, actor: it.actor_id ?? it.actor_name, reason: it.reason }),
      })),
      refs: [],
    }
  },
}
