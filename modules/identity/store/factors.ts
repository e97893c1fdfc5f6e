/** SQL of second factors and of what staff see of them. */
import { statement } from '../../../kernel/db/statement.ts'

export interface FactorRow {
  sealed_secret: Buffer
  last_step: bigint
  blocked_until: Temporal.Instant
  created_at: Temporal.Instant
  confirmed_at: Temporal.Instant | null
}

/** Begins anew, unless one is confirmed or was begun since `$5`. */
export const beginFactor = statement(
  'identity.begin_factor',
  `insert into identity.second_factor as f (user_id, sealed_secret, blocked_until, created_at) values ($1, $2, $3, $4)
   on conflict (user_id) do update set
     sealed_secret = excluded.sealed_secret, last_step = 0, failures = 0,
     blocked_until = excluded.blocked_until, created_at = excluded.created_at
     where f.confirmed_at is null and f.created_at < $5`,
)
export const findFactor = statement<FactorRow>(
  'identity.find_factor',
  `select sealed_secret, last_step, blocked_until, created_at, confirmed_at
   from identity.second_factor where user_id = $1`,
)
/** Counts the try unless it must wait; `$3` holds until when each next number of failures must wait. */
export const claimFactorTry = statement<FactorRow>(
  'identity.claim_factor_try',
  `update identity.second_factor set
     failures = failures + 1,
     blocked_until = ($3::timestamptz[])[least(failures + 1, cardinality($3::timestamptz[]))]
   where user_id = $1 and blocked_until <= $2
   returning sealed_secret, last_step, blocked_until, created_at, confirmed_at`,
)
/**
 * Takes the code of step `$2`: of several requests with the same code one gets a row. A last step that lies ahead of `$3`,
 * the newest possible one, was taken under a clock that has been set back since, and says nothing. No row either when the
 * secret is another by now.
 */
export const takeStep = statement(
  'identity.take_step',
  `update identity.second_factor set last_step = $2, failures = 0, blocked_until = $4
   where user_id = $1 and sealed_secret = $5 and (last_step < $2 or last_step > $3)`,
)
export const forgiveFailures = statement(
  'identity.forgive_failures',
  'update identity.second_factor set failures = 0, blocked_until = $2 where user_id = $1',
)
export const confirmFactor = statement(
  'identity.confirm_factor',
  'update identity.second_factor set confirmed_at = $2 where user_id = $1 and confirmed_at is null',
)
/** Of several requests one removes it; the recovery codes go with it. */
export const deleteFactor = statement('identity.delete_factor', 'delete from identity.second_factor where user_id = $1')

export const insertRecoveryCodes = statement(
  'identity.insert_recovery_codes',
  `insert into identity.recovery_code (user_id, code_hash, created_at)
   select $1, hash, $3 from unnest($2::text[]) as hash`,
)
export const deleteRecoveryCodes = statement(
  'identity.delete_recovery_codes',
  'delete from identity.recovery_code where user_id = $1',
)
export const useRecoveryCode = statement(
  'identity.use_recovery_code',
  'update identity.recovery_code set used_at = $3 where user_id = $1 and code_hash = $2 and used_at is null',
)
export const countRecoveryCodes = statement<{ unused: number }>(
  'identity.count_recovery_codes',
  'select count(*)::integer as unused from identity.recovery_code where user_id = $1 and used_at is null',
)

export const noteSecondFactor = statement(
  'identity.note_second_factor',
  'update identity.session set second_factor_at = $3 where user_id = $1 and id = $2 and ended_at is null',
)
/** What was proven with a factor that is gone is worth nothing. */
export const forgetSecondFactor = statement(
  'identity.forget_second_factor',
  'update identity.session set second_factor_at = null where user_id = $1 and second_factor_at is not null',
)

/** Confirmed factors, the newest first: for the authenticator of development. */
export const confirmedFactors = statement<{ user_id: string; sealed_secret: Buffer; last_step: bigint }>(
  'identity.confirmed_factors',
  `select user_id, sealed_secret, last_step from identity.second_factor
   where confirmed_at is not null order by confirmed_at desc, user_id limit $1`,
)

export interface StandingRow {
  user_id: string
  status: 'active' | 'suspended' | 'erased'
  last_sign_in_at: Temporal.Instant | null
  second_factor_at: Temporal.Instant | null
}

/** How the accounts of these people stand, and since when they have a second factor. */
export const standings = statement<StandingRow>(
  'identity.standings',
  `select a.user_id, a.status, a.last_sign_in_at, f.confirmed_at as second_factor_at
   from identity.user_account a left join identity.second_factor f on f.user_id = a.user_id
   where a.user_id = any($1::uuid[])`,
)
