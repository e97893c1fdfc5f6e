/** What the routes of profiles share: the profile on the wire, and small readings of a request. */
import { Type } from 'typebox'
import { assert } from '../../kernel/assert.ts'
import type { Context } from '../../kernel/context.ts'
import { CivilDate, Nullable, WireId } from '../../kernel/http/schema.ts'
import { userId } from '../identity/api.ts'
import { errors } from './errors.ts'
import { refuseField, type Profile } from './profiles.ts'

export const Name = Type.String({ minLength: 1, maxLength: 100 })
export const Celebrates = Type.Union([Type.Literal('28_february'), Type.Literal('1_march')], {
  description: 'When a person born on 29 February celebrates in a common year',
})
export const Visibility = Type.Union([Type.Literal('public'), Type.Literal('private')])
export const Locale = Type.String({ maxLength: 20, description: 'BCP 47, one of the product’s' })
export const TimeZone = Type.String({ maxLength: 60, description: 'IANA name' })
const Check = Type.Union(
  ['not_required', 'required', 'submitted', 'passed', 'refused'].map((status) => Type.Literal(status)),
)

export const RelationSchema = Type.Union([
  Type.Literal('parent'),
  Type.Literal('grandparent'),
  Type.Literal('sibling'),
  Type.Literal('relative'),
  Type.Literal('guardian'),
])
export const CapabilitySchema = Type.Union(
  [Type.Literal('view'), Type.Literal('pay'), Type.Literal('consent'), Type.Literal('manage')],
  { description: 'See how it goes, pay, consent by law, look after the account and its guardians' },
)

export const ProfileSchema = Type.Object({
  user_id: WireId('usr'),
  first_name: Type.String(),
  last_name: Nullable(Type.String()),
  display_name: Type.String({ description: 'How others see the person' }),
  date_of_birth: CivilDate,
  celebrates: Celebrates,
  locale: Locale,
  time_zone: TimeZone,
  visibility: Visibility,
  allow_sponsor_contact: Type.Boolean(),
  identity_check: Check,
  identity_check_note: Nullable(Type.String({ description: 'What staff say about the check' })),
})
export function me(ctx: Context): string {
  assert(ctx.actor.kind === 'user', 'the route lets only signed-in people in')
  return ctx.actor.userId
}

export function dateOf(text: string, field = 'date_of_birth'): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    return refuseField(field, errors.date_of_birth_invalid)
  }
}

export function profileBody(profile: Profile) {
  return {
    user_id: userId.wire(profile.userId),
    first_name: profile.firstName,
    last_name: profile.lastName,
    display_name: profile.displayName,
    date_of_birth: profile.dateOfBirth,
    celebrates: profile.celebrates,
    locale: profile.locale,
    time_zone: profile.timeZone,
    visibility: profile.visibility,
    allow_sponsor_contact: profile.allowSponsorContact,
    identity_check: profile.identityCheck,
    identity_check_note: profile.identityCheckNote,
  }
}
