/** What people call the fields of the lists of ledger, and the values that are states: heads and words of files (modules/reports). */
import type { Fields } from '../../kernel/fields.ts'

export const fields: Fields = {
  kind: { say: { en: 'Account', fr: 'Compte', ar: 'الحساب' } },
  ref: { say: { en: 'Reference', fr: 'Référence', ar: 'المرجع' } },
  asset: { say: { en: 'Currency or unit', fr: 'Devise ou unité', ar: 'العملة أو الوحدة' } },
  mode: {
    say: { en: 'Kind of balance', fr: 'Type de solde', ar: 'نوع الرصيد' },
    values: {
      guarded: { en: 'kept and bounded', fr: 'tenu et borné', ar: 'محفوظ وله حد' },
      deferred: { en: 'summed up when asked', fr: 'additionné à la demande', ar: 'يُجمع عند الطلب' },
    },
  },
  posted_minor: { say: { en: 'Posted', fr: 'Comptabilisé', ar: 'المقيَّد' } },
  held_minor: { say: { en: 'Held', fr: 'Réservé', ar: 'المحجوز' } },
  available_minor: { say: { en: 'Available', fr: 'Disponible', ar: 'المتاح' } },
  floor_minor: { say: { en: 'Lowest balance allowed', fr: 'Solde minimal permis', ar: 'أدنى رصيد مسموح' } },
  opened_at: { say: { en: 'Opened', fr: 'Ouvert le', ar: 'فُتح في' } },
  frozen_at: { say: { en: 'Frozen', fr: 'Gelé le', ar: 'جُمّد في' } },
  frozen_reason: { say: { en: 'Why frozen', fr: 'Raison du gel', ar: 'سبب التجميد' } },
  scope: {
    say: { en: 'Scope', fr: 'Étendue', ar: 'النطاق' },
    values: {
      full: { en: 'the whole ledger', fr: 'tout le grand livre', ar: 'الدفتر كله' },
      incremental: {
        en: 'what changed since the last one',
        fr: 'ce qui a changé depuis la dernière',
        ar: 'ما تغيّر منذ السابقة',
      },
    },
  },
  passed: { say: { en: 'Everything agrees', fr: 'Tout concorde', ar: 'كل شيء متفق' } },
  started_at: { say: { en: 'Started', fr: 'Commencée le', ar: 'بدأت في' } },
  finished_at: { say: { en: 'Finished', fr: 'Faite le', ar: 'انتهت في' } },
  cut_off: { say: { en: 'Cut-off', fr: 'Arrêtée à', ar: 'حتى لحظة' } },
  counts: { say: { en: 'What was compared', fr: 'Ce qui a été comparé', ar: 'ما قورن' } },
  discrepancies: { say: { en: 'Discrepancies', fr: 'Écarts', ar: 'الفروق' } },
}
