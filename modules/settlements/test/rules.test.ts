/** Tables of cases for periods, totals and seals. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  nextPeriod,
  periodEnd,
  periodStart,
  sealOf,
  SETTLEMENT_NEXT,
  settlementStatusesBefore,
  statusOnClosing,
  totalsOf,
  type Line,
  type PaymentTerms,
  type Sealed,
} from '../rules.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

test.each<[PaymentTerms, string, string, string]>([
  ['weekly', '2026-03-02', '2026-03-02', '2026-03-08'],
  ['weekly', '2026-03-08', '2026-03-02', '2026-03-08'],
  ['weekly', '2026-01-01', '2025-12-29', '2026-01-04'],
  ['monthly', '2026-03-31', '2026-03-01', '2026-03-31'],
  ['monthly', '2028-02-10', '2028-02-01', '2028-02-29'],
  ['monthly', '2026-12-31', '2026-12-01', '2026-12-31'],
  ['quarterly', '2026-01-01', '2026-01-01', '2026-03-31'],
  ['quarterly', '2026-05-15', '2026-04-01', '2026-06-30'],
  ['quarterly', '2026-12-31', '2026-10-01', '2026-12-31'],
])('the %s period of %s goes from %s to %s', (terms, date, start, end) => {
  expect([periodStart(terms, day(date)).toString(), periodEnd(terms, day(date)).toString()]).toEqual([start, end])
})

test('periods follow each other without gap or overlap, whatever the terms become', () => {
  const terms = fc.constantFrom<PaymentTerms>('weekly', 'monthly', 'quarterly')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2000 }), fc.array(terms, { minLength: 1, maxLength: 12 }), (offset, list) => {
      const since = day('2024-01-01').add({ days: offset })
      let last: Temporal.PlainDate | undefined
      for (const term of list) {
        const { start, end } = nextPeriod(term, last, since)
        if (last) expect(start.equals(last.add({ days: 1 }))).toBe(true)
        else expect(Temporal.PlainDate.compare(start, since)).toBeLessThanOrEqual(0)
        expect(Temporal.PlainDate.compare(start, end)).toBeLessThanOrEqual(0)
        expect(periodEnd(term, end).equals(end)).toBe(true)
        last = end
      }
    }),
  )
})

test.each([
  [9_999n, 10_000n, 'carried'],
  [10_000n, 10_000n, 'pending'],
  [0n, 0n, 'carried'],
  [-5n, 0n, 'carried'],
  [1n, 0n, 'pending'],
])('%d owed with a minimum of %d is %s', (payable, minimum, status) => {
  expect(statusOnClosing(payable, minimum)).toBe(status)
})

const line = (line_no: number, kind: Line['kind'], share_minor: bigint, commission_minor = 0n): Line => ({
  line_no,
  kind,
  redemption_id: `r${line_no}`,
  occurred_at: Temporal.Instant.from('2026-03-31T23:59:59Z'),
  pack_name: { fr: 'Cinéma' },
  venue_name: 'Plateau',
  gross_minor: kind === 'released' ? 0n : share_minor + commission_minor,
  share_minor,
  commission_minor,
})
const lines = [line(1, 'redemption', 8500n, 1500n), line(2, 'reversal', -4250n, -750n), line(3, 'released', 100n)]

test('totals: what was released after a dispute is paid but not sold again', () => {
  expect(totalsOf(lines, -50n)).toEqual({
    gross_minor: 5000n,
    share_minor: 4250n,
    commission_minor: 750n,
    released_minor: 100n,
    carried_in_minor: -50n,
    payable_minor: 4300n,
  })
})

test('a seal changes with every part of the statement', () => {
  const head: Sealed = {
    id: 'i',
    partner_id: 'p',
    period_start: day('2026-03-01'),
    period_end: day('2026-03-31'),
    asset: 'XOF',
    minimum_payout_minor: 0n,
    closed_at: Temporal.Instant.from('2026-04-01T00:05:00Z'),
    ...totalsOf(lines, 0n),
  }
  const seal = sealOf(head, lines)
  expect(sealOf(head, lines)).toBe(seal)
  const changedHeads: Partial<Sealed>[] = [
    { id: 'j' }, { partner_id: 'q' }, { period_end: day('2026-03-30') }, { period_start: day('2026-03-02') },
    { payable_minor: 1n }, { minimum_payout_minor: 1n }, { asset: 'EUR' }, { carried_in_minor: 1n },
  ] // prettier-ignore
  for (const changed of changedHeads) expect(sealOf({ ...head, ...changed }, lines)).not.toBe(seal)
  const changedLines: Partial<Line>[] = [
    { share_minor: 1n }, { venue_name: 'X' }, { redemption_id: 'x' }, { kind: 'released' }, { line_no: 9 },
    { occurred_at: Temporal.Instant.from('2026-03-30T23:59:59Z') }, { gross_minor: 2n }, { commission_minor: 3n },
  ] // prettier-ignore
  for (const changed of changedLines)
    expect(sealOf(head, [{ ...lines[0]!, ...changed }, ...lines.slice(1)])).not.toBe(seal)
  expect(sealOf(head, lines.slice(1))).not.toBe(seal)
})

test('what may follow what', () => {
  expect(settlementStatusesBefore('paying')).toEqual(['approved'])
  expect(settlementStatusesBefore('paid')).toEqual(['paying'])
  expect(SETTLEMENT_NEXT.carried).toEqual([])
})
