/** What people call the fields of the lists of subscriptions, and the values that are states: heads and words of files (modules/reports). */
import type { Fields } from '../../kernel/fields.ts'

export const fields: Fields = {
  payer_id: { say: { en: 'Payer', fr: 'Payeur', ar: 'الدافع' } },
  status: {
    say: { en: 'State', fr: 'État', ar: 'الحالة' },
    values: {
      pending: { en: 'pending', fr: 'en attente', ar: 'في الانتظار' },
      trial: { en: 'trial', fr: 'essai', ar: 'فترة تجريبية' },
      active: { en: 'active', fr: 'actif', ar: 'نشط' },
      grace: { en: 'time to pay', fr: 'délai de paiement', ar: 'مهلة للدفع' },
      suspended: { en: 'suspended', fr: 'suspendu', ar: 'موقوف' },
      paused: { en: 'paused', fr: 'en pause', ar: 'متوقف مؤقتًا' },
      cancelled: { en: 'cancelled', fr: 'annulé', ar: 'ملغى' },
      approved: { en: 'approved', fr: 'approuvé', ar: 'معتمَد' },
      rejected: { en: 'rejected', fr: 'refusé', ar: 'مرفوض' },
      alone: { en: 'sent at once', fr: 'envoyé aussitôt', ar: 'رُدّ مباشرة' },
    },
  },
  plan: { say: { en: 'Plan', fr: 'Formule', ar: 'الخطة' } },
  cycle: {
    say: { en: 'Renewal', fr: 'Renouvellement', ar: 'التجديد' },
    values: {
      monthly: { en: 'monthly', fr: 'chaque mois', ar: 'شهريًا' },
      quarterly: { en: 'every three months', fr: 'chaque trimestre', ar: 'كل ثلاثة أشهر' },
      yearly: { en: 'yearly', fr: 'chaque année', ar: 'سنويًا' },
    },
  },
  price_minor: { say: { en: 'Price of a period', fr: 'Prix d’une période', ar: 'سعر المدة' } },
  period_end: { say: { en: 'Next billing day', fr: 'Prochaine échéance', ar: 'يوم الدفع التالي' } },
  cancel_at_period_end: {
    say: { en: 'Ends with the period', fr: 'S’arrête avec la période', ar: 'ينتهي مع نهاية المدة' },
  },
  paid_ahead: { say: { en: 'Next period paid', fr: 'Période suivante payée', ar: 'دُفعت المدة التالية' } },
  charging: { say: { en: 'Card is being charged', fr: 'Carte en cours de débit', ar: 'جارٍ الخصم من البطاقة' } },
  card_id: { say: { en: 'Card', fr: 'Carte', ar: 'البطاقة' } },
  renewed_by: {
    say: { en: 'How it renews', fr: 'Mode de renouvellement', ar: 'كيف يتجدد' },
    values: {
      us: { en: 'by us', fr: 'par nous', ar: 'من عندنا' },
      provider: { en: 'by the payment provider', fr: 'par le prestataire de paiement', ar: 'عند مزوّد الدفع' },
    },
  },
  failed_on: { say: { en: 'First failed try', fr: 'Premier essai échoué', ar: 'أول محاولة لم تنجح' } },
  paused_until: { say: { en: 'Paused until', fr: 'En pause jusqu’au', ar: 'متوقف حتى' } },
  next_plan: {
    say: { en: 'Plan from the next period', fr: 'Formule dès la période suivante', ar: 'الخطة من المدة التالية' },
  },
  next_cycle: {
    say: {
      en: 'Renewal from the next period',
      fr: 'Renouvellement dès la période suivante',
      ar: 'التجديد من المدة التالية',
    },
    values: {
      monthly: { en: 'monthly', fr: 'chaque mois', ar: 'شهريًا' },
      quarterly: { en: 'every three months', fr: 'chaque trimestre', ar: 'كل ثلاثة أشهر' },
      yearly: { en: 'yearly', fr: 'chaque année', ar: 'سنويًا' },
    },
  },
  started_at: { say: { en: 'Began', fr: 'Commencé le', ar: 'بدأ في' } },
  suspended_at: { say: { en: 'Suspended', fr: 'Suspendu le', ar: 'أُوقف في' } },
  end_reason: { say: { en: 'Why it ended', fr: 'Raison de la fin', ar: 'سبب الانتهاء' } },
  subscription_id: { say: { en: 'Subscription', fr: 'Abonnement', ar: 'الاشتراك' } },
  invoice_id: { say: { en: 'Invoice', fr: 'Facture', ar: 'الفاتورة' } },
  ends: { say: { en: 'Ends the subscription', fr: 'Met fin à l’abonnement', ar: 'ينتهي الاشتراك معه' } },
}
