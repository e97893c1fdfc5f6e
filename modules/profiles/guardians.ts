/**
 * The verbs on invitations to guardians: a minor, or a guardian who manages the child's account, invites an adult by number or
 * address; whoever holds the link that was sent there accepts or declines. The link is the proof that the message arrived; only
 * its keyed hash is kept. What becomes of an accepted link is in links.ts.
 */
import type { Context } from '../../kernel/context.ts'
import { userIdOf } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { kernelErrors, refuse } from '../../kernel/errors.ts'
import { emit } from '../../kernel/events/event.ts'
import { spendAttempt } from '../../kernel/http/limit.ts'
import { record } from '../audit/api.ts'
import { emailContact, findUserByContact, makeToken, phoneContact, readToken } from '../identity/api.ts'
import { mask, send } from '../messaging/api.ts'
import { requireManager } from './capabilities.ts'
import { errors } from './errors.ts'
import { guardianDeclined, guardianLinked } from './events.ts'
import { guardianLinkId } from './ids.ts'
import { endLink } from './links.ts'
import * as say from './messages.ts'
import { policyOf } from './policy.ts'
import { findProfile, getProfile, isMinor, standing, type Profile } from './profiles.ts'
import { CAPABILITIES, INVITATION_LIFETIME, type Capability, type Relation } from './rules.ts'
import { lockProfile } from './store.ts'
import * as store from './store/guardians.ts'
import { tell } from './telling.ts'

type InvitationStatus = store.LinkRow['status']

export interface Invitation {
  readonly id: string
  readonly status: InvitationStatus
  readonly relation: Relation
  /** Masked. */
  readonly contact: string
  readonly guardianId: string | null
  readonly guardianName: string | null
  /** What the guardian may do, or will once they accept. */
  readonly capabilities: readonly Capability[]
  readonly invitedAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
  readonly decidedAt: Temporal.Instant | null
}

interface Asked {
  readonly relation: Relation
  readonly to: { readonly phone: string } | { readonly email: string }
}

/**
 * Invites an adult for oneself, by SMS or e-mail with a link that is good for seven days. Refuses `no_profile`, `not_a_minor`,
 * `guardian_self` (the own number or address), `guardian_decides` where the product leaves further guardians to the first,
 * `already_invited`, `kernel.too_many_requests`. Not idempotent.
 */
export async function inviteGuardian(ctx: Context, tx: Tx, childId: string, input: Asked): Promise<Invitation> {
  const child = await getProfile(ctx, tx, childId)
  if (!isMinor(ctx, child.dateOfBirth)) refuse(errors.not_a_minor)
  if (policyOf(ctx).guardiansChosenBy === 'guardian' && (await store.guardiansOf.all(tx, childId)).length > 0)
    refuse(errors.guardian_decides)
  return invite(ctx, tx, child, { ...input, invitedBy: null, capabilities: CAPABILITIES })
}

/**
 * A guardian who manages the child's account invites another adult, who will hold these capabilities. Refuses as
 * `inviteGuardian`, and `kernel.not_found` to whoever does not manage it.
 */
export async function inviteFurtherGuardian(
  ctx: Context,
  tx: Tx,
  childId: string,
  input: Asked & { readonly capabilities: readonly Capability[] },
): Promise<Invitation> {
  const invitedBy = await requireManager(ctx, tx, childId)
  return invite(ctx, tx, await getProfile(ctx, tx, childId), { ...input, invitedBy })
}

async function invite(
  ctx: Context,
  tx: Tx,
  child: Profile,
  input: Asked & { readonly invitedBy: string | null; readonly capabilities: readonly Capability[] },
): Promise<Invitation> {
  const { to, invitedBy } = input
  const childId = child.userId
  const contact = 'phone' in to ? phoneContact(ctx, to.phone) : emailContact(ctx, to.email)
  const holder = await findUserByContact(ctx, tx, to)
  if (holder === childId) refuse(errors.guardian_self)
  if (holder !== undefined && holder === invitedBy) refuse(errors.already_guardian)
  const now = ctx.clock.now()
  const day = 24 * 3600
  await spendAttempt(tx, `profiles.invitations of ${childId}`, policyOf(ctx).invitationsDaily, day, now)
  await spendAttempt(tx, `profiles.invitations to ${contact.index}`, 3, day, now)

  const id = guardianLinkId.create(ctx.clock)
  const { token, hash } = makeToken(ctx, 'guardian', [childId])
  const expiresAt = now.add(INVITATION_LIFETIME)
  const sealed = await ctx.vault.seal(tx, childId, 'profiles.guardian_link.contact', contact.value)
  await store.expireLinksTo.run(tx, childId, contact.index, now)
  await store.inviteOnce(tx, childId, id, {
    relation: input.relation,
    kind: contact.kind,
    sealed,
    index: contact.index,
    hash,
    now,
    expiresAt,
    invitedBy,
    capabilities: input.capabilities,
  })
  const sending = {
    channel: contact.kind === 'phone' ? 'sms' : 'email',
    address: contact.value,
    locale: ctx.locale,
  } as const
  const values = { child: child.firstName, link: `${ctx.publicUrl}/guardian/${token}` }
  if (invitedBy === null) await send(ctx, tx, say.guardianInvitation, { ...sending, values })
  else {
    const guardian = (await getProfile(ctx, tx, invitedBy)).firstName
    await send(ctx, tx, say.furtherGuardianInvitation, { ...sending, values: { ...values, guardian } })
  }
  return {
    id,
    status: 'invited',
    relation: input.relation,
    contact: mask(contact.value),
    guardianId: null,
    guardianName: null,
    capabilities: input.capabilities,
    invitedAt: now,
    expiresAt,
    decidedAt: null,
  }
}

/** The child's invitations and guardians, newest first; at most 50. An invitation past its time reads as expired. */
export async function listInvitations(ctx: Context, tx: Tx, childId: string): Promise<Invitation[]> {
  return invitationsOf(ctx, tx, await store.linksOf.all(tx, childId, 50))
}

/** The accepted guardians and the open invitations, the first first. */
export async function listCurrentLinks(ctx: Context, tx: Tx, childId: string): Promise<Invitation[]> {
  const links = await invitationsOf(ctx, tx, await store.currentLinksOf.all(tx, childId, 100))
  return links.filter(({ status }) => status !== 'expired')
}

async function invitationsOf(ctx: Context, tx: Tx, rows: readonly store.LinkRow[]): Promise<Invitation[]> {
  const invitations: Invitation[] = []
  for (const row of rows) {
    const { sealed_contact: sealed, guardian_id: guardianId } = row
    const contact = sealed && (await ctx.vault.open(tx, row.child_id, 'profiles.guardian_link.contact', sealed))
    const guardian = guardianId === null ? undefined : await findProfile(ctx, tx, guardianId)
    invitations.push({
      id: row.id,
      status: statusOf(ctx, row),
      relation: row.relation,
      contact: contact ? mask(contact) : '',
      guardianId,
      guardianName: guardian?.displayName ?? null,
      capabilities: row.capabilities,
      invitedAt: row.invited_at,
      expiresAt: row.expires_at,
      decidedAt: row.decided_at,
    })
  }
  return invitations
}

/** What the holder of a link sees before answering. */
export interface Offer {
  readonly childFirstName: string
  /** First name of the guardian who asks; null when the child does. */
  readonly guardianFirstName: string | null
  readonly relation: Relation
  readonly capabilities: readonly Capability[]
  readonly status: InvitationStatus
  readonly expiresAt: Temporal.Instant
}

/** The invitation, for whoever holds its link. Refuses `invitation_invalid`. */
export async function readInvitation(ctx: Context, tx: Tx, token: string): Promise<Offer> {
  const { childId, hash } = tokenOf(ctx, token)
  const row = (await store.findLinkByToken.first(tx, childId, hash)) ?? refuse(errors.invitation_invalid)
  const child = await findProfile(ctx, tx, childId)
  if (!child || row.status === 'withdrawn') refuse(errors.invitation_invalid)
  const guardian = row.invited_by === null ? undefined : await findProfile(ctx, tx, row.invited_by)
  return {
    childFirstName: child.firstName,
    guardianFirstName: guardian?.firstName ?? null,
    relation: row.relation,
    capabilities: row.capabilities,
    status: statusOf(ctx, row),
    expiresAt: row.expires_at,
  }
}

/**
 * Makes the signed-in person the child's guardian. They must be an adult with a profile and a verified account, not the child;
 * the child must still be a minor. Once answered, an invitation stays answered: of several who accept, the first does. Refuses
 * `invitation_invalid` (also when whoever invited may no longer), `invitation_answered`, `invitation_expired`, `guardian_self`,
 * `no_profile`, `guardian_minor`, `guardian_unverified`, `child_of_age`, `already_guardian`, `too_many_guardians`. Audited;
 * tells the child and the guardian who invited; emits `profiles.guardian_linked`.
 */
export async function acceptInvitation(ctx: Context, tx: Tx, token: string): Promise<{ childId: string }> {
  const guardianId = userIdOf(ctx.actor) ?? refuse(kernelErrors.sign_in_required)
  // Held from the start: no other guardian of the child comes or goes until this is decided.
  await lockProfile.first(tx, tokenOf(ctx, token).childId)
  const link = await answerable(ctx, tx, token)
  const { child_id: childId, id } = link
  if (guardianId === childId) refuse(errors.guardian_self)
  const guardian = await getProfile(ctx, tx, guardianId)
  if (isMinor(ctx, guardian.dateOfBirth)) refuse(errors.guardian_minor)
  if (!(await standing(ctx, tx, guardianId)).verified) refuse(errors.guardian_unverified)
  const child = (await findProfile(ctx, tx, childId)) ?? refuse(errors.invitation_invalid)
  if (!isMinor(ctx, child.dateOfBirth)) refuse(errors.child_of_age)
  await refuseUnlessInviting(ctx, tx, link)
  const now = ctx.clock.now()
  await store.acceptOnce(tx, childId, id, guardianId, now)
  await store.insertWard.run(tx, guardianId, childId, id, now)
  await record(ctx, tx, {
    action: 'profiles.guardian_linked',
    subject: { type: 'user', id: childId },
    after: { guardian_id: guardianId, relation: link.relation, capabilities: link.capabilities },
  })
  await tell(ctx, tx, childId, say.guardianAccepted, { guardian: guardian.firstName })
  if (link.invited_by !== null) {
    const values = { guardian: guardian.firstName, child: child.firstName }
    await tell(ctx, tx, link.invited_by, say.furtherGuardianAccepted, values)
  }
  await emit(ctx, tx, guardianLinked, { child_id: childId, guardian_id: guardianId })
  return { childId }
}

/**
 * Says no for whoever holds the link; no account is needed for that. Refuses `invitation_invalid`, `invitation_answered`,
 * `invitation_expired`. Tells the child, and the guardian who
 * invited; emits `profiles.guardian_declined`.
 */
export async function declineInvitation(ctx: Context, tx: Tx, token: string): Promise<void> {
  const { child_id: childId, id, invited_by: invitedBy } = await answerable(ctx, tx, token)
  await store.declineLink.run(tx, childId, id, ctx.clock.now())
  await record(ctx, tx, {
    action: 'profiles.guardian_declined',
    subject: { type: 'user', id: childId },
    after: { link_id: id },
  })
  await tell(ctx, tx, childId, say.guardianDeclined, {})
  if (invitedBy !== null) {
    const child = await findProfile(ctx, tx, childId)
    await tell(ctx, tx, invitedBy, say.furtherGuardianDeclined, { child: child?.firstName ?? '' })
  }
  await emit(ctx, tx, guardianDeclined, { child_id: childId })
}

/**
 * The child takes an invitation back, or ends the link with a guardian. Safe to repeat. Refuses `link_missing`, and
 * `guardian_decides` for links where the product leaves them to the guardians. Audited.
 */
export async function endInvitation(ctx: Context, tx: Tx, childId: string, id: string): Promise<void> {
  await lockProfile.first(tx, childId)
  const link = (await store.lockLink.first(tx, childId, id)) ?? refuse(errors.link_missing)
  const own = policyOf(ctx).guardiansChosenBy === 'child'
  if (link.status === 'invited') {
    if (!own && link.invited_by !== null) refuse(errors.guardian_decides)
    await store.withdrawLink.run(tx, childId, id)
  } else if (link.status === 'accepted') {
    if (!own) refuse(errors.guardian_decides)
    await endLink(ctx, tx, link, 'unlinked')
  }
}

/** A guardian who manages the child's account takes an invitation back. Safe to repeat. Refuses `link_missing`. Audited. */
export async function withdrawInvitation(ctx: Context, tx: Tx, childId: string, id: string): Promise<void> {
  await lockProfile.first(tx, childId)
  await requireManager(ctx, tx, childId)
  const link = (await store.lockLink.first(tx, childId, id)) ?? refuse(errors.link_missing)
  if (link.status === 'accepted') refuse(errors.invitation_answered)
  const withdrawn = await store.withdrawLink.run(tx, childId, id)
  if (withdrawn === 0) return
  await record(ctx, tx, {
    action: 'profiles.invitation_withdrawn',
    subject: { type: 'user', id: childId },
    after: { link_id: id },
  })
}

/** True while the child is a minor and this person is an accepted guardian. One statement. */
export async function isGuardianOf(ctx: Context, tx: Tx, guardianId: string, childId: string): Promise<boolean> {
  const child = await store.guardedChild.first(tx, childId, guardianId)
  return child !== undefined && isMinor(ctx, child.date_of_birth)
}

/** An invitation counts only while whoever sent it may still send it: a guardian who manages the account, or the child. */
async function refuseUnlessInviting(ctx: Context, tx: Tx, link: store.LinkRow): Promise<void> {
  const { guardiansMax, guardiansChosenBy } = policyOf(ctx)
  const accepted = await store.lockAccepted.all(tx, link.child_id)
  const { invited_by: invitedBy } = link
  const mayInvite =
    invitedBy === null
      ? guardiansChosenBy === 'child' || accepted.length === 0
      : accepted.some((row) => row.guardian_id === invitedBy && row.capabilities.includes('manage'))
  if (!mayInvite) refuse(errors.invitation_invalid)
  if (accepted.length >= guardiansMax) refuse(errors.too_many_guardians)
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
