/** Profiles, identity checks, addresses, preferences, and what happens to them when a person goes. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { listenTo } from '../../../kernel/testing/listener.ts'
import { productOf, testProduct, type TestProduct } from '../../../kernel/testing/product.ts'
import { access } from '../../access/module.ts'
import { audit } from '../../audit/module.ts'
import { authenticate, contactOf } from '../../identity/api.ts'
import { identity } from '../../identity/module.ts'
import { makeUser, warm } from '../../identity/test/make.ts'
import { messaging } from '../../messaging/module.ts'
import { addAddress, changeAddress, listAddresses, removeAddress, type AddressInput } from '../addresses.ts'
import {
  dateOfBirthCorrected,
  findProfile,
  getProfile,
  preferencesOf,
  putProfile,
  standing,
  type ProfileInput,
} from '../api.ts'
import { decideIdentity, reviewIdentity, submitDocument } from '../checks.ts'
import { profiles } from '../module.ts'
import { erasePerson, exportPerson } from '../personal-data.ts'
import { putPreferences } from '../preferences.ts'
import { ADULT, makeMinor, makeMinorWithGuardian, makePerson, MINOR, type Person } from './make.ts'

let t: TestProduct
let start: Temporal.Instant
const { module: listener, subscriptions, heard } = listenTo([dateOfBirthCorrected])

beforeAll(async () => {
  t = await testProduct(
    productOf([audit, access, messaging, identity, profiles, listener], { authenticate, on: subscriptions }),
  )
  start = t.clock.now()
})
afterAll(() => t.close())
beforeEach(() => {
  start = start.add({ hours: 48 })
  t.clock.set(start)
})

const put = (person: Person, input: Partial<ProfileInput>) =>
  t.tx((tx) => putProfile(t.ctx(person.actor), tx, person.userId, { firstName: 'Awa', dateOfBirth: ADULT, ...input }))
const day = (text: string) => Temporal.PlainDate.from(text)

test('a profile is made with defaults, and what is left out later stays', async () => {
  const person = await makeUser(t)
  expect(await t.tx((tx) => findProfile(t.ctx(), tx, person.userId))).toBeUndefined()
  await expect(t.tx((tx) => getProfile(t.ctx(), tx, person.userId))).rejects.toThrow('profiles.no_profile')
  const made = await put(person, { firstName: '  Fatou ' })
  expect(made).toMatchObject({
    firstName: 'Fatou',
    displayName: 'Fatou',
    lastName: null,
    celebrates: '28_february',
    locale: 'fr-SN',
    timeZone: 'Africa/Dakar',
    visibility: 'private',
    identityCheck: 'not_required',
  })
  await put(person, {
    locale: 'en',
    timeZone: 'Europe/Paris',
    visibility: 'public',
    celebrates: '1_march',
    lastName: 'Diop',
    displayName: 'Fatou D.',
  })
  expect(await put(person, {})).toMatchObject({
    firstName: 'Awa',
    lastName: null,
    locale: 'en',
    timeZone: 'Europe/Paris',
    visibility: 'public',
    celebrates: '1_march',
  })
  expect((await t.tx((tx) => contactOf(t.ctx(), tx, person.userId))).locale).toBe('en')
})

test.each([
  [{ firstName: '42' }, 'profiles.name_invalid'],
  [{ lastName: '<script>' }, 'profiles.name_invalid'],
  [{ dateOfBirth: day('2200-01-01') }, 'profiles.born_in_the_future'],
  [{ dateOfBirth: day('1880-01-01') }, 'profiles.born_too_long_ago'],
  [{ timeZone: 'Africa/Atlantis' }, 'profiles.time_zone_unknown'],
  [{ timeZone: '+05:00' }, 'profiles.time_zone_unknown'],
  [{ locale: 'ar-EG' }, 'profiles.locale_unknown'],
])('%j is refused: %s', async (input, code) => {
  const person = await makeUser(t)
  await expect(put(person, input)).rejects.toThrow(code)
})

test('names are sealed: the database holds none of them', async () => {
  const person = await makePerson(t, { firstName: 'Zéphyrine', lastName: 'Quartz' })
  const { row, sealed } = await t.asOwner(async (client) => {
    const sql = 'select to_jsonb(p)::text as row, sealed_names as sealed from profiles.profile p where user_id = $1'
    return (await client.query(sql, [person.userId])).rows[0] as { row: string; sealed: Buffer }
  })
  for (const secret of ['phyrine', 'Quartz']) {
    expect(row).not.toContain(secret)
    expect(sealed.includes(secret)).toBe(false)
  }
})

test('a date of birth is corrected twice and no more; each time is told and on record', async () => {
  const person = await makePerson(t)
  heard.length = 0
  await put(person, { dateOfBirth: day('1990-06-16') })
  await put(person, { dateOfBirth: day('1990-06-16') })
  await put(person, { dateOfBirth: day('1990-06-17') })
  await expect(put(person, { dateOfBirth: day('1990-06-18') })).rejects.toThrow('profiles.date_of_birth_locked')
  await t.drain()
  expect(heard.map((it) => it.payload)).toEqual([
    { user_id: person.userId, date_of_birth: '1990-06-16' },
    { user_id: person.userId, date_of_birth: '1990-06-17' },
  ])
  expect((await t.tx((tx) => getProfile(t.ctx(), tx, person.userId))).dateOfBirth.toString()).toBe('1990-06-17')
})

test('ten corrections at once are two', async () => {
  await warm(t)
  const person = await makePerson(t)
  const answers = await Promise.allSettled(
    Array.from({ length: 10 }, (_, i) => put(person, { dateOfBirth: day(`1991-01-${10 + i}`) })),
  )
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
})

test('a guardian cannot become a minor', async () => {
  const { guardian } = await makeMinorWithGuardian(t)
  await expect(put(guardian, { dateOfBirth: MINOR })).rejects.toThrow('profiles.guardian_must_be_adult')
})

test('a minor who becomes an adult needs a document; staff pass it and fix the date', async () => {
  const person = await makeMinor(t)
  await put(person, { dateOfBirth: ADULT })
  const stands = () => t.tx((tx) => standing(t.ctx(), tx, person.userId))
  expect(await stands()).toMatchObject({ minor: false, verified: false, identityCheck: 'required' })
  await t.tx((tx) =>
    submitDocument(t.ctx(person.actor), tx, person.userId, {
      kind: 'national_id',
      country: 'SN',
      number: '1 234 1990 00123',
    }),
  )
  expect((await stands()).verified).toBe(false)
  await expect(put(person, { dateOfBirth: MINOR })).rejects.toThrow('profiles.date_of_birth_locked')
  const review = await t.tx((tx) => reviewIdentity(t.ctx(), tx, person.userId))
  expect(review).toMatchObject({ document: { number: '1234199000123' }, documentTaken: false })
  await t.tx((tx) => decideIdentity(t.ctx(), tx, person.userId, { status: 'passed', dateOfBirth: day('1989-01-02') }))
  expect(await stands()).toMatchObject({ verified: true, identityCheck: 'passed' })
  expect((await t.tx((tx) => getProfile(t.ctx(), tx, person.userId))).dateOfBirth.toString()).toBe('1989-01-02')
})

test('a refused document can be replaced; a passed one cannot be submitted again', async () => {
  const person = await makePerson(t)
  const submit = (number: string) =>
    t.tx((tx) => submitDocument(t.ctx(person.actor), tx, person.userId, { kind: 'passport', country: 'SN', number }))
  const decide = (status: 'passed' | 'refused' | 'required') =>
    t.tx((tx) => decideIdentity(t.ctx(), tx, person.userId, { status, note: 'blurred' }))
  await expect(submit('??')).rejects.toThrow('profiles.document_invalid')
  await expect(decide('passed')).rejects.toThrow('profiles.check_not_now')
  await submit('A01234567')
  expect(await decide('refused')).toMatchObject({ identityCheck: 'refused', identityCheckNote: 'blurred' })
  expect((await t.tx((tx) => standing(t.ctx(), tx, person.userId))).verified).toBe(false)
  await submit('A01234568')
  await decide('passed')
  await expect(submit('A01234569')).rejects.toThrow('profiles.check_not_now')
})

test('a document proves one account, also when two are decided at once', async () => {
  await warm(t)
  const people = [await makePerson(t), await makePerson(t), await makePerson(t)]
  for (const [i, person] of people.entries())
    await t.tx((tx) =>
      submitDocument(t.ctx(person.actor), tx, person.userId, {
        kind: 'national_id',
        country: 'SN',
        number: ['2 000 1990 1', '2000-1990-1', '200019901'][i]!,
      }),
    )
  const answers = await Promise.allSettled(
    people.map((person) => t.tx((tx) => decideIdentity(t.ctx(), tx, person.userId, { status: 'passed' }))),
  )
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const loser = people[answers.findIndex(({ status }) => status === 'rejected')]!
  expect((await t.tx((tx) => reviewIdentity(t.ctx(), tx, loser.userId))).documentTaken).toBe(true)
})

const home: AddressInput = { kind: 'primary', street: 'Rue 10, villa 4', city: 'Dakar', region: 'SN-DK' }

test('the first address of a kind is the default; another takes its place when asked or when it goes', async () => {
  const person = await makePerson(t)
  const tick = <T>(act: Promise<T>): Promise<T> => {
    t.clock.advance({ seconds: 1 })
    return act
  }
  const add = (input: AddressInput) => tick(t.tx((tx) => addAddress(t.ctx(person.actor), tx, person.userId, input)))
  const defaults = async () =>
    (await t.tx((tx) => listAddresses(t.ctx(person.actor), tx, person.userId)))
      .filter((a) => a.isDefault)
      .map((a) => `${a.kind} ${a.street}`)
  const first = await add(home)
  expect(first).toMatchObject({ isDefault: true, country: 'SN' })
  const second = await add({ ...home, street: 'Second' })
  await add({ ...home, kind: 'billing', street: 'Bill' })
  expect(await defaults()).toEqual(['billing Bill', 'primary Rue 10, villa 4'])
  await t.tx((tx) =>
    changeAddress(t.ctx(), tx, person.userId, second.id, { ...home, street: 'Second', isDefault: true }),
  )
  expect(await defaults()).toEqual(['billing Bill', 'primary Second'])
  // A default cannot be made none; it moves its default along when it changes its kind.
  await t.tx((tx) =>
    changeAddress(t.ctx(), tx, person.userId, second.id, { ...home, street: 'Second', isDefault: false }),
  )
  expect(await defaults()).toEqual(['billing Bill', 'primary Second'])
  await t.tx((tx) =>
    changeAddress(t.ctx(), tx, person.userId, second.id, { ...home, kind: 'delivery', street: 'Second' }),
  )
  expect(await defaults()).toEqual(['billing Bill', 'delivery Second', 'primary Rue 10, villa 4'])
  const newest = await add({ ...home, street: 'Newest', isDefault: true })
  expect(await defaults()).toEqual(['billing Bill', 'delivery Second', 'primary Newest'])
  await t.tx((tx) => removeAddress(tx, person.userId, newest.id))
  expect(await defaults()).toEqual(['billing Bill', 'delivery Second', 'primary Rue 10, villa 4'])
  const third = await add({ ...home, street: 'Third' })
  await t.tx((tx) => removeAddress(tx, person.userId, first.id))
  await t.tx((tx) => removeAddress(tx, person.userId, first.id))
  expect(await defaults()).toEqual(['billing Bill', 'delivery Second', 'primary Third'])
  expect(third.isDefault).toBe(false)
})

test('twenty addresses and no more; a region of another country is refused', async () => {
  const person = await makePerson(t)
  const add = (input: AddressInput) => t.tx((tx) => addAddress(t.ctx(), tx, person.userId, input))
  for (let i = 0; i < 20; i++) await add(home)
  await expect(add(home)).rejects.toThrow('profiles.too_many_addresses')
  await expect(add({ ...home, region: 'SN-XX' })).rejects.toThrow('profiles.region_unknown')
})

test('ten addresses at once: one default, whatever the order', async () => {
  await warm(t)
  const person = await makePerson(t)
  await Promise.allSettled(
    Array.from({ length: 10 }, () =>
      t.tx((tx) => addAddress(t.ctx(), tx, person.userId, { ...home, isDefault: true })),
    ),
  )
  const addresses = await t.tx((tx) => listAddresses(t.ctx(), tx, person.userId))
  expect(addresses.length).toBeGreaterThan(0)
  expect(addresses.filter((address) => address.isDefault)).toHaveLength(1)
})

test('the database itself keeps one default a kind', async () => {
  const person = await makePerson(t)
  const made = await t.tx((tx) => addAddress(t.ctx(), tx, person.userId, home))
  await t.tx((tx) => addAddress(t.ctx(), tx, person.userId, home))
  await expect(
    t.asOwner((client) =>
      client.query('update profiles.address set is_default = true where user_id = $1 and id <> $2', [
        person.userId,
        made.id,
      ]),
    ),
  ).rejects.toThrow('address_one_default')
})

const loud = {
  channels: { sms: true, email: true, in_app: true },
  categories: {
    pots: true,
    gifts: true,
    rewards: true,
    partners: true,
    learning: true,
    billing: true,
    marketing: false,
  },
  quietHours: null,
}

test('preferences have defaults, marketing is opt-in and for adults', async () => {
  const [adult, child] = [await makePerson(t, { timeZone: 'Europe/Paris' }), await makeMinor(t)]
  const prefer = (person: Person, input: Parameters<typeof putPreferences>[3]) =>
    t.tx((tx) => putPreferences(t.ctx(person.actor), tx, person.userId, input))
  expect(await t.tx((tx) => preferencesOf(t.ctx(), tx, adult.userId))).toEqual({
    ...loud,
    quietHours: { start: '22:00', end: '08:00' },
    timeZone: 'Europe/Paris',
  })
  const wanted = {
    ...loud,
    channels: { sms: false, email: true, in_app: true },
    categories: { ...loud.categories, marketing: true },
    quietHours: { start: '23:30', end: '06:15' },
  }
  expect(await prefer(adult, wanted)).toEqual({ ...wanted, timeZone: 'Europe/Paris' })
  expect(await prefer(adult, loud)).toMatchObject({ quietHours: null, categories: { marketing: false } })
  await expect(prefer(child, wanted)).rejects.toThrow('profiles.marketing_needs_adult')
  await expect(prefer(adult, { ...loud, quietHours: { start: '22:00', end: '22:00' } })).rejects.toThrow(
    'profiles.quiet_hours_invalid',
  )
})

test('a page that knows nothing of learning and billing leaves them as they are', async () => {
  const person = await makePerson(t)
  const { learning, billing, ...known } = loud.categories
  expect([learning, billing]).toEqual([true, true])
  const prefer = (categories: Parameters<typeof putPreferences>[3]['categories']) =>
    t.tx((tx) => putPreferences(t.ctx(person.actor), tx, person.userId, { ...loud, categories }))
  expect((await prefer(known)).categories).toEqual(loud.categories)
  expect((await prefer({ ...known, learning: false })).categories).toEqual({ ...loud.categories, learning: false })
  expect((await prefer(known)).categories).toEqual({ ...loud.categories, learning: false })
  expect((await prefer({ ...known, billing: false })).categories).toMatchObject({ learning: false, billing: false })
})

test('a person gets everything out, and is erased but for the fact of old links', async () => {
  const { child, guardian } = await makeMinorWithGuardian(t)
  await t.tx((tx) => addAddress(t.ctx(), tx, child.userId, home))
  await t.tx((tx) =>
    submitDocument(t.ctx(child.actor), tx, child.userId, {
      kind: 'birth_certificate',
      country: 'SN',
      number: '99887766',
    }),
  )
  await t.tx((tx) => decideIdentity(t.ctx(), tx, child.userId, { status: 'passed' }))
  expect(await t.tx((tx) => exportPerson(t.ctx(), tx, child.userId))).toMatchObject({
    profile: { firstName: 'Moussa', dateOfBirth: MINOR.toString() },
    addresses: [{ street: 'Rue 10, villa 4' }],
    guardians: [{ status: 'accepted' }],
    // Consents are proven by the number, so a copy does not show it.
    identity_document: { kind: 'birth_certificate', number: '••••••66' },
  })
  for (let i = 0; i < 2; i++) await t.tx((tx) => erasePerson(t.ctx(), tx, child.userId))
  const left = await t.asOwner(async (client) => {
    const counts: Record<string, number> = {}
    for (const [table, column] of [
      ['profile', 'user_id'],
      ['address', 'user_id'],
      ['preference', 'user_id'],
      ['identity_document', 'user_id'],
      ['document_claim', 'user_id'],
      ['ward', 'child_id'],
    ])
      counts[table!] = (
        await client.query(`select from profiles.${table} where ${column} = $1`, [child.userId])
      ).rowCount!
    return counts
  })
  expect(Object.values(left)).toEqual([0, 0, 0, 0, 0, 0])
  // Another account may now be proven by that document.
  await t.tx((tx) =>
    submitDocument(t.ctx(guardian.actor), tx, guardian.userId, {
      kind: 'birth_certificate',
      country: 'SN',
      number: '99887766',
    }),
  )
  await t.tx((tx) => decideIdentity(t.ctx(), tx, guardian.userId, { status: 'passed' }))
})

test('the database shows a person only their own profile and addresses', async () => {
  const [mine, other] = [await makePerson(t), await makePerson(t)]
  await t.tx((tx) => addAddress(t.ctx(), tx, other.userId, home))
  const scope = { rows: 'own', userId: mine.userId } as const
  expect(await t.tx((tx) => findProfile(t.ctx(), tx, other.userId), scope)).toBeUndefined()
  expect(await t.tx((tx) => listAddresses(t.ctx(), tx, other.userId), scope)).toEqual([])
})
