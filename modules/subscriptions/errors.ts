/** How subscriptions say no: the closed list. */
import { defineErrors } from '../../kernel/errors.ts'

export const errors = defineErrors('subscriptions', {
  plan_unknown: {
    status: 422,
    retry: 'never',
    say: { en: 'We do not offer this plan.', fr: 'Cette formule n’existe pas.', ar: 'هذه الباقة غير متاحة.' },
  },
  trial_used: {
    status: 409,
    retry: 'never',
    say: {
      en: 'The free trial was already used. You can start with a paid period at once; nothing was charged.',
      fr: 'L’essai gratuit a déjà servi. Vous pouvez commencer tout de suite par une période payante ; rien n’a été débité.',
      ar: 'سبق استخدام الفترة التجريبية المجانية. يمكنك البدء باشتراك مدفوع الآن، ولم يُخصم منك أي مبلغ.',
    },
  },
  money_under_way: {
    status: 409,
    retry: 'later',
    say: {
      en: 'A payment of yours, or money on its way back to you, is still under way. Please try again once it has arrived.',
      fr: 'Un de vos paiements, ou un remboursement qui vous revient, est encore en cours. Réessayez quand il sera arrivé.',
      ar: 'ما زالت لديكم عملية دفع أو مبلغ في طريقه إليكم. نرجو المحاولة مرة أخرى بعد اكتمالها.',
    },
  },
  already_covered: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This learner already has a subscription. Whoever pays it can change it, or you can take it over.',
      fr: 'Cet élève a déjà un abonnement. La personne qui le paie peut le modifier, ou vous pouvez le reprendre.',
      ar: 'لهذا المتعلّم اشتراك قائم بالفعل. يمكن لمن يدفعه أن يعدّله، أو يمكنك أن تتولّى دفعه بنفسك.',
    },
  },
  too_many_learners: {
    status: 422,
    retry: 'never',
    say: {
      en: 'This plan is for at most {max} learners. Please choose a larger one.',
      fr: 'Cette formule accepte {max} élèves au plus. Choisissez-en une plus grande.',
      ar: 'الحدّ الأقصى لعدد المتعلّمين في هذه الباقة هو {max}. يُرجى اختيار باقة أكبر.',
    },
  },
  not_covered: {
    status: 404,
    retry: 'never',
    say: {
      en: 'This learner is not part of this subscription.',
      fr: 'Cet élève ne fait pas partie de cet abonnement.',
      ar: 'هذا المتعلّم ليس ضمن هذا الاشتراك.',
    },
  },
  last_learner: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This is the only learner of the subscription. Cancel the subscription instead.',
      fr: 'C’est le seul élève de l’abonnement. Résiliez plutôt l’abonnement.',
      ar: 'هذا هو المتعلّم الوحيد في الاشتراك. يمكنك إلغاء الاشتراك بدلًا من ذلك.',
    },
  },
  nothing_due: {
    status: 409,
    retry: 'never',
    say: {
      en: 'There is nothing to pay at the moment.',
      fr: 'Il n’y a rien à payer pour le moment.',
      ar: 'لا يوجد مبلغ مستحقّ الدفع حاليًا.',
    },
  },
  payment_under_way: {
    status: 409,
    retry: 'later',
    say: {
      en: 'A payment of this subscription is under way. Please wait a moment and look again.',
      fr: 'Un paiement de cet abonnement est en cours. Patientez un instant puis regardez à nouveau.',
      ar: 'هناك عملية دفع جارية لهذا الاشتراك. يُرجى الانتظار قليلًا ثم المحاولة من جديد.',
    },
  },
  card_renews: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This card renews your subscription. Without it we charge nothing by ourselves: when the next period is due we ask you to pay, and lessons go on for a few days meanwhile. Choose another card first, or confirm.',
      fr: 'Cette carte renouvelle votre abonnement. Sans elle, nous ne prélevons plus rien : à la prochaine échéance, nous vous demandons de payer, et les leçons continuent quelques jours. Choisissez d’abord une autre carte, ou confirmez.',
      ar: 'هذه البطاقة تجدّد اشتراككم. من دونها لا نخصم شيئًا من تلقاء أنفسنا: عند موعد المدّة التالية نطلب منكم الدفع، وتستمرّ الدروس أيّامًا قليلة حتّى ذلك. اختاروا بطاقة أخرى أوّلًا، أو أكّدوا الحذف.',
    },
  },
  pay_first: {
    status: 409,
    retry: 'never',
    say: {
      en: 'The last period is not paid yet. Please pay it first, then change the subscription.',
      fr: 'La dernière période n’est pas encore payée. Réglez-la d’abord, puis modifiez l’abonnement.',
      ar: 'الفترة الأخيرة لم تُدفع بعد. يُرجى دفعها أولًا ثم تعديل الاشتراك.',
    },
  },
  over: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This subscription has ended. You can start a new one.',
      fr: 'Cet abonnement est terminé. Vous pouvez en commencer un nouveau.',
      ar: 'انتهى هذا الاشتراك. يمكنك بدء اشتراك جديد.',
    },
  },
  not_now: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This cannot be done with the subscription as it stands now.',
      fr: 'Ce n’est pas possible dans l’état actuel de l’abonnement.',
      ar: 'لا يمكن تنفيذ ذلك والاشتراك على حالته الحالية.',
    },
  },
  paid_ahead: {
    status: 409,
    retry: 'never',
    say: {
      en: 'The next period is paid already. Changes are possible as soon as it has begun.',
      fr: 'La prochaine période est déjà payée. Les changements sont possibles dès qu’elle aura commencé.',
      ar: 'المدة التالية مدفوعة بالفعل. يمكنكم التغيير فور بدايتها.',
    },
  },
  same_terms: {
    status: 409,
    retry: 'never',
    say: {
      en: 'The subscription already is as you ask.',
      fr: 'L’abonnement est déjà ainsi.',
      ar: 'الاشتراك على هذا النحو بالفعل.',
    },
  },
  provider_run: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This subscription is renewed by the payment company, and cannot be changed here. Cancel it and start a new one.',
      fr: 'Cet abonnement est renouvelé par le prestataire de paiement et ne peut pas être modifié ici. Résiliez-le puis recommencez.',
      ar: 'يُجدَّد هذا الاشتراك لدى شركة الدفع ولا يمكن تعديله هنا. يمكنك إلغاؤه وبدء اشتراك جديد.',
    },
  },
  pause_too_long: {
    status: 422,
    retry: 'never',
    say: {
      en: 'You can still pause for {days} days within twelve months.',
      fr: 'Il vous reste {days} jours de pause sur douze mois.',
      ar: 'عدد أيام الإيقاف المؤقّت المتبقّية لك خلال اثني عشر شهرًا: {days}.',
    },
  },
  price_too_soon: {
    status: 422,
    retry: 'never',
    say: {
      en: 'A new price may begin on {day} at the earliest, so that everybody is told in time.',
      fr: 'Un nouveau prix peut commencer au plus tôt le {day}, pour que chacun soit prévenu à temps.',
      ar: 'لا يمكن أن يبدأ السعر الجديد قبل {day} حتى يُبلَّغ الجميع في الوقت المناسب.',
    },
  },
  amount_too_high: {
    status: 422,
    retry: 'never',
    say: {
      en: 'At most {max_minor} (in the smallest unit) can still be given back of this invoice.',
      fr: 'Il reste au plus {max_minor} (en plus petite unité) à rendre sur cette facture.',
      ar: 'أقصى مبلغ يمكن ردّه من هذه الفاتورة هو {max_minor} (بأصغر وحدة).',
    },
  },
  second_person_needed: {
    status: 403,
    retry: 'never',
    say: {
      en: 'Somebody else has to decide: whoever asks cannot approve.',
      fr: 'Une autre personne doit décider : qui demande ne peut pas approuver.',
      ar: 'يجب أن يقرّر شخص آخر: من يطلب لا يمكنه الموافقة.',
    },
  },
  already_decided: {
    status: 409,
    retry: 'never',
    say: { en: 'This was already decided.', fr: 'C’est déjà décidé.', ar: 'سبق البتّ في هذا الطلب.' },
  },
  already_asked: {
    status: 409,
    retry: 'never',
    say: {
      en: 'A refund of this invoice already waits for a decision.',
      fr: 'Un remboursement de cette facture attend déjà une décision.',
      ar: 'هناك طلب ردّ لهذه الفاتورة ينتظر القرار.',
    },
  },
  closed: {
    status: 402,
    retry: 'never',
    say: {
      en: 'Lessons are paused until the subscription is paid. Everything learned so far is kept.',
      fr: 'Les leçons attendent le paiement de l’abonnement. Tout ce qui a été appris est conservé.',
      ar: 'الدروس متوقّفة حتى يُدفع الاشتراك. وكلّ ما تعلّمته محفوظ.',
    },
  },
  none: {
    status: 402,
    retry: 'never',
    say: {
      en: 'There is no subscription yet. A parent can start one; the first days are free.',
      fr: 'Il n’y a pas encore d’abonnement. Un parent peut en commencer un ; les premiers jours sont gratuits.',
      ar: 'لا يوجد اشتراك بعد. يمكن لوليّ الأمر أن يبدأ اشتراكًا، والأيام الأولى مجانية.',
    },
  },
})
