/** What ends by itself: guardians' consents when a link ends or the child comes of age, and consents to texts that were renewed. */
import { writtenDay } from '../../kernel/clock.ts'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { emit } from '../../kernel/events/event.ts'
import { notify } from '../notifications/api.ts'
import { findProfile, guardiansWith, isChild } from '../profiles/api.ts'
import { append, lockChain } from './chain.ts'
import { userId } from '../identity/api.ts'
import { consentWithdrawn } from './events.ts'
import { situationOf } from './gate.ts'
import * as say from './messages.ts'
import { latestOfAll } from './store/records.ts'
import * as store from './store/requests.ts'
import { textToAnswer, purposesOf, titleIn } from './texts.ts'

const BATCH = 200

/**
 * The guardian stopped deciding for the child at `at`: the link ended, or the right was taken. Every yes of theirs until then ends,
 * also where they decide again by now: that begins anew. What others said stands; what nobody allows any more is told as withdrawn.
 * Safe to repeat.
 */
export async function endOfRight(
  ctx: Context,
  tx: Tx,
  childId: string,
  guardianId: string,
  at: Temporal.Instant,
): Promise<void> {
  await store.forgetProofs.run(tx, guardianId, childId, at)
  const child = await isChild(ctx, tx, childId)
  const ended = await endGiven(ctx, tx, childId, child ? 'link_ended' : 'came_of_age', { guardianId, at })
  // Whoever came of age decides alone from now on, and what was learnt stays for them to decide about.
  if (!child) return
  for (const purpose of ended)
    if (!(await situationOf(ctx, tx, childId, purpose)).permitted)
      await emit(ctx, tx, consentWithdrawn, { subject_id: childId, purpose })
}

/** Guardians' consents end on the day the learner comes of age; the learner is asked to decide. Safe to repeat. */
export async function comeOfAge(ctx: Context, tx: Tx, subjectId: string): Promise<void> {
  if (await isChild(ctx, tx, subjectId)) return
  await endGiven(ctx, tx, subjectId, 'came_of_age')
  await store.cancelAbout.run(tx, subjectId, ctx.clock.now())
  await notify(ctx, tx, say.nowYourOwn, {
    to: { userId: subjectId },
    values: { link: pageOf(ctx, subjectId) },
    dedupe: 'consent.now_your_own',
  })
}

async function endGiven(
  ctx: Context,
  tx: Tx,
  subjectId: string,
  method: 'link_ended' | 'came_of_age',
  only?: { readonly guardianId: string; readonly at: Temporal.Instant },
): Promise<string[]> {
  await lockChain(tx, subjectId)
  const ended: string[] = []
  for (const row of await latestOfAll.all(tx, subjectId)) {
    if (row.decided_as !== 'guardian' || row.decision !== 'given') continue
    if (only && (row.decided_by !== only.guardianId || Temporal.Instant.compare(row.at, only.at) > 0)) continue
    await append(ctx, tx, {
      subjectId,
      purpose: row.purpose,
      decision: 'ended',
      decidedBy: row.decided_by,
      decidedAs: 'guardian',
      text: undefined,
      method,
    })
    ended.push(row.purpose)
  }
  return ended
}

/**
 * On a restored backup: ends every yes to the purpose, because one of them had been taken back after the backup. Who may decide can
 * say yes again. Safe to repeat.
 */
export async function withdrawAgain(ctx: Context, tx: Tx, subjectId: string, purpose: string): Promise<void> {
  await lockChain(tx, subjectId)
  for (const row of await latestOfAll.all(tx, subjectId))
    if (row.purpose === purpose && row.decision === 'given')
      await append(ctx, tx, {
        subjectId,
        purpose,
        decision: 'withdrawn',
        decidedBy: row.decided_by,
        decidedAs: row.decided_as,
        text: undefined,
        method: 'restored',
      })
}

/**
 * Tells everybody whose yes is to an older major version that a text was renewed, from the day it is published; once per person
 * and version, a batch at a time until none is left.
 */
export async function askAgain(ctx: Context, tx: Tx): Promise<void> {
  for (const purpose of purposesOf(ctx)) {
    const next = textToAnswer(ctx, purpose)
    for (;;) {
      const rows = await store.outdated.all(tx, purpose, next.version.major, BATCH)
      for (const row of rows) {
        await store.insertAskedAgain.run(
          tx, row.subject_id, row.decided_by, purpose, next.version.major, ctx.clock.now(),
        ) // prettier-ignore
        await tellRenewed(ctx, tx, row.subject_id, row.decided_by, next)
      }
      if (rows.length < BATCH) break
    }
  }
}

async function tellRenewed(
  ctx: Context,
  tx: Tx,
  subjectId: string,
  decidedBy: string,
  text: ReturnType<typeof textToAnswer>,
): Promise<void> {
  const mayDecide = decidedBy === subjectId || (await guardiansWith(ctx, tx, subjectId, 'consent')).includes(decidedBy)
  const profile = mayDecide ? await findProfile(ctx, tx, subjectId) : undefined
  if (!profile) return
  const day = Temporal.PlainDate.from(text.inForceFrom)
  await notify(ctx, tx, say.textRenewed, {
    to: { userId: decidedBy },
    values: (locale) => ({
      title: titleIn(text, locale),
      name: profile.firstName,
      day: writtenDay(day, locale),
      link: pageOf(ctx, subjectId),
    }),
    dedupe: `consent.renewed ${text.purpose} ${text.version.major} ${subjectId}`,
  })
}

const pageOf = (ctx: Context, subjectId: string) => `${ctx.publicUrl}/learners/${userId.wire(subjectId)}/consents`
