/** How profiles refuses. */
import { defineErrors } from '../../kernel/errors.ts'

export const errors = defineErrors('profiles', {
  no_profile: {
    status: 404,
    retry: 'never',
    say: {
      en: 'Please tell us your name and birthday first.',
      fr: 'Indiquez d’abord votre prénom et votre anniversaire.',
      ar: 'أخبرنا أولًا باسمك وتاريخ ميلادك من فضلك.',
    },
  },
  name_invalid: {
    status: 422,
    retry: 'never',
    say: {
      en: 'This name cannot be shown. Use letters.',
      fr: 'Ce nom ne peut pas être affiché. Utilisez des lettres.',
      ar: 'لا يمكن عرض هذا الاسم. اكتبه بالحروف.',
    },
  },
  date_of_birth_invalid: {
    status: 422,
    retry: 'never',
    say: {
      en: 'This is not a date on the calendar.',
      fr: 'Cette date n’existe pas.',
      ar: 'هذا التاريخ غير موجود في التقويم.',
    },
  },
  born_in_the_future: {
    status: 422,
    retry: 'never',
    say: {
      en: 'This birthday is still to come.',
      fr: 'Cette date de naissance est dans le futur.',
      ar: 'تاريخ الميلاد هذا لم يأتِ بعد.',
    },
  },
  born_too_long_ago: {
    status: 422,
    retry: 'never',
    say: {
      en: 'Please check the year of birth.',
      fr: 'Vérifiez l’année de naissance.',
      ar: 'راجع سنة الميلاد من فضلك.',
    },
  },
  date_of_birth_locked: {
    status: 409,
    retry: 'never',
    say: {
      en: 'Your date of birth can no longer be changed here. Please write to support.',
      fr: 'Votre date de naissance ne peut plus être modifiée ici. Écrivez au support.',
      ar: 'لم يعد من الممكن تغيير تاريخ الميلاد هنا. اكتب إلى فريق الدعم من فضلك.',
    },
  },
  guardian_must_be_adult: {
    status: 409,
    retry: 'never',
    say: {
      en: 'You are somebody’s guardian, so this date of birth cannot be right. Please write to support.',
      fr: 'Vous êtes l’adulte responsable d’un enfant : cette date de naissance ne peut pas être la bonne. Écrivez au support.',
      ar: 'أنت وليّ أمر طفل، فلا يمكن أن يكون تاريخ الميلاد هذا صحيحًا. اكتب إلى فريق الدعم من فضلك.',
    },
  },
  time_zone_unknown: {
    status: 422,
    retry: 'never',
    say: {
      en: 'We do not know this time zone.',
      fr: 'Ce fuseau horaire nous est inconnu.',
      ar: 'لا نعرف هذه المنطقة الزمنية.',
    },
  },
  locale_unknown: {
    status: 422,
    retry: 'never',
    say: {
      en: 'We do not speak this language yet.',
      fr: 'Nous ne parlons pas encore cette langue.',
      ar: 'لا نتحدث هذه اللغة بعد.',
    },
  },
  address_missing: {
    status: 404,
    retry: 'never',
    say: { en: 'We could not find this address.', fr: 'Adresse introuvable.', ar: 'لم نجد هذا العنوان.' },
  },
  region_unknown: {
    status: 422,
    retry: 'never',
    say: {
      en: 'Choose one of the regions of the country.',
      fr: 'Choisissez une des régions du pays.',
      ar: 'اختر إحدى محافظات الدولة أو أقاليمها.',
    },
  },
  too_many_addresses: {
    status: 409,
    retry: 'never',
    say: {
      en: 'You keep 20 addresses already. Remove one first.',
      fr: 'Vous avez déjà 20 adresses. Supprimez-en une d’abord.',
      ar: 'لديك عشرون عنوانًا بالفعل. احذف واحدًا منها أولًا.',
    },
  },
  changed_meanwhile: {
    status: 409,
    retry: 'later',
    say: {
      en: 'This was changed elsewhere at the same moment. Please try again.',
      fr: 'Cela vient d’être modifié ailleurs au même moment. Réessayez.',
      ar: 'تغيّر هذا من مكان آخر في اللحظة نفسها. حاول مرة أخرى من فضلك.',
    },
  },
  quiet_hours_invalid: {
    status: 422,
    retry: 'never',
    say: {
      en: 'Quiet hours need a beginning and a different end.',
      fr: 'Les heures calmes ont besoin d’un début et d’une fin différente.',
      ar: 'لساعات الهدوء بداية ونهاية مختلفتان.',
    },
  },
  marketing_needs_adult: {
    status: 422,
    retry: 'never',
    say: {
      en: 'Offers and news are for adults only.',
      fr: 'Les offres et nouveautés sont réservées aux adultes.',
      ar: 'العروض والأخبار للبالغين فقط.',
    },
  },
  not_a_minor: {
    status: 409,
    retry: 'never',
    say: {
      en: 'You are of age and need no guardian.',
      fr: 'Vous êtes majeur : vous n’avez pas besoin d’un adulte responsable.',
      ar: 'أنت بالغ، ولا تحتاج إلى وليّ أمر.',
    },
  },
  child_of_age: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This person is of age by now and needs no guardian.',
      fr: 'Cette personne est maintenant majeure et n’a plus besoin d’un adulte responsable.',
      ar: 'بلغ هذا الشخص السن القانونية، ولم يعد يحتاج إلى وليّ أمر.',
    },
  },
  guardian_self: {
    status: 422,
    retry: 'never',
    say: {
      en: 'Nobody is their own guardian.',
      fr: 'On ne peut pas être son propre adulte responsable.',
      ar: 'لا يكون أحد وليّ أمر نفسه.',
    },
  },
  guardian_minor: {
    status: 409,
    retry: 'never',
    say: {
      en: 'Only an adult can be a guardian.',
      fr: 'Seul un adulte peut être responsable d’un enfant.',
      ar: 'وليّ الأمر لا يكون إلا شخصًا بالغًا.',
    },
  },
  guardian_unverified: {
    status: 409,
    retry: 'never',
    say: {
      en: 'Your own account must be verified before you can be a guardian.',
      fr: 'Votre propre compte doit être vérifié avant que vous puissiez être responsable d’un enfant.',
      ar: 'يجب التحقق من حسابك أنت قبل أن تصبح وليّ أمر.',
    },
  },
  already_guardian: {
    status: 409,
    retry: 'never',
    say: {
      en: 'You are this child’s guardian already.',
      fr: 'Vous êtes déjà l’adulte responsable de cet enfant.',
      ar: 'أنت وليّ أمر هذا الطفل بالفعل.',
    },
  },
  already_invited: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This person has an open invitation already.',
      fr: 'Cette personne a déjà une invitation en attente.',
      ar: 'لدى هذا الشخص دعوة مفتوحة بالفعل.',
    },
  },
  invitation_invalid: {
    status: 404,
    retry: 'never',
    say: {
      en: 'This invitation does not exist or was withdrawn.',
      fr: 'Cette invitation n’existe pas ou a été retirée.',
      ar: 'هذه الدعوة غير موجودة أو سُحبت.',
    },
  },
  invitation_answered: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This invitation was answered already.',
      fr: 'Une réponse a déjà été donnée à cette invitation.',
      ar: 'سبق الرد على هذه الدعوة.',
    },
  },
  invitation_expired: {
    status: 410,
    retry: 'never',
    say: {
      en: 'This invitation has expired. Ask for a new one.',
      fr: 'Cette invitation a expiré. Demandez-en une nouvelle.',
      ar: 'انتهت مدة هذه الدعوة. اطلب دعوة جديدة.',
    },
  },
  guardian_decides: {
    status: 403,
    retry: 'never',
    say: {
      en: 'Your responsible adult decides on this. Ask them to change it.',
      fr: 'C’est à votre adulte responsable d’en décider. Demandez-lui de le changer.',
      ar: 'هذا القرار لوليّ أمرك. اطلب منه أن يغيّره.',
    },
  },
  ward_must_be_minor: {
    status: 422,
    retry: 'never',
    say: {
      en: 'Whoever is of age makes an account of their own, with a number or an address.',
      fr: 'Une personne majeure ouvre son propre compte, avec un numéro ou une adresse.',
      ar: 'من بلغ السن القانونية يفتح حسابه بنفسه، برقم هاتف أو بريد إلكتروني.',
    },
  },
  too_many_wards: {
    status: 409,
    retry: 'never',
    say: {
      en: 'You look after {count} children already, which is as many as one person can add.',
      fr: 'Vous veillez déjà sur {count} enfants : une personne ne peut pas en ajouter davantage.',
      ar: 'وصلت إلى أكبر عدد من الأطفال يمكن أن يضيفه شخص واحد: {count}.',
    },
  },
  too_many_guardians: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This child has as many guardians as there can be. One of them must leave first.',
      fr: 'Cet enfant a déjà autant d’adultes responsables que possible. L’un d’eux doit d’abord partir.',
      ar: 'لهذا الطفل أكبر عدد ممكن من أولياء الأمور. يجب أن يترك أحدهم مكانه أولًا.',
    },
  },
  last_manager: {
    status: 409,
    retry: 'never',
    say: {
      en: 'Somebody must look after this child’s account. Let another guardian manage it first.',
      fr: 'Quelqu’un doit gérer le compte de cet enfant. Confiez d’abord la gestion à un autre adulte responsable.',
      ar: 'لا بد أن يدير أحدٌ حساب هذا الطفل. امنح إدارته لوليّ أمر آخر أولًا.',
    },
  },
  link_missing: {
    status: 404,
    retry: 'never',
    say: {
      en: 'We could not find this guardian.',
      fr: 'Cet adulte responsable est introuvable.',
      ar: 'لم نجد وليّ الأمر هذا.',
    },
  },
  document_invalid: {
    status: 422,
    retry: 'never',
    say: { en: 'This is not a document number.', fr: 'Ce n’est pas un numéro de pièce.', ar: 'هذا ليس رقم وثيقة.' },
  },
  document_taken: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This document has verified another account already.',
      fr: 'Cette pièce a déjà servi à vérifier un autre compte.',
      ar: 'استُخدمت هذه الوثيقة من قبل للتحقق من حساب آخر.',
    },
  },
  own_check: {
    status: 403,
    retry: 'never',
    say: {
      en: 'Nobody decides on their own identity check.',
      fr: 'Personne ne décide de sa propre vérification d’identité.',
      ar: 'لا يبتّ أحد في التحقق من هويته بنفسه.',
    },
  },
  check_not_now: {
    status: 409,
    retry: 'never',
    say: {
      en: 'The identity check cannot take this step now.',
      fr: 'La vérification d’identité ne peut pas passer à cette étape maintenant.',
      ar: 'لا يمكن أن ينتقل التحقق من الهوية إلى هذه الخطوة الآن.',
    },
  },
})
