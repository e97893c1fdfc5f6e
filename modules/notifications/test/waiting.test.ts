/** What waits for the morning, or for a provider, is asked about again when it is sent. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { defineMessage } from '../../../kernel/messages.ts'
import { productOf, testProduct, type TestProduct } from '../../../kernel/testing/product.ts'
import { access } from '../../access/module.ts'
import { audit } from '../../audit/module.ts'
import { authenticate, suspendUser } from '../../identity/api.ts'
import { identity } from '../../identity/module.ts'
import { deliverOne } from '../../messaging/delivery.ts'
import { messaging } from '../../messaging/module.ts'
import { profiles } from '../../profiles/module.ts'
import { putPreferences } from '../../profiles/preferences.ts'
import { makePerson, type Person } from '../../profiles/test/make.ts'
import { notify, stillWanted } from '../api.ts'
import { notifications } from '../module.ts'

const text = { en: { sms: 'There is a new course.' }, fr: { sms: 'Un nouveau cours est là.' } }
const news = defineMessage({ key: 'test.news', values: [], channels: ['sms'], category: 'marketing', text })
const bill = defineMessage({ key: 'test.bill', values: [], channels: ['sms'], category: 'billing', text })
const notice = defineMessage({ key: 'test.notice', values: [], channels: ['sms'], category: 'account', text })

const consented = new Set<string>()
let t: TestProduct
beforeAll(async () => {
  t = await testProduct(
    productOf([audit, access, messaging, identity, profiles, notifications], {
      authenticate,
      policy: { messaging: { wanted: stillWanted } },
      gate: async (_ctx, _tx, subjectId) => consented.has(subjectId),
    }),
  )
})
afterAll(() => t.close())
/** Each test begins at eleven in the evening, when nothing goes out that can wait. */
beforeEach(() => {
  const now = t.clock.now().toZonedDateTimeISO(t.product.timeZone)
  t.clock.advance(now.until(now.add({ days: 1 }).withPlainTime('23:00'), { largestUnit: 'hours' }))
})

const wish = (person: Person, wanted: { marketing?: boolean; billing?: boolean; sms?: boolean } = {}) =>
  t.tx((tx) =>
    putPreferences(t.ctx(), tx, person.userId, {
      channels: { sms: wanted.sms ?? true, email: true, in_app: true },
      categories: {
        pots: true,
        gifts: true,
        rewards: true,
        partners: true,
        marketing: wanted.marketing ?? true,
        billing: wanted.billing ?? true,
      },
      quietHours: { start: '22:00', end: '08:00' },
    }),
  )

async function reader(): Promise<Person> {
  const person = await makePerson(t)
  consented.add(person.userId)
  await wish(person)
  return person
}

const tell = (person: Person, message: typeof news) =>
  t.tx((tx) => notify(t.ctx(), tx, message, { to: { userId: person.userId }, values: {} }))

/** The morning comes, and what waited is looked at. */
async function morning(): Promise<void> {
  t.clock.advance({ hours: 10 })
  await t.runCron(['messaging.sweep'])
  await t.drain()
}

interface Sent {
  message_key: string
  status: string
}
const messagesTo = (person: Person): Promise<Sent[]> =>
  t.asOwner(async (client) => {
    const found = await client.query<Sent>(
      "select message_key, status from messaging.outgoing where owner_id = $1 and message_key like 'test.%' order by message_key",
      [person.userId],
    )
    return found.rows
  })

test('news wait for the morning; whoever still allows them gets them', async () => {
  const person = await reader()
  expect(await tell(person, news)).toBe(true)
  await t.drain()
  expect(await messagesTo(person)).toEqual([{ message_key: 'test.news', status: 'queued' }])
  await morning()
  expect(await messagesTo(person)).toEqual([{ message_key: 'test.news', status: 'sent' }])
})

test('a consent withdrawn in the night holds in the morning: not sent, and on record', async () => {
  const person = await reader()
  await tell(person, news)
  consented.delete(person.userId)
  await morning()
  expect(await messagesTo(person)).toEqual([{ message_key: 'test.news', status: 'suppressed' }])
  // Given again, the next one goes out; the one that was held back stays so.
  consented.add(person.userId)
  await morning()
  expect(await messagesTo(person)).toEqual([{ message_key: 'test.news', status: 'suppressed' }])
})

test('so does a wish: what was switched off meanwhile does not come, what was not does', async () => {
  const person = await reader()
  await tell(person, news)
  await tell(person, bill)
  await wish(person, { billing: false })
  await morning()
  expect(await messagesTo(person)).toEqual([
    { message_key: 'test.bill', status: 'suppressed' },
    { message_key: 'test.news', status: 'sent' },
  ])
})

test('a number that is no longer theirs, and an account suspended meanwhile, are told nothing', async () => {
  const [moved, suspended] = [await reader(), await reader()]
  await tell(moved, bill)
  await tell(suspended, bill)
  await t.asOwner((client) => client.query('delete from identity.contact where user_id = $1', [moved.userId]))
  await t.tx((tx) => suspendUser(t.ctx(), tx, suspended.userId, 'for the test'))
  await morning()
  for (const person of [moved, suspended])
    expect(await messagesTo(person)).toEqual([{ message_key: 'test.bill', status: 'suppressed' }])
})

test('what concerns the account goes out whatever the person switched off', async () => {
  const person = await reader()
  await tell(person, notice)
  await wish(person, { sms: false })
  await morning()
  expect(await messagesTo(person)).toEqual([{ message_key: 'test.notice', status: 'sent' }])
})

test('delivered by ten workers at once, it is held back once', async () => {
  const person = await reader()
  await tell(person, news)
  consented.delete(person.userId)
  t.clock.advance({ hours: 10 })
  const [row] = await t.asOwner(async (client) => {
    const found = await client.query<{ id: string }>('select id from messaging.outgoing where owner_id = $1', [person.userId]) // prettier-ignore
    return found.rows
  })
  await Promise.all(Array.from({ length: 10 }, () => deliverOne(t.ctx(), t.tx, person.userId, row!.id)))
  expect(await messagesTo(person)).toEqual([{ message_key: 'test.news', status: 'suppressed' }])
})
