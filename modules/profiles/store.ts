/** SQL of profiles. */
import { refusing, statement } from '../../kernel/db/statement.ts'
import { errors } from './errors.ts'
import type { IdentityCheck, LeapDayPick } from './rules.ts'

// Profiles

export interface ProfileRow {
  user_id: string
  sealed_names: Buffer
  date_of_birth: Temporal.PlainDate
  celebrates: LeapDayPick
  locale: string
  time_zone: string
  visibility: 'public' | 'private'
  allow_sponsor_contact: boolean
  date_of_birth_changes: number
  identity_check: IdentityCheck
  identity_check_note: string | null
}

const PROFILE = `user_id, sealed_names, date_of_birth, celebrates, locale, time_zone, visibility, allow_sponsor_contact,
   date_of_birth_changes, identity_check, identity_check_note`

export const findProfile = statement<ProfileRow>(
  'profiles.find_profile',
  `select ${PROFILE} from profiles.profile where user_id = $1`,
)
export const lockProfile = statement<ProfileRow>(
  'profiles.lock_profile',
  `select ${PROFILE} from profiles.profile where user_id = $1 for update`,
)
export const insertProfile = statement(
  'profiles.insert_profile',
  `insert into profiles.profile (user_id, sealed_names, date_of_birth, celebrates, locale, time_zone, visibility,
     allow_sponsor_contact, created_at, updated_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9) on conflict do nothing`,
)
export const updateProfile = statement(
  'profiles.update_profile',
  `update profiles.profile set sealed_names = $2, celebrates = $3, locale = $4, time_zone = $5, visibility = $6,
     allow_sponsor_contact = $7, updated_at = $8
   where user_id = $1`,
)
/** Counts a change the person made; staff's are not counted. */
export const changeDateOfBirth = statement(
  'profiles.change_date_of_birth',
  `update profiles.profile set date_of_birth = $2, date_of_birth_changes = date_of_birth_changes + $3, updated_at = $4
   where user_id = $1 and date_of_birth_changes + $3 <= 2`,
)
export const setIdentityCheck = statement(
  'profiles.set_identity_check',
  `update profiles.profile set identity_check = $2, identity_check_note = $3, identity_checked_by = $4,
     identity_checked_at = $5, updated_at = $5
   where user_id = $1`,
)
export const deleteProfile = statement('profiles.delete_profile', 'delete from profiles.profile where user_id = $1')

// Identity checks

export interface DocumentRow {
  kind: string
  country: string
  sealed_number: Buffer
  number_index: string
  submitted_at: Temporal.Instant
}

export const putDocument = statement(
  'profiles.put_document',
  `insert into profiles.identity_document (user_id, kind, country, sealed_number, number_index, submitted_at)
   values ($1, $2, $3, $4, $5, $6)
   on conflict (user_id) do update set kind = excluded.kind, country = excluded.country,
     sealed_number = excluded.sealed_number, number_index = excluded.number_index, submitted_at = excluded.submitted_at`,
)
export const findDocument = statement<DocumentRow>(
  'profiles.find_document',
  `select kind, country, sealed_number, number_index, submitted_at from profiles.identity_document where user_id = $1`,
)
/**
 * Counts a try of the number before it is judged; no row while too many were wrong. `$3`: how many may be, `$4`: tries that
 * ended before are forgotten.
 */
export const claimDocumentTry = statement<DocumentRow & { number_tries: number }>(
  'profiles.claim_document_try',
  `update profiles.identity_document set
     number_tries = case when number_tried_at <= $4 then 1 else number_tries + 1 end, number_tried_at = $2
   where user_id = $1 and (number_tries < $3 or number_tried_at <= $4)
   returning kind, country, sealed_number, number_index, submitted_at, number_tries`,
)
export const documentTriedAt = statement<{ number_tried_at: Temporal.Instant | null }>(
  'profiles.document_tried_at',
  'select number_tried_at from profiles.identity_document where user_id = $1',
)
export const forgetDocumentTries = statement(
  'profiles.forget_document_tries',
  'update profiles.identity_document set number_tries = 0 where user_id = $1',
)
export const deleteDocument = statement(
  'profiles.delete_document',
  'delete from profiles.identity_document where user_id = $1',
)
export const claimDocument = statement(
  'profiles.claim_document',
  `insert into profiles.document_claim (number_index, user_id, claimed_at) values ($1, $2, $3) on conflict do nothing`,
)
export const findClaim = statement<{ user_id: string }>(
  'profiles.find_claim',
  'select user_id from profiles.document_claim where number_index = $1',
)
export const releaseClaim = statement(
  'profiles.release_claim',
  'delete from profiles.document_claim where number_index = $1 and user_id = $2',
)
/** Across people, oldest first: the queue of the staff. `$1`, `$2`: after this one. */
export const submittedChecks = statement<{ user_id: string; updated_at: Temporal.Instant }>(
  'profiles.submitted_checks',
  `select user_id, updated_at from profiles.profile
   where identity_check = 'submitted' and (updated_at, user_id) > ($1::timestamptz, $2::uuid)
   order by updated_at, user_id limit $3`,
)

// Addresses

export interface AddressRow {
  id: string
  kind: 'primary' | 'billing' | 'delivery'
  sealed_address: Buffer
  is_default: boolean
  created_at: Temporal.Instant
}

export const addressesOf = statement<AddressRow>(
  'profiles.addresses_of',
  `select id, kind, sealed_address, is_default, created_at from profiles.address where user_id = $1
   order by kind, is_default desc, created_at, id`,
)
export const lockAddresses = statement<AddressRow>(
  'profiles.lock_addresses',
  `select id, kind, sealed_address, is_default, created_at from profiles.address where user_id = $1
   order by id for update`,
)
/** Takes the lowest free slot; no row when there is none. */
export const insertAddress = statement(
  'profiles.insert_address',
  `insert into profiles.address (user_id, id, slot, kind, sealed_address, is_default, created_at, updated_at)
   select $1::uuid, $2, free.slot, $3, $4, $5, $6::timestamptz, $6
   from (select s.slot from generate_series(1, 20) as s (slot)
         where not exists (select 1 from profiles.address a where a.user_id = $1 and a.slot = s.slot)
         order by s.slot limit 1) as free`,
)
export const updateAddress = statement(
  'profiles.update_address',
  `update profiles.address set kind = $3, sealed_address = $4, is_default = $5, updated_at = $6
   where user_id = $1 and id = $2`,
)
export const clearDefault = statement(
  'profiles.clear_default',
  'update profiles.address set is_default = false where user_id = $1 and kind = $2 and id <> $3 and is_default',
)
export const makeDefault = statement(
  'profiles.make_default',
  'update profiles.address set is_default = true where user_id = $1 and id = $2',
)
export const deleteAddress = statement(
  'profiles.delete_address',
  'delete from profiles.address where user_id = $1 and id = $2',
)
export const deleteAddresses = statement('profiles.delete_addresses', 'delete from profiles.address where user_id = $1')

// Preferences

export interface PreferenceRow {
  time_zone: string | null
  there: boolean
  sms: boolean | null
  email: boolean | null
  in_app: boolean | null
  pots: boolean | null
  gifts: boolean | null
  rewards: boolean | null
  partners: boolean | null
  learning: boolean | null
  billing: boolean | null
  marketing: boolean | null
  quiet_start: string | null
  quiet_end: string | null
}

/** One row in any case: what the person said, if anything, and their time zone, if there is a profile. */
export const preferencesOf = statement<PreferenceRow>(
  'profiles.preferences_of',
  `select f.time_zone, p.user_id is not null as there, p.sms, p.email, p.in_app, p.pots, p.gifts, p.rewards, p.partners,
     p.learning, p.billing, p.marketing, p.quiet_start, p.quiet_end
   from (select $1::uuid as user_id) as who
   left join profiles.profile f on f.user_id = who.user_id and f.user_id = $1
   left join profiles.preference p on p.user_id = who.user_id and p.user_id = $1`,
)
/** `$13`, `$14`: what is null stays as it is. */
export const putPreferences = statement(
  'profiles.put_preferences',
  `insert into profiles.preference as p (user_id, sms, email, in_app, pots, gifts, rewards, partners, marketing, quiet_start,
     quiet_end, updated_at, learning, billing)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, coalesce($13::boolean, true), coalesce($14::boolean, true))
   on conflict (user_id) do update set sms = excluded.sms, email = excluded.email, in_app = excluded.in_app,
     pots = excluded.pots, gifts = excluded.gifts, rewards = excluded.rewards, partners = excluded.partners,
     marketing = excluded.marketing, quiet_start = excluded.quiet_start, quiet_end = excluded.quiet_end,
     updated_at = excluded.updated_at, learning = coalesce($13::boolean, p.learning),
     billing = coalesce($14::boolean, p.billing)`,
)
export const deletePreferences = statement(
  'profiles.delete_preferences',
  'delete from profiles.preference where user_id = $1',
)

// Constraints and what they say to a person

/** Awaits a write on addresses; another change at the same moment loses against the constraint. */
export const onlyDefault = <T>(write: Promise<T>): Promise<T> =>
  refusing(write, { address_one_default: errors.changed_meanwhile, address_slot_key: errors.changed_meanwhile })
