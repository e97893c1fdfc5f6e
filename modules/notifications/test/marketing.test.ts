/** News and offers: only to whom the law and the person let us send them. What concerns their account passes any gate. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { defineMessage } from '../../../kernel/messages.ts'
import { productOf, testProduct, type TestProduct } from '../../../kernel/testing/product.ts'
import { access } from '../../access/module.ts'
import { audit } from '../../audit/module.ts'
import { authenticate } from '../../identity/api.ts'
import { identity } from '../../identity/module.ts'
import { messaging } from '../../messaging/module.ts'
import { putPreferences } from '../../profiles/preferences.ts'
import { profiles } from '../../profiles/module.ts'
import { makePerson } from '../../profiles/test/make.ts'
import { notifications } from '../module.ts'
import { listInbox, notify } from '../notifications.ts'

const text = { en: { subject: 'A new course', body: 'There is a new course.' } }
const news = defineMessage({ key: 'test.news', values: [], channels: ['in_app'], category: 'marketing', text })
const lesson = defineMessage({ key: 'test.lesson', values: [], channels: ['in_app'], category: 'learning', text })
const bill = defineMessage({ key: 'test.bill', values: [], channels: ['in_app'], category: 'billing', text })

let t: TestProduct
const consented = new Set<string>()
const asked: string[] = []
beforeAll(async () => {
  t = await testProduct(
    productOf([audit, access, messaging, identity, profiles, notifications], {
      authenticate,
      gate: async (_ctx, _tx, subjectId, purpose) => {
        asked.push(purpose)
        return consented.has(subjectId)
      },
    }),
  )
})
afterAll(() => t.close())
beforeEach(() => void (asked.length = 0))

const tell = (userId: string, message: typeof news) =>
  t.tx((tx) => notify(t.ctx(), tx, message, { to: { userId }, values: {} }))
const inbox = (userId: string) =>
  t.tx(async (tx) => {
    const items = await listInbox(t.ctx(), tx, userId, { after: undefined, limit: 10 })
    return items.map(({ message_key: key }) => key)
  })
const wish = (userId: string, wanted: object) =>
  t.tx((tx) =>
    putPreferences(t.ctx(), tx, userId, {
      channels: { sms: true, email: true, in_app: true },
      categories: { pots: true, gifts: true, rewards: true, partners: true, marketing: true, ...wanted },
      quietHours: null,
    }),
  )

test('whoever wants news and consented gets them; withdrawn, the next one is not sent', async () => {
  const { userId } = await makePerson(t)
  await wish(userId, {})
  expect(await tell(userId, news)).toBe(false)
  consented.add(userId)
  expect(await tell(userId, news)).toBe(true)
  consented.delete(userId)
  expect(await tell(userId, news)).toBe(false)
  expect(await inbox(userId)).toEqual(['test.news'])
  expect(new Set(asked)).toEqual(new Set(['marketing']))
})

test('whoever has no account gets no news', async () => {
  const mailed = defineMessage({ key: 'test.mail', values: [], channels: ['email'], category: 'marketing', text })
  const to = { email: 'someone@example.eg' }
  expect(await t.tx((tx) => notify(t.ctx(), tx, mailed, { to, values: {} }))).toBe(false)
})

test('consent alone does not make somebody want news', async () => {
  const { userId } = await makePerson(t)
  consented.add(userId)
  expect(await tell(userId, news)).toBe(false)
})

test('what concerns learning and bills asks for no consent to marketing, and can be switched off', async () => {
  const { userId } = await makePerson(t)
  expect(await tell(userId, lesson)).toBe(true)
  expect(await tell(userId, bill)).toBe(true)
  await wish(userId, { learning: false, billing: false })
  expect(await tell(userId, lesson)).toBe(false)
  expect(await tell(userId, bill)).toBe(false)
  expect(asked).toEqual([])
})
