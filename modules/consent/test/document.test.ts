/** The proof by a checked document: an unlocked phone on the table is not enough, and guessing gets nobody far. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lastMessage } from '../../identity/test/make.ts'
import { decideIdentity, submitDocumentFor } from './identity.ts'
import { allowed } from './make.ts'
import { answer, asked, checkout, makeFamily, startFamily, type Family, type Person } from './family.ts'

let f: Family
beforeAll(async () => {
  f = await startFamily()
})
afterAll(() => f.close())

/** A child, whose guardian's document was checked and whose question is open. */
async function begin() {
  const { child, guardians } = await makeFamily(f.t)
  const guardian = guardians[0]!
  const number = await submitDocumentFor(f.t, guardian)
  await decideIdentity(f.t, guardian, 'passed')
  const link = await asked(f.t, guardian, child, 'account')
  const say = (typed?: string, yes = true) => answer(f.t, guardian, link, { account: yes }, 'id_review', typed)
  return { child, guardian, number, link, say }
}

const may = (child: Person) => allowed(f.t, child.userId, 'account')
const code = ({ json }: { json: { code?: string } }) => json.code

test('the child presses yes on the guardian’s phone: without the document’s number nothing is decided', async () => {
  const { child, say, number } = await begin()
  const without = await say()
  expect([without.status, code(without)]).toEqual([422, 'consent.document_number_needed'])
  expect(without.json.fields.document_number).toBeDefined()
  const wrong = await say('29912310000000')
  expect([wrong.status, code(wrong)]).toEqual([422, 'consent.document_number_wrong'])
  expect(await may(child)).toBe(false)
  expect((await say(number)).json.state).toBe('decided')
  expect(await may(child)).toBe(true)
})

test('the number may be typed in Arabic digits and with spaces; that of somebody else’s document is wrong', async () => {
  const [one, other] = [await begin(), await begin()]
  expect(code(await one.say(other.number))).toBe('consent.document_number_wrong')
  const arabic = [...one.number].map((digit) => String.fromCodePoint(0x660 + Number(digit))).join('')
  expect((await one.say(`${arabic.slice(0, 7)} ${arabic.slice(7)}`)).json.state).toBe('decided')
})

test('five wrong numbers close this way for a day and tell the guardian; the card stays open', async () => {
  const { child, guardian, say, number, link } = await begin()
  for (let i = 0; i < 4; i++) expect(code(await say(`2991231000000${i}`))).toBe('consent.document_number_wrong')
  const fifth = await say('29912310000009')
  expect([fifth.status, code(fifth), fifth.json.values.seconds]).toEqual([429, 'consent.document_closed', '86400'])
  await f.t.drain()
  expect((await lastMessage(f.t, guardian.phone))!.key).toBe('consent.document_closed')
  f.advance({ hours: 23 })
  expect(code(await say(number))).toBe('consent.document_closed')
  const byCard = await answer(f.t, guardian, link, { account: true })
  f.wave.control.pay({ session: await checkout(f.t, guardian, byCard.json.id) })
  await f.settle()
  expect(await may(child)).toBe(true)
})

test('after the day the right number is right again, and the count starts anew', async () => {
  const { say, number } = await begin()
  for (let i = 0; i < 5; i++) await say('29912310000009')
  f.advance({ hours: 24 })
  expect(code(await say('29912310000009'))).toBe('consent.document_number_wrong')
  expect((await say(number)).json.state).toBe('decided')
})

test('ten guesses at once are five guesses', async () => {
  const { child, say, number } = await begin()
  const guesses = await Promise.all(Array.from({ length: 10 }, (_, i) => say(`299123100000${10 + i}`)))
  const codes = guesses.map(code)
  expect(codes.filter((it) => it === 'consent.document_number_wrong')).toHaveLength(4)
  expect(codes.filter((it) => it === 'consent.document_closed')).toHaveLength(6)
  expect(code(await say(number))).toBe('consent.document_closed')
  expect(await may(child)).toBe(false)
})

test('a no needs no number, and a check that staff took back proves nothing', async () => {
  const no = await begin()
  expect((await no.say(undefined, false)).json.state).toBe('decided')
  const { say, number, guardian, child } = await begin()
  await decideIdentity(f.t, guardian, 'required')
  expect(code(await say(number))).toBe('consent.identity_check_needed')
  expect(await may(child)).toBe(false)
})

test('a copy of the guardian’s data, which the same phone can take, does not show the number', async () => {
  const { guardian, number } = await begin()
  const keepers = f.t.product.modules.filter(({ personalData }) => personalData)
  const copies = await Promise.all(
    keepers.map((module) => f.t.tx((tx) => module.personalData!.export(f.t.ctx(guardian.actor), tx, guardian.userId))),
  )
  const text = JSON.stringify(copies, (_name, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
  expect(text).toContain('identity_document')
  expect(text).not.toContain(number)
})
