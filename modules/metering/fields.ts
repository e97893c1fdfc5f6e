/** What people call the fields of the lists of metering, and the values that are states: heads and words of files (modules/reports). */
import type { Fields } from '../../kernel/fields.ts'

export const fields: Fields = {
  model: { say: { en: 'Model', fr: 'Modèle', ar: 'النموذج' } },
  valid_from: { say: { en: 'From', fr: 'À partir du', ar: 'يسري من' } },
  input_usd_per_million: {
    say: {
      en: 'Per million tokens sent (USD)',
      fr: 'Par million de jetons envoyés (USD)',
      ar: 'لكل مليون رمز مُرسَل (USD)',
    },
  },
  output_usd_per_million: {
    say: {
      en: 'Per million tokens received (USD)',
      fr: 'Par million de jetons reçus (USD)',
      ar: 'لكل مليون رمز مُستلَم (USD)',
    },
  },
  second_usd_per_million: {
    say: {
      en: 'Per million seconds of speech (USD)',
      fr: 'Par million de secondes de parole (USD)',
      ar: 'لكل مليون ثانية كلام (USD)',
    },
  },
  day: { say: { en: 'Day', fr: 'Jour', ar: 'اليوم' } },
  per_usd: { say: { en: 'One dollar', fr: 'Un dollar', ar: 'سعر الدولار' } },
  source: { say: { en: 'Source', fr: 'Source', ar: 'المصدر' } },
  learner: { say: { en: 'Learner', fr: 'Élève', ar: 'المتعلّم' } },
  events: { say: { en: 'Uses', fr: 'Utilisations', ar: 'مرات الاستخدام' } },
  revenue_minor: { say: { en: 'Revenue', fr: 'Revenu', ar: 'الإيراد' } },
  cost_usd_micros: { say: { en: 'Cost (USD)', fr: 'Coût (USD)', ar: 'التكلفة (USD)' } },
  cost_minor: { say: { en: 'Cost', fr: 'Coût', ar: 'التكلفة' } },
  margin_minor: { say: { en: 'Margin', fr: 'Marge', ar: 'الهامش' } },
  complete: { say: { en: 'Every day has a rate', fr: 'Chaque jour a un taux', ar: 'لكل يوم سعر' } },
}
