/** SQL of identity. */
import { statement } from '../../kernel/db/statement.ts'
import { membershipsColumn } from '../access/api.ts'

// Accounts and contacts

export interface AccountRow {
  user_id: string
  status: 'active' | 'suspended' | 'erased'
  locale: string
  created_at: Temporal.Instant
  last_sign_in_at: Temporal.Instant | null
  suspended_at: Temporal.Instant | null
  suspended_reason: string | null
}

export interface ContactRow {
  user_id: string
  kind: 'phone' | 'email'
  sealed: Buffer
  contact_index: string
  verified_at: Temporal.Instant | null
}

export interface AccountContactRow {
  status: 'active' | 'suspended' | 'erased'
  locale: string
  kind: 'phone' | 'email' | null
  sealed: Buffer | null
  verified_at: Temporal.Instant | null
}

export const insertAccount = statement(
  'identity.insert_account',
  'insert into identity.user_account (user_id, locale, created_at) values ($1, $2, $3) on conflict do nothing',
)
export const findAccount = statement<AccountRow>(
  'identity.find_account',
  `select user_id, status, locale, created_at, last_sign_in_at, suspended_at, suspended_reason
   from identity.user_account where user_id = $1`,
)
export const lockAccount = statement<AccountRow>(
  'identity.lock_account',
  `select user_id, status, locale, created_at, last_sign_in_at, suspended_at, suspended_reason
   from identity.user_account where user_id = $1 for update`,
)
export const findAccountContacts = statement<AccountContactRow>(
  'identity.find_account_contacts',
  `select a.status, a.locale, c.kind, c.sealed, c.verified_at
   from identity.user_account a left join identity.contact c on c.user_id = a.user_id where a.user_id = $1`,
)
export const setLocale = statement(
  'identity.set_locale',
  'update identity.user_account set locale = $2 where user_id = $1',
)
export const noteSignIn = statement(
  'identity.note_sign_in',
  'update identity.user_account set last_sign_in_at = $2 where user_id = $1',
)
export const suspendAccount = statement(
  'identity.suspend_account',
  `update identity.user_account set status = 'suspended', suspended_at = $2, suspended_reason = $3
   where user_id = $1 and status = 'active'`,
)
export const reinstateAccount = statement(
  'identity.reinstate_account',
  `update identity.user_account set status = 'active', suspended_at = null, suspended_reason = null
   where user_id = $1 and status = 'suspended'`,
)
export const markErased = statement(
  'identity.mark_erased',
  `update identity.user_account set status = 'erased', erased_at = $2, suspended_reason = null
   where user_id = $1 and status <> 'erased'`,
)

export const claimIdentifier = statement(
  'identity.claim_identifier',
  `insert into identity.identifier (value, kind, user_id, created_at) values ($1, $2, $3, $4) on conflict do nothing`,
)
export const findIdentifier = statement<{ user_id: string }>(
  'identity.find_identifier',
  'select user_id from identity.identifier where value = $1',
)
export const releaseIdentifier = statement(
  'identity.release_identifier',
  'delete from identity.identifier where value = $1 and user_id = $2',
)
export const insertContact = statement(
  'identity.insert_contact',
  `insert into identity.contact (user_id, kind, sealed, contact_index, verified_at, created_at)
   values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
)
export const replaceContact = statement(
  'identity.replace_contact',
  `update identity.contact set sealed = $3, contact_index = $4, verified_at = $5, created_at = $6
   where user_id = $1 and kind = $2`,
)
export const verifyContact = statement(
  'identity.verify_contact',
  `update identity.contact set verified_at = $4
   where user_id = $1 and kind = $2 and contact_index = $3 and verified_at is null`,
)
export const contactsOf = statement<ContactRow>(
  'identity.contacts_of',
  'select user_id, kind, sealed, contact_index, verified_at from identity.contact where user_id = $1 order by kind desc',
)
export const deleteContacts = statement('identity.delete_contacts', 'delete from identity.contact where user_id = $1')
/** `verified` is null for whoever has no contact. */
export const activeAccounts = statement<{ user_id: string; verified: boolean | null }>(
  'identity.active_accounts',
  `select a.user_id,
     (select bool_or(c.verified_at is not null) from identity.contact c where c.user_id = a.user_id) as verified
   from identity.user_account a where a.user_id = any($1::uuid[]) and a.status = 'active'`,
)

// Passwords

export const findCredential = statement<{ password_hash: string; status: string }>(
  'identity.find_credential',
  `select c.password_hash, a.status from identity.credential c
   join identity.user_account a on a.user_id = c.user_id where c.user_id = $1`,
)
export const putCredential = statement(
  'identity.put_credential',
  `insert into identity.credential (user_id, password_hash, changed_at) values ($1, $2, $3)
   on conflict (user_id) do update set password_hash = excluded.password_hash, changed_at = excluded.changed_at`,
)
export const rehashCredential = statement(
  'identity.rehash_credential',
  'update identity.credential set password_hash = $3 where user_id = $1 and password_hash = $2',
)
export const deleteCredential = statement(
  'identity.delete_credential',
  'delete from identity.credential where user_id = $1',
)
/** Counts the attempt unless the key waits; `$3` holds until when each next number of failures must wait. */
export const claimSignIn = statement<{ failures: number }>(
  'identity.claim_sign_in',
  `insert into identity.sign_in_throttle as t (key, failures, blocked_until, last_attempt_at)
   values ($1, 1, ($3::timestamptz[])[1], $2)
   on conflict (key) do update set
     failures = case when t.last_attempt_at < $4 then 1 else t.failures + 1 end,
     blocked_until = ($3::timestamptz[])[
       case when t.last_attempt_at < $4 then 1 else least(t.failures + 1, cardinality($3::timestamptz[])) end],
     last_attempt_at = excluded.last_attempt_at
     where t.blocked_until <= $2
   returning failures`,
)
export const findThrottle = statement<{ blocked_until: Temporal.Instant }>(
  'identity.find_throttle',
  'select blocked_until from identity.sign_in_throttle where key = $1',
)
export const clearThrottle = statement(
  'identity.clear_throttle',
  'delete from identity.sign_in_throttle where key = $1',
)
/** Takes back the attempt that turned out right, so that sign-ins of many people behind one address do not add up. */
export const giveBackAttempt = statement(
  'identity.give_back_attempt',
  `update identity.sign_in_throttle set failures = failures - 1, blocked_until = $2 where key = $1 and failures > 0`,
)
export const removeThrottles = statement(
  'identity.remove_throttles',
  'delete from identity.sign_in_throttle where last_attempt_at < $1',
)

// Links sent by e-mail

export interface MailTokenRow {
  kind: 'sign_up' | 'verify_email' | 'reset_password'
  sealed_email: Buffer
  password_hash: string | null
  locale: string
}

export const insertMailToken = statement(
  'identity.insert_mail_token',
  `insert into identity.mail_token (user_id, token_hash, kind, sealed_email, password_hash, locale, expires_at, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
)
export const useMailToken = statement<MailTokenRow>(
  'identity.use_mail_token',
  `update identity.mail_token set used_at = $4
   where user_id = $1 and token_hash = $2 and kind = any($3::text[]) and used_at is null and expires_at > $4
   returning kind, sealed_email, password_hash, locale`,
)
export const voidMailTokens = statement(
  'identity.void_mail_tokens',
  'update identity.mail_token set used_at = $3 where user_id = $1 and kind = $2 and used_at is null',
)
export const deleteMailTokens = statement(
  'identity.delete_mail_tokens',
  'delete from identity.mail_token where user_id = $1',
)
export const removeMailTokens = statement<{ user_id: string; kind: string; used_at: Temporal.Instant | null }>(
  'identity.remove_mail_tokens',
  'delete from identity.mail_token where created_at < $1 returning user_id, kind, used_at',
)

// Codes

export interface ChallengeRow {
  purpose: 'sign_in' | 'add_phone'
  destination: string
  sealed_phone: Buffer
  user_id: string | null
  code_hash: string
  attempts: number
}

/** Makes the challenge the destination's only live one, unless the last was sent too recently. `$4`, `$5`: next resends. */
export const claimDestination = statement<{ resend_at: Temporal.Instant }>(
  'identity.claim_destination',
  `insert into identity.otp_destination as d (destination, challenge_id, sends, resend_at, sent_at)
   values ($1, $2, 1, $4, $3)
   on conflict (destination) do update set
     challenge_id = excluded.challenge_id,
     sends = case when d.sent_at < $6 then 1 else d.sends + 1 end,
     resend_at = case when d.sent_at < $6 then $4 else $5::timestamptz end,
     sent_at = excluded.sent_at
     where d.resend_at <= $3
   returning resend_at`,
)
export const lockDestination = statement<{ challenge_id: string; resend_at: Temporal.Instant }>(
  'identity.lock_destination',
  'select challenge_id, resend_at from identity.otp_destination where destination = $1 for update',
)
export const freeDestination = statement(
  'identity.free_destination',
  'delete from identity.otp_destination where destination = $1 and challenge_id = $2',
)
export const insertChallenge = statement(
  'identity.insert_challenge',
  `insert into identity.otp_challenge (id, purpose, destination, sealed_phone, user_id, code_hash, expires_at, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)`,
)
/** Counts one attempt of a live code and gives what is needed to judge it. */
export const takeAttempt = statement<ChallengeRow>(
  'identity.take_attempt',
  `update identity.otp_challenge set attempts = attempts + 1
   where id = $1 and attempts < $2 and used_at is null and superseded_at is null and expires_at > $3
   returning purpose, destination, sealed_phone, user_id, code_hash, attempts`,
)
export const supersedeChallenge = statement(
  'identity.supersede_challenge',
  'update identity.otp_challenge set superseded_at = $2 where id = $1 and superseded_at is null',
)
export const findChallenge = statement<{ attempts: number; live: boolean }>(
  'identity.find_challenge',
  `select attempts, used_at is null and superseded_at is null and expires_at > $2 as live
   from identity.otp_challenge where id = $1`,
)
export const useChallenge = statement(
  'identity.use_challenge',
  `update identity.otp_challenge set used_at = $2 where id = $1 and used_at is null and superseded_at is null`,
)
export const removeChallenges = statement(
  'identity.remove_challenges',
  'delete from identity.otp_challenge where created_at < $1',
)
export const removeDestinations = statement(
  'identity.remove_destinations',
  'delete from identity.otp_destination where sent_at < $1',
)

// Sessions

export interface SessionRow {
  id: string
  device: string
  ip: string | null
  created_at: Temporal.Instant
  authenticated_at: Temporal.Instant
  last_seen_at: Temporal.Instant
}

export interface PresentedRow {
  created_at: Temporal.Instant
  authenticated_at: Temporal.Instant
  last_seen_at: Temporal.Instant
  issued_at: Temporal.Instant
  first_used_at: Temporal.Instant | null
  superseded_at: Temporal.Instant | null
  successor_used: boolean | null
  /** When this session proved its second factor; and whether the person has one. */
  second_factor_at: Temporal.Instant | null
  has_factor: boolean
  memberships: { role: string; scope: string }[]
}

export const insertSession = statement(
  'identity.insert_session',
  `insert into identity.session (user_id, id, device, ip, created_at, authenticated_at, last_seen_at)
   values ($1, $2, $3, $4, $5, $5, $5)`,
)
export const insertToken = statement(
  'identity.insert_token',
  `insert into identity.session_token (user_id, session_id, generation, token_hash, issued_at)
   select $1::uuid, $2::uuid, coalesce(max(generation), 0) + 1, $3, $4
   from identity.session_token where user_id = $1 and session_id = $2`,
)
/** All that a request needs to know of its session, the person's roles included. */
export const findPresented = statement<PresentedRow>(
  'identity.find_presented',
  `select s.created_at, s.authenticated_at, s.last_seen_at, t.issued_at, t.first_used_at, t.superseded_at,
     s.second_factor_at,
     exists (select 1 from identity.second_factor f
       where f.user_id = a.user_id and f.confirmed_at is not null) as has_factor,
     (select bool_or(n.first_used_at is not null) from identity.session_token n
      where n.user_id = t.user_id and n.session_id = t.session_id and n.generation > t.generation) as successor_used,
     ${membershipsColumn('a.user_id')} as memberships
   from identity.session_token t
   join identity.session s on s.user_id = t.user_id and s.id = t.session_id
   join identity.user_account a on a.user_id = t.user_id
   where t.user_id = $1 and t.session_id = $2 and t.token_hash = $3 and s.ended_at is null and a.status = 'active'`,
)
export const touchSession = statement(
  'identity.touch_session',
  'update identity.session set last_seen_at = $3 where user_id = $1 and id = $2 and last_seen_at <= $4',
)
export const touchToken = statement(
  'identity.touch_token',
  `update identity.session_token set first_used_at = $4
   where user_id = $1 and session_id = $2 and token_hash = $3 and first_used_at is null`,
)
export const currentTokenOf = statement<{ issued_at: Temporal.Instant }>(
  'identity.current_token_of',
  `select issued_at from identity.session_token where user_id = $1 and session_id = $2 and superseded_at is null`,
)
export const lockSession = statement<{ id: string }>(
  'identity.lock_session',
  'select id from identity.session where user_id = $1 and id = $2 and ended_at is null for update',
)
/** Supersedes every token of the session that is still current. */
export const supersedeTokens = statement(
  'identity.supersede_tokens',
  `update identity.session_token set superseded_at = $3
   where user_id = $1 and session_id = $2 and superseded_at is null`,
)
export const sessionsOf = statement<SessionRow>(
  'identity.sessions_of',
  `select id, device, ip, created_at, authenticated_at, last_seen_at from identity.session
   where user_id = $1 and ended_at is null and last_seen_at > $2 and created_at > $3
   order by last_seen_at desc, id limit $4`,
)
export const everySessionOf = statement<
  SessionRow & { ended_at: Temporal.Instant | null; ended_reason: string | null }
>(
  'identity.every_session_of',
  `select id, device, ip, created_at, authenticated_at, last_seen_at, ended_at, ended_reason from identity.session
   where user_id = $1 order by created_at, id`,
)
export const endSession = statement(
  'identity.end_session',
  'update identity.session set ended_at = $3, ended_reason = $4 where user_id = $1 and id = $2 and ended_at is null',
)
/** Ends every session of the person but `$2` (null: all). */
export const endSessions = statement(
  'identity.end_sessions',
  `update identity.session set ended_at = $3, ended_reason = $4
   where user_id = $1 and id is distinct from $2::uuid and ended_at is null`,
)
export const deleteSessionsOf = statement(
  'identity.delete_sessions_of',
  'delete from identity.session where user_id = $1',
)
export const removeSessions = statement(
  'identity.remove_sessions',
  'delete from identity.session where created_at < $1 and not (user_id = any($2::uuid[]))',
)
