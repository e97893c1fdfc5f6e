/**
 * A copy of everything kept about a person, as one JSON file: made in the background module by module, each part sealed with the
 * person's key and written in the transaction that read it, so that a killed worker goes on where it stopped.
 */
import { assert } from '../../kernel/assert.ts'
import { civilDate, writtenDay } from '../../kernel/clock.ts'
import { userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import type { Module } from '../../kernel/module.ts'
import { record } from '../audit/api.ts'
import { userId } from '../identity/api.ts'
import { notify } from '../notifications/api.ts'
import { findProfile, guardiansWith, requireOver, type ActingAs } from '../profiles/api.ts'
import { errors } from './errors.ts'
import { dataExportId } from './ids.ts'
import * as say from './messages.ts'
import * as store from './store/exports.ts'

export type DataExport = store.ExportRow

/** Staff who act on other people's data by this right. */
export const MANAGE = 'privacy.manage'
const KEPT = { hours: 7 * 24 } as const

const BODY = 'privacy.export_part.body'

/** The modules that keep personal data, in the order of the file. */
function keepersOf(ctx: Context): Module[] {
  return ctx.product.modules.filter(({ personalData }) => personalData)
}

/** What staff say who look into a person's data. */
export interface StaffReason {
  readonly reason?: string | undefined
  /** The law or order by which the person is not told; absent: they are. */
  readonly untoldBecause?: string | undefined
}

/** In which right somebody asks. Staff prove their second factor anew: nobody is read or erased from a screen left open. */
export async function whoAsks(ctx: Context, tx: Tx, subjectId: string, why?: StaffReason): Promise<ActingAs> {
  const acting = await requireOver(ctx, tx, subjectId, 'manage', MANAGE)
  if (acting !== 'staff') return acting
  const barred = ctx.actor.kind === 'user' ? ctx.actor.barred : undefined
  if (barred?.stepUp) refuse(barred.stepUp)
  if (why && !why.reason?.trim()) refuse(kernelErrors.invalid_input, {}, { reason: kernelErrors.required })
  return acting
}

/**
 * Starts a copy; gives the running one while there is one. For the person, guardians with `manage`, staff with `privacy.manage`. Staff
 * prove their second factor anew and say why; the person and the guardians are told, unless staff name the law that forbids it, and
 * the copy is not the person's to take away. Audited. Refuses `kernel.not_found`, `identity.step_up_required`, `kernel.invalid_input`.
 */
export async function requestExport(
  ctx: Context,
  tx: Tx,
  subjectId: string,
  why: StaffReason = {},
): Promise<{ row: DataExport; started: boolean }> {
  const byStaff = (await whoAsks(ctx, tx, subjectId, why)) === 'staff'
  const { reason, untoldBecause } = byStaff ? why : {}
  const by = userIdOf(ctx.actor) ?? refuse(kernelErrors.sign_in_required)
  const now = ctx.clock.now()
  const made = await store.insertExport.first(
    tx, subjectId, dataExportId.create(ctx.clock), by, keepersOf(ctx).length, now, now.add(KEPT), !byStaff, reason,
    untoldBecause,
  ) // prettier-ignore
  const taken = made || byStaff ? undefined : await store.giveToPerson.first(tx, subjectId, by)
  const row = made ?? taken ?? (await store.findRunning.one(tx, subjectId))
  await record(ctx, tx, {
    action: byStaff ? 'privacy.export_made_by_staff' : 'privacy.export_requested',
    subject: { type: 'user', id: subjectId },
    after: { export_id: row.id, ...(byStaff ? { untold_because: untoldBecause ?? null } : {}) },
    ...(reason === undefined ? {} : { reason }),
  })
  if (byStaff && untoldBecause === undefined) await tellOfStaff(ctx, tx, row, reason!)
  return { row, started: made !== undefined }
}

/** Once for each day: a copy asked for twice in a row is one act to the person. */
async function tellOfStaff(ctx: Context, tx: Tx, row: DataExport, reason: string): Promise<void> {
  const name = (await findProfile(ctx, tx, row.subject_id))?.firstName ?? ''
  const today = civilDate(ctx.clock.now(), ctx.product.timeZone)
  const guardians = await guardiansWith(ctx, tx, row.subject_id, 'manage')
  for (const userId of new Set([row.subject_id, ...guardians]))
    await notify(ctx, tx, say.copyByStaff, {
      to: { userId },
      values: (locale) => ({ name, day: writtenDay(today, locale), reason }),
      dedupe: `privacy.copy_by_staff ${row.id} ${reason}`,
    })
}

/** Reads the next module's part. True while there is more. Safe to repeat and to run twice at once. */
export async function readPart(ctx: Context, tx: Tx, subjectId: string, id: string): Promise<boolean> {
  const row = await store.lockExport.first(tx, subjectId, id)
  if (row?.state !== 'running') return false
  const keepers = keepersOf(ctx)
  const module = keepers[row.done]
  if (module && row.done < row.total) {
    const known = await module.personalData!.export(ctx, tx, subjectId)
    const body = await ctx.vault.seal(tx, subjectId, BODY, readable(known))
    await store.insertPart.run(tx, subjectId, id, row.done, module.name, body)
    await store.advance.run(tx, subjectId, id)
    return true
  }
  await store.finish.run(tx, subjectId, id, ctx.clock.now())
  if (row.for_person) await tellReady(ctx, tx, row)
  return false
}

async function tellReady(ctx: Context, tx: Tx, row: DataExport): Promise<void> {
  const profile = await findProfile(ctx, tx, row.subject_id)
  const day = civilDate(row.expires_at, ctx.product.timeZone)
  await notify(ctx, tx, say.exportReady, {
    to: { userId: row.requested_by },
    values: (locale) => ({
      name: profile?.firstName ?? '',
      day: writtenDay(day, locale),
      link: `${ctx.publicUrl}/people/${userId.wire(row.subject_id)}/data`,
    }),
    dedupe: `privacy.export ${row.id}`,
  })
}

/** The copies that can still be downloaded, newest first. Refuses `kernel.not_found`. */
export async function listExports(ctx: Context, tx: Tx, subjectId: string): Promise<DataExport[]> {
  const acting = await requireOver(ctx, tx, subjectId, 'manage', MANAGE)
  return store.listExports.all(tx, subjectId, ctx.clock.now(), 20, acting === 'staff')
}

/**
 * One copy. Refuses `kernel.not_found`, `identity.step_up_required` to staff, `export_unknown`, also once its seven days are over, and
 * to the person where it is the staff's.
 */
export async function getExport(ctx: Context, tx: Tx, subjectId: string, id: string): Promise<DataExport> {
  return exportFor(ctx, tx, subjectId, id, await whoAsks(ctx, tx, subjectId))
}

async function exportFor(ctx: Context, tx: Tx, subjectId: string, id: string, acting: ActingAs): Promise<DataExport> {
  const row = (await store.findExport.first(tx, subjectId, id)) ?? refuse(errors.export_unknown)
  if (!row.for_person && acting !== 'staff' && acting !== 'system') refuse(errors.export_unknown)
  if (Temporal.Instant.compare(row.expires_at, ctx.clock.now()) <= 0) refuse(errors.export_unknown)
  return row
}

/** Opens the file of a finished copy; staff say why. Audited. Refuses what `getExport` refuses, and `not_ready`. */
export async function openFile(
  ctx: Context,
  tx: Tx,
  subjectId: string,
  id: string,
  why: StaffReason = {},
): Promise<DataExport> {
  const acting = await whoAsks(ctx, tx, subjectId, why)
  const row = await exportFor(ctx, tx, subjectId, id, acting)
  if (row.state !== 'ready') refuse(errors.not_ready)
  await record(ctx, tx, {
    action: 'privacy.export_downloaded',
    subject: { type: 'user', id: subjectId },
    after: { export_id: id, as: acting },
    ...(acting === 'staff' && why.reason !== undefined ? { reason: why.reason } : {}),
  })
  return row
}

/** The text of the file up to its first part. */
export function headOf(ctx: Context, row: DataExport): string {
  const about = {
    product: ctx.product.name,
    person: userId.wire(row.subject_id),
    requested_at: row.requested_at.toString(),
    finished_at: row.finished_at!.toString(),
  }
  return `{\n"about": ${JSON.stringify(about)},\n"data": {`
}

export const TAIL = '\n}\n}\n'

/** One module's part, with what parts it from the one before. */
export async function partOf(ctx: Context, tx: Tx, row: DataExport, no: number): Promise<string> {
  const { module, body } = await store.findPart.one(tx, row.subject_id, row.id, no)
  const text = await ctx.vault.open(tx, row.subject_id, BODY, body)
  assert(text !== undefined, 'a copy is removed with the key it is sealed with')
  return `${no === 0 ? '' : ','}\n${JSON.stringify(module)}: ${text}`
}

/** Copies whose worker died, to be taken up again. */
export async function abandoned(ctx: Context, tx: Tx): Promise<{ subject_id: string; id: string }[]> {
  return store.unfinished.all(tx, ctx.clock.now().subtract({ minutes: 15 }), 100)
}

/** JSON that a person can read: amounts as text, bytes as base64. */
function readable(value: unknown): string {
  const text = JSON.stringify(
    value ?? null,
    (_name, item: unknown) => {
      if (typeof item === 'bigint') return item.toString()
      const { type, data } = (item ?? {}) as { type?: unknown; data?: unknown }
      return type === 'Buffer' && Array.isArray(data) ? Buffer.from(data as number[]).toString('base64') : item
    },
    1,
  )
  return text
}
