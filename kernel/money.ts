/**
 * Money is a whole number of minor units and a currency: 25 000 F is `{ minor: 25000n, currency: 'XOF' }`, ₹10.49 is
 * `{ minor: 1049n, currency: 'INR' }`. No floating point, no division but `share`, which says where the remainder goes.
 * On the wire an amount is a decimal integer string (`"25000"`) in a field named `…_minor`.
 */
import { assert } from './assert.ts'

export interface Money {
  readonly minor: bigint
  readonly currency: Currency
}

export type Currency = string

/** Digits after the decimal separator (ISO 4217). */
const EXPONENTS: Record<string, number> = { XOF: 0, INR: 2, EGP: 2 }

export function exponentOf(currency: Currency): number {
  const exponent = EXPONENTS[currency]
  assert(exponent !== undefined, `unknown currency ${currency}`)
  return exponent
}

/**
 * `amount × numerator ÷ denominator`, split into the share and the rest, which always sum to `amount`.
 * `remainder` says who gets the indivisible minor unit: 'rest' rounds the share down, 'share' rounds it up.
 */
export function share(
  amount: bigint,
  numerator: bigint,
  denominator: bigint,
  remainder: 'rest' | 'share',
): { share: bigint; rest: bigint } {
  assert(
    amount >= 0n && numerator >= 0n && denominator > 0n && numerator <= denominator,
    'share takes a part of a whole',
  )
  const product = amount * numerator
  let part = product / denominator
  if (remainder === 'share' && product % denominator !== 0n) part += 1n
  return { share: part, rest: amount - part }
}

/** An amount as people write it, for messages: `25 000 F` in French for XOF, else by `Intl`. */
export function formatMoney(amount: Money, locale: string): string {
  const exponent = exponentOf(amount.currency)
  if (amount.currency === 'XOF') {
    const digits = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(amount.minor)
    return `${digits}\u00a0F`
  }
  const decimal = decimalString(amount.minor, exponent) as unknown as number
  return new Intl.NumberFormat(locale, { style: 'currency', currency: amount.currency }).format(decimal)
}

/** The amount in major units, exact: `10.49`. What is no currency (tokens of an allowance) is counted whole. */
export function inMajorUnits({ minor, currency }: Money): string {
  return decimalString(minor, EXPONENTS[currency] ?? 0)
}

/** `1049n` with exponent 2 → `"10.49"`: exact, for Intl and for providers that take decimal strings. */
export function decimalString(minor: bigint, exponent: number): string {
  if (exponent === 0) return minor.toString()
  const sign = minor < 0n ? '-' : ''
  const digits = (minor < 0n ? -minor : minor).toString().padStart(exponent + 1, '0')
  return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`
}
