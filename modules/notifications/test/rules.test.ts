import { describe, expect, test } from 'vitest'
import { defineMessage } from '../../../kernel/messages.ts'
import { afterQuietHours, channelsFor, type Wishes } from '../rules.ts'

const text = { en: { sms: 's', subject: 't', body: 'b' } }
const gift = defineMessage({
  key: 'pots.gift',
  values: [],
  channels: ['sms', 'email', 'in_app'],
  category: 'gifts',
  text,
})
const code = defineMessage({ key: 'identity.code', values: [], channels: ['sms', 'email'], category: 'account', text })
const wishes: Wishes = {
  channels: { sms: true, email: true, in_app: true },
  categories: { gifts: true },
  quietHours: { start: '22:00', end: '08:00' },
  timeZone: 'Africa/Dakar',
}
const both = { phone: true, email: true }

describe('channels', () => {
  test('one outside channel, the first that the person has and wants', () => {
    expect(channelsFor(gift, both, wishes)).toEqual({ inApp: true, outside: 'sms' })
    expect(channelsFor(gift, { phone: false, email: true }, wishes)).toEqual({ inApp: true, outside: 'email' })
    expect(channelsFor(gift, both, { ...wishes, channels: { sms: false, email: true, in_app: false } })).toEqual({
      inApp: false,
      outside: 'email',
    })
    expect(channelsFor(gift, { phone: false, email: false }, wishes)).toEqual({ inApp: true })
  })
  test('a category switched off is silent; what concerns the account is not switched off', () => {
    const off = {
      ...wishes,
      categories: { gifts: false, account: false },
      channels: { sms: false, email: false, in_app: false },
    }
    expect(channelsFor(gift, both, off)).toEqual({ inApp: false })
    expect(channelsFor(code, both, off)).toEqual({ inApp: false, outside: 'sms' })
  })
})

describe('quiet hours', () => {
  test.each([
    ['2026-03-02T21:59:59Z', '2026-03-02T21:59:59Z'],
    ['2026-03-02T22:00:00Z', '2026-03-03T08:00:00Z'],
    ['2026-03-02T23:00:00Z', '2026-03-03T08:00:00Z'],
    ['2026-03-03T03:00:00Z', '2026-03-03T08:00:00Z'],
    ['2026-03-03T08:00:00Z', '2026-03-03T08:00:00Z'],
  ])('over midnight in Dakar: %s → %s', (now, then) => {
    expect(afterQuietHours(Temporal.Instant.from(now), wishes).toString()).toBe(then)
  })
  test('within a day, and none at all', () => {
    const noon = Temporal.Instant.from('2026-03-02T12:30:00Z')
    expect(
      afterQuietHours(noon, { quietHours: { start: '12:00', end: '14:00' }, timeZone: 'Africa/Dakar' }).toString(),
    ).toBe('2026-03-02T14:00:00Z')
    expect(afterQuietHours(noon, { quietHours: null, timeZone: 'Africa/Dakar' })).toBe(noon)
  })
  test('across a change of clocks the end is still eight in the morning there', () => {
    // Cairo went from 24:00 to 01:00 on Friday 24 April 2026.
    const evening = Temporal.Instant.from('2026-04-23T21:00:00Z')
    expect(
      afterQuietHours(evening, { quietHours: { start: '22:00', end: '08:00' }, timeZone: 'Africa/Cairo' }).toString(),
    ).toBe('2026-04-24T05:00:00Z')
  })
})
