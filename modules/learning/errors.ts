/** How learning refuses. What is wrong with one answer of many is not a refusal but that answer's outcome: sentences.ts. */
import { defineErrors } from '../../kernel/errors.ts'

export const errors = defineErrors('learning', {
  learner_only: {
    status: 403,
    retry: 'never',
    say: {
      en: 'Only the learner can practise here. You can see how they are doing.',
      fr: 'Seul l’élève peut s’exercer ici. Vous pouvez voir sa progression.',
      ar: 'التدريب هنا للمتعلّم وحده، ويمكنك أن تتابع تقدّمه.',
    },
  },
  consent_needed: {
    status: 403,
    retry: 'never',
    say: {
      en: 'To practise, we need permission to keep what you learn. Your parent or guardian gives it, or you yourself once you are of age, on the page “Consents”.',
      fr: 'Pour s’exercer, il faut l’accord pour garder ce que tu apprends. Ton parent ou tuteur le donne, ou toi-même à ta majorité, sur la page « Accords ».',
      ar: 'لنبدأ التدريب نحتاج إلى الموافقة على حفظ ما تتعلّمه. اطلبها من والدك أو وليّ أمرك، وإن بلغت سنّ الرشد فأعطها بنفسك من صفحة «الموافقات».',
    },
  },
  course_unknown: {
    status: 404,
    retry: 'never',
    say: { en: 'This course does not exist.', fr: 'Ce cours n’existe pas.', ar: 'هذه المادة غير موجودة.' },
  },
  concept_unknown: {
    status: 404,
    retry: 'never',
    say: {
      en: 'This lesson is not part of the course.',
      fr: 'Cette leçon ne fait pas partie du cours.',
      ar: 'هذا الدرس ليس ضمن المادة.',
    },
  },
  range_invalid: {
    status: 422,
    retry: 'never',
    say: {
      en: 'Choose a first day and a later last day, at most {days} days apart.',
      fr: 'Choisissez un premier jour et un dernier jour plus tard, à {days} jours d’écart au plus.',
      ar: 'اختر يومًا أول ثم يومًا أخيرًا بعده، على ألّا يزيد ما بينهما عن {days} يومًا.',
    },
  },
})
