/** What subscriptions say to the payer. Amounts, days and names come in ready to read. */
import { defineMessage } from '../../kernel/messages.ts'

const common = { channels: ['email', 'sms', 'in_app'], category: 'billing' } as const

export const trialStarted = defineMessage({
  ...common,
  key: 'subscriptions.trial_started',
  values: ['plan', 'day', 'link'],
  text: {
    ar: {
      sms: '{brand}: بدأت فترتك المجانية حتى {day}. لن يُخصم أي مبلغ دون علمك. {link}',
      subject: 'بدأت فترتك المجانية',
      body: 'أهلًا بكم! باقة «{plan}» مفتوحة مجانًا حتى {day}.\n\nلن نخصم أي مبلغ تلقائيًا ما لم تحفظ بطاقة للدفع. سنذكّرك قبل انتهاء الفترة.\n\n{link}',
    },
    en: {
      sms: '{brand}: your free days have begun, until {day}. Nothing is charged without you. {link}',
      subject: 'Your free days have begun',
      body: 'Welcome! “{plan}” is open and free until {day}.\n\nNothing is charged by itself unless you save a card. We will remind you before the end.\n\n{link}',
    },
    fr: {
      sms: '{brand} : vos jours gratuits ont commencé, jusqu’au {day}. Rien n’est débité sans vous. {link}',
      subject: 'Vos jours gratuits ont commencé',
      body: 'Bienvenue ! « {plan} » est ouvert et gratuit jusqu’au {day}.\n\nRien n’est débité tout seul sans carte enregistrée. Nous vous préviendrons avant la fin.\n\n{link}',
    },
  },
})

export const trialEnding = defineMessage({
  ...common,
  key: 'subscriptions.trial_ending',
  values: ['plan', 'day', 'amount', 'link'],
  text: {
    ar: {
      sms: '{brand}: تنتهي فترتك المجانية يوم {day}. للمتابعة: {amount}. {link}',
      subject: 'تنتهي فترتك المجانية يوم {day}',
      body: 'فترتك المجانية من باقة «{plan}» تنتهي يوم {day}. بعدها قيمة الاشتراك {amount} شاملة الضريبة.\n\nيمكنك الدفع الآن ولن تفقد الأيام المجانية المتبقّية، أو لا تفعل شيئًا فتتوقّف الدروس دون أي رسوم. كلّ ما تعلّمه طفلك محفوظ.\n\n{link}',
    },
    en: {
      sms: '{brand}: your free days end on {day}. To go on: {amount}. {link}',
      subject: 'Your free days end on {day}',
      body: 'Your free days of “{plan}” end on {day}. After that it is {amount}, tax included.\n\nPay now and you lose none of the free days that are left; or do nothing, and lessons stop at no cost. Everything learned is kept.\n\n{link}',
    },
    fr: {
      sms: '{brand} : vos jours gratuits finissent le {day}. Pour continuer : {amount}. {link}',
      subject: 'Vos jours gratuits finissent le {day}',
      body: 'Vos jours gratuits de « {plan} » finissent le {day}. Ensuite, c’est {amount}, taxes comprises.\n\nPayez dès maintenant sans perdre les jours gratuits restants ; ou ne faites rien, et les leçons s’arrêtent sans frais. Tout ce qui a été appris est conservé.\n\n{link}',
    },
  },
})

export const trialOver = defineMessage({
  ...common,
  key: 'subscriptions.trial_over',
  values: ['plan', 'amount', 'day', 'link'],
  text: {
    ar: {
      sms: '{brand}: انتهت الفترة المجانية ولم يُخصم شيء. لفتح الدروس: {amount}. {link}',
      subject: 'انتهت فترتك المجانية',
      body: 'انتهت الفترة المجانية من باقة «{plan}» ولم نخصم منك شيئًا. الدروس متوقّفة، وتعود فور الدفع: {amount} شاملة الضريبة.\n\nنحتفظ باشتراكك مفتوحًا حتى {day}، وما تعلّمه طفلك محفوظ.\n\n{link}',
    },
    en: {
      sms: '{brand}: the free days are over, nothing was charged. To open lessons: {amount}. {link}',
      subject: 'Your free days are over',
      body: 'The free days of “{plan}” are over; nothing was charged. Lessons wait, and open as soon as you pay {amount}, tax included.\n\nWe keep the subscription open until {day}, and everything learned.\n\n{link}',
    },
    fr: {
      sms: '{brand} : les jours gratuits sont finis, rien n’a été débité. Pour rouvrir : {amount}. {link}',
      subject: 'Vos jours gratuits sont finis',
      body: 'Les jours gratuits de « {plan} » sont finis ; rien n’a été débité. Les leçons attendent et rouvrent dès le paiement de {amount}, taxes comprises.\n\nNous gardons l’abonnement ouvert jusqu’au {day}, et tout ce qui a été appris.\n\n{link}',
    },
  },
})

export const renewed = defineMessage({
  ...common,
  key: 'subscriptions.renewed',
  values: ['plan', 'amount', 'until', 'link'],
  text: {
    ar: {
      sms: '{brand}: وصل دفعك {amount}. اشتراكك سارٍ حتى {until}. {link}',
      subject: 'شكرًا، اشتراكك سارٍ حتى {until}',
      body: 'وصلنا مبلغ {amount} عن باقة «{plan}». اشتراكك سارٍ حتى {until}، وفاتورتك جاهزة هنا:\n\n{link}',
    },
    en: {
      sms: '{brand}: your {amount} arrived. Paid until {until}. {link}',
      subject: 'Thank you, paid until {until}',
      body: 'Your {amount} for “{plan}” arrived. You are paid until {until}; your invoice is here:\n\n{link}',
    },
    fr: {
      sms: '{brand} : vos {amount} sont arrivés. Payé jusqu’au {until}. {link}',
      subject: 'Merci, c’est payé jusqu’au {until}',
      body: 'Vos {amount} pour « {plan} » sont arrivés. C’est payé jusqu’au {until} ; votre facture est ici :\n\n{link}',
    },
  },
})

export const renewalFailed = defineMessage({
  ...common,
  key: 'subscriptions.renewal_failed',
  values: ['plan', 'amount', 'day', 'link'],
  text: {
    ar: {
      sms: '{brand}: لم يتمّ تجديد الاشتراك ({amount}). الدروس مفتوحة حتى {day}. ادفع هنا: {link}',
      subject: 'لم نتمكّن من تجديد اشتراكك',
      body: 'لم يُقبل دفع {amount} عن باقة «{plan}»، ولم يُخصم منك شيء. تبقى الدروس مفتوحة بالكامل حتى {day}.\n\nإن كانت لديك بطاقة محفوظة فسنحاول مجدّدًا تلقائيًا. ويمكنك الدفع الآن أو تغيير البطاقة من هنا:\n\n{link}',
    },
    en: {
      sms: '{brand}: the renewal ({amount}) did not go through. Lessons stay open until {day}. Pay here: {link}',
      subject: 'We could not renew your subscription',
      body: 'The payment of {amount} for “{plan}” was not accepted; nothing was taken. Lessons stay fully open until {day}.\n\nIf a card is saved we try it again by ourselves. You can pay now or use another card here:\n\n{link}',
    },
    fr: {
      sms: '{brand} : le renouvellement ({amount}) n’est pas passé. Leçons ouvertes jusqu’au {day}. Payer : {link}',
      subject: 'Votre abonnement n’a pas pu être renouvelé',
      body: 'Le paiement de {amount} pour « {plan} » n’a pas été accepté ; rien n’a été pris. Les leçons restent entièrement ouvertes jusqu’au {day}.\n\nSi une carte est enregistrée, nous réessayons tout seuls. Vous pouvez payer maintenant ou changer de carte ici :\n\n{link}',
    },
  },
})

export const suspended = defineMessage({
  ...common,
  key: 'subscriptions.suspended',
  values: ['plan', 'amount', 'day', 'link'],
  text: {
    ar: {
      sms: '{brand}: توقّفت الدروس مؤقّتًا. تعود فور دفع {amount}: {link}',
      subject: 'توقّفت الدروس مؤقّتًا',
      body: 'لم يصلنا دفع باقة «{plan}»، لذلك توقّفت الدروس مؤقّتًا. تعود فورًا بعد دفع {amount}، وتبدأ فترة جديدة من يوم الدفع؛ لا تدفع عن أيام التوقّف.\n\nإن لم يصلنا الدفع حتى {day} ينتهي الاشتراك. كلّ ما تعلّمه طفلك محفوظ.\n\n{link}',
    },
    en: {
      sms: '{brand}: lessons are closed for now. They open as soon as {amount} is paid: {link}',
      subject: 'Lessons are closed for now',
      body: 'The payment for “{plan}” did not arrive, so lessons are closed for now. They open at once when {amount} is paid, for a period that begins that day: you do not pay for the days without lessons.\n\nWithout a payment until {day} the subscription ends. Everything learned is kept.\n\n{link}',
    },
    fr: {
      sms: '{brand} : les leçons sont fermées. Elles rouvrent dès le paiement de {amount} : {link}',
      subject: 'Les leçons sont fermées pour le moment',
      body: 'Le paiement de « {plan} » n’est pas arrivé : les leçons sont fermées pour le moment. Elles rouvrent dès que {amount} est payé, pour une période qui commence ce jour-là : les jours sans leçons ne sont pas payés.\n\nSans paiement avant le {day}, l’abonnement se termine. Tout ce qui a été appris est conservé.\n\n{link}',
    },
  },
})

export const resumed = defineMessage({
  ...common,
  key: 'subscriptions.resumed',
  values: ['plan', 'amount', 'until', 'link'],
  text: {
    ar: {
      sms: '{brand}: عادت الدروس! اشتراكك سارٍ حتى {until}. {link}',
      subject: 'عادت الدروس',
      body: 'وصلنا مبلغ {amount} وعادت دروس باقة «{plan}» الآن. اشتراكك سارٍ حتى {until}، وفاتورتك هنا:\n\n{link}',
    },
    en: {
      sms: '{brand}: lessons are open again! Paid until {until}. {link}',
      subject: 'Lessons are open again',
      body: 'Your {amount} arrived and the lessons of “{plan}” are open again. You are paid until {until}; your invoice is here:\n\n{link}',
    },
    fr: {
      sms: '{brand} : les leçons sont rouvertes ! Payé jusqu’au {until}. {link}',
      subject: 'Les leçons sont rouvertes',
      body: 'Vos {amount} sont arrivés et les leçons de « {plan} » sont rouvertes. C’est payé jusqu’au {until} ; votre facture est ici :\n\n{link}',
    },
  },
})

export const cancelAsked = defineMessage({
  ...common,
  key: 'subscriptions.cancel_asked',
  values: ['plan', 'day', 'link'],
  text: {
    ar: {
      sms: '{brand}: لن يُجدَّد اشتراكك. الدروس مفتوحة حتى {day}. {link}',
      subject: 'لن يُجدَّد اشتراكك',
      body: 'كما طلبت، لن تُجدَّد باقة «{plan}». تبقى الدروس مفتوحة حتى {day}، ويمكنك التراجع حتى ذلك اليوم:\n\n{link}',
    },
    en: {
      sms: '{brand}: your subscription will not renew. Lessons stay open until {day}. {link}',
      subject: 'Your subscription will not renew',
      body: 'As you asked, “{plan}” will not renew. Lessons stay open until {day}; until then you can change your mind:\n\n{link}',
    },
    fr: {
      sms: '{brand} : votre abonnement ne sera pas renouvelé. Leçons ouvertes jusqu’au {day}. {link}',
      subject: 'Votre abonnement ne sera pas renouvelé',
      body: 'Comme demandé, « {plan} » ne sera pas renouvelé. Les leçons restent ouvertes jusqu’au {day} ; d’ici là, vous pouvez changer d’avis :\n\n{link}',
    },
  },
})

export const ended = defineMessage({
  ...common,
  key: 'subscriptions.ended',
  values: ['plan', 'amount', 'link'],
  text: {
    ar: {
      sms: '{brand}: انتهى اشتراكك. المبلغ المردود إليك: {amount}. {link}',
      subject: 'انتهى اشتراكك',
      body: 'انتهى اشتراك باقة «{plan}». المبلغ الذي نردّه إليك عن الأيام غير المستخدمة: {amount}. تبقى فواتيرك متاحة هنا:\n\n{link}',
    },
    en: {
      sms: '{brand}: your subscription has ended. Going back to you: {amount}. {link}',
      subject: 'Your subscription has ended',
      body: 'The subscription to “{plan}” has ended. Going back to you for days not used: {amount}. Your invoices stay here:\n\n{link}',
    },
    fr: {
      sms: '{brand} : votre abonnement est terminé. Somme rendue : {amount}. {link}',
      subject: 'Votre abonnement est terminé',
      body: 'L’abonnement à « {plan} » est terminé. Somme rendue pour les jours non utilisés : {amount}. Vos factures restent ici :\n\n{link}',
    },
  },
})

export const endedUnpaid = defineMessage({
  ...common,
  key: 'subscriptions.ended_unpaid',
  values: ['plan', 'amount', 'link'],
  text: {
    ar: {
      sms: '{brand}: انتهى الاشتراك لعدم وصول الدفع. يمكنك البدء من جديد متى شئت: {link}',
      subject: 'انتهى اشتراكك',
      body: 'انتهى اشتراك باقة «{plan}» لأن الدفع لم يصل. المبلغ المردود إليك: {amount}. كلّ ما تعلّمه طفلك محفوظ، ويمكنك البدء من جديد متى شئت:\n\n{link}',
    },
    en: {
      sms: '{brand}: the subscription ended as no payment arrived. You can start anew whenever you like: {link}',
      subject: 'Your subscription has ended',
      body: 'The subscription to “{plan}” ended as no payment arrived. Going back to you: {amount}. Everything learned is kept, and you can start anew whenever you like:\n\n{link}',
    },
    fr: {
      sms: '{brand} : l’abonnement est terminé, faute de paiement. Recommencez quand vous voulez : {link}',
      subject: 'Votre abonnement est terminé',
      body: 'L’abonnement à « {plan} » est terminé, faute de paiement. Somme rendue : {amount}. Tout ce qui a été appris est conservé ; recommencez quand vous voulez :\n\n{link}',
    },
  },
})

export const changed = defineMessage({
  ...common,
  key: 'subscriptions.changed',
  values: ['plan', 'amount', 'link'],
  text: {
    ar: {
      sms: '{brand}: وصل دفعك {amount} وتمّ تعديل الاشتراك: {plan}. {link}',
      subject: 'تمّ تعديل اشتراكك',
      body: 'وصلنا مبلغ {amount} عن الأيام المتبقّية، واشتراكك الآن: «{plan}». الفاتورة هنا:\n\n{link}',
    },
    en: {
      sms: '{brand}: your {amount} arrived and the subscription was changed: {plan}. {link}',
      subject: 'Your subscription was changed',
      body: 'Your {amount} for the days that are left arrived; your subscription now is “{plan}”. The invoice is here:\n\n{link}',
    },
    fr: {
      sms: '{brand} : vos {amount} sont arrivés, l’abonnement est modifié : {plan}. {link}',
      subject: 'Votre abonnement est modifié',
      body: 'Vos {amount} pour les jours restants sont arrivés ; votre abonnement est maintenant « {plan} ». La facture est ici :\n\n{link}',
    },
  },
})

export const changeFailed = defineMessage({
  ...common,
  key: 'subscriptions.change_failed',
  values: ['amount', 'link'],
  text: {
    ar: {
      sms: '{brand}: لم يُقبل دفع {amount}، فبقي اشتراكك كما هو. {link}',
      subject: 'بقي اشتراكك كما هو',
      body: 'لم يُقبل دفع {amount} ولم يُخصم منك شيء، لذلك بقي اشتراكك كما كان. يمكنك المحاولة ببطاقة أخرى:\n\n{link}',
    },
    en: {
      sms: '{brand}: {amount} was not accepted, so your subscription stays as it is. {link}',
      subject: 'Your subscription stays as it is',
      body: 'The payment of {amount} was not accepted and nothing was taken, so your subscription stays as it was. You can try with another card:\n\n{link}',
    },
    fr: {
      sms: '{brand} : {amount} n’a pas été accepté, votre abonnement reste tel quel. {link}',
      subject: 'Votre abonnement reste tel quel',
      body: 'Le paiement de {amount} n’a pas été accepté et rien n’a été pris : votre abonnement reste tel quel. Vous pouvez essayer une autre carte :\n\n{link}',
    },
  },
})

export const givenBack = defineMessage({
  ...common,
  key: 'subscriptions.given_back',
  values: ['amount', 'link'],
  text: {
    ar: {
      sms: '{brand}: وصلنا منك {amount} لم يكن مطلوبًا، ونردّه إليك تلقائيًا. {link}',
      subject: 'نردّ إليك {amount}',
      body: 'وصلنا منك مبلغ {amount} لم يكن هناك ما يستوجبه (دُفع مرّتين أو بعد فوات الأوان). نردّه إلى وسيلة الدفع نفسها دون أن تطلب ذلك.\n\n{link}',
    },
    en: {
      sms: '{brand}: {amount} arrived that was not needed; it goes back to you by itself. {link}',
      subject: 'We are giving you back {amount}',
      body: '{amount} arrived that nothing was due for (paid twice, or too late). It goes back to where it came from; you need not do anything.\n\n{link}',
    },
    fr: {
      sms: '{brand} : {amount} sont arrivés en trop ; ils vous sont rendus automatiquement. {link}',
      subject: 'Nous vous rendons {amount}',
      body: '{amount} sont arrivés alors que rien n’était dû (payé deux fois, ou trop tard). La somme repart d’où elle vient ; vous n’avez rien à faire.\n\n{link}',
    },
  },
})

export const repaid = defineMessage({
  ...common,
  key: 'subscriptions.repaid',
  values: ['amount', 'link'],
  text: {
    ar: {
      sms: '{brand}: أُعيد إليك {amount}. قد يحتاج البنك إلى بضعة أيام لإظهاره. {link}',
      subject: 'أُعيد إليك {amount}',
      body: 'أُعيد مبلغ {amount} إلى وسيلة الدفع التي استخدمتها. قد يحتاج البنك إلى بضعة أيام لإظهاره.\n\n{link}',
    },
    en: {
      sms: '{brand}: {amount} was sent back to you. Your bank may need a few days to show it. {link}',
      subject: '{amount} was sent back to you',
      body: '{amount} was sent back to where you paid from. Your bank may need a few days to show it.\n\n{link}',
    },
    fr: {
      sms: '{brand} : {amount} vous ont été rendus. Votre banque peut mettre quelques jours. {link}',
      subject: '{amount} vous ont été rendus',
      body: '{amount} ont été rendus sur votre moyen de paiement. Votre banque peut mettre quelques jours à l’afficher.\n\n{link}',
    },
  },
})

export const priceChange = defineMessage({
  ...common,
  key: 'subscriptions.price_change',
  values: ['plan', 'old', 'amount', 'day', 'link'],
  text: {
    ar: {
      sms: '{brand}: سعر باقة {plan} يصبح {amount} بدل {old} ابتداءً من {day}. {link}',
      subject: 'سعر جديد ابتداءً من {day}',
      body: 'ابتداءً من الفترة التي تبدأ يوم {day} يصبح سعر باقة «{plan}» {amount} بدلًا من {old}، شاملًا الضريبة. حتى ذلك اليوم لا يتغيّر شيء.\n\nيمكنك تغيير الباقة أو الإلغاء قبل ذلك:\n\n{link}',
    },
    en: {
      sms: '{brand}: {plan} will cost {amount} instead of {old} from {day} on. {link}',
      subject: 'A new price from {day} on',
      body: 'From the period that begins on {day}, “{plan}” costs {amount} instead of {old}, tax included. Until then nothing changes.\n\nYou can choose another plan or cancel before that:\n\n{link}',
    },
    fr: {
      sms: '{brand} : {plan} coûtera {amount} au lieu de {old} à partir du {day}. {link}',
      subject: 'Un nouveau prix à partir du {day}',
      body: 'À partir de la période qui commence le {day}, « {plan} » coûte {amount} au lieu de {old}, taxes comprises. D’ici là, rien ne change.\n\nVous pouvez changer de formule ou résilier avant :\n\n{link}',
    },
  },
})

export const payerChanged = defineMessage({
  ...common,
  key: 'subscriptions.payer_changed',
  values: ['plan', 'day', 'link'],
  text: {
    ar: {
      sms: '{brand}: تغيّر من يدفع اشتراك {plan}. الاستحقاق القادم: {day}. {link}',
      subject: 'تغيّر من يدفع الاشتراك',
      body: 'تولّى شخص آخر دفع اشتراك «{plan}». لا شيء يتغيّر للمتعلّمين، والاستحقاق القادم يوم {day}. البطاقة المحفوظة سابقًا لن تُستخدم لهذا الاشتراك بعد الآن.\n\n{link}',
    },
    en: {
      sms: '{brand}: somebody else pays for {plan} now. Next due: {day}. {link}',
      subject: 'Somebody else pays for the subscription now',
      body: 'Somebody else has taken over paying for “{plan}”. Nothing changes for the learners; the next payment is due on {day}. The card saved before is no longer used for this subscription.\n\n{link}',
    },
    fr: {
      sms: '{brand} : une autre personne paie {plan} désormais. Prochaine échéance : {day}. {link}',
      subject: 'Une autre personne paie l’abonnement',
      body: 'Une autre personne paie désormais « {plan} ». Rien ne change pour les élèves ; la prochaine échéance est le {day}. La carte enregistrée auparavant ne sert plus à cet abonnement.\n\n{link}',
    },
  },
})
