/** Names and PINs: signing in without a contact, guessing, changing, and the wire. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { eraseUser, exportUser } from '../accounts.ts'
import { authenticate, createNamedUser, preparePin, suspendUser, userId as userIds } from '../api.ts'
import { readAsked, search } from '../inquiry.ts'
import { canonicalPin, canonicalUsername, isWeakPin } from '../rules.ts'
import { changePin, changeUsername, removeUsername, signInByUsername, usernameOf } from '../usernames.ts'
import { startIdentity, warm } from './make.ts'

let t: TestProduct
beforeAll(async () => {
  t = await startIdentity()
})
afterAll(() => t.close())

const BORN = Temporal.PlainDate.from('2015-08-23')
const PIN = '4719'
let made = 0
const newName = () => `salma${++made}`
const make = async (username = newName(), pin = PIN) => {
  const userId = userIds.create(t.clock)
  const prepared = await preparePin(t.ctx(), { userId, pin, username, bornOn: BORN })
  await t.tx((tx) => createNamedUser(t.ctx(), tx, { username, pin: prepared, locale: 'en' }))
  return { userId, username }
}
const signIn = (username: string, pin: string, ip = '203.0.113.9') =>
  signInByUsername({ ...t.ctx({ kind: 'guest' }), origin: { ip, userAgent: 'Test' } }, (body) => t.tx(body), {
    username,
    pin,
  })
const reasonOf = async (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'in',
    (error: Error) => error.message,
  )

test.each([
  ['Omar', 'omar'],
  ['  OMAR12 ', 'omar12'],
  ['عمر٢٠١٢', 'عمر2012'],
  ['عمر۲۰۱۲', 'عمر2012'],
  ['عُمَــر12', 'عمر12'],
  ['أميرة', 'اميره'],
  ['هدى1', 'هدي1'],
  ['Ｏｍａｒ', 'omar'],
  ['Ευρυδίκης', 'ευρυδίκησ'],
  ['मीना१२', 'मीना12'],
  ['Émile', 'émile'],
  ['E\u0301mile', 'émile'],
  ['𝟙𝟚𝟛abc', '123abc'],
])('the name %s is %s', (typed, canonical) => {
  expect(canonicalUsername(typed)).toBe(canonical)
})

test.each([
  '', 'ab', 'a'.repeat(21), '12345', 'omar ali', 'omar_ali', 'omar@ali', 'omar.ali', 'om\u200bar', 'om\ufe0far', 'om\u202ear', '🙂🙂🙂', '\u0301mar', '<b>omar', 'om\nar',
])('%j is no name', (typed) => {
  expect(canonicalUsername(typed)).toBeUndefined()
}) // prettier-ignore

test.each([
  ['4719', '4719'],
  ['٤٧١٩', '4719'],
  ['۴۷۱۹', '4719'],
  [' 471935 ', '471935'],
  ['４７１９', '4719'],
  ['471', undefined],
  ['4719350', undefined],
  ['47a9', undefined],
  ['47 19', undefined],
])('the PIN %s is %s', (typed, canonical) => {
  expect(canonicalPin(typed)).toBe(canonical)
})

test.each([
  '0000', '1111', '999999', '1234', '4321', '0123', '345678', '987654', '1212', '123123', '101010', '2580', '2015', '2000', '2308', '0823', '230815', '150823', '082315', '082015', '7391',
])('the PIN %s is weak', (pin) => {
  expect(isWeakPin(pin, { username: 'omar7391', bornOn: BORN })).toBe(true)
}) // prettier-ignore

test.each(['4719', '8264', '5093', '471935', '0917', '73918'])('the PIN %s is good', (pin) => {
  expect(isWeakPin(pin, { username: 'omar7391', bornOn: BORN })).toBe(false)
})

test('a name in Arabic and digits in either form sign in, however they were written', async () => {
  const { userId } = await make('ندى٧', '٤٧١٩')
  for (const [name, pin] of [['ندى7', '4719'], ['ندي٧', '٤٧١٩'], [' ندى۷ ', '۴۷۱۹']] as const) {
    const { token, userId: who } = await signIn(name, pin)
    expect(who).toBe(userId)
    expect(await t.tx((tx) => authenticate(t.ctx(), tx, token))).toMatchObject({ kind: 'user', userId })
  }
  expect(await t.tx((tx) => usernameOf(t.ctx(), tx, userId))).toBe('ندى٧')
}) // prettier-ignore

test('an unknown name, a wrong PIN and what is no name or PIN at all say the same', async () => {
  const { username } = await make()
  const answers = [
    await reasonOf(signIn(username, '8264')),
    await reasonOf(signIn('nobody-here', '8264')),
    await reasonOf(signIn('nobodyhere', '8264')),
    await reasonOf(signIn(username, 'abcd')),
    await reasonOf(signIn('', '')),
  ]
  expect(new Set(answers)).toEqual(new Set(['identity.pin_sign_in_failed']))
})

test('five wrong tries wait, the wait grows, and it is the same for a name nobody has', async () => {
  const { username } = await make()
  for (const name of [username, 'ghost99']) {
    const ip = `203.0.113.${name.length}`
    for (let i = 0; i < 5; i++) expect(await reasonOf(signIn(name, '8264', ip))).toBe('identity.pin_sign_in_failed')
    const right = name === username ? 'in' : 'identity.pin_sign_in_failed'
    await expect(signIn(name, PIN, ip)).rejects.toMatchObject({
      kind: { code: 'identity.pin_sign_in_blocked' },
      values: { seconds: 30 },
    })
    t.clock.advance({ seconds: 30 })
    expect(await reasonOf(signIn(name, '8264', ip))).toBe('identity.pin_sign_in_failed')
    await expect(signIn(name, PIN, ip)).rejects.toMatchObject({ values: { seconds: 60 } })
    t.clock.advance({ seconds: 60 })
    expect(await reasonOf(signIn(name, PIN, ip))).toBe(right)
  }
})

test('ten guess a PIN at once: five are judged, five wait, and the right one among the late does not get in', async () => {
  await warm(t)
  const { username } = await make()
  const wrong = Array.from({ length: 10 }, (_, i) => signIn(username, String(5093 + i * 7), `198.51.100.${i}`))
  const answers = await Promise.all(wrong.map(reasonOf))
  expect(answers.filter((answer) => answer === 'identity.pin_sign_in_failed')).toHaveLength(5)
  expect(answers.filter((answer) => answer === 'identity.pin_sign_in_blocked')).toHaveLength(5)
  expect(await reasonOf(signIn(username, PIN, '198.51.100.77'))).toBe('identity.pin_sign_in_blocked')
})

test('one address that walks through names waits after thirty', async () => {
  const ip = '192.0.2.44'
  for (let i = 0; i < 30; i++) await reasonOf(signIn(`walker${i}`, '8264', ip))
  expect(await reasonOf(signIn('walker99', '8264', ip))).toBe('identity.pin_sign_in_blocked')
  const { username } = await make()
  expect(await reasonOf(signIn(username, PIN, '192.0.2.45'))).toBe('in')
})

test('a new PIN ends sessions and waiting; the old one no longer works', async () => {
  const { userId, username } = await make()
  const { token } = await signIn(username, PIN, '192.0.2.50')
  for (let i = 0; i < 6; i++) await reasonOf(signIn(username, '8264', `192.0.2.${60 + i}`))
  const prepared = await preparePin(t.ctx(), { userId, pin: '5093', username, bornOn: BORN })
  await t.tx((tx) => changePin(t.ctx(), tx, prepared))
  expect(await t.tx((tx) => authenticate(t.ctx(), tx, token))).toBeUndefined()
  expect(await reasonOf(signIn(username, PIN, '192.0.2.51'))).toBe('identity.pin_sign_in_failed')
  expect(await reasonOf(signIn(username, '5093', '192.0.2.51'))).toBe('in')
})

test('a name is another’s until it is given up', async () => {
  const [first, second] = [await make(), await make()]
  const rename = (userId: string, name: string) => t.tx((tx) => changeUsername(t.ctx(), tx, userId, name))
  await expect(rename(second.userId, first.username.toUpperCase())).rejects.toMatchObject({
    fields: { username: { code: 'identity.username_taken' } },
  })
  await expect(rename(second.userId, 'a b')).rejects.toMatchObject({
    fields: { username: { code: 'identity.username_invalid' } },
  })
  await rename(first.userId, first.username.toUpperCase())
  await rename(first.userId, newName())
  await rename(second.userId, first.username)
  expect((await signIn(first.username, PIN, '192.0.2.52')).userId).toBe(second.userId)
})

test('two take one name at once: one has it', async () => {
  await warm(t)
  const people = [await make(), await make(), await make()]
  const name = newName()
  const answers = await Promise.allSettled(
    people.map(({ userId }) => t.tx((tx) => changeUsername(t.ctx(), tx, userId, name))),
  )
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('a suspended person is told only with the right PIN; an erased one is nobody', async () => {
  const { userId, username } = await make()
  await t.tx((tx) => suspendUser(t.ctx(), tx, userId, 'a complaint'))
  expect(await reasonOf(signIn(username, '8264', '192.0.2.53'))).toBe('identity.pin_sign_in_failed')
  expect(await reasonOf(signIn(username, PIN, '192.0.2.53'))).toBe('identity.suspended')
  expect(await t.tx((tx) => exportUser(t.ctx(), tx, userId))).toMatchObject({ username, phone: null })
  await t.tx((tx) => eraseUser(t.ctx(), tx, userId))
  expect(await reasonOf(signIn(username, PIN, '192.0.2.53'))).toBe('identity.pin_sign_in_failed')
  expect((await make(username)).userId).not.toBe(userId)
})

test('a name that is taken away lets nobody in, and nothing else changes', async () => {
  const { userId, username } = await make()
  const { token } = await signIn(username, PIN, '192.0.2.54')
  for (let i = 0; i < 2; i++) await t.tx((tx) => removeUsername(t.ctx(), tx, userId))
  expect(await reasonOf(signIn(username, PIN, '192.0.2.54'))).toBe('identity.pin_sign_in_failed')
  expect(await t.tx((tx) => authenticate(t.ctx(), tx, token))).toMatchObject({ userId })
  await expect(t.tx((tx) => changeUsername(t.ctx(), tx, userId, newName()))).rejects.toThrow(
    'identity.username_missing',
  )
})

test('staff find a person by the name they sign in by, and see its first letter', async () => {
  const { userId } = await make('يوسف٩٩')
  const asked = await t.tx((tx) => readAsked(t.ctx(), tx, 'يوسف99'))
  expect(asked).toEqual({ person: userId })
  const found = await t.tx((tx) => search.find(t.ctx(), tx, { text: 'يوسف99', ...asked }, 5))
  expect(found).toMatchObject([{ kind: 'user', title: 'ي•••', state: 'active' }])
  expect(await t.tx((tx) => readAsked(t.ctx(), tx, 'nobody'))).toEqual({})
})

test('neither the name nor the PIN stands in the database', async () => {
  const { userId, username } = await make('khadija88', '5093')
  const dump = await t.asOwner(async (client) => {
    const rows = await client.query('select to_jsonb(u)::text as row from identity.username u where user_id = $1', [
      userId,
    ])
    const all = await client.query('select to_jsonb(i)::text as row from identity.identifier i where user_id = $1', [
      userId,
    ])
    return JSON.stringify([rows.rows, all.rows])
  })
  for (const secret of [username, Buffer.from(username).toString('hex'), '"5093']) expect(dump).not.toContain(secret)
})

test('on the wire: signed in with a cookie, told apart by nothing, never stored under a key', async () => {
  const { userId, username } = await make()
  const path = '/sessions/username'
  const good = await t.call('POST', path, { body: { username: username.toUpperCase(), pin: PIN }, ip: '192.0.2.80' })
  expect([good.status, good.json]).toMatchObject([
    200,
    { second_factor_required: false, user: { id: userIds.wire(userId), is_new: false } },
  ])
  expect(String(good.headers['set-cookie'])).toContain('HttpOnly')
  const me = await t.call('GET', '/me', { token: good.json.token })
  expect(me.json).toMatchObject({ username, phone: null, email: null, phone_verified: false })
  const answers = []
  for (const body of [
    { username, pin: '8264' },
    { username: 'ghost77', pin: '8264' },
    { username: '!', pin: 'x' },
  ]) {
    const { status, json } = await t.call('POST', path, { body, ip: '192.0.2.81' })
    const { request_id: _, ...rest } = json
    answers.push(JSON.stringify([status, rest]))
  }
  expect(new Set(answers).size).toBe(1)
  expect(answers[0]).toContain('401')
  expect((await t.call('POST', path, { body: { username }, ip: '192.0.2.81' })).status).toBe(422)
})
