/** The words of the documents, in the languages in which they are issued. */
import type { LineRow } from './store/invoices.ts'

export interface Words {
  readonly invoice: string
  readonly credit_note: string
  readonly seller: string
  readonly address: string
  readonly tax_number: string
  readonly billed_to: string
  readonly issued_on: string
  readonly period: string
  readonly corrects: string
  readonly what: string
  readonly amount: string
  readonly net: string
  tax(percent: string): string
  readonly total: string
  readonly credited: string
  readonly from_credit: string
  readonly paid: string
  readonly thanks: string
  readonly note_explained: string
  readonly line: Readonly<Record<LineRow['kind'], (plan: string, quantity: number) => string>>
  readonly currency: Readonly<Record<string, string>>
}

const en: Words = {
  invoice: 'Tax invoice',
  credit_note: 'Credit note',
  seller: 'Seller',
  address: 'Address',
  tax_number: 'Tax registration no.',
  billed_to: 'Billed to',
  issued_on: 'Issued on',
  period: 'Period',
  corrects: 'Corrects invoice',
  what: 'What for',
  amount: 'Amount, tax included',
  net: 'Without tax',
  tax: (percent) => `Value added tax ${percent}`,
  total: 'Total',
  credited: 'Credited',
  from_credit: 'From your credit',
  paid: 'Paid',
  thanks: 'Paid in full. Thank you.',
  note_explained:
    'This amount is credited to you; it goes back to the card you paid with or lessens your next invoice.',
  line: {
    plan: (plan) => `Plan: ${plan}`,
    seats: (plan, quantity) => `${plan}: ${quantity} more ${quantity === 1 ? 'learner' : 'learners'}`,
    new_terms: (plan) => `${plan}, for the days left`,
    old_terms: (plan) => `${plan}, already paid for these days`,
    unused: (plan) => `${plan}, days not used`,
    allowance: (plan) => `${plan}, allowance`,
  },
  currency: { EGP: 'EGP', XOF: 'F' },
}

const ar: Words = {
  invoice: 'فاتورة ضريبية',
  credit_note: 'إشعار دائن',
  seller: 'البائع',
  address: 'العنوان',
  tax_number: 'رقم التسجيل الضريبي',
  billed_to: 'صادرة إلى',
  issued_on: 'تاريخ الإصدار',
  period: 'الفترة',
  corrects: 'تصحيح للفاتورة',
  what: 'البيان',
  amount: 'المبلغ شامل الضريبة',
  net: 'المبلغ دون الضريبة',
  tax: (percent) => `ضريبة القيمة المضافة (${percent})`,
  total: 'الإجمالي',
  credited: 'المبلغ الدائن',
  from_credit: 'من رصيدك لدينا',
  paid: 'المدفوع',
  thanks: 'مدفوعة بالكامل. شكرًا لك.',
  note_explained: 'هذا المبلغ مستحقّ لك: يُردّ إلى البطاقة التي دفعت بها أو يُخصم من فاتورتك القادمة.',
  line: {
    plan: (plan) => `الباقة ${plan}`,
    seats: (plan, quantity) => `الباقة ${plan}: متعلّمون إضافيون، العدد ${quantity}`,
    new_terms: (plan) => `الباقة ${plan} عن الأيام المتبقّية`,
    old_terms: (plan) => `الباقة ${plan}، مدفوعة سابقًا عن هذه الأيام`,
    unused: (plan) => `الباقة ${plan}، أيام غير مستخدمة`,
    allowance: (plan) => `الباقة ${plan}، خصم`,
  },
  currency: { EGP: 'ج.م', XOF: 'فرنك' },
}

export const WORDS: Readonly<Record<'ar' | 'en', Words>> = { ar, en }
