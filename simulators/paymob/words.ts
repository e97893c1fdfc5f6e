// What the payment page says, in Arabic and in English, amounts included.

export type Language = 'ar' | 'en'

const EN = {
  demo: 'Demonstration – no real money',
  pay_to: 'Payment to',
  reference: 'Reference',
  by_card: 'Card',
  by_wallet: 'Mobile wallet',
  number: 'Card number',
  expiry_month: 'Month',
  expiry_year: 'Year',
  cvc: 'Code on the back',
  holder: 'Name on the card',
  save: 'Save this card for the next payments',
  pay: 'Pay',
  wallet_number: 'Wallet number',
  pay_wallet: 'Send the request to my phone',
  test_cards: 'Test cards',
  use: 'Use',
  back: 'Back to',
  cancel: 'Cancel and go back',
  bad_number: 'This is not a card number. Check the digits.',
  bad_expiry: 'Choose the month and the year on the card.',
  bad_cvc: 'Enter the three digits on the back of the card.',
  bad_wallet: 'Enter a mobile number such as 0100 123 4567.',
  unknown_title: 'Unknown payment',
  unknown: 'This payment page does not exist. Nothing was taken.',
  over: 'The time for this payment is over. Nothing was taken.',
  paid: 'Paid',
  transaction: 'Transaction',
  code_title: 'Confirm with your bank',
  code_text: 'Your bank has sent a code to your phone. In this demonstration every code is right.',
  code: 'Code',
  confirm: 'Confirm',
  refuse: 'I did not ask for this',
  pending_title: 'Waiting for your answer',
  pending_text:
    'The payment is not decided yet. Decide it here as the phone or the bank would, or go back and leave it open.',
  approve: 'Approve',
  reject: 'Reject',
  DECLINED: 'Your bank declined the payment. Nothing was taken; try another card.',
  INSUFFICIENT_FUNDS: 'There is not enough money on this card. Nothing was taken.',
  EXPIRED_CARD: 'This card is past its date. Nothing was taken; try another card.',
  AUTHENTICATION_FAILED: 'The payment was not confirmed. Nothing was taken.',
  other_language: 'العربية',
}

export type Words = typeof EN

const AR: Words = {
  demo: 'عرض تجريبي – لا أموال حقيقية',
  pay_to: 'الدفع إلى',
  reference: 'المرجع',
  by_card: 'بطاقة',
  by_wallet: 'محفظة الهاتف',
  number: 'رقم البطاقة',
  expiry_month: 'الشهر',
  expiry_year: 'السنة',
  cvc: 'الرمز خلف البطاقة',
  holder: 'الاسم على البطاقة',
  save: 'احفظ هذه البطاقة للمرّات القادمة',
  pay: 'ادفع',
  wallet_number: 'رقم المحفظة',
  pay_wallet: 'أرسل الطلب إلى هاتفي',
  test_cards: 'بطاقات للتجربة',
  use: 'استخدمها',
  back: 'العودة إلى',
  cancel: 'إلغاء والعودة',
  bad_number: 'هذا ليس رقم بطاقة. راجع الأرقام.',
  bad_expiry: 'اختر الشهر والسنة المكتوبين على البطاقة.',
  bad_cvc: 'اكتب الأرقام الثلاثة خلف البطاقة.',
  bad_wallet: 'اكتب رقم هاتف محمول، مثل ‎0100 123 4567‎.',
  unknown_title: 'صفحة دفع غير معروفة',
  unknown: 'صفحة الدفع هذه غير موجودة. لم يُخصم شيء.',
  over: 'انتهى وقت هذه العملية. لم يُخصم شيء.',
  paid: 'تم الدفع',
  transaction: 'رقم العملية',
  code_title: 'أكّد الدفع لدى البنك',
  code_text: 'أرسل البنك رمزًا إلى هاتفك. في هذا العرض التجريبي كلّ رمز صحيح.',
  code: 'الرمز',
  confirm: 'تأكيد',
  refuse: 'لم أطلب هذا',
  pending_title: 'بانتظار ردّك',
  pending_text: 'لم تُحسم العملية بعد. احسمها هنا كما يفعل الهاتف أو البنك، أو ارجع واتركها معلّقة.',
  approve: 'موافقة',
  reject: 'رفض',
  DECLINED: 'رفض البنك العملية. لم يُخصم شيء؛ جرّب بطاقة أخرى.',
  INSUFFICIENT_FUNDS: 'رصيد هذه البطاقة لا يكفي. لم يُخصم شيء.',
  EXPIRED_CARD: 'انتهت صلاحية هذه البطاقة. لم يُخصم شيء؛ جرّب بطاقة أخرى.',
  AUTHENTICATION_FAILED: 'لم يُؤكَّد الدفع. لم يُخصم شيء.',
  other_language: 'English',
}

export const WORDS: Record<Language, Words> = { ar: AR, en: EN }

/** Piasters as pounds, in the digits and words of the language. */
export function pounds(piasters: number, language: Language): string {
  return new Intl.NumberFormat(language === 'ar' ? 'ar-EG' : 'en-EG', { style: 'currency', currency: 'EGP' }).format(
    piasters / 100,
  )
}
