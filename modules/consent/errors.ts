/** How consent refuses. */
import { defineErrors } from '../../kernel/errors.ts'

export const errors = defineErrors('consent', {
  needed: {
    status: 403,
    retry: 'never',
    say: {
      en: 'We stopped here, because nobody has allowed this at the moment. Whoever decides for the account can allow it under “Consents”; nothing else is lost.',
      fr: 'Nous nous arrêtons ici : personne n’a donné son accord pour le moment. La personne qui décide pour ce compte peut le donner sous « Accords » ; rien d’autre n’est perdu.',
      ar: 'توقّفنا هنا لأنّ هذا غير مسموح به الآن. يستطيع المسؤول عن الحساب أن يسمح به من صفحة «الموافقات»، ولم يضِع أيّ شيء آخر.',
    },
  },
  text_changed: {
    status: 409,
    retry: 'never',
    say: {
      en: 'The text has changed since you opened this page. Nothing was recorded: please read the new text and answer again.',
      fr: 'Le texte a changé depuis que vous avez ouvert cette page. Rien n’a été enregistré : lisez le nouveau texte, puis répondez à nouveau.',
      ar: 'تغيّر النصّ منذ أن فتحتم هذه الصفحة. لم يُسجَّل أيّ شيء: نرجو قراءة النصّ الجديد ثمّ الإجابة من جديد.',
    },
  },
  purpose_unknown: {
    status: 422,
    retry: 'never',
    say: {
      en: 'There is no such purpose here.',
      fr: 'Cette finalité n’existe pas ici.',
      ar: 'لا يوجد غرض بهذا الاسم هنا.',
    },
  },
  age_unknown: {
    status: 409,
    retry: 'never',
    say: {
      en: 'Please tell us your date of birth first: it says whether you decide alone or with a parent.',
      fr: 'Indiquez d’abord votre date de naissance : elle dit si vous décidez seul ou avec un parent.',
      ar: 'نحتاج أوّلًا إلى تاريخ ميلادكم، فبه نعرف هل القرار لكم وحدكم أم مع أحد الوالدين.',
    },
  },
  guardian_decides: {
    status: 403,
    retry: 'never',
    say: {
      en: 'Your parent or guardian decides about this. Ask them: we send them a link.',
      fr: 'C’est à votre parent ou tuteur d’en décider. Demandez-lui : nous lui envoyons un lien.',
      ar: 'القرار في هذا الأمر لوالدك أو وليّ أمرك. اطلب منه ذلك وسنرسل إليه رابطًا.',
    },
  },
  learner_decides: {
    status: 403,
    retry: 'never',
    say: {
      en: 'The learner is old enough to decide about this alone.',
      fr: 'L’élève a l’âge d’en décider seul.',
      ar: 'المتعلّم بلغ السنّ التي يقرّر فيها هذا الأمر بنفسه.',
    },
  },
  receipt_unknown: {
    status: 404,
    retry: 'never',
    say: { en: 'We could not find this receipt.', fr: 'Ce reçu est introuvable.', ar: 'لم نجد هذا الإيصال.' },
  },
})
