/**
 * What messaging answers staff: which messages went to a person or were about a thing, and whether they arrived. What they
 * say is read one by one, and reading is on record; codes and links that let somebody in are never shown.
 */
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { idType, refTo } from '../../kernel/ids.ts'
import { factsOf, uuidsOf, type Search, type Thing, type Trace, type TraceStep } from '../../kernel/inquiry.ts'
import { record } from '../audit/api.ts'
import { ownerOfAddress } from './messaging.ts'
import { mask } from './rules.ts'
import * as store from './store/inquiry.ts'

export const messageIds = idType('msg')
const MESSAGES_MAX = 40
const permission = 'notifications.view'

export const search: Search = {
  permission,
  async find(ctx, tx, { id, phone, email, person }, limit) {
    const ids = id && ['', 'msg'].includes(id.prefix) ? [id.uuid] : []
    const address = phone ?? email
    const people = [...(address ? [ownerOfAddress(ctx, address)] : []), ...(person ? [person] : [])]
    const found = await store.findMessages.all(tx, ids, people, [], limit)
    return Promise.all(found.map((it) => thingOf(ctx, tx, it)))
  },
}

async function thingOf(ctx: Context, tx: Tx, message: store.MessageThing): Promise<Thing> {
  const { owner_id, id, message_key, channel, address, status, created_at, sent_at, error, about_id } = message
  const to = address && (await ctx.vault.open(tx, owner_id, 'messaging.outgoing.address', address))
  return {
    kind: 'message',
    id: messageIds.wire(id),
    title: message_key,
    state: status,
    at: created_at,
    facts: factsOf({ channel, to: to && mask(to), sent_at, error, about: about_id && refTo(about_id) }),
  }
}

function stepOf({ id, message_key, channel, status, created_at, sent_at, failed_at }: store.MessageThing): TraceStep {
  const at = sent_at ?? failed_at ?? created_at
  return { at, kind: 'message', ref: messageIds.wire(id), code: status, facts: { channel, message: message_key } }
}

export const trace: Trace = {
  permission,
  prefixes: ['msg', 'gif', 'vch'],
  rootPrefixes: ['pot', 'usr', 'stl'],
  async trace(ctx, tx, refs, root) {
    const people = root ? uuidsOf(refs, 'usr') : []
    // A pot on the way has messages of its own, to others than who is asked about.
    const about = root ? uuidsOf(refs, 'gif', 'pot', 'vch', 'stl') : uuidsOf(refs, 'gif', 'vch')
    const ids = uuidsOf(refs, 'msg')
    if (people.length + about.length + ids.length === 0) return { things: [], steps: [], refs: [] }
    const found = await store.findMessages.all(tx, ids, people, about, MESSAGES_MAX)
    return {
      things: await Promise.all(found.map((it) => thingOf(ctx, tx, it))),
      steps: people.length > 0 ? [] : found.map(stepOf),
      refs: root ? found.flatMap(({ about_id }) => (about_id ? [refTo(about_id)] : [])) : [],
    }
  },
}

/** Messages to a person or about a thing, or the latest of all, newest first, without their words. */
export async function listMessages(
  ctx: Context,
  tx: Tx,
  by: { readonly person: string | undefined; readonly about: string | undefined },
) {
  const given = (id: string | undefined) => (id === undefined ? [] : [id])
  const rows =
    by.person || by.about
      ? await store.findMessages.all(tx, [], given(by.person), given(by.about), MESSAGES_MAX)
      : await store.newestMessages.all(tx, MESSAGES_MAX)
  return Promise.all(rows.map((row) => summaryOf(ctx, tx, row)))
}

async function summaryOf(ctx: Context, tx: Tx, row: store.MessageThing) {
  const { message_key, channel, status, attempts, error, about_type, about_id, created_at, sent_at, failed_at } = row
  const address = row.address && (await ctx.vault.open(tx, row.owner_id, 'messaging.outgoing.address', row.address))
  return {
    id: messageIds.wire(row.id),
    message_key,
    channel,
    to: address ? mask(address) : null,
    status,
    attempts,
    error,
    about_type,
    about: about_id && refTo(about_id),
    created_at,
    sent_at,
    failed_at,
  }
}

/** Codes and links by which somebody signs in or takes over: not even staff may read them. */
const SECRET = /^(identity|profiles)\./
/** What stands in a link after its page may let whoever has it decide over money. */
const withoutSecrets = (text: string) => text.replace(/(https?:\/\/[^\s?#]+)[?#]\S*/g, '$1')

/** One message with what it says. Refuses `kernel.not_found`. Audited. */
export async function readMessage(ctx: Context, tx: Tx, id: string) {
  const row = (await store.findMessage.first(tx, id)) ?? refuse(kernelErrors.not_found)
  const secret = SECRET.test(row.message_key)
  const open = async (field: 'subject' | 'body') => {
    const sealed = secret ? null : row[field]
    const text = sealed && (await ctx.vault.open(tx, row.owner_id, `messaging.outgoing.${field}`, sealed))
    return text ? withoutSecrets(text) : null
  }
  const { locale, provider_id, not_before } = row
  const read = { locale, subject: await open('subject'), body: await open('body'), secret, provider_id, not_before }
  await record(ctx, tx, {
    action: 'messaging.message_read',
    subject: { type: 'message', id: row.id },
    after: { message_key: row.message_key, secret },
  })
  return { ...(await summaryOf(ctx, tx, row)), ...read }
}
