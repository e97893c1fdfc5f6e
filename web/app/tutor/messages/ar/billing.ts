/** Plans, the subscription and its invoices. */
export const billing = {
  'plan.title': 'اختر باقة',
  'plan.lead': 'الأسعار تشمل ضريبة القيمة المضافة.',
  'plan.lead.trial':
    '{days, plural, zero {} one {اليوم الأول مجاني، دون بطاقة.} two {أول يومين مجانًا، دون بطاقة.} few {أول # أيام مجانًا، دون بطاقة.} many {أول # يومًا مجانًا، دون بطاقة.} other {أول # يوم مجانًا، دون بطاقة.}}',
  'plan.choose': 'الباقة',
  'plan.none': 'اختر باقة.',
  'plan.cycle': 'مدة الدفع',
  'plan.cycle.monthly': 'كل شهر',
  'plan.cycle.quarterly': 'كل ثلاثة أشهر',
  'plan.cycle.yearly': 'كل سنة',
  'plan.per.monthly': 'في الشهر',
  'plan.per.quarterly': 'كل ثلاثة أشهر',
  'plan.per.yearly': 'في السنة',
  'plan.learners': 'لمن؟',
  'plan.learner.none': 'اختر متعلّمًا واحدًا على الأقل.',
  'plan.start': 'إلى الدفع',
  'plan.start.trial':
    '{days, plural, zero {ابدأ التجربة} one {ابدأ يومًا مجانيًا} two {ابدأ يومين مجانًا} few {ابدأ # أيام مجانًا} many {ابدأ # يومًا مجانًا} other {ابدأ # يوم مجانًا}}',
  'plan.small': 'تدفع في صفحة Paymob. تُلغي متى شئت، ويبقى ما دفعته حتى نهاية مدته.',
  'plan.small.trial': 'لا نطلب بطاقة الآن، ولا نخصم شيئًا في نهاية التجربة ما لم تُضف بطاقة بنفسك.',
  'plan.covered': 'كل أطفالك ضمن اشتراك.',
  'billing.title': 'الاشتراك والفواتير',
  'billing.pay_now': 'ادفع الآن',
} as const
