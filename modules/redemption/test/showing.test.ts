/** Codes that change with time: what a picture of one is worth, what paper is worth, and what a page is told. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { TestProduct } from '../../../kernel/testing/product.ts'
import { refused } from '../../../kernel/testing/refusals.ts'
import { listRecords } from '../../audit/audit.ts'
import {
  approveRedemption,
  askForPaper,
  cancelVoucher,
  paperToken,
  redemptionErrors,
  redemptionId,
  voucherId,
} from '../api.ts'
import { makeScreenVoucher, makeShop, makeStaff, makeVoucher, roles, scan, startRedemption } from './make.ts'

let t: TestProduct
let shop: Awaited<ReturnType<typeof makeShop>>
const ON_THE_DAY = '2026-03-12T14:05:00Z'

beforeAll(async () => {
  t = await startRedemption()
})
beforeEach(async () => {
  t.clock.set('2026-03-02T10:00:00Z')
  shop = await makeShop(t)
})
afterAll(() => t.close())

test('what the screen shows is accepted now and in the next window', async () => {
  const first = await makeScreenVoucher(t, shop.pack.id)
  const second = await makeScreenVoucher(t, shop.pack.id)
  t.clock.set(ON_THE_DAY)
  const [now, later] = [first.show(), second.show()]
  expect(await scan(t, shop, { token: now })).toMatchObject({ result: 'accepted' })
  t.clock.advance({ seconds: 59 })
  expect(await scan(t, shop, { token: later })).toMatchObject({ result: 'accepted' })
})

test('a picture from a minute ago is refused, says what to do, and uses nothing up', async () => {
  const { show } = await makeScreenVoucher(t, shop.pack.id)
  t.clock.set(ON_THE_DAY)
  const picture = show()
  t.clock.advance({ minutes: 1 })
  expect(await scan(t, shop, { token: picture })).toMatchObject({
    result: 'outdated',
    sentence: 'Code périmé : demandez au client d’ouvrir la page du bon.',
    pack_name: 'Cinéma à deux',
    redemption_id: null,
  })
  const fresh = show()
  expect(fresh).not.toBe(picture)
  expect(await scan(t, shop, { token: fresh })).toMatchObject({ result: 'accepted' })
  expect(await scan(t, shop, { token: picture })).toMatchObject({ result: 'already_used' })
})

test('a server whose clock is behind by a moment reads what another has just shown, and not what it will show later', async () => {
  const { show } = await makeScreenVoucher(t, shop.pack.id)
  t.clock.set('2026-03-12T14:06:30Z')
  const ahead = show()
  t.clock.set('2026-03-12T14:05:29Z')
  expect(await scan(t, shop, { token: ahead })).toMatchObject({ result: 'outdated' })
  t.clock.set('2026-03-12T14:06:29Z')
  expect(await scan(t, shop, { token: ahead })).toMatchObject({ result: 'accepted' })
})

test('ten phones scan the code of now and of a moment ago: one is accepted', async () => {
  const { show } = await makeScreenVoucher(t, shop.pack.id)
  t.clock.set(ON_THE_DAY)
  const before = show()
  t.clock.advance({ seconds: 30 })
  const now = show()
  const tokens = Array.from({ length: 10 }, (_, i) => (i % 2 ? before : now))
  const outcomes = await Promise.all(tokens.map((token) => scan(t, shop, { token })))
  expect(outcomes.map((outcome) => outcome.result).sort()).toEqual(['accepted', ...Array(9).fill('already_used')])
})

test('a code taken back is scanned again only with a code of then', async () => {
  const { show } = await makeScreenVoucher(t, shop.pack.id)
  const cashier = (await makeStaff(t, 'partner_cashier', shop.partner.id)).token
  t.clock.set(ON_THE_DAY)
  const token = show()
  const { redemption_id } = await scan(t, shop, { token })
  t.clock.advance({ minutes: 5 })
  const undone = await t.call('POST', `/redemptions/${redemptionId.wire(redemption_id!)}/undo`, {
    token: cashier,
    key: randomUUID(),
    body: {},
  })
  expect(undone.json).toMatchObject({ result: 'undone' })
  expect(await scan(t, shop, { token })).toMatchObject({ result: 'outdated' })
  expect(await scan(t, shop, { token: show() })).toMatchObject({ result: 'accepted' })
})

test('paper counts only where its holder asked for it, once and for all', async () => {
  const { voucher, holder } = await makeScreenVoucher(t, shop.pack.id)
  const paper = paperToken(t.ctx(), voucher)
  t.clock.set(ON_THE_DAY)
  expect(await scan(t, shop, { token: paper })).toMatchObject({ result: 'outdated' })
  const ask = () => t.tx((tx) => askForPaper(t.ctx(), tx, holder.userId, voucher.id))
  const { paper_at } = await ask()
  t.clock.advance({ hours: 3 })
  expect((await Promise.all([ask(), ask(), ask()])).map((it) => it.paper_at)).toEqual([paper_at, paper_at, paper_at])
  const records = await t.tx((tx) => listRecords(tx, { subjectId: voucher.id }, { after: undefined, limit: 9 }))
  expect(records.map((row) => row.action).sort()).toEqual(['redemption.asked_for_paper', 'redemption.issued'])
  expect(await scan(t, shop, { token: paper })).toMatchObject({ result: 'accepted' })
  await expect(ask()).rejects.toEqual(refused(redemptionErrors.already_ended))
})

test('nobody asks for paper of somebody else’s voucher', async () => {
  const { voucher } = await makeScreenVoucher(t, shop.pack.id)
  const stranger = await makeVoucher(t, shop.pack.id)
  const path = `/vouchers/${voucherId.wire(voucher.id)}/paper`
  expect((await t.call('POST', path)).status).toBe(401)
  const asked = await t.call('POST', path, { token: stranger.holder.token })
  expect(asked.json).toMatchObject({ status: 404, code: 'redemption.voucher_unknown' })
})

test('the picture for paper is handed out once it was asked for', async () => {
  const { voucher, holder } = await makeScreenVoucher(t, shop.pack.id)
  const path = `/vouchers/${voucherId.wire(voucher.id)}`
  const paper = () => t.call('GET', `${path}/qr.svg?medium=paper`, { token: holder.token })
  expect((await paper()).json.code).toBe('redemption.no_paper')
  const asked = await t.call('POST', `${path}/paper`, { token: holder.token })
  expect(asked.json).toEqual({ paper_at: '2026-03-02T10:00:00Z' })
  expect((await t.call('GET', path, { token: holder.token })).json).toMatchObject({ paper: true, ...asked.json })
  const picture = (await paper()).text
  t.clock.advance({ minutes: 5 })
  expect((await paper()).text).toBe(picture)
  expect((await t.call('GET', `${path}/qr.svg`, { token: holder.token })).text).not.toBe(picture)
})

test('a page that looks often learns the state, and when to fetch the next code', async () => {
  const { voucher, holder } = await makeScreenVoucher(t, shop.pack.id, { requires_guardian: true })
  const stranger = await makeVoucher(t, shop.pack.id)
  const path = `/vouchers/${voucherId.wire(voucher.id)}/state`
  const seen = async () => (await t.call('GET', path, { token: holder.token })).json
  expect((await t.call('GET', path)).status).toBe(401)
  expect((await t.call('GET', path, { token: stranger.holder.token })).status).toBe(404)
  const early = await seen()
  expect(early).toMatchObject({ state: 'too_early', renew_seconds: 30, refused_seconds: 60 })
  t.clock.advance({ seconds: 12 })
  expect(await seen()).toEqual({ ...early, renew_seconds: 18, refused_seconds: 48 })
  t.clock.advance({ seconds: 18 })
  expect((await seen()).window).toBe(early.window + 1)
  t.clock.set(ON_THE_DAY)
  expect(await seen()).toMatchObject({ state: 'guardian' })
  await t.tx((tx) => approveRedemption(t.ctx(), tx, voucher.id, stranger.holder.userId))
  expect(await seen()).toMatchObject({ state: 'ready' })
  await t.tx((tx) => cancelVoucher(t.ctx(), tx, { voucher_id: voucher.id, reason: 'test' }))
  expect(await seen()).toMatchObject({ state: 'cancelled' })
})

test('where the product has no paper nobody gets any', async () => {
  const policy = { access: { roles }, redemption: { undo_minutes: 10, code_window_seconds: 30, paper: false } }
  const strict = await startRedemption({ spec: { policy } })
  try {
    const own = await makeShop(strict)
    const { voucher, holder } = await makeScreenVoucher(strict, own.pack.id)
    const ask = strict.tx((tx) => askForPaper(strict.ctx(), tx, holder.userId, voucher.id))
    await expect(ask).rejects.toEqual(refused(redemptionErrors.no_paper))
    strict.clock.set(ON_THE_DAY)
    const scanned = await scan(strict, own, { token: paperToken(strict.ctx(), voucher) })
    expect(scanned).toMatchObject({ result: 'outdated' })
  } finally {
    await strict.close()
  }
})
