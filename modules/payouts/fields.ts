/** What people call the fields of the lists of payouts, and the values that are states: heads and words of files (modules/reports). */
import type { Fields } from '../../kernel/fields.ts'

export const fields: Fields = {
  fee_minor: { say: { en: 'Provider’s fee', fr: 'Frais du prestataire', ar: 'رسوم المزوّد' } },
  state: {
    say: { en: 'State', fr: 'État', ar: 'الحالة' },
    values: {
      requested: { en: 'requested', fr: 'demandé', ar: 'مطلوب' },
      processing: { en: 'processing', fr: 'en cours', ar: 'قيد المعالجة' },
      succeeded: { en: 'succeeded', fr: 'réussi', ar: 'نجح' },
      failed: { en: 'failed', fr: 'échoué', ar: 'لم ينجح' },
      reversed: { en: 'reversed', fr: 'revenu', ar: 'معكوس' },
    },
  },
  provider_ref: { say: { en: 'Provider’s reference', fr: 'Référence du prestataire', ar: 'مرجع المزوّد' } },
  next_check_at: { say: { en: 'Next check', fr: 'Prochaine vérification', ar: 'الفحص التالي' } },
}
