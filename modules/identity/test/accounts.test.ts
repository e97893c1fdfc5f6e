/** Accounts and their contacts: one account a contact, what is shown of it, and its end. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listenTo } from '../../../kernel/testing/listener.ts'
import { productOf, testProduct, type TestProduct } from '../../../kernel/testing/product.ts'
import { access } from '../../access/module.ts'
import { audit } from '../../audit/module.ts'
import { messaging } from '../../messaging/module.ts'
import { eraseUser, exportUser } from '../accounts.ts'
import {
  activeAccounts,
  authenticate,
  contactOf,
  createUser,
  findUserByContact,
  hasVerifiedContact,
  isActive,
  reinstateUser,
  suspendUser,
  userReinstated,
  userSignedUp,
  userSuspended,
} from '../api.ts'
import { identity } from '../module.ts'
import { makeUser, newEmail, newPhone, warm } from './make.ts'

let t: TestProduct
const { module: listener, subscriptions, heard } = listenTo([userSignedUp, userSuspended, userReinstated])

beforeAll(async () => {
  t = await testProduct(productOf([audit, access, messaging, identity, listener], { authenticate, on: subscriptions }))
})
afterAll(() => t.close())

const create = (input: Parameters<typeof createUser>[2]) => t.tx((tx) => createUser(t.ctx(), tx, input))

test('the same contact gives the same account and tells of it once', async () => {
  await t.drain()
  heard.length = 0
  const phone = newPhone()
  const first = await create({ phone })
  expect(await create({ phone, verified: true })).toBe(first)
  await t.drain()
  expect(heard).toEqual([{ event: userSignedUp.name, payload: { user_id: first } }])
  expect(await t.tx((tx) => contactOf(t.ctx(), tx, first))).toEqual({
    phone,
    phoneVerified: true,
    emailVerified: false,
    locale: 'fr-SN',
    active: true,
  })
})

test('a second contact joins the account; two accounts’ contacts do not mix', async () => {
  const [phone, email, otherEmail] = [newPhone(), newEmail(), newEmail()]
  const userId = await create({ phone })
  expect(await create({ phone, email, verified: true })).toBe(userId)
  expect(await t.tx((tx) => findUserByContact(t.ctx(), tx, { email: email.toUpperCase() }))).toBe(userId)
  await create({ email: otherEmail })
  await expect(create({ phone, email: otherEmail })).rejects.toThrow('identity.contact_taken')
  await expect(create({})).rejects.toThrow('kernel.invalid_input')
})

test('ten makers of one number and one address at once: one account', async () => {
  await warm(t)
  const [phone, email] = [newPhone(), newEmail()]
  const inputs = [{ phone }, { email }, { phone, email }]
  const answers = await Promise.allSettled(Array.from({ length: 10 }, (_, i) => create(inputs[i % 3]!)))
  const ids = new Set(answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : [])))
  const owners = [
    await t.tx((tx) => findUserByContact(t.ctx(), tx, { phone })),
    await t.tx((tx) => findUserByContact(t.ctx(), tx, { email })),
  ]
  // Number and address may have started two accounts; each still has exactly one.
  expect([...ids].every((id) => owners.includes(id))).toBe(true)
})

test('contacts are sealed: the database shows neither number nor address', async () => {
  const [phone, email] = [newPhone(), newEmail()]
  const userId = await create({ phone, email })
  const dump = await t.asOwner(async (client) => {
    const rows = []
    for (const table of ['user_account', 'contact', 'identifier'])
      rows.push(
        (await client.query(`select to_jsonb(r)::text as row from identity.${table} r where user_id = $1`, [userId]))
          .rows,
      )
    return JSON.stringify(rows)
  })
  for (const secret of [phone, phone.slice(1), email]) {
    expect(dump).not.toContain(secret)
    expect(dump).not.toContain(Buffer.from(secret).toString('hex'))
  }
})

test('only an active account with a proven contact counts as sound', async () => {
  const [proven, unproven, out] = [await makeUser(t), await create({ phone: newPhone() }), await makeUser(t)]
  await t.tx((tx) => suspendUser(t.ctx(), tx, out.userId, 'fraud'))
  const asked = [proven.userId, unproven, out.userId, '01980000-0000-7000-8000-00000000dead']
  expect([...(await t.tx((tx) => activeAccounts(tx, asked)))].sort()).toEqual([
    [proven.userId, 'verified'],
    [unproven, 'unverified'],
  ])
  expect(await t.tx((tx) => hasVerifiedContact(tx, unproven))).toBe(false)
  expect(await t.tx((tx) => isActive(tx, unproven))).toBe(true)
  expect(await t.tx((tx) => isActive(tx, out.userId))).toBe(false)
  expect(await t.tx((tx) => isActive(tx, asked[3]!))).toBe(false)
})

test('suspending and reinstating are told once each, however often they are asked for', async () => {
  const { userId } = await makeUser(t)
  await t.drain()
  heard.length = 0
  for (let i = 0; i < 2; i++) await t.tx((tx) => suspendUser(t.ctx(), tx, userId, 'fraud'))
  for (let i = 0; i < 2; i++) await t.tx((tx) => reinstateUser(t.ctx(), tx, userId, 'all is explained'))
  await t.drain()
  expect(heard).toEqual([
    { event: userSuspended.name, payload: { user_id: userId } },
    { event: userReinstated.name, payload: { user_id: userId } },
  ])
  await expect(t.tx((tx) => suspendUser(t.ctx(), tx, '01980000-0000-7000-8000-00000000dead', 'x'))).rejects.toThrow(
    'kernel.not_found',
  )
})

test('an erased person leaves an empty account and a free number', async () => {
  const { userId, phone, token } = await makeUser(t)
  expect(await t.tx((tx) => exportUser(t.ctx(), tx, userId))).toMatchObject({
    phone,
    phone_verified: true,
    sessions: [{ device: 'Test', ip: '203.0.113.7' }],
  })
  for (let i = 0; i < 2; i++) await t.tx((tx) => eraseUser(t.ctx(), tx, userId))
  expect(await t.tx((tx) => authenticate(t.ctx(), tx, token))).toBeUndefined()
  expect(await t.tx((tx) => contactOf(t.ctx(), tx, userId))).toEqual({
    phoneVerified: false,
    emailVerified: false,
    locale: 'fr-SN',
    active: false,
  })
  await expect(t.tx((tx) => suspendUser(t.ctx(), tx, userId, 'late'))).rejects.toThrow('identity.not_suspendable')
  expect(await create({ phone })).not.toBe(userId)
})

test('the database shows a person only their own contacts', async () => {
  const [mine, other] = [await makeUser(t), await makeUser(t)]
  await expect(
    t.tx((tx) => contactOf(t.ctx(), tx, other.userId), { rows: 'own', userId: mine.userId }),
  ).rejects.toThrow('kernel.not_found')
})
