/** The page for whoever comes to Tutor for the first time. */
export const home = {
  'tutor.home.description':
    'رياضيات المرحلة الإعدادية بالعربية والإنجليزية: تمارين تناسب مستوى طفلك، وشرح لكل خطوة، وموافقتك أولًا.',
  'tutor.home.kicker': 'رياضيات الإعدادية، بالعربية والإنجليزية',
  'tutor.home.title': 'طفلك يفهم كل خطوة، وأنت مطمئن.',
  'tutor.home.lead':
    'تمارين قصيرة تناسب مستواه تمامًا، وشرح يأخذ بيده حين يخطئ. وأنت ترى تقدّمه، وتقرر ما يُحفظ من بياناته.',
  'tutor.home.start': 'ابدأ مع طفلك',
  'tutor.home.learner': 'أنا متعلّم',
  'tutor.home.promise.trial': 'تجربة مجانية',
  'tutor.home.promise.ads': 'بلا إعلانات',
  'tutor.home.promise.stop': 'تُلغي متى شئت',

  'tutor.home.steps.title': 'كيف يبدأ الأمر؟',
  'tutor.home.steps.add.title': 'أضف طفلك',
  'tutor.home.steps.add.text': 'اسم دخول ورقم سرّي تختارهما أنت. لا بريد إلكتروني ولا هاتف للطفل.',
  'tutor.home.steps.consent.title': 'وافق على ما تريد',
  'tutor.home.steps.consent.text': 'غرضًا غرضًا، بعد قراءة نص قصير واضح، وبخطوة لا يستطيع الطفل أن يقوم بها بدلًا منك.',
  'tutor.home.steps.practise.title': 'يتدرّب كل يوم',
  'tutor.home.steps.practise.text': 'عشر دقائق تكفي. التمرين التالي يُختار حسب ما فهمه وما يحتاج إلى مراجعته.',
  'tutor.home.steps.follow.title': 'تابع تقدّمه',
  'tutor.home.steps.follow.text': 'ما أتقنه، والوقت الذي قضاه، وما سأل عنه، في صفحة واحدة.',

  'tutor.home.example': 'مثال على تمرين',
  'tutor.home.example.question': 'إذا كان $3x + 5 = 20$، فما قيمة $x$؟',
  'tutor.home.example.step.1': 'نطرح $5$ من الطرفين: $3x = 15$',
  'tutor.home.example.step.2': 'نقسم الطرفين على $3$: $x = 5$',
  'tutor.home.example.praise': 'أحسنت! هذه المهارة صارت أقوى.',
  'tutor.home.example.skill': 'معادلات الدرجة الأولى',

  'tutor.home.safe.title': 'الموافقة والأمان، قبل كل شيء',
  'tutor.home.safe.text': 'البيانات بيانات طفلك، والقرار لك.',
  'tutor.home.safe.you': 'لا شيء دون موافقتك',
  'tutor.home.safe.you.text': 'لا نحفظ إجابات طفلك ولا يتحدث مع المعلّم الآلي إلا بعد أن توافق على كل غرض وحده.',
  'tutor.home.safe.proof': 'إثبات أنك أنت',
  'tutor.home.safe.proof.text': 'خطوة ثانية ببطاقتك، نخصم مبلغًا صغيرًا ونردّه في الحال، أو بمراجعة هويتك.',
  'tutor.home.safe.back': 'تتراجع في أي وقت',
  'tutor.home.safe.back.text': 'يسري تراجعك فورًا، ولو في منتصف محادثة، ويُمحى ما حُفظ لذلك الغرض.',
  'tutor.home.safe.receipt': 'إيصال بكل موافقة',
  'tutor.home.safe.receipt.text': 'فيه النص الذي قرأته حرفًا بحرف، ويمكن لأي أحد أن يتحقق منه.',
  'tutor.home.safe.talk': 'محادثات تراها',
  'tutor.home.safe.talk.text': 'كل ما يسأل عنه طفلك المعلّم الآلي تستطيع قراءته، ولا نرسل اسمه ولا بياناته إلى الخارج.',

  'tutor.home.price.title': 'كم يكلّف؟',
  'tutor.home.price.lead':
    '{days, plural, =0 {سعر واضح، ولا رسوم خفية.} one {اليوم الأول مجاني.} two {أول يومين مجانًا.} few {أول # أيام مجانًا.} many {أول # يومًا مجانًا.} other {أول # يوم مجانًا.}}',
  'tutor.home.price.month': 'في الشهر',
  'tutor.home.price.year': 'أو {amount} في السنة',
  'tutor.home.price.learners':
    '{count, plural, one {لمتعلّم واحد} two {لمتعلّمَين} few {لـ# متعلّمين} many {لـ# متعلّمًا} other {لـ# متعلّم}}',
  'tutor.home.price.extra': '{amount} لكل متعلّم إضافي، حتى {max}',
  'tutor.home.price.small':
    'الأسعار تشمل ضريبة القيمة المضافة. الدفع بالبطاقة عبر Paymob، ولا يُخصم شيء قبل نهاية التجربة.',

  'tutor.home.faq.title': 'أسئلة يسألها الأهالي',
  'tutor.home.faq.age': 'لأي سن؟',
  'tutor.home.faq.age.text':
    'لتلاميذ المرحلة الإعدادية، ومن يراجع معهم. وعند بلوغ 18 سنة ينتقل الحساب إلى صاحبه من تلقاء نفسه.',
  'tutor.home.faq.net': 'هل يعمل مع الإنترنت الضعيف؟',
  'tutor.home.faq.net.text': 'نعم. الصفحات خفيفة، وما يُجاب عنه دون اتصال يُحتسب عند عودة الشبكة.',
  'tutor.home.faq.two': 'هل يمكن أن نتابع معًا، الأب والأم؟',
  'tutor.home.faq.two.text': 'نعم. يدعو أحدكما الآخر، ولكل منكما ما يُسمح له به: المتابعة أو الدفع أو الموافقة.',
  'tutor.home.faq.stop': 'وماذا لو توقفنا؟',
  'tutor.home.faq.stop.text':
    'تُلغي من صفحتك دون سؤال، ويبقى الاشتراك حتى نهاية مدته. وتستطيع تنزيل كل البيانات أو محوها.',
  'tutor.home.close.title': 'لنبدأ بتمرين واحد.',
} as const
