/** Stories at the counter: each way a scan can go, and what it does to money, stock and the log. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { refused } from '../../../kernel/testing/refusals.ts'
import { listRecords } from '../../audit/audit.ts'
import { getPack, takeStock } from '../../catalog/api.ts'
import { suspendUser } from '../../identity/api.ts'
import { ledgerErrors } from '../../ledger/api.ts'
import { changeVenue, setPartnerStatus } from '../../merchants/api.ts'
import {
  approveRedemption,
  cancelVoucher,
  getOwnVoucher,
  getVoucher,
  issueVoucher,
  paperToken,
  redemptionErrors,
  undoRedemption,
  voucherAccount,
} from '../api.ts'
import { listAttempts } from '../counter.ts'
import { newCode } from '../codes.ts'
import { expireDue, exportVouchers, eraseCodes } from '../vouchers.ts'
import {
  balance,
  commission,
  creditOf,
  makeShop,
  makeVoucher,
  payableOf,
  potOf,
  scan,
  startRedemption,
} from './make.ts'

let t: TestProduct
let shop: Awaited<ReturnType<typeof makeShop>>
const START = '2026-03-02T10:00:00Z'
const ON_THE_DAY = '2026-03-12T14:05:00Z'

beforeAll(async () => {
  t = await startRedemption()
})
beforeEach(async () => {
  t.clock.set(START)
  shop = await makeShop(t, { cities: ['Dakar', 'Thiès'] })
})
afterAll(() => t.close())

const attempts = async (partnerId = shop.partner.id) =>
  (await t.tx((tx) => listAttempts(t.ctx(), tx, partnerId, { after: undefined, limit: 5 }))).items

// What a partner's attempts are is told by time, so each story has a partner of its own.

test('the price moves from the pot into the voucher, once', async () => {
  const { voucher, input } = await makeVoucher(t, shop.pack.id)
  expect(await balance(t, input.funding)).toBe(0n)
  expect(await balance(t, voucherAccount(voucher))).toBe(10_000n)
  expect(await t.tx((tx) => issueVoucher(t.ctx(), tx, input))).toEqual(voucher)
  expect(await balance(t, voucherAccount(voucher))).toBe(10_000n)
  const other = { ...input, reference: randomUUID() }
  await expect(t.tx((tx) => issueVoucher(t.ctx(), tx, other))).rejects.toEqual(
    refused(redemptionErrors.voucher_conflict),
  )
})

test('a pot that has not enough buys nothing', async () => {
  const { input, holder } = await makeVoucher(t, shop.pack.id)
  const empty = { ...input, id: randomUUID(), funding: potOf(holder.userId, randomUUID()) }
  await expect(t.tx((tx) => issueVoucher(t.ctx(), tx, empty))).rejects.toEqual(refused(ledgerErrors.insufficient_funds))
})

test('on the birthday the partner scans: the share is the partner’s, the rest the commission', async () => {
  const { voucher, token } = await makeVoucher(t, shop.pack.id)
  const [payable, earned] = [await balance(t, payableOf(shop.partner.id)), await balance(t, commission)]
  t.clock.set(ON_THE_DAY)
  const outcome = await scan(t, shop, { token })
  expect(outcome).toMatchObject({ result: 'accepted', sentence: 'Valable. Servez le client : Cinéma à deux.' })
  expect(outcome.undo_until).toEqual(Temporal.Instant.from('2026-03-12T14:15:00Z'))
  expect(await balance(t, voucherAccount(voucher))).toBe(0n)
  expect((await balance(t, payableOf(shop.partner.id))) - payable).toBe(8500n)
  expect((await balance(t, commission)) - earned).toBe(1500n)
  expect(await t.tx((tx) => getVoucher(tx, voucher.id))).toMatchObject({ status: 'redeemed' })
  const records = await t.tx((tx) => listRecords(tx, { subjectId: voucher.id }, { after: undefined, limit: 9 }))
  const acts = ['redemption.asked_for_paper', 'redemption.issued', 'redemption.redeemed']
  expect(records.map((row) => row.action).sort()).toEqual(acts)
})

test('a shared screenshot is worth nothing after use: the second scan hears when and where', async () => {
  const { token } = await makeVoucher(t, shop.pack.id)
  t.clock.set(ON_THE_DAY)
  await scan(t, shop, { token })
  t.clock.advance({ hours: 2 })
  const again = await scan(t, { ...shop, venue: shop.venues[1]! }, { token })
  expect(again).toMatchObject({ result: 'already_used', used_venue: shop.venue.name, redemption_id: null })
  expect(again.used_at).toEqual(Temporal.Instant.from(ON_THE_DAY))
  expect(again.sentence).toBe(`Déjà utilisé le 12 mars 2026 à 14:05, ${shop.venue.name}.`)
  expect((await attempts()).map((row) => row.result)).toEqual(['already_used', 'accepted'])
})

test('the typed code works as well, and a wrong one is unknown', async () => {
  const { voucher, holder } = await makeVoucher(t, shop.pack.id)
  const { code } = await t.tx((tx) => getOwnVoucher(t.ctx(), tx, holder.userId, voucher.id))
  t.clock.set(ON_THE_DAY)
  expect(await scan(t, shop, { code: newCode() })).toMatchObject({ result: 'unknown', pack_name: null })
  expect(await scan(t, shop, { code: 'nonsense' })).toMatchObject({ result: 'unknown' })
  expect(await scan(t, shop, { code: code!.toLowerCase().replaceAll('-', ' ') })).toMatchObject({ result: 'accepted' })
})

test('a voucher is shown to its own holder only', async () => {
  const { voucher } = await makeVoucher(t, shop.pack.id)
  const other = await makeVoucher(t, shop.pack.id)
  await expect(t.tx((tx) => getOwnVoucher(t.ctx(), tx, other.holder.userId, voucher.id))).rejects.toEqual(
    refused(redemptionErrors.voucher_unknown),
  )
})

test('the database holds no code that could be typed', async () => {
  const { voucher, holder } = await makeVoucher(t, shop.pack.id)
  const { code } = await t.tx((tx) => getOwnVoucher(t.ctx(), tx, holder.userId, voucher.id))
  const plain = code!.replaceAll('-', '')
  const dump = await t.asOwner((client) =>
    client.query(
      `select to_jsonb(v)::text as row from redemption.voucher v where id = $1
       union all select to_jsonb(f)::text from redemption.finder f where voucher_id = $1`,
      [voucher.id],
    ),
  )
  expect(dump.rows).toHaveLength(3)
  for (const { row } of dump.rows) {
    expect(row).not.toContain(plain)
    expect(row).not.toContain(Buffer.from(plain).toString('hex'))
  }
})

test('a forged token is not genuine, and a genuine one of nothing is unknown', async () => {
  const { voucher, token } = await makeVoucher(t, shop.pack.id)
  t.clock.set(ON_THE_DAY)
  const forged = `${token.slice(0, 20)}${token[20] === 'A' ? 'B' : 'A'}${token.slice(21)}`
  expect(await scan(t, shop, { token: forged })).toMatchObject({ result: 'invalid_signature' })
  const nothing = paperToken(t.ctx(), { ...voucher, id: randomUUID() })
  expect(await scan(t, shop, { token: nothing })).toMatchObject({ result: 'unknown' })
  expect((await attempts()).map((row) => row.result).sort()).toEqual(['invalid_signature', 'unknown'])
})

test('another partner’s staff learns nothing but that it is not theirs', async () => {
  const other = await makeShop(t)
  const { token } = await makeVoucher(t, shop.pack.id)
  t.clock.set(ON_THE_DAY)
  const outcome = await scan(t, other, { token })
  expect(outcome).toMatchObject({
    result: 'wrong_partner',
    pack_name: null,
    sentence: 'Ce bon est pour un autre partenaire.',
  })
  expect((await attempts(other.partner.id))[0]).toMatchObject({ result: 'wrong_partner' })
  expect(await scan(t, shop, { token })).toMatchObject({ result: 'accepted' })
})

test('a pack limited to one venue is honoured there only, and nowhere once it is closed', async () => {
  const limited = await makeShop(t, { cities: ['Dakar', 'Thiès'] })
  const [dakar, thies] = limited.venues
  const { token } = await makeVoucher(t, limited.pack.id, {
    terms: {
      pack_id: limited.pack.id,
      partner_id: limited.partner.id,
      partner_name: limited.partner.name,
      category: 'cinema',
      name: limited.pack.name,
      terms: null,
      price_minor: '10000',
      validity_days: 90,
      venue_ids: [dakar!.id],
      image_key: null,
    },
  })
  t.clock.set(ON_THE_DAY)
  expect(await scan(t, { ...limited, venue: thies! }, { token })).toMatchObject({ result: 'wrong_venue' })
  await t.tx((tx) => changeVenue(t.ctx(), tx, dakar!.id, { is_open: false }))
  expect(await scan(t, limited, { token })).toMatchObject({ result: 'wrong_venue' })
  await t.tx((tx) => changeVenue(t.ctx(), tx, dakar!.id, { is_open: true }))
  expect(await scan(t, limited, { token })).toMatchObject({ result: 'accepted' })
})

test('nobody scans for a venue of another partner, and a suspended partner scans nothing', async () => {
  const other = await makeShop(t)
  const { token } = await makeVoucher(t, other.pack.id)
  t.clock.set(ON_THE_DAY)
  await expect(scan(t, { ...other, venue: shop.venue }, { token })).rejects.toEqual(
    refused({ code: 'merchants.venue_unknown' }),
  )
  await t.tx((tx) => setPartnerStatus(t.ctx(), tx, other.partner.id, 'suspended', 'complaints'))
  await expect(scan(t, other, { token })).rejects.toEqual(refused(redemptionErrors.partner_not_active))
})

test('the day before is too early, to the last second', async () => {
  const { token } = await makeVoucher(t, shop.pack.id)
  t.clock.set('2026-03-11T23:59:59Z')
  const early = await scan(t, shop, { token })
  expect(early).toMatchObject({ result: 'not_yet_valid', sentence: 'Trop tôt : valable à partir du 12 mars 2026.' })
  t.clock.set('2026-03-12T00:00:00Z')
  expect(await scan(t, shop, { token })).toMatchObject({ result: 'accepted' })
})

test('a minute late is expired, before the sweep and after it; the holder has the value as credit', async () => {
  const { voucher, token, holder } = await makeVoucher(t, shop.pack.id)
  t.clock.set('2026-06-10T00:01:00Z')
  const late = await scan(t, shop, { token })
  expect(late).toMatchObject({ result: 'expired', sentence: 'Expiré : il était valable jusqu’au 9 juin 2026.' })
  expect(await balance(t, creditOf(holder.userId))).toBe(0n)
  await t.runCron()
  expect(await balance(t, creditOf(holder.userId))).toBe(10_000n)
  expect(await balance(t, voucherAccount(voucher))).toBe(0n)
  expect(await t.tx((tx) => getVoucher(tx, voucher.id))).toMatchObject({
    status: 'expired',
    claimed_at: voucher.valid_until,
  })
  expect(await scan(t, shop, { token })).toMatchObject({ result: 'expired' })
  await t.runCron()
  expect(await balance(t, creditOf(holder.userId))).toBe(10_000n)
})

test('a sweep that was down catches up with the true times', async () => {
  const short = await makeVoucher(t, shop.pack.id, { valid_until: Temporal.Instant.from('2026-03-13T00:00:00Z') })
  const long = await makeVoucher(t, shop.pack.id)
  t.clock.set('2026-09-01T08:00:00Z')
  await t.tx((tx) => expireDue(t.ctx(), tx))
  for (const { voucher } of [short, long])
    expect((await t.tx((tx) => getVoucher(tx, voucher.id))).claimed_at).toEqual(voucher.valid_until)
})

test('a cancelled voucher is refused, its value and its unit go back', async () => {
  const { pack, ...rest } = await makeShop(t, { pack: { stock: 1 } })
  const made = await makeVoucher(t, pack.id)
  await t.tx((tx) => takeStock(t.ctx(), tx, pack.id, made.input.reference))
  const cancel = () =>
    t.tx((tx) =>
      cancelVoucher(t.ctx(), tx, { voucher_id: made.voucher.id, reason: 'sold out', to: made.input.funding }),
    )
  await cancel()
  expect(await balance(t, made.input.funding)).toBe(10_000n)
  expect((await t.tx((tx) => getPack(tx, pack.id))).stock_left).toBe(1)
  t.clock.set(ON_THE_DAY)
  expect(await scan(t, { ...rest, pack } as typeof shop, { token: made.token })).toMatchObject({
    result: 'cancelled',
    sentence: 'Ce bon a été annulé.',
  })
  await expect(cancel()).rejects.toEqual(refused(redemptionErrors.already_ended))
})

test('scans of phones without network are judged when they arrive: used once, and never after it was cancelled', async () => {
  const [twice, withdrawn] = [await makeVoucher(t, shop.pack.id), await makeVoucher(t, shop.pack.id)]
  // Both phones read the codes on the day; nothing is accepted by a phone alone.
  t.clock.set(ON_THE_DAY)
  const kept = [twice.token, twice.token, withdrawn.token]
  await t.tx((tx) =>
    cancelVoucher(t.ctx(), tx, { voucher_id: withdrawn.voucher.id, reason: 'refunded', to: withdrawn.input.funding }),
  )
  t.clock.advance({ hours: 3 })
  const results = []
  for (const token of kept) results.push((await scan(t, shop, { token })).result)
  expect(results).toEqual(['accepted', 'already_used', 'cancelled'])
  expect(await balance(t, payableOf(shop.partner.id))).toBe(8_500n)
  expect((await attempts()).map(({ result }) => result).sort()).toEqual(['accepted', 'already_used', 'cancelled'])
})

test('a used voucher can no longer be cancelled', async () => {
  const { voucher, token } = await makeVoucher(t, shop.pack.id)
  t.clock.set(ON_THE_DAY)
  await scan(t, shop, { token })
  await expect(t.tx((tx) => cancelVoucher(t.ctx(), tx, { voucher_id: voucher.id, reason: 'mistake' }))).rejects.toEqual(
    refused(redemptionErrors.already_ended),
  )
})

test('a voucher of a suspended holder is blocked', async () => {
  const { token, holder } = await makeVoucher(t, shop.pack.id)
  await t.tx((tx) => suspendUser(t.ctx(), tx, holder.userId, 'stolen phone'))
  t.clock.set(ON_THE_DAY)
  expect(await scan(t, shop, { token })).toMatchObject({ result: 'holder_suspended' })
})

test('a minor’s voucher waits for a guardian, who is not the minor', async () => {
  const { voucher, token, holder } = await makeVoucher(t, shop.pack.id, { requires_guardian: true })
  t.clock.set(ON_THE_DAY)
  expect(await scan(t, shop, { token })).toMatchObject({ result: 'guardian_approval_missing' })
  await expect(t.tx((tx) => approveRedemption(t.ctx(), tx, voucher.id, holder.userId))).rejects.toEqual(
    refused(redemptionErrors.not_own_guardian),
  )
  await expect(
    t.asApp((client) =>
      client.query(
        `begin; set local app.scope = 'all';
         update redemption.voucher set guardian_approved_at = now(), guardian_approved_by = holder_id`,
      ),
    ),
  ).rejects.toThrow('voucher_approved_by_another')
  const guardian = randomUUID()
  const first = await t.tx((tx) => approveRedemption(t.ctx(), tx, voucher.id, guardian))
  t.clock.advance({ minutes: 1 })
  expect(await t.tx((tx) => approveRedemption(t.ctx(), tx, voucher.id, randomUUID()))).toEqual(first)
  expect(await scan(t, shop, { token })).toMatchObject({ result: 'accepted' })
})

const undo = (redemption_id: string, partner_id = shop.partner.id) =>
  t.tx((tx) => undoRedemption(t.ctx(), tx, { redemption_id, partner_id }))

test('a scan taken back within ten minutes gives the money back, and the voucher can be used again', async () => {
  const { voucher, token } = await makeVoucher(t, shop.pack.id)
  const before = await balance(t, payableOf(shop.partner.id))
  t.clock.set(ON_THE_DAY)
  const first = await scan(t, shop, { token })
  t.clock.advance({ minutes: 10 })
  expect(await undo(first.redemption_id!)).toEqual({
    result: 'undone',
    sentence: 'Annulé. Le bon peut de nouveau être utilisé.',
  })
  expect(await balance(t, payableOf(shop.partner.id))).toBe(before)
  expect(await balance(t, voucherAccount(voucher))).toBe(10_000n)
  expect(await undo(first.redemption_id!)).toMatchObject({ result: 'already_undone' })
  t.clock.advance({ seconds: 1 })
  const second = await scan(t, shop, { token })
  expect(second).toMatchObject({ result: 'accepted' })
  expect(second.redemption_id).not.toBe(first.redemption_id)
  expect((await balance(t, payableOf(shop.partner.id))) - before).toBe(8500n)
  expect((await attempts()).map((row) => `${row.act} ${row.result}`)).toEqual([
    'scan accepted',
    expect.stringMatching(/^undo /),
    expect.stringMatching(/^undo /),
    'scan accepted',
  ])
})

test('after eleven minutes a scan stands', async () => {
  const { token } = await makeVoucher(t, shop.pack.id)
  t.clock.set(ON_THE_DAY)
  const { redemption_id } = await scan(t, shop, { token })
  t.clock.advance({ minutes: 11 })
  expect(await undo(redemption_id!)).toEqual({
    result: 'too_late',
    sentence: 'Trop tard : un scan s’annule dans les 10 minutes.',
  })
  expect((await attempts())[0]).toMatchObject({ act: 'undo', result: 'too_late' })
  expect(await scan(t, shop, { token })).toMatchObject({ result: 'already_used' })
})

test('another partner cannot take a scan back, and its try is on record', async () => {
  const other = await makeShop(t)
  const { token } = await makeVoucher(t, shop.pack.id)
  t.clock.set(ON_THE_DAY)
  const { redemption_id } = await scan(t, shop, { token })
  expect(await undo(redemption_id!, other.partner.id)).toMatchObject({ result: 'wrong_partner' })
  expect((await attempts(other.partner.id))[0]).toMatchObject({ act: 'undo', result: 'wrong_partner' })
  expect(await scan(t, shop, { token })).toMatchObject({ result: 'already_used' })
})

test('a voucher taken back on its last evening runs out like any other', async () => {
  const { token, holder } = await makeVoucher(t, shop.pack.id)
  t.clock.set('2026-06-09T23:55:00Z')
  const { redemption_id } = await scan(t, shop, { token })
  t.clock.set('2026-06-10T00:04:00Z')
  expect(await undo(redemption_id!)).toMatchObject({ result: 'undone' })
  expect(await scan(t, shop, { token })).toMatchObject({ result: 'expired' })
  await t.runCron()
  expect(await balance(t, creditOf(holder.userId))).toBe(10_000n)
})

test('a partner that keeps all or nothing is split without empty legs', async () => {
  for (const [points, share] of [
    [0, 0n],
    [10_000, 10_000n],
  ] as const) {
    const edge = await makeShop(t, { partner: { revenue_split_basis_points: points } })
    const { token } = await makeVoucher(t, edge.pack.id)
    t.clock.set(ON_THE_DAY)
    expect(await scan(t, edge, { token })).toMatchObject({ result: 'accepted' })
    expect(await balance(t, payableOf(edge.partner.id))).toBe(share)
    t.clock.set(START)
  }
})

test('nobody changes or empties the log of attempts', async () => {
  await expect(t.asApp((client) => client.query("update redemption.attempt set result = 'x'"))).rejects.toThrow(
    'permission denied',
  )
  await expect(t.asOwner((client) => client.query("update redemption.attempt set result = 'x'"))).rejects.toThrow(
    'append-only',
  )
})

test('a person’s vouchers are handed out without codes, and erasing takes the codes away', async () => {
  const { voucher, holder } = await makeVoucher(t, shop.pack.id)
  const exported = await t.tx((tx) => exportVouchers(tx, holder.userId))
  expect(exported).toMatchObject({ vouchers: [{ partner: shop.partner.name, price_minor: 10_000n }] })
  await t.tx((tx) => eraseCodes(tx, holder.userId))
  const own = await t.tx((tx) => getOwnVoucher(t.ctx(), tx, holder.userId, voucher.id))
  expect(own.code).toBeNull()
  expect(own.token).toBeTruthy()
})
