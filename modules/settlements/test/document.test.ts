/** A statement on paper: what it says, how many pages it takes, and who may have it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settlementId } from '../ids.ts'
import { documentOf } from '../document.ts'
import { openDispute } from '../disputes.ts'
import { disputesOf, linesOf } from '../reading.ts'
import { getPartner } from '../../merchants/api.ts'
import { redemptionId } from '../../redemption/api.ts'
import { makeShop, makeStaff } from '../../redemption/test/make.ts'
import { closing, house, sell, type House } from './make.ts'
import { readPdf } from './pdf.ts'

let h: House
let shop: Awaited<ReturnType<typeof makeShop>>
let statement: Awaited<ReturnType<typeof closing>>
const sold: string[] = []

beforeAll(async () => {
  h = await house()
  shop = await makeShop(h.t)
  for (const hour of ['09', '12', '18']) sold.push(await sell(h, shop, `2026-03-10T${hour}:05:00Z`))
  h.at('2026-04-01T00:05:00Z')
  statement = await closing(h, shop.partner.id, '2026-03-31')
})
afterAll(() => h.close())

const fetched = async (role: Parameters<typeof makeStaff>[1], scope?: string) => {
  const { token } = await makeStaff(h.t, role, scope)
  return h.t.app.inject({
    method: 'GET',
    url: `/api/settlements/${settlementId.wire(statement.id)}/document`,
    headers: { authorization: `Bearer ${token}`, 'accept-language': 'fr' },
  })
}

test('says whose, for when, each line with its reference, commission and net, and the sums in francs', async () => {
  const answer = await fetched('partner_manager', shop.partner.id)
  expect(answer.statusCode).toBe(200)
  expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'private, no-store' })
  expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="[\w-]+-2026-03-31\.pdf"$/)
  const pages = readPdf(answer.rawPayload)
  expect(pages).toHaveLength(1)
  const said = pages[0]!.replaceAll('\u00A0', ' ').replaceAll(/\s+/g, ' ')
  for (const words of [
    'Relevé de règlement',
    'Settlement statement',
    shop.partner.name,
    '01/03/2026 – 31/03/2026',
    settlementId.wire(statement.id),
    'À approuver · To be approved',
    'Cinéma à deux',
    ...sold.map((id) => redemptionId.wire(id)),
    '10/03/2026',
    '18:05',
    '10 000',
    '1 500',
    '8 500',
    '30 000 F',
    '−4 500 F',
    '25 500 F',
    'Page 1 / 1',
    statement.seal!.slice(0, 16),
  ])
    expect(said).toContain(words)
  expect(said).not.toContain('\uFFFD')
})

test('is the same, byte for byte, as long as the statement is', async () => {
  const [first, second] = [
    await fetched('partner_manager', shop.partner.id),
    await fetched('partner_manager', shop.partner.id),
  ]
  expect(first.rawPayload.equals(second.rawPayload)).toBe(true)
})

test('is for the partner’s managers and staff who look at statements, and nobody else', async () => {
  const other = await makeShop(h.t)
  expect((await fetched('viewer' as 'finance')).statusCode).toBe(200)
  expect((await fetched('partner_cashier', shop.partner.id)).statusCode).toBe(403)
  expect((await fetched('partner_manager', other.partner.id)).statusCode).toBe(403)
  const guest = `/api/settlements/${settlementId.wire(statement.id)}/document`
  expect((await h.t.app.inject({ method: 'GET', url: guest })).statusCode).toBe(401)
})

test('a long month takes several pages, each with its titles and its number; beyond a thousand lines it says so', async () => {
  const { partner, lines, disputes } = await h.t.tx(async (tx) => ({
    partner: await getPartner(tx, shop.partner.id),
    lines: await linesOf(tx, shop.partner.id, statement.id),
    disputes: await disputesOf(tx, shop.partner.id, statement.id),
  }))
  const many = (count: number) => Array.from({ length: count }, (_, i) => ({ ...lines[i % 3]!, line_no: i + 1 }))
  const document = (count: number) =>
    documentOf(h.t.ctx(), { settlement: { ...statement, line_count: count }, partner, lines: many(count), disputes })
  const pages = readPdf(await document(60))
  expect(pages.length).toBeGreaterThan(1)
  for (const [i, page] of pages.entries()) expect(page).toContain(`Page ${i + 1} / ${pages.length}`)
  expect(pages[1]).toContain('Établissement')
  expect(pages.join(' ')).not.toContain('lignes de plus')
  const long = readPdf(await document(1_200))
  expect(long.length).toBeLessThan(60)
  expect(long.join(' ')).toContain('et 200 lignes de plus, toutes dans le CSV')
})

test('a disputed line is named, and what is withheld for it is not to be paid', async () => {
  await h.t.tx((tx) =>
    openDispute(h.t.ctx(), tx, { settlement_id: statement.id, line_no: 2, reason: 'deux fois le même' }),
  )
  const said = readPdf((await fetched('partner_manager', shop.partner.id)).rawPayload)
    .join(' ')
    .replaceAll('\u00A0', ' ')
  expect(said).toContain('Ligne 2 contestée · Line 2 disputed: 8 500 F – deux fois le même')
  expect(said).toContain('Retenu, contesté')
  expect(said).toContain('17 000 F')
})
