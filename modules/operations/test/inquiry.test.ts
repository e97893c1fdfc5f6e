// Support finds anything by what a caller can say, sees how it hangs together, and sees nothing their role may not.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { userId } from '../../identity/api.ts'
import { payouts } from '../../payouts/module.ts'
import { house, newPhone, sessionOf, wirePot, type Given, type House } from '../../pots/test/make.ts'
import { codeOf, voucherId } from '../../redemption/api.ts'
import { settlements } from '../../settlements/module.ts'
import { operations } from '../module.ts'

interface Thing {
  kind: string
  id: string
  title: string
  state: string
  amount_minor?: string
  facts?: Record<string, string>
}
interface Story {
  about: Thing
  things: Thing[]
  steps: { kind: string; code: string; ref: string; facts: Record<string, string> }[]
  hidden: string[]
}

const SUPPORT = ['operations.search', 'pots.view', 'payments.view', 'redemption.view', 'identity.view', 'audit.view', 'notifications.view'] // prettier-ignore
let h: House
let support: string
let finance: string

beforeAll(async () => {
  h = await house([payouts, settlements, operations])
  support = (await h.staff(...SUPPORT)).token
  finance = (await h.staff(...SUPPORT, 'ledger.view', 'settlements.view')).token
})
afterAll(() => h.close())

const find = async (typed: string, token = support) =>
  (await h.t.call('GET', `/operations/search?q=${encodeURIComponent(typed)}`, { token })).json.items as Thing[]
const story = async (id: string, token = support) =>
  (await h.t.call('GET', `/operations/trace/${id}`, { token })).json as Story
const named = (things: readonly Thing[], kind: string) => things.filter((it) => it.kind === kind).map(({ id }) => id)
const paymentOf = async (given: Given) => named((await story(given.gift_id)).things, 'payment')[0]!

it('finds a guest’s gift and payment by the number they left, in any spelling, and puts the look-up on record', async () => {
  const { pot } = await h.openPot()
  const phone = newPhone()
  const given = await h.give(pot, 10_000, { donor_phone: phone })
  const national = phone.replace('+221', '')
  for (const typed of [phone, `00221${national}`, national.replace(/(..)(...)(..)(..)/, '$1 $2 $3 $4')]) {
    const found = await find(typed)
    expect(named(found, 'gift')).toEqual([given.gift_id])
    expect(named(found, 'payment')).toHaveLength(1)
    expect(named(found, 'message').length).toBeGreaterThan(0)
  }
  const { json } = await h.t.call('GET', '/audit?action=operations.searched', { token: support })
  expect(json.items).toHaveLength(3)
  expect(json.items[0]).toMatchObject({ after: { by: 'phone', found: { gift: 1, payment: 1 } } })
  expect(JSON.stringify(json.items)).not.toContain(national)
})

it('finds a person by number and address with what is theirs, and masks how they are reached', async () => {
  const { owner, pot } = await h.openPot()
  const giver = await h.owner()
  const given = await h.t.call('POST', `/p/${pot.slug}/gifts`, {
    key: `by-${giver.userId}`,
    token: giver.token,
    body: { amount_minor: '3000', donor_name: 'Modou' },
  })
  const found = await find(giver.phone)
  expect(named(found, 'user')).toEqual([userId.wire(giver.userId)])
  expect(named(found, 'gift')).toEqual([given.json.gift_id])
  expect(JSON.stringify(found)).not.toContain(giver.phone)
  expect(named(await find(owner.phone), 'pot')).toEqual([wirePot(pot)])
  const all = await story(userId.wire(giver.userId))
  expect(named(all.things, 'gift')).toEqual([given.json.gift_id])
  expect(named(all.things, 'payment')).toHaveLength(1)
})

it('finds each thing by its id, its link, and the names the provider has for it', async () => {
  const { pot } = await h.openPot()
  const given = await h.give(pot, 5_000)
  const payment = await paymentOf(given)
  const { json } = await h.t.call('GET', `/payments/${payment}`, { token: support })
  const [event] = json.events
  const [receipt] = json.receipts
  expect(named(await find(given.gift_id), 'gift')).toEqual([given.gift_id])
  expect(named(await find(wirePot(pot).toUpperCase()), 'pot')).toEqual([wirePot(pot)])
  expect(named(await find(pot.slug), 'pot')).toEqual([wirePot(pot)])
  expect(named(await find(`https://wolo.sn/p/${pot.slug}?s=whatsapp`), 'pot')).toEqual([wirePot(pot)])
  for (const typed of [payment, json.session_ref, receipt.transaction_ref])
    expect(named(await find(typed), 'payment')).toEqual([payment])
  expect(named(await find(event.event_id), 'webhook')).toEqual([event.event_id])
  expect(named(await find(json.session_ref), 'webhook')).toContain(event.event_id)
  const transfer = (await story(given.gift_id, finance)).things.find(({ kind }) => kind === 'transfer')!
  expect(named(await find(transfer.id, finance), 'transfer')).toEqual([transfer.id])
})

it('finds a voucher by the code its holder reads out', async () => {
  const { owner, pot } = await h.openPot(5_000n)
  await h.give(pot, 5_000)
  const { json } = await h.t.call('POST', `/pots/${wirePot(pot)}/pack-purchase`, {
    token: owner.token,
    key: `buy-${pot.id}`,
    body: {},
  })
  const code = await h.t.tx((tx) => codeOf(h.t.ctx(), tx, voucherId.parse(json.voucher_id)))
  const found = await find(code.toLowerCase())
  expect(named(found, 'voucher')).toEqual([json.voucher_id])
  const told = await story(json.voucher_id)
  expect(told.about).toMatchObject({ kind: 'voucher', state: 'issued' })
  expect(named(told.things, 'pot')).toEqual([wirePot(pot)])
})

it('tells the story of a gift from the wish to the ledger and back, oldest first', async () => {
  const { pot } = await h.openPot()
  const phone = newPhone()
  const given = await h.give(pot, 7_000, { donor_phone: phone })
  const told = await story(given.gift_id, finance)
  expect(told.about).toMatchObject({ kind: 'gift', id: given.gift_id, state: 'received', amount_minor: '7000' })
  const codes = told.steps.filter(({ kind }) => kind !== 'pot').map(({ kind, code }) => `${kind} ${code}`)
  for (const step of [
    'gift started',
    'payment requested',
    'payment opened',
    'webhook processed',
    'payment succeeded',
    'receipt applied',
    'gift received',
    'transfer payments.received',
    'transfer pots.gift',
    'message sent',
  ])
    // prettier-ignore
    expect(codes).toContain(step)
  expect(codes.indexOf('gift started')).toBeLessThan(codes.indexOf('gift received'))
  const [event] = named(told.things, 'webhook')
  const payment = named(told.things, 'payment')[0]!
  const gone = await story(`evt_${event}`, finance)
  expect(gone.about).toMatchObject({ kind: 'webhook', id: event })
  expect(named(gone.things, 'payment')).toEqual([payment])
  expect(named(gone.things, 'gift')).toEqual([given.gift_id])
})

it('hides the ledger from support, and says so', async () => {
  const { pot } = await h.openPot()
  const given = await h.give(pot, 4_000)
  const told = await story(given.gift_id)
  expect(named(told.things, 'transfer')).toEqual([])
  expect(told.hidden).toEqual(['ledger.view'])
  const transfer = (await story(given.gift_id, finance)).things.find(({ kind }) => kind === 'transfer')!
  expect(await find(transfer.id)).toEqual([])
  expect((await h.t.call('GET', `/operations/trace/${transfer.id}`, { token: support })).status).toBe(404)
  expect((await h.t.call('GET', `/ledger/transfers/${transfer.id}`, { token: support })).status).toBe(403)
  const { json } = await h.t.call('GET', `/ledger/transfers/${transfer.id}`, { token: finance })
  expect(json.legs.reduce((sum: bigint, leg: { amount_minor: string }) => sum + BigInt(leg.amount_minor), 0n)).toBe(0n)
})

it('shows staff without a permission nothing of its kind, and others nothing at all', async () => {
  const { pot, owner } = await h.openPot()
  const given = await h.give(pot, 2_000)
  const payment = await paymentOf(given)
  const { token } = await h.staff('operations.search', 'payments.view')
  expect(await find(given.gift_id, token)).toEqual([])
  expect(named(await find(payment, token), 'payment')).toEqual([payment])
  expect(named((await story(payment, token)).things, 'gift')).toEqual([])
  expect((await h.t.call('GET', '/operations/search?q=abc', { token: owner.token })).status).toBe(403)
  expect((await h.t.call('GET', `/operations/trace/${given.gift_id}`, { token: owner.token })).status).toBe(403)
  expect((await h.t.call('GET', '/operations/search?q=abc')).status).toBe(401)
})

it('a search without hit is on record too, and what does not exist is not found', async () => {
  const phone = newPhone()
  expect(await find(phone)).toEqual([])
  const { json } = await h.t.call('GET', '/audit?action=operations.searched', { token: support })
  expect(json.items).toContainEqual(
    expect.objectContaining({ subject_type: 'search', after: { by: 'phone', found: {} } }),
  )
  expect((await h.t.call('GET', '/operations/trace/gif_00000000000000000000000000', { token: support })).status).toBe(
    404,
  )
  expect((await h.t.call('GET', '/operations/trace/nonsense', { token: support })).status).toBe(404)
})

it('lets nobody leaf through numbers', async () => {
  const { token } = await h.staff('operations.search', 'identity.view')
  const answers = []
  for (let i = 0; i < 41; i++)
    answers.push((await h.t.call('GET', `/operations/search?q=nobody${i}`, { token })).status)
  expect(answers.at(-1)).toBe(429)
  expect(answers.filter((status) => status === 200).length).toBe(40)
})

it('reads a message on record, without the secret in its link, and no code at all', async () => {
  const { pot } = await h.openPot()
  const phone = newPhone()
  const given = await h.give(pot, 6_000, { donor_phone: phone })
  const listed = await h.t.call('GET', `/messages?about=${given.gift_id}`, { token: support })
  expect(listed.json.items[0]).toMatchObject({ channel: 'sms', status: 'sent' })
  expect(listed.text).not.toContain(phone)
  const { id } = listed.json.items[0]
  const { json, text } = await h.t.call('GET', `/messages/${id}`, { token: support })
  expect(json.body).toContain('/g/')
  expect(text).not.toContain('secret=')
  const trail = await h.t.call('GET', '/audit?action=messaging.message_read', { token: support })
  expect(trail.json.items).toHaveLength(1)
  const { token } = await h.staff('operations.search')
  expect((await h.t.call('GET', `/messages/${id}`, { token })).status).toBe(403)

  await h.t.call('POST', '/otp', { body: { phone } })
  const [code] = (await find(phone)).filter(({ title }) => title === 'identity.sign_in_code')
  const secret = await h.t.call('GET', `/messages/${code!.id}`, { token: support })
  expect(secret.json).toMatchObject({ secret: true, body: null, subject: null })
})

it('remembers the session of the provider under the name it knows', async () => {
  const { pot } = await h.openPot()
  const given = await h.start(pot, 2_500)
  expect(named(await find(sessionOf(given)), 'payment')).toEqual([sessionOf(given)])
})
