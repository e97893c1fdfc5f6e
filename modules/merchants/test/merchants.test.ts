/** Stories of partners and venues. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { on } from '../../../kernel/events/event.ts'
import { productOf, testProduct, type TestProduct } from '../../../kernel/testing/product.ts'
import { refused } from '../../../kernel/testing/refusals.ts'
import { listRecords } from '../../audit/audit.ts'
import { audit } from '../../audit/module.ts'
import {
  addVenue,
  changePartner,
  changeVenue,
  createPartner,
  directory,
  listVenues,
  partnerStatusChanged,
  payoutDestination,
  setPartnerStatus,
  setPayoutDestination,
} from '../api.ts'
import { errors } from '../errors.ts'
import { merchants } from '../module.ts'
import { maskNumber, PARTNER_NEXT, partnerStatusesBefore } from '../rules.ts'
import { makePartner, newPartner } from './make.ts'

let t: TestProduct
const audited = (id: string) => t.tx((tx) => listRecords(tx, { subjectId: id }, { after: undefined, limit: 20 }))

beforeAll(async () => {
  t = await testProduct(productOf([audit, merchants], { on: [on(partnerStatusChanged)] }))
})
afterAll(() => t.close())

test('a partner starts as pending and cannot become active without a venue and somewhere to pay', async () => {
  const { payout, ...bare } = newPartner()
  const partner = await t.tx((tx) => createPartner(t.ctx(), tx, bare))
  expect(partner).toMatchObject({ status: 'pending', payment_terms: 'monthly', minimum_payout_minor: 10_000n })
  const activate = () => t.tx((tx) => setPartnerStatus(t.ctx(), tx, partner.id, 'active'))
  await expect(activate()).rejects.toEqual(refused(errors.incomplete))
  await t.tx((tx) => setPayoutDestination(t.ctx(), tx, partner.id, payout!))
  await expect(activate()).rejects.toEqual(refused(errors.incomplete))
  await t.tx((tx) => addVenue(t.ctx(), tx, partner.id, { name: 'Plateau', address: '1 rue', city: 'Dakar' }))
  expect(await activate()).toMatchObject({ status: 'active' })
})

test('making a partner again with the same id changes nothing', async () => {
  const id = '01980000-0000-7000-8000-000000000001'
  await t.tx((tx) => createPartner(t.ctx(), tx, newPartner({ id, name: 'First' })))
  const again = await t.tx((tx) => createPartner(t.ctx(), tx, newPartner({ id, name: 'Second' })))
  expect(again.name).toBe('First')
  expect((await audited(id)).filter((row) => row.action === 'merchants.partner_created')).toHaveLength(1)
})

test('where a partner is paid is sealed, and a change is on record with masked numbers only', async () => {
  const { partner } = await makePartner(t, { payout: { mobile: '+221771234567', name: 'Awa' } })
  await t.tx((tx) => setPayoutDestination(t.ctx(), tx, partner.id, { mobile: '+221779876543', name: 'Awa Diop' }))
  expect(await t.tx((tx) => payoutDestination(t.ctx(), tx, partner.id))).toEqual({
    mobile: '+221779876543',
    name: 'Awa Diop',
  })
  const records = JSON.stringify(await audited(partner.id))
  expect(records).toContain('+22177•••43')
  expect(records).not.toContain('9876543')
  const stored = await t.asOwner((client) =>
    client.query('select to_jsonb(p)::text as row from merchants.partner p where id = $1', [partner.id]),
  )
  expect(stored.rows[0].row).not.toContain('9876543')
  expect(stored.rows[0].row).not.toContain(Buffer.from('9876543').toString('hex'))
})

test('status goes only where the table says, and leaving active needs a reason', async () => {
  const { partner } = await makePartner(t)
  const to = (status: 'active' | 'pending' | 'suspended' | 'terminated', reason?: string) =>
    t.tx((tx) => setPartnerStatus(t.ctx(), tx, partner.id, status, reason))
  await expect(to('suspended')).rejects.toEqual(refused(errors.reason_needed))
  expect(await to('suspended', 'complaints')).toMatchObject({ status: 'suspended' })
  await expect(to('pending', 'no')).rejects.toEqual(refused(errors.not_from_here))
  expect(await to('active')).toMatchObject({ status: 'active' })
  expect(await to('terminated', 'closed its doors')).toMatchObject({ status: 'terminated' })
  await expect(to('active')).rejects.toEqual(refused(errors.not_from_here))
})

test('a change of terms is on record with before and after', async () => {
  const { partner } = await makePartner(t)
  await t.tx((tx) => changePartner(t.ctx(), tx, partner.id, { revenue_split_basis_points: 9000 }))
  const changed = (await audited(partner.id)).find((row) => row.action === 'merchants.partner_changed')
  expect(changed).toMatchObject({
    before: { revenue_split_basis_points: 8500 },
    after: { revenue_split_basis_points: 9000 },
  })
})

test('the database refuses a split beyond the whole', async () => {
  await expect(
    t.tx((tx) => createPartner(t.ctx(), tx, newPartner({ revenue_split_basis_points: 10_001 }))),
  ).rejects.toThrow('partner_split')
})

test('the directory finds partners by the city of an open venue', async () => {
  const { partner, venues } = await makePartner(t, {}, ['Saint-Louis', 'Thiès'])
  const inThies = async () => (await t.tx((tx) => directory(tx, { city: 'thiès' }))).map((entry) => entry.id)
  expect(await inThies()).toContain(partner.id)
  await t.tx((tx) => changeVenue(t.ctx(), tx, venues[1]!.id, { is_open: false }))
  expect(await inThies()).not.toContain(partner.id)
  expect(await t.tx((tx) => listVenues(tx, partner.id))).toHaveLength(2)
  const [entry] = await t.tx((tx) => directory(tx, { ids: [partner.id] }))
  expect(entry!.venues.map((venue) => venue.city)).toEqual(['Saint-Louis'])
})

test('rules: the statuses before each status, and a masked number', () => {
  expect(partnerStatusesBefore('terminated')).toEqual(['pending', 'active', 'suspended'])
  expect(partnerStatusesBefore('pending')).toEqual([])
  expect(PARTNER_NEXT.terminated).toEqual([])
  expect(maskNumber('+221771234567')).toBe('+22177•••67')
})
