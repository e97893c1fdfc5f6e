/** How privacy refuses. */
import { defineErrors } from '../../kernel/errors.ts'

export const errors = defineErrors('privacy', {
  export_unknown: {
    status: 404,
    retry: 'never',
    say: {
      en: 'We could not find this copy. Copies are removed after seven days; you can ask for a new one.',
      fr: 'Cette copie est introuvable. Les copies sont supprimées après sept jours ; vous pouvez en demander une nouvelle.',
      ar: 'لم نجد هذه النسخة. تُحذف النسخ بعد سبعة أيّام، ويمكنكم طلب نسخة جديدة.',
    },
  },
  not_ready: {
    status: 409,
    retry: 'later',
    say: {
      en: 'The copy is still being prepared. Please come back in a moment.',
      fr: 'La copie est encore en préparation. Revenez dans un instant.',
      ar: 'ما زالت النسخة قيد الإعداد. نرجو العودة بعد قليل.',
    },
  },
  only_guardian: {
    status: 409,
    retry: 'never',
    say: {
      en: 'You are the only guardian of {child}. Ask another adult to become a guardian first, or have the child’s account deleted before yours.',
      fr: 'Vous êtes le seul tuteur de {child}. Demandez d’abord à un autre adulte de devenir tuteur, ou faites supprimer le compte de l’enfant avant le vôtre.',
      ar: 'أنتم وليّ الأمر الوحيد لـ{child}. ادعوا أوّلًا شخصًا بالغًا آخر ليكون وليًّا للأمر، أو اطلبوا حذف حساب الطفل قبل حسابكم.',
    },
  },
  erasure_unknown: {
    status: 404,
    retry: 'never',
    say: {
      en: 'Nobody has asked for this erasure.',
      fr: 'Personne n’a demandé cette suppression.',
      ar: 'لم يطلب أحد هذا الحذف.',
    },
  },
  erasure_begun: {
    status: 409,
    retry: 'never',
    say: {
      en: 'The erasure has begun and can no longer be undone.',
      fr: 'La suppression a commencé et ne peut plus être annulée.',
      ar: 'بدأ الحذف ولم يعد التراجع ممكنًا.',
    },
  },
  held: {
    status: 409,
    retry: 'later',
    say: {
      en: 'The law obliges us to keep this data for now. It is erased as soon as we may.',
      fr: 'La loi nous oblige à garder ces données pour le moment. Elles seront supprimées dès que possible.',
      ar: 'يُلزمنا القانون بحفظ هذه البيانات في الوقت الحالي. سنمحوها حالما يُسمح بذلك.',
    },
  },
  hold_unknown: {
    status: 404,
    retry: 'never',
    say: { en: 'There is no such hold.', fr: 'Ce blocage n’existe pas.', ar: 'لا يوجد أمر حفظ كهذا.' },
  },
})
