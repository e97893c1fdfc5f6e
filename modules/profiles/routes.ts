/** The person's own profile, addresses and preferences. Guardians and identity checks stand in files of their own. */
import { Type, type Static } from 'typebox'
import type { Context } from '../../kernel/context.ts'
import type { Tx } from '../../kernel/db/tx.ts'
import { route } from '../../kernel/http/route.ts'
import { Body, CivilDate, Empty, Nullable, WireId } from '../../kernel/http/schema.ts'
import { addAddress, changeAddress, listAddresses, removeAddress, type Address } from './addresses.ts'
import { checkRoutes } from './check-routes.ts'
import { guardianRoutes } from './guardian-routes.ts'
import { addressId } from './ids.ts'
import { preferencesOf, putPreferences, type Preferences } from './preferences.ts'
import { getProfile, putProfile, standing, type Profile } from './profiles.ts'
import { staffRoutes } from './staff-routes.ts'
import { wardRoutes } from './ward-routes.ts'
import { Celebrates, dateOf, Locale, me, Name, profileBody, ProfileSchema, TimeZone, Visibility } from './wire.ts'

const OwnProfile = Type.Object({
  ...ProfileSchema.properties,
  is_minor: Type.Boolean(),
  has_guardian: Type.Boolean(),
  verified: Type.Boolean({
    description: 'May receive money: contact proven, guardian there for a minor, no check open',
  }),
})

const AddressFields = {
  kind: Type.Union([Type.Literal('primary'), Type.Literal('billing'), Type.Literal('delivery')]),
  recipient: Type.Optional(Nullable(Type.String({ maxLength: 100 }))),
  street: Type.String({ minLength: 1, maxLength: 300 }),
  city: Type.String({ minLength: 1, maxLength: 100 }),
  region: Type.Optional(Nullable(Type.String({ maxLength: 10, description: 'ISO 3166-2, such as SN-DK' }))),
  postal_code: Type.Optional(Nullable(Type.String({ maxLength: 12 }))),
  country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1; by default the product’s' })),
  is_default: Type.Optional(Type.Boolean({ description: 'The default of its kind' })),
}
const AddressBody = Body(AddressFields)
const AddressSchema = Type.Object({
  id: WireId('adr'),
  kind: AddressFields.kind,
  recipient: Nullable(Type.String()),
  street: Type.String(),
  city: Type.String(),
  region: Nullable(Type.String()),
  postal_code: Nullable(Type.String()),
  country: Type.String(),
  is_default: Type.Boolean(),
})
const AddressParams = Type.Object({ id: WireId('adr') })

const Time = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', description: 'HH:MM' })
const Categories = {
  pots: Type.Boolean(),
  gifts: Type.Boolean(),
  rewards: Type.Boolean(),
  partners: Type.Boolean(),
  marketing: Type.Boolean({ description: 'Opt-in; for adults only' }),
}
const PreferenceFields = {
  channels: Type.Object(
    { sms: Type.Boolean(), email: Type.Boolean(), in_app: Type.Boolean() },
    { additionalProperties: false },
  ),
  categories: Type.Object(
    {
      ...Categories,
      learning: Type.Optional(Type.Boolean({ description: 'Left out: stays as it is' })),
      billing: Type.Optional(Type.Boolean({ description: 'Left out: stays as it is' })),
    },
    { additionalProperties: false },
  ),
  quiet_hours: Nullable(
    Type.Object({ start: Time, end: Time }, { additionalProperties: false, description: 'Local; may pass midnight' }),
  ),
}
const PreferencesSchema = Type.Object({
  ...PreferenceFields,
  categories: Type.Object({ ...Categories, learning: Type.Boolean(), billing: Type.Boolean() }),
  time_zone: TimeZone,
})

async function ownBody(ctx: Context, tx: Tx, profile: Profile) {
  const { minor, guardianIds, verified } = await standing(ctx, tx, profile.userId)
  return { ...profileBody(profile), is_minor: minor, has_guardian: guardianIds.length > 0, verified }
}

function addressInput(body: Static<typeof AddressBody>) {
  const { postal_code: postalCode, is_default: isDefault, ...rest } = body
  return { ...rest, postalCode, isDefault }
}

function addressBody({ id, postalCode, isDefault, ...rest }: Address) {
  return { ...rest, id: addressId.wire(id), postal_code: postalCode, is_default: isDefault }
}

function preferencesBody({ quietHours, timeZone, ...rest }: Preferences) {
  return { ...rest, quiet_hours: quietHours, time_zone: timeZone }
}

export const routes = [
  route({
    method: 'GET',
    path: '/me/profile',
    summary: 'The own profile',
    description: 'Refuses `profiles.no_profile` (404) until there is one.',
    access: 'user',
    rows: 'all',
    response: { 200: OwnProfile },
    handle: async ({ ctx, tx }) => ownBody(ctx, tx, await getProfile(ctx, tx, me(ctx))),
  }),
  route({
    method: 'PUT',
    path: '/me/profile',
    summary: 'Make or change the own profile',
    description:
      'What is left out stays. The date of birth can be changed twice, and no longer once an identity check is under way or ' +
      'passed (`profiles.date_of_birth_locked`). A change from minor to adult makes an identity check `required`.',
    access: 'user',
    rows: 'all',
    body: Body({
      first_name: Name,
      last_name: Type.Optional(Nullable(Type.String({ maxLength: 100 }))),
      display_name: Type.Optional(Name),
      date_of_birth: CivilDate,
      celebrates: Type.Optional(Celebrates),
      locale: Type.Optional(Locale),
      time_zone: Type.Optional(TimeZone),
      visibility: Type.Optional(Visibility),
      allow_sponsor_contact: Type.Optional(Type.Boolean()),
    }),
    response: { 200: OwnProfile },
    async handle({ ctx, tx, body }) {
      const profile = await putProfile(ctx, tx, me(ctx), {
        firstName: body.first_name,
        lastName: body.last_name,
        displayName: body.display_name,
        dateOfBirth: dateOf(body.date_of_birth),
        celebrates: body.celebrates,
        locale: body.locale,
        timeZone: body.time_zone,
        visibility: body.visibility,
        allowSponsorContact: body.allow_sponsor_contact,
      })
      return ownBody(ctx, tx, profile)
    },
  }),
  route({
    method: 'GET',
    path: '/me/addresses',
    summary: 'The own addresses, by kind, the default first',
    access: 'user',
    response: { 200: Type.Object({ items: Type.Array(AddressSchema) }) },
    handle: async ({ ctx, tx }) => ({ items: (await listAddresses(ctx, tx, me(ctx))).map(addressBody) }),
  }),
  route({
    method: 'POST',
    path: '/me/addresses',
    summary: 'Add an address',
    description: 'The first of a kind is its default. At most 20 (`profiles.too_many_addresses`).',
    access: 'user',
    body: AddressBody,
    response: { 201: AddressSchema },
    handle: async ({ ctx, tx, body }) => addressBody(await addAddress(ctx, tx, me(ctx), addressInput(body))),
  }),
  route({
    method: 'PUT',
    path: '/me/addresses/{id}',
    summary: 'Replace an address',
    description: 'A default stays the default until another address of the kind becomes it.',
    access: 'user',
    params: AddressParams,
    body: AddressBody,
    response: { 200: AddressSchema },
    async handle({ ctx, tx, params, body }) {
      return addressBody(await changeAddress(ctx, tx, me(ctx), addressId.parse(params.id), addressInput(body)))
    },
  }),
  route({
    method: 'DELETE',
    path: '/me/addresses/{id}',
    summary: 'Remove an address',
    description: 'Safe to repeat. The newest other address of the kind becomes the default.',
    access: 'user',
    params: AddressParams,
    response: { 204: Empty },
    async handle({ ctx, tx, params }) {
      await removeAddress(tx, me(ctx), addressId.parse(params.id))
    },
  }),
  route({
    method: 'GET',
    path: '/me/preferences',
    summary: 'How the person wants to be told things',
    access: 'user',
    response: { 200: PreferencesSchema },
    handle: async ({ ctx, tx }) => preferencesBody(await preferencesOf(ctx, tx, me(ctx))),
  }),
  route({
    method: 'PUT',
    path: '/me/preferences',
    summary: 'Replace the preferences',
    description: 'Codes, security notices and news of one’s own money gone wrong come in any case.',
    access: 'user',
    rows: 'all',
    body: Body(PreferenceFields),
    response: { 200: PreferencesSchema },
    async handle({ ctx, tx, body }) {
      const { quiet_hours: quietHours, ...rest } = body
      return preferencesBody(await putPreferences(ctx, tx, me(ctx), { ...rest, quietHours }))
    },
  }),
  ...guardianRoutes,
  ...wardRoutes,
  ...checkRoutes,
  ...staffRoutes,
]
