/** Invoices: explained to the last piaster, numbered without gaps, drawn in Arabic and English. */
import { demandNeeded, loadConfig } from '../../../kernel/config.ts'
import { config } from '../config.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { invoiceId } from '../ids.ts'
import { leftToRight, runsOf } from '../lettering.ts'
import { house, wire, wireUser, type House } from './make.ts'

let h: House
beforeAll(async () => {
  h = await house()
})
afterAll(() => h.close())

describe('lettering', () => {
  const seen = (text: string, direction: 'rtl' | 'ltr' = 'rtl') => runsOf(text, direction, 400).map((run) => run.text)
  test('Arabic is read from the right, numbers and Latin names within it from the left', () => {
    expect(seen('رقم TUT-2026-000001')).toEqual(['TUT-2026-000001', 'رقم '])
    expect(seen('المبلغ 199.00 ج.م')).toEqual(['م', '.', 'ج', ' ', '199.00', 'المبلغ '])
    expect(seen('Plan: Basic', 'ltr')).toEqual(['Plan: Basic'])
  })
  test('a number with strokes keeps its order within Arabic', () => {
    expect(seen(`رقم ${leftToRight('123-456-789')} هنا`)).toEqual(['هنا', ' ', '123-456-789', 'رقم '])
  })
  test('brackets are turned around where reading is, and so close what they opened', () => {
    expect(seen('ضريبة (14%)').join('')).toBe('(%14)ضريبة ')
  })
  test('letters are drawn with a font that has them', () => {
    expect(runsOf('باقة Plus', 'rtl', 700).map((run) => run.font)).toEqual(['latin-700', 'arabic-700'])
  })
})

test('an invoice explains every piaster of its period: lines, tax, payment, what is earned and what is owed', async () => {
  const guardian = await h.guardian()
  const children = [await h.child(guardian), await h.child(guardian)]
  const id = await h.start(guardian, children, { trial: false, plan: 'plus' })
  const payment = await h.buy(guardian, id)
  const it = await h.read(id)
  await h.goTo(it.period_start.add({ days: 7 }).toString())
  const [row] = await h.invoices(id)
  const path = `/invoices/${invoiceId.wire(row!.id)}`
  const { json } = await h.call(guardian, 'GET', path)
  const sum = json.lines.reduce((total: bigint, line: { gross_minor: string }) => total + BigInt(line.gross_minor), 0n)
  expect(sum).toBe(BigInt(json.gross_minor))
  expect(BigInt(json.net_minor) + BigInt(json.tax_minor)).toBe(sum)
  expect(BigInt(json.earned_minor) + BigInt(json.deferred_minor)).toBe(BigInt(json.net_minor))
  expect(BigInt(json.deferred_minor)).toBe((await h.books(id)).deferred)
  expect(json).toMatchObject({ number: 'TUT-2026-000001', billed_to: 'Mona Hassan', tax_basis_points: 1400, days_done: 7, paid_minor: '44800' }) // prettier-ignore
  expect(json.charges).toMatchObject([{ payment_id: payment, status: 'applied', amount_minor: '44800' }])

  const headers = { authorization: `Bearer ${await h.token(guardian)}` }
  const paper = (invoice: string, language: string) =>
    h.t.app.inject({ url: `/api/invoices/${invoiceId.wire(invoice)}/document?language=${language}`, headers })
  for (const language of ['ar', 'en']) {
    const answer = await paper(row!.id, language)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe('application/pdf')
    expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect(answer.rawPayload.length).toBeGreaterThan(10_000)
  }
  const issued = (await paper(row!.id, 'ar')).rawPayload
  expect((await paper(row!.id, 'ar')).rawPayload.equals(issued)).toBe(true)
  // What is drawn is who sold on that day, whoever sells now; issued before that was kept, whoever sells now.
  const drawnFor = async (seller: object | null) => {
    await h.t.asOwner((client) => client.query('update subscriptions.invoice set seller = $2 where id = $1', [row!.id, seller])) // prettier-ignore
    return (await paper(row!.id, 'ar')).rawPayload
  }
  const { seller } = (await h.invoices(id))[0]!
  const earlier = { ...seller!, ar: { ...seller!.ar, name: 'شركة باسمها القديم' } }
  expect((await drawnFor(earlier)).equals(issued)).toBe(false)
  expect((await drawnFor(null)).equals(issued)).toBe(true)
  expect((await drawnFor(seller)).equals(issued)).toBe(true)
  await h.call(guardian, 'POST', `/subscriptions/${wire(id)}/cancel`, { when: 'now' })
  await h.settle()
  const note = (await h.invoices(id)).find((one) => one.kind === 'credit_note')!
  expect((await paper(note.id, 'ar')).statusCode).toBe(200)
  expect(await h.prove()).toEqual([])
})

test('numbers have no gaps, also when several pay at once; the year begins a new series', async () => {
  const payments: string[] = []
  for (let i = 0; i < 4; i++) {
    const guardian = await h.guardian()
    const id = await h.start(guardian, [await h.child(guardian)], { trial: false })
    payments.push(await h.page(guardian, id))
  }
  for (const payment of payments) h.pay(payment)
  await h.settle()
  const numbers = async () =>
    (await h.t.asOwner((client) => client.query(`select number from subscriptions.invoice where kind = 'invoice' and number is not null order by number`))).rows.map((row) => row.number as string) // prettier-ignore
  const given = await numbers()
  expect(given.length).toBeGreaterThanOrEqual(4)
  expect(given).toEqual(given.map((_, i) => `TUT-2026-00000${i + 1}`))
  await h.quiet()
  await h.goTo('2027-01-02')
  const guardian = await h.guardian()
  const id = await h.start(guardian, [await h.child(guardian)], { trial: false })
  await h.buy(guardian, id)
  expect((await h.invoices(id))[0]!.number).toMatch(/^TUT-2027-/)
})

test('strangers, children and other guardians see no invoice, no subscription and cannot act on one', async () => {
  const guardian = await h.guardian()
  const child = await h.child(guardian)
  const id = await h.start(guardian, [child], { trial: false })
  await h.buy(guardian, id)
  const [row] = await h.invoices(id)
  const stranger = await h.guardian()
  for (const person of [stranger, child]) {
    expect((await h.call(person, 'GET', `/subscriptions/${wire(id)}`)).status).toBe(404)
    expect((await h.call(person, 'GET', `/invoices/${invoiceId.wire(row!.id)}`)).status).toBe(404)
    expect((await h.call(person, 'POST', `/subscriptions/${wire(id)}/cancel`, { when: 'now' })).status).toBe(404)
    expect((await h.call(person, 'POST', `/subscriptions/${wire(id)}/checkout`, {})).status).toBe(404)
    expect((await h.call(person, 'GET', '/subscriptions/directory')).status).toBe(403)
    expect((await h.call(person, 'POST', `/subscriptions/${wire(id)}/refunds`, { invoice_id: invoiceId.wire(row!.id), amount_minor: '100', ends: false, note: 'mine' })).status).toBe(403) // prettier-ignore
  }
  expect((await h.call(stranger, 'GET', `/learners/${wireUser(child)}/subscription`)).status).toBe(404)
  expect((await h.call(child, 'GET', `/learners/${wireUser(child)}/subscription`)).json).toMatchObject({ status: 'active', pays: false, subscription_id: null }) // prettier-ignore
  const childStarts = await h.call(child, 'POST', '/subscriptions', { plan: 'basic', cycle: 'monthly', learner_ids: [wireUser(child)], trial: true }) // prettier-ignore
  expect(childStarts.status).toBe(404)
  expect((await h.t.call('GET', '/subscriptions')).status).toBe(401)
  expect((await h.t.call('GET', '/plans')).json.plans).toHaveLength(3)
})

test('in production a company must be named that can sell: neither nobody nor the one of demonstrations', () => {
  const secrets = Object.fromEntries(
    ['TERANGA_SESSION_PEPPER', 'TERANGA_MASTER_KEY', 'TERANGA_ROLE_KEY'].map((name) => [name, 'ab'.repeat(32)]),
  )
  const boot = (env: Record<string, string>) => {
    const read = loadConfig(
      { NODE_ENV: 'production', MAIL_FROM: 'a@b.example', TERANGA_SUPPORT_CONTACT: 'a@b.example', ...secrets, ...env },
      { modules: { subscriptions: config } },
    )
    demandNeeded(read, [{ name: 'subscriptions', config }], { subscriptions: h.policy })
    return read.modules['subscriptions']
  }
  const names = Object.values(config.settings).map(({ env }) => env)
  const given = Object.fromEntries(names.map((name) => [name, name.endsWith('NUMBER') ? '100-200-300' : 'A company']))
  expect(names).toHaveLength(5)
  expect(boot(given)).toMatchObject({ sellerTaxNumber: '100-200-300' })
  for (const name of names) expect(() => boot({ ...given, [name]: '' })).toThrow(`${name} is missing`)
  expect(() => boot({ ...given, SUBSCRIPTIONS_SELLER_TAX_NUMBER: '000-000-000' })).toThrow(
    'SUBSCRIPTIONS_SELLER_TAX_NUMBER',
  )
  expect(h.t.config.modules['subscriptions']).toMatchObject({ sellerNameLatin: 'DEMONSTRATION, not a seller' })
})
