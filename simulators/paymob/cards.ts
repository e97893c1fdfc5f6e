// The test cards: what each does on the page and when it is charged again without one. Any other number that a card could have pays.

export interface TestCard {
  number: string
  says: { en: string; ar: string }
  /** On the page: `pays`, `asks` for a code first, `waits`, or is declined with this code. */
  first: string
  /** Charged later without a page: `pays`, `waits`, or is declined with this code. */
  again: string
}

export const TEST_CARDS: readonly TestCard[] = [
  { number: '5123456789012346', first: 'pays', again: 'pays', says: { en: 'Pays, now and later', ar: 'تدفع الآن ولاحقًا' } },
  { number: '4000000000003220', first: 'asks', again: 'pays', says: { en: 'Asks for a code (3-D Secure)', ar: 'تطلب رمز تحقّق (‎3-D Secure‎)' } },
  { number: '4000000000000341', first: 'pays', again: 'INSUFFICIENT_FUNDS', says: { en: 'Pays now, has no money at the renewal', ar: 'تدفع الآن ولا يكفي رصيدها عند التجديد' } },
  { number: '4000000000000069', first: 'pays', again: 'EXPIRED_CARD', says: { en: 'Pays now, is past its date at the renewal', ar: 'تدفع الآن وتنتهي صلاحيتها عند التجديد' } },
  { number: '4000000000009995', first: 'INSUFFICIENT_FUNDS', again: 'INSUFFICIENT_FUNDS', says: { en: 'Not enough money', ar: 'الرصيد لا يكفي' } },
  { number: '4000000000000002', first: 'DECLINED', again: 'DECLINED', says: { en: 'Declined by the bank', ar: 'يرفضها البنك' } },
  { number: '4000000000000119', first: 'waits', again: 'waits', says: { en: 'Stays pending until decided', ar: 'تبقى معلّقة إلى أن يُبَتّ فيها' } },
] // prettier-ignore

export const behaviourOf = (number: string): Pick<TestCard, 'first' | 'again'> =>
  TEST_CARDS.find((it) => it.number === number) ?? { first: 'pays', again: 'pays' }

/** The check digit of a card number (Luhn). */
export function couldBeCard(number: string): boolean {
  if (!/^\d{13,19}$/.test(number)) return false
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

export function brandOf(number: string): string {
  if (number.startsWith('4')) return 'Visa'
  if (/^5[1-5]|^2/.test(number)) return 'MasterCard'
  return 'Meeza'
}

export const MESSAGES: Readonly<Record<string, string>> = {
  APPROVED: 'Approved',
  PENDING: 'Pending',
  INSUFFICIENT_FUNDS: 'Insufficient funds',
  EXPIRED_CARD: 'Expired card',
  DECLINED: 'Do not honour',
  AUTHENTICATION_FAILED: 'Authentication failed',
}
