/** How tutoring says no: the closed list. Children read most of these. */
import { defineErrors } from '../../kernel/errors.ts'

export const errors = defineErrors('tutoring', {
  consent_needed: {
    status: 403,
    retry: 'never',
    say: {
      en: 'The tutor may not talk with you at the moment: the agreement of your family is needed for that. Your exercises, hints and worked steps are all still here.',
      fr: 'Le tuteur ne peut pas te parler pour le moment : il faut l’accord de ta famille. Tes exercices, les indices et les corrigés sont toujours là.',
      ar: 'لا يمكن للمساعد أن يتحدّث معك الآن، فهذا يحتاج إلى موافقة أسرتك. تمارينك وتلميحاتها وخطوات حلّها كلّها هنا كما هي.',
    },
  },
  being_answered: {
    status: 409,
    retry: 'same-key',
    say: {
      en: 'This question is being answered. One moment, please.',
      fr: 'La réponse à cette question arrive. Un instant.',
      ar: 'جارٍ الردّ على هذا السؤال. لحظة من فضلك.',
    },
  },
  other_question: {
    status: 409,
    retry: 'never',
    say: {
      en: 'Another question was already sent under this number. Please ask again.',
      fr: 'Une autre question a déjà été envoyée sous ce numéro. Pose-la encore une fois.',
      ar: 'أُرسل سؤال آخر بهذا الرقم من قبل. اكتب سؤالك مرّة أخرى من فضلك.',
    },
  },
  not_found: {
    status: 404,
    retry: 'never',
    say: {
      en: 'We could not find this conversation.',
      fr: 'Conversation introuvable.',
      ar: 'لم نجد هذه المحادثة.',
    },
  },
})
