/** The frame of every Tutor page. */
export const shell = {
  'tutor.tagline': 'نتعلّم خطوة خطوة.',
  'tutor.nav.sign_in': 'تسجيل الدخول',
  'tutor.nav.mine': 'صفحتي',
  'tutor.foot': 'صُنع في مصر، للأطفال وأهاليهم.',
  'tutor.foot.receipts': 'التحقق من إيصال موافقة',
} as const
