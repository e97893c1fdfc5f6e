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
  outcome: { say: { en: 'Outcome', fr: 'Résultat', ar: 'النتيجة' } },
  next_attempt_at: { say: { en: 'Next attempt', fr: 'Prochain essai', ar: 'المحاولة التالية' } },
  received_at: { say: { en: 'Received', fr: 'Reçu le', ar: 'وصل في' } },
  processed_at: { say: { en: 'Processed', fr: 'Traité le', ar: 'عولج في' } },
}
