/** What people call the fields of the lists of consent, and the values that are states: heads and words of files (modules/reports). */
import type { Fields } from '../../kernel/fields.ts'

export const fields: Fields = {
  subject_id: { say: { en: 'About', fr: 'À propos de', ar: 'عن' } },
  guardian_id: { say: { en: 'Guardian', fr: 'Tuteur', ar: 'وليّ الأمر' } },
  asked_by: { say: { en: 'Asked by', fr: 'Demandé par', ar: 'طلبها' } },
  purposes: { say: { en: 'Purposes', fr: 'Finalités', ar: 'الأغراض' } },
  state: {
    say: { en: 'State', fr: 'État', ar: 'الحالة' },
    values: {
      open: { en: 'open', fr: 'ouvert', ar: 'مفتوح' },
      proving: { en: 'being proven', fr: 'preuve en cours', ar: 'قيد الإثبات' },
      decided: { en: 'answered', fr: 'répondu', ar: 'أُجيب عنه' },
      expired: { en: 'expired', fr: 'expiré', ar: 'منتهٍ' },
      cancelled: { en: 'cancelled', fr: 'annulé', ar: 'ملغى' },
    },
  },
  trouble: {
    say: { en: 'Trouble', fr: 'Problème', ar: 'ما تعثّر' },
    values: {
      declined: { en: 'the card was declined', fr: 'la carte a été refusée', ar: 'رُفضت البطاقة' },
      not_paid: { en: 'the proof was not paid', fr: 'la preuve n’a pas été payée', ar: 'لم يُدفع مبلغ الإثبات' },
      disputed: { en: 'the proof is disputed', fr: 'la preuve est en litige', ar: 'مبلغ الإثبات محل خلاف' },
      text_changed: {
        en: 'the text changed and is to be read anew',
        fr: 'le texte a changé et doit être relu',
        ar: 'تغيّر النص، ويُقرأ من جديد',
      },
      not_entitled: { en: 'may not answer any more', fr: 'ne peut plus répondre', ar: 'لم يعد يحق له أن يجيب' },
    },
  },
  method: {
    say: { en: 'How', fr: 'Comment', ar: 'كيف' },
    values: {
      card_charge: { en: 'proof by card', fr: 'preuve par carte', ar: 'إثبات بالبطاقة' },
      id_review: { en: 'identity review', fr: 'vérification d’identité', ar: 'مراجعة الهوية' },
    },
  },
  answered_at: { say: { en: 'Answered', fr: 'Répondu le', ar: 'أُجيب في' } },
}
