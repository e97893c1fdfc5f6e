/**
 * The verbs on guardians: a minor invites an adult by number or address; whoever holds the link that was sent there accepts
 * or declines. The link is the proof that the message arrived; only its keyed hash is kept.
 */
import type { Context } from '../../kernel/context.ts'
import { userIdOf } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { emit } from '../../kernel/events/event.ts'
import { spendAttempt } from '../../kernel/http/limit.ts'
import { record } from '../audit/api.ts'
import { contactOf, emailContact, findUserByContact, makeToken, phoneContact, readToken } from '../identity/api.ts'
import { mask, send } from '../messaging/api.ts'
import { errors } from './errors.ts'
import { cameOfAge, guardianDeclined, guardianLinked, guardianUnlinked } from './events.ts'
import { guardianLinkId } from './ids.ts'
import * as say from './messages.ts'
import { policyOf, todayOf } from './policy.ts'
import { findProfile, getProfile, isMinor, standing } from './profiles.ts'
import { INVITATION_LIFETIME, lastOfAge } from './rules.ts'
import * as store from './store/guardians.ts'

export type Relation = 'parent' | 'grandparent' | 'sibling' | 'relative' | 'guardian'
type InvitationStatus = store.LinkRow['status']

export interface Invitation {
  readonly id: string
  readonly status: InvitationStatus
  readonly relation: Relation
  /** Masked. */
  readonly contact: string
  readonly guardianId: string | null
  readonly guardianName: string | null
  readonly invitedAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
  readonly decidedAt: Temporal.Instant | null
}

const BATCH = 500

/**
 * Invites an adult, by SMS or e-mail with a link that is good for seven days. Refuses `no_profile`, `not_a_minor`,
 * `guardian_self` (the own number or address), `already_invited`, `kernel.too_many_requests`. Not idempotent.
 */
export async function inviteGuardian(
  ctx: Context,
  tx: Tx,
  childId: string,
  input: { readonly relation: Relation; readonly to: { readonly phone: string } | { readonly email: string } },
): Promise<Invitation> {
  const child = await getProfile(ctx, tx, childId)
  if (!isMinor(ctx, child.dateOfBirth)) refuse(errors.not_a_minor)
  const { to } = input
  const contact = 'phone' in to ? phoneContact(ctx, to.phone) : emailContact(ctx, to.email)
  if ((await findUserByContact(ctx, tx, to)) === childId) refuse(errors.guardian_self)
  const now = ctx.clock.now()
  const day = 24 * 3600
  await spendAttempt(tx, `profiles.invitations of ${childId}`, policyOf(ctx).invitationsDaily, day, now)
  await spendAttempt(tx, `profiles.invitations to ${contact.index}`, 3, day, now)

  const id = guardianLinkId.create(ctx.clock)
  const { token, hash } = makeToken(ctx, 'guardian', [childId])
  const expiresAt = now.add(INVITATION_LIFETIME)
  const sealed = await ctx.vault.seal(tx, childId, 'profiles.guardian_link.contact', contact.value)
  await store.expireLinksTo.run(tx, childId, contact.index, now)
  await store.inviteOnce(tx, childId, id, input.relation, contact.kind, sealed, contact.index, hash, now, expiresAt)
  await send(ctx, tx, say.guardianInvitation, {
    channel: contact.kind === 'phone' ? 'sms' : 'email',
    address: contact.value,
    locale: ctx.locale,
    values: { child: child.firstName, link: `${ctx.publicUrl}/guardian/${token}` },
  })
  return {
    id,
    status: 'invited',
    relation: input.relation,
    contact: mask(contact.value),
    guardianId: null,
    guardianName: null,
    invitedAt: now,
    expiresAt,
    decidedAt: null,
  }
}

/** The child's invitations and guardians, newest first; at most 50. An invitation past its time reads as expired. */
export async function listInvitations(ctx: Context, tx: Tx, childId: string): Promise<Invitation[]> {
  const invitations: Invitation[] = []
  for (const row of await store.linksOf.all(tx, childId, 50)) {
    const contact =
      row.sealed_contact === null
        ? undefined
        : await ctx.vault.open(tx, childId, 'profiles.guardian_link.contact', row.sealed_contact)
    const guardian = row.guardian_id === null ? undefined : await findProfile(ctx, tx, row.guardian_id)
    invitations.push({
      id: row.id,
      status: statusOf(ctx, row),
      relation: row.relation as Relation,
      contact: contact === undefined ? '' : mask(contact),
      guardianId: row.guardian_id,
      guardianName: guardian?.displayName ?? null,
      invitedAt: row.invited_at,
      expiresAt: row.expires_at,
      decidedAt: row.decided_at,
    })
  }
  return invitations
}

/** What the holder of a link sees before answering. Refuses `invitation_invalid`. */
export async function readInvitation(
  ctx: Context,
  tx: Tx,
  token: string,
): Promise<{ childFirstName: string; relation: Relation; status: InvitationStatus; expiresAt: Temporal.Instant }> {
  const { childId, hash } = tokenOf(ctx, token)
  const row = (await store.findLinkByToken.first(tx, childId, hash)) ?? refuse(errors.invitation_invalid)
  const child = await findProfile(ctx, tx, childId)
  if (!child || row.status === 'withdrawn') refuse(errors.invitation_invalid)
  return {
    childFirstName: child.firstName,
    relation: row.relation as Relation,
    status: statusOf(ctx, row),
    expiresAt: row.expires_at,
  }
}

/**
 * Makes the signed-in person the child's guardian. They must be an adult with a profile and a verified account, not the child;
 * the child must still be a minor. Once answered, an invitation stays answered: of several who accept, the first does. Refuses
 * `invitation_invalid`, `invitation_answered`, `invitation_expired`, `guardian_self`, `no_profile`, `guardian_minor`,
 * `guardian_unverified`, `child_of_age`, `already_guardian`. Audited; tells the child; emits `profiles.guardian_linked`.
 */
export async function acceptInvitation(ctx: Context, tx: Tx, token: string): Promise<{ childId: string }> {
  const guardianId = userIdOf(ctx.actor) ?? refuse(kernelErrors.sign_in_required)
  const link = await answerable(ctx, tx, token)
  const { child_id: childId, id } = link
  if (guardianId === childId) refuse(errors.guardian_self)
  const guardian = await getProfile(ctx, tx, guardianId)
  if (isMinor(ctx, guardian.dateOfBirth)) refuse(errors.guardian_minor)
  if (!(await standing(ctx, tx, guardianId)).verified) refuse(errors.guardian_unverified)
  const child = (await findProfile(ctx, tx, childId)) ?? refuse(errors.invitation_invalid)
  if (!isMinor(ctx, child.dateOfBirth)) refuse(errors.child_of_age)
  const now = ctx.clock.now()
  await store.acceptOnce(tx, childId, id, guardianId, now)
  await store.insertWard.run(tx, guardianId, childId, id, now)
  await record(ctx, tx, {
    action: 'profiles.guardian_linked',
    subject: { type: 'user', id: childId },
    after: { guardian_id: guardianId, relation: link.relation },
  })
  await tellChild(ctx, tx, childId, say.guardianAccepted, { guardian: guardian.firstName })
  await emit(ctx, tx, guardianLinked, { child_id: childId, guardian_id: guardianId })
  return { childId }
}

/**
 * Says no for whoever holds the link; no account is needed for that. Refuses `invitation_invalid`, `invitation_answered`,
 * `invitation_expired`. Tells the child; emits `profiles.guardian_declined`.
 */
export async function declineInvitation(ctx: Context, tx: Tx, token: string): Promise<void> {
  const { child_id: childId, id } = await answerable(ctx, tx, token)
  await store.declineLink.run(tx, childId, id, ctx.clock.now())
  await record(ctx, tx, {
    action: 'profiles.guardian_declined',
    subject: { type: 'user', id: childId },
    after: { link_id: id },
  })
  await tellChild(ctx, tx, childId, say.guardianDeclined, {})
  await emit(ctx, tx, guardianDeclined, { child_id: childId })
}

/** The child takes an invitation back, or ends the link with a guardian. Safe to repeat. Refuses `link_missing`. Audited. */
export async function endInvitation(ctx: Context, tx: Tx, childId: string, id: string): Promise<void> {
  const link = (await store.lockLink.first(tx, childId, id)) ?? refuse(errors.link_missing)
  if (link.status === 'invited') await store.withdrawLink.run(tx, childId, id)
  else if (link.status === 'accepted') await endLink(ctx, tx, link, 'unlinked')
}

/** The guardian gives the child up. Refuses `link_missing`. Audited. */
export async function leaveWard(ctx: Context, tx: Tx, guardianId: string, childId: string): Promise<void> {
  const link = (await store.lockLinkOf.first(tx, childId, guardianId)) ?? refuse(errors.link_missing)
  await endLink(ctx, tx, link, 'unlinked')
}

export interface Ward {
  readonly childId: string
  readonly firstName: string
  readonly displayName: string
  readonly dateOfBirth: Temporal.PlainDate
  readonly linkedAt: Temporal.Instant
}

/** The minors this person is the guardian of; at most 50. */
export async function listWards(ctx: Context, tx: Tx, guardianId: string): Promise<Ward[]> {
  const wards: Ward[] = []
  for (const row of await store.wardsOf.all(tx, guardianId, 50)) {
    const child = await findProfile(ctx, tx, row.child_id)
    if (!child || !isMinor(ctx, child.dateOfBirth)) continue
    const { firstName, displayName, dateOfBirth } = child
    wards.push({ childId: row.child_id, firstName, displayName, dateOfBirth, linkedAt: row.linked_at })
  }
  return wards
}

/** True while the child is a minor and this person is an accepted guardian. One statement. */
export async function isGuardianOf(ctx: Context, tx: Tx, guardianId: string, childId: string): Promise<boolean> {
  const child = await store.guardedChild.first(tx, childId, guardianId)
  return child !== undefined && isMinor(ctx, child.date_of_birth)
}

/** Marks what waited too long and ends the links of children who came of age, a batch at a time until none is left. */
export async function sweepLinks(ctx: Context, tx: Tx): Promise<void> {
  while ((await store.expireLinks.run(tx, ctx.clock.now(), BATCH)) === BATCH);
  const { legalAge } = policyOf(ctx)
  const today = todayOf(ctx)
  for (;;) {
    const outgrown = await store.outgrown.all(tx, lastOfAge(today, legalAge), BATCH)
    for (const { child_id: childId } of outgrown) await handOver(ctx, tx, childId)
    if (outgrown.length < BATCH) return
  }
}

/** The child is of age: the guardians' links end, each once, and others hear of it once. */
async function handOver(ctx: Context, tx: Tx, childId: string): Promise<void> {
  const links = await store.lockAccepted.all(tx, childId)
  for (const link of links) await endLink(ctx, tx, link, 'came_of_age')
  if (links.length > 0) await emit(ctx, tx, cameOfAge, { user_id: childId })
}

/** Ends every link of a person whose account is erased, on both sides. Safe to repeat. */
export async function endAllLinks(ctx: Context, tx: Tx, userId: string): Promise<void> {
  for (const row of await store.linksOf.all(tx, userId, 1000)) await endInvitation(ctx, tx, userId, row.id)
  for (const ward of await store.wardsOf.all(tx, userId, 1000)) await leaveWard(ctx, tx, userId, ward.child_id)
}

async function endLink(
  ctx: Context,
  tx: Tx,
  link: Pick<store.LinkRow, 'child_id' | 'id' | 'guardian_id'>,
  status: 'unlinked' | 'came_of_age',
): Promise<void> {
  const { child_id: childId, id } = link
  const guardianId = link.guardian_id!
  await store.endLink.run(tx, childId, id, status, ctx.clock.now())
  await store.deleteWard.run(tx, guardianId, childId)
  await record(ctx, tx, {
    action: 'profiles.guardian_unlinked',
    subject: { type: 'user', id: childId },
    before: { guardian_id: guardianId },
    after: { status },
  })
  await emit(ctx, tx, guardianUnlinked, { child_id: childId, guardian_id: guardianId })
}

/** The invitation behind the token, locked and still open. */
async function answerable(ctx: Context, tx: Tx, token: string): Promise<store.LinkRow> {
  const { childId, hash } = tokenOf(ctx, token)
  const row = (await store.lockLinkByToken.first(tx, childId, hash)) ?? refuse(errors.invitation_invalid)
  const status = statusOf(ctx, row)
  if (status === 'withdrawn') refuse(errors.invitation_invalid)
  if (status === 'expired') refuse(errors.invitation_expired)
  if (status !== 'invited') refuse(errors.invitation_answered)
  return row
}

function statusOf(ctx: Context, row: store.LinkRow): InvitationStatus {
  const over = Temporal.Instant.compare(ctx.clock.now(), row.expires_at) >= 0
  return row.status === 'invited' && over ? 'expired' : row.status
}

function tokenOf(ctx: Context, token: string): { childId: string; hash: string } {
  const read = readToken(ctx, 'guardian', token, 1) ?? refuse(errors.invitation_invalid)
  return { childId: read.ids[0]!, hash: read.hash }
}

/** By SMS where there is a proven number, else by e-mail; not at all when neither is known. */
async function tellChild<M extends typeof say.guardianAccepted | typeof say.guardianDeclined>(
  ctx: Context,
  tx: Tx,
  childId: string,
  message: M,
  values: Parameters<typeof send<M>>[3]['values'],
): Promise<void> {
  const contact = await contactOf(ctx, tx, childId)
  const channel = contact.phoneVerified ? 'sms' : 'email'
  const address = channel === 'sms' ? contact.phone : contact.email
  if (address === undefined) return
  await send(ctx, tx, message, { channel, address, locale: contact.locale, values, subjectId: childId })
}
