/**
 * Erasing a person: asked for, undone while it waits, carried out module by module, each in a transaction of its own that notes
 * it, so that a killed worker goes on. Last of all the person's key is destroyed, which erases the sealed fields in backups too.
 */
import { civilDate, writtenDay } from '../../kernel/clock.ts'
import { userIdOf, type Context } from '../../kernel/context.ts'
import { sha256 } from '../../kernel/crypto.ts'
import type { PageRequest } from '../../kernel/http/page.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse, type RefusalKind } from '../../kernel/errors.ts'
import { enqueue, type Transact } from '../../kernel/jobs/job.ts'
import type { Message, MessageValues } from '../../kernel/messages.ts'
import type { Module } from '../../kernel/module.ts'
import { signText } from '../../kernel/signing.ts'
import { record } from '../audit/api.ts'
import { contactOf, isActive, userId } from '../identity/api.ts'
import { send } from '../messaging/api.ts'
import { notify } from '../notifications/api.ts'
import { findProfile, guardiansWith, requireOver, wardsOf } from '../profiles/api.ts'
import { signers } from './config.ts'
import { errors } from './errors.ts'
import { MANAGE, whoAsks } from './exports.ts'
import { isHeld } from './holds.ts'
import { erasureId } from './ids.ts'
import { keepLog } from './jobs.ts'
import * as say from './messages.ts'
import { policyOf } from './policy.ts'
import * as store from './store/erasures.ts'

export type Erasure = store.ErasureRow
export type { Certificate, SignedCertificate } from './store/erasures.ts'

/**
 * Asks for a person to be erased after the waiting time; the one already asked for while it waits. For the person, guardians with
 * `manage`, staff with `privacy.manage`, who prove their second factor anew. Refuses `kernel.not_found`,
 * `identity.step_up_required`, `only_guardian`, and what the product says must be settled first. A legal hold delays it and is not told here. Audited; tells the person and everybody who may undo it.
 */
export async function requestErasure(ctx: Context, tx: Tx, subjectId: string): Promise<Erasure> {
  await whoAsks(ctx, tx, subjectId)
  const by = userIdOf(ctx.actor) ?? refuse(kernelErrors.sign_in_required)
  const reason = await blockOf(ctx, tx, subjectId)
  if (reason) refuse(reason.kind, reason.values)
  const now = ctx.clock.now()
  const dueAt = now.add({ hours: 24 * policyOf(ctx).erasureDays })
  const made = await store.insertErasure.first(tx, subjectId, erasureId.create(ctx.clock), by, now, dueAt)
  const row = made ?? (await store.findOpen.one(tx, subjectId))
  await record(ctx, tx, {
    action: 'privacy.erasure_requested',
    subject: { type: 'user', id: subjectId },
    after: { erasure_id: row.id, due_at: row.due_at.toString() },
  })
  if (made) {
    const day = civilDate(dueAt, ctx.product.timeZone)
    await tellAll(ctx, tx, row, say.erasureAsked, (name, locale) => ({
      name,
      day: writtenDay(day, locale),
      link: `${ctx.publicUrl}/people/${userId.wire(subjectId)}/data`,
    }))
  }
  return row
}

/** Takes the request back. Refuses `kernel.not_found`, `erasure_unknown`, `erasure_begun`. Audited; tells everybody concerned. */
export async function undoErasure(ctx: Context, tx: Tx, subjectId: string): Promise<void> {
  await requireOver(ctx, tx, subjectId, 'manage', MANAGE)
  const row = (await store.lockOpen.first(tx, subjectId)) ?? refuse(errors.erasure_unknown)
  if (row.state !== 'waiting') refuse(errors.erasure_begun)
  await store.undo.run(tx, subjectId, row.id, ctx.clock.now())
  await record(ctx, tx, {
    action: 'privacy.erasure_undone',
    subject: { type: 'user', id: subjectId },
    after: { erasure_id: row.id },
  })
  await tellAll(ctx, tx, row, say.erasureUndone, (name) => ({ name }))
}

/** The erasure that waits or runs, if any. Refuses `kernel.not_found`. */
export async function openErasure(ctx: Context, tx: Tx, subjectId: string): Promise<Erasure | undefined> {
  await requireOver(ctx, tx, subjectId, 'view', MANAGE)
  return store.findOpen.first(tx, subjectId)
}

/** Erasures that wait or run, the next one first; one more than the page. */
export function listOpen(tx: Tx, page: PageRequest): Promise<Erasure[]> {
  return store.listOpen.all(tx, page.after?.[0], page.after?.[1], page.limit + 1)
}

/** The certificate, for whoever knows the number of the erasure. Refuses `erasure_unknown`. */
export async function certificateOf(tx: Tx, id: string): Promise<store.SignedCertificate> {
  const row = await store.findErasure.first(tx, id)
  return row?.certificate ?? refuse(errors.erasure_unknown)
}

/** Erasures whose day has come, or whose worker died. */
export async function dueErasures(ctx: Context, tx: Tx): Promise<{ subject_id: string; id: string }[]> {
  return store.due.all(tx, ctx.clock.now(), 100)
}

/**
 * Carries an erasure out. It stays waiting while a hold or an unsettled matter is in the way, and says which. Opens short
 * transactions of its own; safe to repeat from any point, and to run twice at once.
 */
export async function carryOut(ctx: Context, transact: Transact, subjectId: string, id: string): Promise<void> {
  if (!(await transact((tx) => begin(ctx, tx, subjectId, id)))) return
  for (const module of keepersLastFirst(ctx))
    await transact(async (tx) => {
      const row = await store.lockErasure.first(tx, subjectId, id)
      if (row?.state !== 'running' || row.modules_done.includes(module.name)) return
      await module.personalData!.erase(ctx, tx, subjectId)
      await store.noteModule.run(tx, subjectId, id, module.name)
    })
  await transact((tx) => complete(ctx, tx, subjectId, id))
}

/** Whoever builds on others comes first; accounts and the messages to them last. */
function keepersLastFirst(ctx: Context): Module[] {
  return ctx.product.modules.filter(({ personalData }) => personalData).reverse()
}

async function begin(ctx: Context, tx: Tx, subjectId: string, id: string): Promise<boolean> {
  const row = await store.lockErasure.first(tx, subjectId, id)
  if (row?.state === 'running') return true
  if (row?.state !== 'waiting' || Temporal.Instant.compare(row.due_at, ctx.clock.now()) > 0) return false
  const reason = (await isHeld(ctx, tx, subjectId)) ? errors.held : (await blockOf(ctx, tx, subjectId))?.kind
  if (reason) {
    await store.block.run(tx, subjectId, id, reason.code)
    return false
  }
  await store.begin.run(tx, subjectId, id, ctx.clock.now())
  await record(ctx, tx, {
    action: 'privacy.erasure_begun',
    subject: { type: 'user', id: subjectId },
    after: { erasure_id: id },
  })
  await tellOutside(ctx, tx, row)
  return true
}

async function complete(ctx: Context, tx: Tx, subjectId: string, id: string): Promise<void> {
  const row = await store.lockErasure.first(tx, subjectId, id)
  if (row?.state !== 'running') return
  const now = ctx.clock.now()
  // Until their account went, the person could still do things: what came in behind a module that was done goes here.
  for (const module of keepersLastFirst(ctx)) await module.personalData!.erase(ctx, tx, subjectId)
  await ctx.vault.destroy(tx, subjectId)
  const certificate: store.Certificate = {
    format: 'teranga-erasure-certificate/1',
    id: erasureId.wire(id),
    product: ctx.product.name,
    subject_sha256: sha256(userId.wire(subjectId)),
    requested_at: row.requested_at.toString(),
    erased_at: now.toString(),
    modules: row.modules_done,
    key_destroyed: true,
  }
  const signed = { certificate, ...signText(signers(ctx), JSON.stringify(certificate)) }
  await store.complete.run(tx, subjectId, id, now, JSON.stringify(signed))
  await store.insertLog.run(tx, subjectId, id, 'person', null, now)
  await record(ctx, tx, {
    action: 'privacy.erased',
    subject: { type: 'user', id: subjectId },
    after: { erasure_id: id, modules: row.modules_done.join(' ') },
  })
  await enqueue(ctx, tx, keepLog, { subject_id: subjectId, id })
}

/** Erases again, on a restored backup, a person who had been erased after it was taken. Safe to repeat. */
export async function eraseAgain(ctx: Context, transact: Transact, line: store.LogRow): Promise<void> {
  for (const module of keepersLastFirst(ctx))
    await transact((tx) => module.personalData!.erase(ctx, tx, line.subject_id))
  await transact(async (tx) => {
    const open = await store.lockOpen.first(tx, line.subject_id)
    if (open) await store.undo.run(tx, line.subject_id, open.id, ctx.clock.now())
    await ctx.vault.destroy(tx, line.subject_id)
    await store.insertLog.run(tx, line.subject_id, line.id, 'person', null, line.at)
    await record(ctx, tx, {
      action: 'privacy.erased_again',
      subject: { type: 'user', id: line.subject_id },
      after: { erasure_id: line.id },
      reason: 'A backup from before the erasure was restored.',
    })
  })
}

/** What keeps a person from being erased: a child who would have nobody, or what the product says. */
async function blockOf(
  ctx: Context,
  tx: Tx,
  subjectId: string,
): Promise<{ kind: RefusalKind; values?: Record<string, string> } | undefined> {
  const wards = [...(await wardsOf(ctx, tx, subjectId, 'manage')), ...(await wardsOf(ctx, tx, subjectId, 'view'))]
  for (const childId of new Set(wards)) {
    // A child who is to be erased as well, and first, needs nobody to look after the account.
    const others = (await guardiansWith(ctx, tx, childId, 'manage')).filter((id) => id !== subjectId)
    if (others.length > 0) continue
    const child = await findProfile(ctx, tx, childId)
    return { kind: errors.only_guardian, values: { child: child?.firstName ?? '' } }
  }
  const kind = await policyOf(ctx).blocks?.(ctx, tx, subjectId)
  return kind && { kind }
}

/** Tells the person, and the guardians who may undo it. */
async function tellAll<M extends Message>(
  ctx: Context,
  tx: Tx,
  row: Erasure,
  message: M,
  values: (name: string, locale: string) => MessageValues<M>,
): Promise<void> {
  const name = (await findProfile(ctx, tx, row.subject_id))?.firstName ?? ''
  const guardians = await guardiansWith(ctx, tx, row.subject_id, 'manage')
  for (const id of new Set([row.subject_id, ...guardians]))
    await notify(ctx, tx, message, {
      to: { userId: id },
      values: (locale) => values(name, locale),
      dedupe: `${message.key} ${row.id}`,
    })
}

/** The last word goes to the addresses themselves: what is kept under the person goes with the person. */
async function tellOutside(ctx: Context, tx: Tx, row: Erasure): Promise<void> {
  const values = { link: `${ctx.publicUrl}/erasures/${erasureId.wire(row.id)}` }
  const guardians = await guardiansWith(ctx, tx, row.subject_id, 'manage')
  for (const id of new Set([row.subject_id, ...guardians])) {
    if (!(await isActive(tx, id))) continue
    const { email, phone, locale } = await contactOf(ctx, tx, id)
    const dedupe = `privacy.erasure_done ${row.id}`
    if (email !== undefined)
      await send(ctx, tx, say.erasureDone, { channel: 'email', address: email, locale, values, dedupe })
    else if (phone !== undefined)
      await send(ctx, tx, say.erasureDone, { channel: 'sms', address: phone, locale, values, dedupe })
  }
}
