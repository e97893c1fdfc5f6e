/** How reports refuse. */
import { defineErrors } from '../../kernel/errors.ts'

export const errors = defineErrors('reports', {
  not_exportable: {
    status: 422,
    retry: 'never',
    say: {
      en: 'This list cannot be exported.',
      fr: 'Cette liste ne peut pas être exportée.',
      ar: 'لا يمكن تصدير هذه القائمة.',
    },
  },
  too_many_exports: {
    status: 409,
    retry: 'later',
    say: {
      en: 'Three of your exports are running. Wait for one to end, or cancel one.',
      fr: 'Trois de vos exports sont en cours. Attendez la fin de l’un d’eux ou annulez-en un.',
      ar: 'ثلاث من عمليات التصدير التي طلبتها ما زالت جارية. انتظر حتى تنتهي إحداها أو ألغِ واحدة.',
    },
  },
  export_unknown: {
    status: 404,
    retry: 'never',
    say: {
      en: 'We could not find this export. Exports are removed after seven days.',
      fr: 'Cet export est introuvable. Les exports sont supprimés après sept jours.',
      ar: 'لم نجد هذا التصدير. تُحذف ملفات التصدير بعد سبعة أيام.',
    },
  },
  not_ready: {
    status: 409,
    retry: 'later',
    say: {
      en: 'There is no file yet: the export has not finished.',
      fr: 'Pas encore de fichier : l’export n’est pas terminé.',
      ar: 'لا يوجد ملف بعد: لم ينتهِ التصدير.',
    },
  },
  name_taken: {
    status: 409,
    retry: 'never',
    say: {
      en: 'You already have a view of this name here. Choose another name.',
      fr: 'Vous avez déjà une vue de ce nom ici. Choisissez un autre nom.',
      ar: 'لديك هنا عرض بهذا الاسم. اختر اسمًا آخر.',
    },
  },
  too_many_views: {
    status: 409,
    retry: 'never',
    say: {
      en: 'You keep fifty views already. Delete one first.',
      fr: 'Vous avez déjà cinquante vues. Supprimez-en une d’abord.',
      ar: 'تحتفظ بخمسين عرضًا بالفعل. احذف واحدًا أولًا.',
    },
  },
  view_unknown: {
    status: 404,
    retry: 'never',
    say: {
      en: 'We could not find this view among yours.',
      fr: 'Cette vue n’est pas parmi les vôtres.',
      ar: 'لم نجد هذا العرض بين عروضك.',
    },
  },
  changed_meanwhile: {
    status: 409,
    retry: 'later',
    say: {
      en: 'This was changed at the same moment. Nothing was done; please try again.',
      fr: 'Un changement a eu lieu au même moment. Rien n’a été fait ; réessayez.',
      ar: 'تغيّر هذا في اللحظة نفسها. لم يحدث شيء؛ حاول مرة أخرى من فضلك.',
    },
  },
})
