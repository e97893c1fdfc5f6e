/** The verbs of saved views: a list's filters and order under a name, for oneself or the whole team. */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { refuse } from '../../kernel/errors.ts'
import { record } from '../audit/api.ts'
import { errors } from './errors.ts'
import { viewId } from './ids.ts'
import * as store from './store.ts'

export type View = store.ViewRow

export interface ViewInput {
  readonly list: string
  readonly name: string
  readonly query: string
  readonly shared: boolean
}

/** More than a team keeps; a person keeps fifty at most. */
const VIEWS_MAX = 500

/** A person's own views and those others share, by list and name. */
export async function listViews(tx: Tx, owner: string): Promise<View[]> {
  return store.listViews.all(tx, owner, VIEWS_MAX)
}

/** Keeps a view. Audited. Refuses `name_taken`, `too_many_views`. */
export async function saveView(ctx: Context, tx: Tx, owner: string, input: ViewInput): Promise<View> {
  const { list, name, query, shared } = input
  const id = viewId.create(ctx.clock)
  const view =
    (await store.insertView(tx, owner, id, list, name, query, shared, ctx.clock.now())) ?? refuse(errors.too_many_views)
  await told(ctx, tx, 'reports.view_saved', view)
  return view
}

/** Renames a view, changes what it shows, shares it or not, lets its list open with it. Audited. Refuses `view_unknown`. */
export async function changeView(
  ctx: Context,
  tx: Tx,
  owner: string,
  id: string,
  change: { readonly [K in 'name' | 'query']?: string } & { readonly [K in 'shared' | 'opens_first']?: boolean },
): Promise<View> {
  const view = (await store.findView.first(tx, owner, id)) ?? refuse(errors.view_unknown)
  const { name, query, shared, opens_first } = { ...view, ...change }
  if (opens_first) await store.closeFirst.run(tx, owner, view.list, id)
  const changed =
    (await store.updateView(tx, owner, id, name, query, shared, opens_first)) ?? refuse(errors.view_unknown)
  await told(ctx, tx, 'reports.view_changed', changed)
  return changed
}

/** Deletes a view of one's own. Audited. Refuses `view_unknown`. */
export async function deleteView(ctx: Context, tx: Tx, owner: string, id: string): Promise<void> {
  const view = (await store.findView.first(tx, owner, id)) ?? refuse(errors.view_unknown)
  await store.deleteView.run(tx, owner, id)
  await told(ctx, tx, 'reports.view_deleted', view)
}

// A query may hold a number that was looked for: the record names the view only.
async function told(ctx: Context, tx: Tx, action: string, { id, list, shared }: View): Promise<void> {
  await record(ctx, tx, { action, subject: { type: 'saved_view', id }, after: { list, shared } })
}
