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
  no_guardian: {
    status: 409,
    retry: 'never',
    say: {
      en: 'There is no parent or guardian yet who may decide. Invite one first.',
      fr: 'Aucun parent ou tuteur ne peut encore décider. Invitez-en un d’abord.',
      ar: 'لا يوجد بعد والد أو وليّ أمر يحقّ له القرار. ادعُ أحدهم أوّلًا.',
    },
  },
  own_address: {
    status: 422,
    retry: 'never',
    say: {
      en: 'This is the child’s own number or address. The question must go to a parent or guardian.',
      fr: 'C’est le numéro ou l’adresse de l’enfant. La question doit aller à un parent ou tuteur.',
      ar: 'هذا رقم الطفل أو عنوانه هو. يجب أن يصل السؤال إلى أحد الوالدين أو وليّ الأمر.',
    },
  },
  not_a_guardian: {
    status: 422,
    retry: 'never',
    say: {
      en: 'This number or address belongs to no guardian who may decide. Invite this person as a guardian first.',
      fr: 'Ce numéro ou cette adresse n’est celui d’aucun tuteur qui puisse décider. Invitez d’abord cette personne comme tuteur.',
      ar: 'هذا الرقم أو العنوان ليس لأيّ وليّ أمر يحقّ له القرار. ادعُ هذا الشخص وليًّا للأمر أوّلًا.',
    },
  },
  request_invalid: {
    status: 404,
    retry: 'never',
    say: {
      en: 'This link does not work. Perhaps a newer one was sent since.',
      fr: 'Ce lien ne fonctionne pas. Un lien plus récent a peut-être été envoyé.',
      ar: 'هذا الرابط لا يعمل. ربّما أُرسل رابط أحدث منه.',
    },
  },
  request_expired: {
    status: 410,
    retry: 'never',
    say: {
      en: 'The time of this link is over. Ask for a new one; nothing was decided.',
      fr: 'Ce lien a expiré. Demandez-en un nouveau ; rien n’a été décidé.',
      ar: 'انتهت مدّة هذا الرابط. اطلبوا رابطًا جديدًا، ولم يُقرَّر أيّ شيء.',
    },
  },
  request_answered: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This question was answered already. You can change your answer under “Consents”.',
      fr: 'Cette question a déjà sa réponse. Vous pouvez la changer sous « Accords ».',
      ar: 'أُجيب عن هذا السؤال من قبل. يمكنكم تغيير الإجابة من صفحة «الموافقات».',
    },
  },
  not_for_you: {
    status: 403,
    retry: 'never',
    say: {
      en: 'This link was sent to a parent or guardian. Only they can answer, signed in to their own account.',
      fr: 'Ce lien a été envoyé à un parent ou tuteur. Lui seul peut répondre, connecté à son propre compte.',
      ar: 'أُرسل هذا الرابط إلى أحد الوالدين أو وليّ الأمر. هو وحده يستطيع الإجابة من حسابه.',
    },
  },
  not_asked: {
    status: 422,
    retry: 'never',
    say: {
      en: 'This was not part of the question.',
      fr: 'Ce point ne faisait pas partie de la question.',
      ar: 'لم يكن هذا جزءًا من السؤال.',
    },
  },
  proof_not_offered: {
    status: 422,
    retry: 'never',
    say: {
      en: 'This way of proving is not accepted here. Please choose another.',
      fr: 'Ce moyen de preuve n’est pas accepté ici. Choisissez-en un autre.',
      ar: 'طريقة الإثبات هذه غير مقبولة هنا. نرجو اختيار طريقة أخرى.',
    },
  },
  identity_check_needed: {
    status: 409,
    retry: 'never',
    say: {
      en: 'Your identity document has not been checked yet. Send it to us and answer again once it is passed, or choose the card.',
      fr: 'Votre pièce d’identité n’a pas encore été vérifiée. Envoyez-la, puis répondez à nouveau après la vérification, ou choisissez la carte.',
      ar: 'لم تُراجَع وثيقة هويّتكم بعد. أرسلوها ثمّ أجيبوا من جديد بعد قبولها، أو اختاروا البطاقة.',
    },
  },
  document_number_needed: {
    status: 422,
    retry: 'never',
    say: {
      en: 'Please type the number of the identity document that we checked. It shows that you are answering yourself.',
      fr: 'Saisissez le numéro de la pièce d’identité que nous avons vérifiée. Il montre que c’est bien vous qui répondez.',
      ar: 'نرجو كتابة رقم وثيقة الهويّة التي راجعناها، فبه نعرف أنّكم أنتم من يجيب.',
    },
  },
  document_number_wrong: {
    status: 422,
    retry: 'never',
    say: {
      en: 'This is not the number of the document that we checked. Please look at the document and type it again. After a few wrong numbers this way is closed for a day.',
      fr: 'Ce n’est pas le numéro de la pièce que nous avons vérifiée. Reprenez-le sur la pièce. Après quelques numéros erronés, ce moyen est fermé pour un jour.',
      ar: 'هذا ليس رقم الوثيقة التي راجعناها. نرجو النظر في الوثيقة وكتابة الرقم من جديد. بعد بضعة أرقام خاطئة تُغلق هذه الطريقة يومًا كاملًا.',
    },
  },
  document_closed: {
    status: 429,
    retry: 'later',
    say: {
      en: 'Too many wrong numbers were typed. You can use your document again in {seconds}, or choose the card now. Nothing was decided.',
      fr: 'Trop de numéros erronés ont été saisis. Vous pourrez utiliser votre pièce dans {seconds}, ou choisir la carte dès maintenant. Rien n’a été décidé.',
      ar: 'كُتبت أرقام خاطئة كثيرة. يمكنكم استعمال وثيقتكم من جديد بعد {seconds}، أو اختيار البطاقة الآن. لم يُقرَّر أيّ شيء.',
    },
  },
  nothing_to_prove: {
    status: 409,
    retry: 'never',
    say: {
      en: 'There is nothing to pay at the moment. Open the link we sent you and answer first.',
      fr: 'Il n’y a rien à payer pour le moment. Ouvrez d’abord le lien reçu et répondez.',
      ar: 'لا يوجد ما يُدفع الآن. افتحوا الرابط الذي أرسلناه وأجيبوا أوّلًا.',
    },
  },
  receipt_unknown: {
    status: 404,
    retry: 'never',
    say: { en: 'We could not find this receipt.', fr: 'Ce reçu est introuvable.', ar: 'لم نجد هذا الإيصال.' },
  },
})
