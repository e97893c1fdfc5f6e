/** The frame of every Tutor page. */
export const shell = {
  // Most who read it are children in the middle of an exercise.
  'offline.text':
    'ما أُجيب عنه من تمارين يبقى على هذا الجهاز، ويُرسل عند عودة الشبكة. وإذا كنتم تدفعون، فتأكدوا أولًا مما وصل قبل إعادة الدفع.',
  'tutor.nav.sign_in': 'تسجيل الدخول',
  'tutor.nav.mine': 'صفحتي',
  'tutor.foot': 'صُنع في مصر، للأطفال وأهاليهم.',
  'tutor.foot.receipts': 'التحقق من إيصال موافقة',
  'tutor.foot.texts': 'الخصوصية',

  'tutor.texts.title': 'الخصوصية وما نطلب موافقتكم عليه',
  'tutor.texts.lead':
    'كل غرض بنصّه، حرفًا بحرف، كما تقرؤونه قبل أن تجيبوا. القرار في كل غرض لكم، ولكم أن تتراجعوا متى شئتم.',
  'tutor.texts.all': 'كل النصوص',
  'tutor.texts.since': 'سارٍ منذ {date}',
} as const
