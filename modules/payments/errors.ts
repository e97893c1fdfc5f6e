/** How payments say no: the closed list. */
import { defineErrors } from '../../kernel/errors.ts'

export const errors = defineErrors('payments', {
  not_found: {
    status: 404,
    retry: 'never',
    say: { en: 'We could not find this payment.', fr: 'Paiement introuvable.', ar: 'لم نجد عملية الدفع هذه.' },
  },
  conflict: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This payment was already asked for with other details.',
      fr: 'Ce paiement a déjà été demandé avec d’autres informations.',
      ar: 'طُلبت عملية الدفع هذه من قبل ببيانات مختلفة.',
    },
  },
  nothing_to_replay: {
    status: 409,
    retry: 'never',
    say: {
      en: 'No event waits to be applied anew.',
      fr: 'Aucun événement n’attend d’être appliqué de nouveau.',
      ar: 'لا توجد رسائل تنتظر إعادة التطبيق.',
    },
  },
  being_opened: {
    status: 409,
    retry: 'same-key',
    say: {
      en: 'Your payment page is being prepared. Please wait a few seconds.',
      fr: 'Votre page de paiement se prépare. Patientez quelques secondes.',
      ar: 'صفحة الدفع تُجهَّز الآن. انتظر بضع ثوانٍ من فضلك.',
    },
  },
  checkout_closed: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This payment link is no longer valid. Nothing was taken; please start again.',
      fr: 'Ce lien de paiement n’est plus valable. Rien n’a été prélevé ; recommencez s’il vous plaît.',
      ar: 'لم تعد صفحة الدفع هذه صالحة. لم يُخصم شيء؛ ابدأ من جديد من فضلك.',
    },
  },
  refused_by_provider: {
    status: 422,
    retry: 'never',
    say: {
      en: '{provider} did not accept this payment. Nothing was taken; you can try again.',
      fr: '{provider} n’a pas accepté ce paiement. Rien n’a été prélevé ; vous pouvez réessayer.',
      ar: 'لم تقبل {provider} عملية الدفع. لم يُخصم شيء؛ يمكنك المحاولة من جديد.',
    },
  },
  not_refundable: {
    status: 409,
    retry: 'never',
    say: {
      en: 'No money of this payment can be given back.',
      fr: 'Aucune somme de ce paiement ne peut être remboursée.',
      ar: 'لا يوجد في هذه العملية مبلغ يمكن ردّه.',
    },
  },
  already_refunded: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This payment is already refunded, or its refund is on its way.',
      fr: 'Ce paiement est déjà remboursé, ou son remboursement est en route.',
      ar: 'رُدّ مبلغ هذه العملية بالفعل، أو أنه في طريقه إليك.',
    },
  },
  refund_too_large: {
    status: 409,
    retry: 'never',
    say: {
      en: 'Less than that is left to give back of this payment.',
      fr: 'Il reste moins que cela à rembourser sur ce paiement.',
      ar: 'المتبقّي للردّ من هذه العملية أقلّ من ذلك.',
    },
  },
  only_whole_refunds: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This payment can only be given back as a whole.',
      fr: 'Ce paiement ne peut être remboursé qu’en entier.',
      ar: 'لا يمكن ردّ هذه العملية إلا كاملةً.',
    },
  },
  not_offered: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This way of paying is not offered here.',
      fr: 'Ce moyen de paiement n’est pas proposé ici.',
      ar: 'طريقة الدفع هذه غير متاحة هنا.',
    },
  },
  card_not_found: {
    status: 404,
    retry: 'never',
    say: { en: 'We could not find this card.', fr: 'Carte introuvable.', ar: 'لم نجد هذه البطاقة.' },
  },
  card_expired: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This card is past its date. Nothing was taken; please pay with another one.',
      fr: 'Cette carte est arrivée à expiration. Rien n’a été prélevé ; payez avec une autre.',
      ar: 'انتهت صلاحية هذه البطاقة. لم يُخصم شيء؛ ادفع ببطاقة أخرى من فضلك.',
    },
  },
  reversal_not_found: {
    status: 404,
    retry: 'never',
    say: {
      en: 'We could not find this return of money.',
      fr: 'Retour d’argent introuvable.',
      ar: 'لم نجد عملية ردّ المبلغ هذه.',
    },
  },
  bad_signature: {
    status: 401,
    retry: 'never',
    say: {
      en: 'The signature of this message is not valid.',
      fr: 'La signature de ce message n’est pas valable.',
      ar: 'توقيع هذه الرسالة غير صحيح.',
    },
  },
  malformed_event: {
    status: 400,
    retry: 'never',
    say: {
      en: 'This message is not an event we can read.',
      fr: 'Ce message n’est pas un événement lisible.',
      ar: 'لا يمكن قراءة هذه الرسالة.',
    },
  },
  event_not_found: {
    status: 404,
    retry: 'never',
    say: { en: 'We could not find this event.', fr: 'Événement introuvable.', ar: 'لم نجد هذه الرسالة.' },
  },
  event_forgotten: {
    status: 409,
    retry: 'never',
    say: {
      en: 'The content of this event was removed after its retention period; it cannot be replayed.',
      fr: 'Le contenu de cet événement a été supprimé après son délai de conservation ; il ne peut plus être rejoué.',
      ar: 'حُذف محتوى هذه الرسالة بعد انتهاء مدة حفظه؛ لا يمكن إعادة تطبيقها.',
    },
  },
})
