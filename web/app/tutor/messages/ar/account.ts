/** What Tutor says on a person's own pages: signing in, first steps. What every product says there: app/account/messages. */
export const account = {
  'tutor.nav.guardian': 'أطفالي',
  'sign_in.phone.hint': 'رقم محمول مصري، أو رقم من خارج مصر مسبوقًا برمز دولته.',
  'welcome.lead': 'اسمك وتاريخ ميلادك، ثم نضيف أطفالك.',
  'profile.first_name.hint': 'كما تحب أن نناديك.',
  'profile.date_of_birth.hint': 'لنعرف أنك بلغت 18 سنة. لا يظهر لأحد.',
  'account.identity_needed': 'نحتاج إلى التحقق من هويتك قبل أن نقبل موافقتك.',
  'identity.check.required': 'نحتاج إلى مستند يثبت هويتك قبل أن نقبل موافقتك.',
  'preferences.lead': 'رموز الدخول وما يخص سلامة طفلك تصلك دائمًا.',
  'preferences.channel.in_app': 'هنا في Tutor',
  'preferences.category.learning': 'تقدّم التعلّم',
  'preferences.category.billing': 'الاشتراك والفواتير',

  'choice.title': 'من الذي يدخل الآن؟',
  'choice.adult': 'أنا وليّ أمر',
  'choice.adult.text': 'أو متعلّم عمره 18 سنة أو أكثر. الدخول برقم الهاتف.',
  'choice.learner': 'أنا متعلّم',
  'choice.learner.text': 'معي اسم دخول ورقم سرّي من وليّ أمري.',

  'learner_sign_in.title': 'أهلًا وسهلًا',
  'learner_sign_in.lead': 'اكتب اسم الدخول ورقمك السرّي.',
  'learner_sign_in.username': 'اسم الدخول',
  'learner_sign_in.pin': 'الرقم السرّي',
  'learner_sign_in.pin.hint': 'من 4 إلى 6 أرقام',
  'learner_sign_in.clear': 'مسح',
  'learner_sign_in.submit': 'دخول',
  'learner_sign_in.lost': 'نسيت رقمك السرّي؟ اطلب من وليّ أمرك أن يغيّره من صفحته.',
} as const
