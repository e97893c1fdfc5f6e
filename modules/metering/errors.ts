/** How metering says no: the closed list. */
import { defineErrors } from '../../kernel/errors.ts'

export const errors = defineErrors('metering', {
  quota_exhausted: {
    status: 409,
    retry: 'never',
    say: {
      en: 'The help included for this period is used up. Exercises, hints and worked steps stay open.',
      fr: 'L’aide comprise pour cette période est épuisée. Les exercices, les indices et les corrigés restent ouverts.',
      ar: 'انتهى رصيد المساعدة لهذه الفترة. التمارين والتلميحات وخطوات الحل تبقى مفتوحة.',
    },
  },
  grant_conflict: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This allowance was already given with other content. Nothing was changed.',
      fr: 'Ce crédit a déjà été accordé avec un autre contenu. Rien n’a changé.',
      ar: 'سبق منح هذا الرصيد بمحتوى مختلف. لم يتغيّر شيء.',
    },
  },
  grant_unknown: {
    status: 404,
    retry: 'never',
    say: {
      en: 'We could not find this allowance.',
      fr: 'Crédit introuvable.',
      ar: 'لم نجد هذا الرصيد.',
    },
  },
  reservation_unknown: {
    status: 404,
    retry: 'never',
    say: {
      en: 'Nothing was set aside under this number.',
      fr: 'Rien n’est réservé sous ce numéro.',
      ar: 'لا يوجد رصيد محجوز بهذا الرقم.',
    },
  },
  reservation_conflict: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This was already set aside or counted with other content.',
      fr: 'Cette réservation existe déjà avec un autre contenu.',
      ar: 'سبق تسجيل هذا الحجز بمحتوى مختلف.',
    },
  },
  reservation_closed: {
    status: 409,
    retry: 'never',
    say: {
      en: 'What was set aside here was already used or given back.',
      fr: 'Ce qui était réservé ici a déjà été utilisé ou rendu.',
      ar: 'ما حُجز هنا استُخدم أو أُعيد من قبل.',
    },
  },
  price_conflict: {
    status: 409,
    retry: 'never',
    say: {
      en: 'There is another price of this model from that very moment. A price is never changed; add one from a later moment.',
      fr: 'Il existe un autre prix de ce modèle à partir de cet instant. Un prix ne se modifie pas ; ajoutez-en un à partir d’un instant ultérieur.',
      ar: 'يوجد سعر آخر لهذا النموذج بدءًا من اللحظة نفسها. الأسعار لا تُعدَّل؛ أضف سعرًا يبدأ بعدها.',
    },
  },
})
