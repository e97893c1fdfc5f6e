/** What lists of several modules call alike, and how files say yes and no. What one module says otherwise goes before it. */
import type { Fields, Words } from '../../kernel/fields.ts'

export const YES: Words = { en: 'yes', fr: 'oui', ar: 'نعم' }
export const NO: Words = { en: 'no', fr: 'non', ar: 'لا' }

export const fields: Fields = {
  id: { say: { en: 'Id', fr: 'Identifiant', ar: 'المعرّف' } },
  user_id: { say: { en: 'Person', fr: 'Personne', ar: 'الشخص' } },
  owner_id: { say: { en: 'Owner', fr: 'Propriétaire', ar: 'المالك' } },
  name: { say: { en: 'Name', fr: 'Nom', ar: 'الاسم' } },
  currency: { say: { en: 'Currency', fr: 'Devise', ar: 'العملة' } },
  amount_minor: { say: { en: 'Amount', fr: 'Montant', ar: 'المبلغ' } },
  provider: { say: { en: 'Provider', fr: 'Prestataire', ar: 'المزوّد' } },
  purpose: { say: { en: 'Purpose', fr: 'Pour', ar: 'الغرض' } },
  reference: { say: { en: 'Reference', fr: 'Référence', ar: 'المرجع' } },
  reason: { say: { en: 'Reason', fr: 'Raison', ar: 'السبب' } },
  note: { say: { en: 'Explanation', fr: 'Explication', ar: 'الشرح' } },
  attempts: { say: { en: 'Attempts', fr: 'Essais', ar: 'المحاولات' } },
  last_error: { say: { en: 'Last error', fr: 'Dernière erreur', ar: 'آخر خطأ' } },
  failure_code: { say: { en: 'Last decline', fr: 'Dernier refus', ar: 'آخر رفض' } },
  period_start: { say: { en: 'Start of the period', fr: 'Début de la période', ar: 'بداية المدة' } },
  period_end: { say: { en: 'End of the period', fr: 'Fin de la période', ar: 'نهاية المدة' } },
  created_at: { say: { en: 'Created', fr: 'Créé le', ar: 'أُنشئ في' } },
  recorded_at: { say: { en: 'Recorded', fr: 'Enregistré le', ar: 'سُجّل في' } },
  requested_at: { say: { en: 'Requested', fr: 'Demandé le', ar: 'طُلب في' } },
  requested_by: { say: { en: 'Requested by', fr: 'Demandé par', ar: 'طلبه' } },
  decided_at: { say: { en: 'Decided', fr: 'Décidé le', ar: 'تقرّر في' } },
  decided_by: { say: { en: 'Decided by', fr: 'Décidé par', ar: 'قرّره' } },
  decision_note: { say: { en: 'Why so decided', fr: 'Motif de la décision', ar: 'سبب القرار' } },
  asked_at: { say: { en: 'Asked', fr: 'Demandé le', ar: 'سُئل في' } },
  expires_at: { say: { en: 'Expires', fr: 'Expire le', ar: 'ينتهي في' } },
  succeeded_at: { say: { en: 'Succeeded', fr: 'Réussi le', ar: 'نجح في' } },
  ended_at: { say: { en: 'Ended', fr: 'Terminé le', ar: 'انتهى في' } },
}
