// Where a pot stands for whoever looks after it: one word for each state, whatever the API may answer.
import { expect, it } from 'vitest'
import { stageOf, type StageFacts } from '../app/wolo/pots/stage.ts'

const NOW = '2026-11-21T10:00:00Z'
const open: StageFacts = {
  status: 'open',
  end_reason: null,
  minor: false,
  guardian_approved_at: null,
  guardian_declined_at: null,
  opens_at: '2026-11-01T00:00:00Z',
  short_since: null,
  pack_gone: false,
  wanted_pack_id: null,
  missing_minor: '5000',
  gift_count: 2,
  timeline: [],
}
const bought: StageFacts = { ...open, status: 'closed', end_reason: 'bought' }
const after = (...codes: string[]): StageFacts => ({ ...bought, timeline: codes.map((code) => ({ code })) })

it.each<[string, Partial<StageFacts>]>([
  ['scheduled', { status: 'scheduled', opens_at: '2026-12-01T00:00:00Z' }],
  ['ready', { status: 'scheduled', opens_at: '2026-11-21T10:00:00.000Z' }],
  ['asked', { status: 'scheduled', minor: true }],
  ['declined', { status: 'scheduled', minor: true, guardian_declined_at: NOW }],
  ['ready', { status: 'scheduled', minor: true, guardian_approved_at: NOW }],
  ['empty', { gift_count: 0 }],
  ['collecting', {}],
  ['enough', { status: 'funded', missing_minor: '0' }],
  // A refund took it below its target again.
  ['collecting', { status: 'funded' }],
  ['asked_to_buy', { missing_minor: '0', minor: true, wanted_pack_id: 'pck_1' }],
  ['pack_gone', { missing_minor: '0', pack_gone: true }],
  ['short', { short_since: NOW, pack_gone: true }],
  ['cancelled', { status: 'closed', end_reason: 'cancelled' }],
  ['given_back', { status: 'expired', end_reason: 'failed_pot' }],
  ['given_back', { status: 'expired', end_reason: 'user_request' }],
  ['unspent', { status: 'expired', end_reason: 'unspent' }],
  ['stopped', { status: 'expired', end_reason: 'fraud' }],
  ['stopped', { status: 'expired', end_reason: 'admin_action' }],
])('%s', (stage, facts) => expect(stageOf({ ...open, ...facts }, NOW)).toBe(stage))

it('follows the voucher once the pack is bought', () => {
  expect(stageOf(bought, NOW)).toBe('bought')
  expect(stageOf(after('pack_bought', 'redeemed'), NOW)).toBe('used')
  expect(stageOf(after('redeemed', 'redemption_undone'), NOW)).toBe('bought')
  expect(stageOf(after('redeemed', 'redemption_undone', 'redeemed'), NOW)).toBe('used')
  expect(stageOf(after('voucher_expired'), NOW)).toBe('voucher_expired')
  expect(stageOf(after('voucher_cancelled'), NOW)).toBe('voucher_cancelled')
})
