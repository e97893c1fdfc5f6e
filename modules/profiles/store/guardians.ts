/** SQL of guardians: the links between a child and its guardians, from invitation to end, and what each may do. */
import { refusing, statement } from '../../../kernel/db/statement.ts'
import type { Tx } from '../../../kernel/db/tx.ts'
import { errors } from '../errors.ts'
import type { Capability, IdentityCheck, Relation } from '../rules.ts'

export interface LinkRow {
  child_id: string
  id: string
  status: 'invited' | 'accepted' | 'declined' | 'expired' | 'withdrawn' | 'unlinked' | 'came_of_age'
  relation: Relation
  contact_kind: 'phone' | 'email' | null
  /** Null where a guardian added the child: nobody was invited. */
  sealed_contact: Buffer | null
  guardian_id: string | null
  invited_by: string | null
  capabilities: Capability[]
  invited_at: Temporal.Instant
  expires_at: Temporal.Instant
  decided_at: Temporal.Instant | null
}

/** What decides whether a person is a child. */
export interface AgeRow {
  date_of_birth: Temporal.PlainDate
  date_of_birth_changes: number
  identity_check: IdentityCheck
}

const LINK = `child_id, id, status, relation, contact_kind, sealed_contact, guardian_id, invited_by, capabilities, invited_at,
   expires_at, decided_at`

const insertLink = statement(
  'profiles.insert_link',
  `insert into profiles.guardian_link (child_id, id, relation, contact_kind, sealed_contact, contact_index, token_hash,
     invited_at, expires_at, invited_by, capabilities)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
)
/** A link that needed no invitation: the guardian added the child. */
export const insertOwnLink = statement(
  'profiles.insert_own_link',
  `insert into profiles.guardian_link (child_id, id, status, relation, guardian_id, invited_by, capabilities, invited_at,
     expires_at, decided_at)
   values ($1, $2, 'accepted', $3, $4, $4, $5, $6::timestamptz, $6, $6)`,
)
export const findLinkByToken = statement<LinkRow>(
  'profiles.find_link_by_token',
  `select ${LINK} from profiles.guardian_link where child_id = $1 and token_hash = $2`,
)
export const lockLinkByToken = statement<LinkRow>(
  'profiles.lock_link_by_token',
  `select ${LINK} from profiles.guardian_link where child_id = $1 and token_hash = $2 for update`,
)
export const lockLink = statement<LinkRow>(
  'profiles.lock_link',
  `select ${LINK} from profiles.guardian_link where child_id = $1 and id = $2 for update`,
)
export const lockLinkOf = statement<LinkRow>(
  'profiles.lock_link_of',
  `select ${LINK} from profiles.guardian_link where child_id = $1 and guardian_id = $2 and status = 'accepted' for update`,
)
export const linksOf = statement<LinkRow>(
  'profiles.links_of',
  `select ${LINK} from profiles.guardian_link where child_id = $1 order by invited_at desc, id limit $2`,
)
export const currentLinksOf = statement<LinkRow>(
  'profiles.current_links_of',
  `select ${LINK} from profiles.guardian_link where child_id = $1 and status in ('accepted', 'invited')
   order by status, invited_at, id limit $2`,
)
export const guardiansOf = statement<{ guardian_id: string }>(
  'profiles.guardians_of',
  `select guardian_id from profiles.guardian_link where child_id = $1 and status = 'accepted' order by decided_at, id`,
)
/** The child's date of birth while this person is the accepted guardian. */
export const guardedChild = statement<{ date_of_birth: Temporal.PlainDate }>(
  'profiles.guarded_child',
  `select p.date_of_birth from profiles.guardian_link l join profiles.profile p on p.user_id = l.child_id
   where l.child_id = $1 and l.guardian_id = $2 and l.status = 'accepted'`,
)
/** The subject's date of birth, and what this person may do for them as an accepted guardian. */
export const guardianship = statement<AgeRow & { capabilities: Capability[] | null }>(
  'profiles.guardianship',
  `select p.date_of_birth, p.date_of_birth_changes, p.identity_check, l.capabilities from profiles.profile p
   left join profiles.guardian_link l
     on l.child_id = p.user_id and l.child_id = $1 and l.guardian_id = $2 and l.status = 'accepted'
   where p.user_id = $1`,
)
export const guardiansWith = statement<AgeRow & { guardian_id: string }>(
  'profiles.guardians_with',
  `select l.guardian_id, p.date_of_birth, p.date_of_birth_changes, p.identity_check from profiles.guardian_link l join profiles.profile p on p.user_id = l.child_id
   where l.child_id = $1 and l.status = 'accepted' and $2 = any(l.capabilities) order by l.decided_at, l.id`,
)
export const ageOf = statement<AgeRow>(
  'profiles.age_of',
  'select date_of_birth, date_of_birth_changes, identity_check from profiles.profile where user_id = $1',
)
export const wardsWith = statement<AgeRow & { child_id: string }>(
  'profiles.wards_with',
  `select w.child_id, p.date_of_birth, p.date_of_birth_changes, p.identity_check from profiles.ward w
   join profiles.guardian_link l on l.child_id = w.child_id and l.id = w.link_id
   join profiles.profile p on p.user_id = w.child_id
   where w.guardian_id = $1 and l.status = 'accepted' and $2 = any(l.capabilities)
   order by w.linked_at, w.child_id limit $3`,
)
const acceptLink = statement(
  'profiles.accept_link',
  `update profiles.guardian_link set status = 'accepted', guardian_id = $3, decided_at = $4
   where child_id = $1 and id = $2 and status = 'invited'`,
)
export const declineLink = statement(
  'profiles.decline_link',
  `update profiles.guardian_link set status = 'declined', decided_at = $3
   where child_id = $1 and id = $2 and status = 'invited'`,
)
export const withdrawLink = statement(
  'profiles.withdraw_link',
  `update profiles.guardian_link set status = 'withdrawn' where child_id = $1 and id = $2 and status = 'invited'`,
)
export const endLink = statement(
  'profiles.end_link',
  `update profiles.guardian_link set status = $3, ended_at = $4 where child_id = $1 and id = $2 and status = 'accepted'`,
)
export const setCapabilities = statement(
  'profiles.set_capabilities',
  `update profiles.guardian_link set capabilities = $3 where child_id = $1 and id = $2 and status = 'accepted'`,
)
/** A child's open invitations. */
export const withdrawInvitations = statement(
  'profiles.withdraw_invitations',
  `update profiles.guardian_link set status = 'withdrawn' where child_id = $1 and status = 'invited'`,
)
/** Those that this guardian sent. */
export const withdrawInvitationsBy = statement(
  'profiles.withdraw_invitations_by',
  `update profiles.guardian_link set status = 'withdrawn' where child_id = $1 and invited_by = $2 and status = 'invited'`,
)
/** Whose links age ended last: all of one day. */
export const formerGuardiansOf = statement<{ guardian_id: string }>(
  'profiles.former_guardians_of',
  `select distinct guardian_id from profiles.guardian_link where child_id = $1 and status = 'came_of_age' order by 1`,
)
/** Makes room for a new invitation to the same contact, when the old one's time is over but it was not swept yet. */
export const expireLinksTo = statement(
  'profiles.expire_links_to',
  `update profiles.guardian_link set status = 'expired'
   where child_id = $1 and contact_index = $2 and status = 'invited' and expires_at <= $3`,
)
export const expireLinks = statement(
  'profiles.expire_links',
  `update profiles.guardian_link set status = 'expired'
   where status = 'invited' and (child_id, id) in (
     select child_id, id from profiles.guardian_link where status = 'invited' and expires_at <= $1
     order by expires_at limit $2 for update skip locked)`,
)
/**
 * People born on or before `$1`, who are of age, and still have guardians. Not those who made themselves older and whose check
 * is open: a word of one's own ends nobody's guardianship.
 */
export const outgrown = statement<{ child_id: string }>(
  'profiles.outgrown',
  `select distinct l.child_id from profiles.guardian_link l join profiles.profile p on p.user_id = l.child_id
   where l.status = 'accepted' and p.date_of_birth <= $1
     and (p.date_of_birth_changes = 0 or p.identity_check in ('not_required', 'passed'))
   order by l.child_id limit $2`,
)
/** The child's guardians, so that whoever changes them meanwhile waits. In one order for everybody. */
export const lockAccepted = statement<LinkRow>(
  'profiles.lock_accepted',
  `select ${LINK} from profiles.guardian_link where child_id = $1 and status = 'accepted' order by id for update`,
)
export const insertWard = statement(
  'profiles.insert_ward',
  `insert into profiles.ward (guardian_id, child_id, link_id, linked_at) values ($1, $2, $3, $4)`,
)
export const deleteWard = statement(
  'profiles.delete_ward',
  'delete from profiles.ward where guardian_id = $1 and child_id = $2',
)
/** The same, unless the guardian has `$5` already. Whoever calls holds the guardian's profile, so the count stands. */
export const insertWardWithin = statement(
  'profiles.insert_ward_within',
  `insert into profiles.ward (guardian_id, child_id, link_id, linked_at)
   select $1::uuid, $2::uuid, $3::uuid, $4::timestamptz
   where (select count(*) from profiles.ward w where w.guardian_id = $1) < $5`,
)
export const wardsOf = statement<{ child_id: string; capabilities: Capability[]; linked_at: Temporal.Instant }>(
  'profiles.wards_of',
  `select w.child_id, l.capabilities, w.linked_at from profiles.ward w
   join profiles.guardian_link l on l.child_id = w.child_id and l.id = w.link_id
   where w.guardian_id = $1 order by w.linked_at, w.child_id limit $2`,
)

// Constraints and what they say to a person

export interface NewInvitation {
  readonly relation: Relation
  readonly kind: 'phone' | 'email'
  readonly sealed: Buffer
  readonly index: string
  readonly hash: string
  readonly now: Temporal.Instant
  readonly expiresAt: Temporal.Instant
  readonly invitedBy: string | null
  readonly capabilities: readonly Capability[]
}

export const inviteOnce = (tx: Tx, childId: string, id: string, invitation: NewInvitation): Promise<number> => {
  const { relation, kind, sealed, index, hash, now, expiresAt, invitedBy, capabilities } = invitation
  return refusing(
    insertLink.run(tx, childId, id, relation, kind, sealed, index, hash, now, expiresAt, invitedBy, capabilities),
    { guardian_link_one_invitation: errors.already_invited },
  )
}

export const acceptOnce = (tx: Tx, ...values: unknown[]): Promise<number> =>
  refusing(acceptLink.run(tx, ...values), { guardian_link_one_guardian: errors.already_guardian })
