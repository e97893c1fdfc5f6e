/** What people call the fields of the lists of payments, and the values that are states: heads and words of files (modules/reports). */
import type { Fields } from '../../kernel/fields.ts'

export const fields: Fields = {
  state: {
    say: { en: 'State', fr: 'État', ar: 'الحالة' },
    values: {
      created: { en: 'created', fr: 'créé', ar: 'أُنشئ' },
      opened: { en: 'awaiting payment', fr: 'en attente du paiement', ar: 'ينتظر الدفع' },
      succeeded: { en: 'succeeded', fr: 'réussi', ar: 'نجح' },
      expired: { en: 'expired', fr: 'expiré', ar: 'منتهٍ' },
      cancelled: { en: 'cancelled', fr: 'annulé', ar: 'ملغى' },
      disputed: { en: 'disputed', fr: 'en litige', ar: 'محل خلاف' },
    },
  },
  late: { say: { en: 'Paid after its end', fr: 'Payé après la fin', ar: 'دُفع بعد انتهائه' } },
  session_ref: { say: { en: 'Session at the provider', fr: 'Session chez le prestataire', ar: 'الجلسة لدى المزوّد' } },
  succeeded_at: { say: { en: 'Paid', fr: 'Payé le', ar: 'دُفع في' } },
  event_id: { say: { en: 'Event', fr: 'Événement', ar: 'الحدث' } },
  type: { say: { en: 'Type', fr: 'Type', ar: 'النوع' } },
  status: {
    say: { en: 'State', fr: 'État', ar: 'الحالة' },
    values: {
      received: { en: 'received', fr: 'reçu', ar: 'وصل' },
      processed: { en: 'processed', fr: 'traité', ar: 'عولج' },
      ignored: { en: 'ignored', fr: 'ignoré', ar: 'بلا أثر' },
      unmatched: { en: 'unmatched', fr: 'sans correspondance', ar: 'بلا مقابل' },
      disputed: { en: 'disputed', fr: 'en litige', ar: 'محل خلاف' },
    },
  },
  outcome: {
    say: { en: 'Outcome', fr: 'Résultat', ar: 'النتيجة' },
    values: {
      succeed: { en: 'payment confirmed', fr: 'paiement confirmé', ar: 'تأكّد الدفع' },
      decline: { en: 'declined attempt noted', fr: 'essai refusé noté', ar: 'سُجّلت محاولة مرفوضة' },
      open: { en: 'payment page opened', fr: 'page de paiement ouverte', ar: 'فُتحت صفحة الدفع' },
      end: { en: 'page closed without a payment', fr: 'page fermée sans paiement', ar: 'أُغلقت الصفحة بلا دفع' },
      out_of_order: { en: 'came too late to count', fr: 'arrivé trop tard pour compter', ar: 'وصل بعد فوات أوانه' },
      nothing_new: { en: 'nothing new', fr: 'rien de nouveau', ar: 'لا جديد' },
      dispute: {
        en: 'another amount: money set aside',
        fr: 'autre montant : argent mis de côté',
        ar: 'مبلغ آخر: حُجز المال',
      },
      duplicate: {
        en: 'paid twice: the second goes back',
        fr: 'payé deux fois : le second est rendu',
        ar: 'دُفع مرتين: تُردّ الثانية',
      },
      repeat: { en: 'known already', fr: 'déjà connu', ar: 'معروف من قبل' },
      contradiction: { en: 'contradicts what we know', fr: 'contredit ce que nous savons', ar: 'يناقض ما نعرفه' },
      no_payment: { en: 'no known payment', fr: 'aucun paiement connu', ar: 'لا عملية دفع معروفة' },
      asked: { en: 'asked the provider', fr: 'demandé chez le fournisseur', ar: 'سُئل مزوّد الدفع' },
      card_kept: { en: 'card kept', fr: 'carte enregistrée', ar: 'حُفظت البطاقة' },
      card_not_wanted: {
        en: 'card not kept: nobody asked for it',
        fr: 'carte non enregistrée : personne ne l’a demandé',
        ar: 'لم تُحفظ البطاقة: لم يطلب أحد حفظها',
      },
      no_subscription: { en: 'no known subscription', fr: 'aucun abonnement connu', ar: 'لا اشتراك معروفًا' },
      no_transaction: {
        en: 'no such transaction at the provider',
        fr: 'aucune opération connue du fournisseur',
        ar: 'لا عملية كهذه لدى مزوّد الدفع',
      },
      provider_disagrees: {
        en: 'the provider says otherwise when asked',
        fr: 'le fournisseur dit autre chose quand on lui demande',
        ar: 'يقول مزوّد الدفع غير ذلك عند سؤاله',
      },
      unreadable: { en: 'unreadable', fr: 'illisible', ar: 'غير مقروء' },
      unused_type: { en: 'no effect here', fr: 'sans effet chez nous', ar: 'لا أثر له هنا' },
      replayed: { en: 'replayed, waiting', fr: 'rejoué, en attente', ar: 'أُعيد، وينتظر' },
    },
  },
  next_attempt_at: { say: { en: 'Next attempt', fr: 'Prochain essai', ar: 'المحاولة التالية' } },
  received_at: { say: { en: 'Received', fr: 'Reçu le', ar: 'وصل في' } },
  processed_at: { say: { en: 'Processed', fr: 'Traité le', ar: 'عولج في' } },
}
