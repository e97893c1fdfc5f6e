/** The verbs of whoever is signed in: a yes of one's own, and the no of anybody who may decide, which needs no proof. */
import { userIdOf, type Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { emit } from '../../kernel/events/event.ts'
import { userId } from '../identity/api.ts'
import { notify } from '../notifications/api.ts'
import { findProfile, requireOver } from '../profiles/api.ts'
import { append, lockChain, type ConsentRecord } from './chain.ts'
import { errors } from './errors.ts'
import { consentGiven, consentWithdrawn } from './events.ts'
import { deciderOf, situationOf } from './gate.ts'
import * as say from './messages.ts'
import * as store from './store/records.ts'
import { currentText, textShown, titleIn, type ShownText } from './texts.ts'

export interface Answer {
  readonly purpose: string
  /** Of the text that was on the screen. */
  readonly textSha256: string
}

/**
 * Records the signed-in person's yes to texts about themselves. Refuses `text_changed` when the hash is of no text that counts,
 * `guardian_decides`, `age_unknown`, `purpose_unknown`; nothing is recorded then. The same yes again adds nothing. Audited;
 * emits `consent.given`.
 */
export async function give(ctx: Context, tx: Tx, subjectId: string, answers: readonly Answer[]): Promise<void> {
  if (userIdOf(ctx.actor) !== subjectId) refuse(kernelErrors.not_found)
  await lockChain(tx, subjectId)
  for (const { purpose, textSha256 } of answers) {
    const text = textShown(ctx, purpose, textSha256)
    const decides = await deciderOf(ctx, tx, subjectId, purpose)
    if (decides === 'unknown') refuse(errors.age_unknown)
    if (decides === 'guardians') refuse(errors.guardian_decides)
    await recordYes(ctx, tx, { subjectId, purpose, decidedBy: subjectId, decidedAs: 'self', text, method: 'in_app' })
  }
}

interface Yes {
  readonly subjectId: string
  readonly purpose: string
  readonly decidedBy: string
  readonly decidedAs: 'self' | 'guardian'
  readonly text: ShownText
  readonly method: 'in_app' | 'card_charge' | 'id_review'
  readonly proof?: string
  readonly origin?: { readonly ip: string; readonly userAgent: string } | undefined
}

/** Adds a yes unless the same person's newest word is a yes to the same text already. The chain is locked by the caller. */
export async function recordYes(ctx: Context, tx: Tx, yes: Yes): Promise<void> {
  const latest = await store.latestOf.all(tx, yes.subjectId, yes.purpose)
  const own = latest.find(({ decided_by }) => decided_by === yes.decidedBy)
  if (own?.decision === 'given' && own.text_id === yes.text.id) return
  await append(ctx, tx, { ...yes, decision: 'given' })
  await emit(ctx, tx, consentGiven, { subject_id: yes.subjectId, purpose: yes.purpose })
}

/**
 * Says no, or takes a yes back: the person where they decide alone, else a guardian with `consent`. Holds from this transaction
 * on; with several guardians one no is enough. Refuses `kernel.not_found` to whoever may not decide, `guardian_decides`,
 * `learner_decides`, `purpose_unknown`. The same no again adds nothing. Audited; emits `consent.withdrawn` where it was
 * permitted, or the person's own yes ended.
 */
export async function sayNo(
  ctx: Context,
  tx: Tx,
  subjectId: string,
  purposes: readonly string[],
): Promise<ConsentRecord[]> {
  const actorId = userIdOf(ctx.actor) ?? refuse(kernelErrors.sign_in_required)
  const self = actorId === subjectId
  if (!self && (await requireOver(ctx, tx, subjectId, 'consent')) !== 'guardian') refuse(kernelErrors.not_found)
  await lockChain(tx, subjectId)
  const added: ConsentRecord[] = []
  for (const purpose of purposes) {
    const before = await situationOf(ctx, tx, subjectId, purpose)
    if (self && before.decides !== 'self')
      refuse(before.decides === 'unknown' ? errors.age_unknown : errors.guardian_decides)
    if (!self && before.decides !== 'guardians') refuse(errors.learner_decides)
    const own = (await store.latestOf.all(tx, subjectId, purpose)).find(({ decided_by }) => decided_by === actorId)
    if (own?.decision === 'withdrawn' || own?.decision === 'refused') continue
    const gave = own?.decision === 'given'
    const no = await append(ctx, tx, {
      subjectId,
      purpose,
      decision: gave ? 'withdrawn' : 'refused',
      decidedBy: actorId,
      decidedAs: self ? 'self' : 'guardian',
      text: undefined,
      method: 'in_app',
    })
    added.push(no)
    if (before.permitted && !self) await tellOthers(ctx, tx, no, before.deciders.map(({ userId }) => userId)) // prettier-ignore
    if (gave || before.permitted) await emit(ctx, tx, consentWithdrawn, { subject_id: subjectId, purpose })
  }
  return added
}

/** The other guardians learn that what held no longer does: the stricter answer is not silent. */
async function tellOthers(ctx: Context, tx: Tx, no: ConsentRecord, guardians: readonly string[]): Promise<void> {
  const child = await findProfile(ctx, tx, no.subject_id)
  for (const guardian of guardians) {
    if (guardian === no.decided_by) continue
    await notify(ctx, tx, say.refusedForChild, {
      to: { userId: guardian },
      values: (locale) => ({
        title: titleIn(currentText(ctx, no.purpose), locale),
        name: child?.firstName ?? '',
        link: `${ctx.publicUrl}/learners/${userId.wire(no.subject_id)}/consents`,
      }),
      dedupe: `consent.refused ${no.id}`,
    })
  }
}
