/** What people call the fields of the lists of privacy, and the values that are states: heads and words of files (modules/reports). */
import type { Fields } from '../../kernel/fields.ts'

export const fields: Fields = {
  state: {
    say: { en: 'State', fr: 'État', ar: 'الحالة' },
    values: {
      waiting: { en: 'waits for its day', fr: 'attend son jour', ar: 'ينتظر موعده' },
      running: { en: 'being erased', fr: 'effacement en cours', ar: 'يجري المحو' },
    },
  },
  blocked_by: { say: { en: 'Held up by', fr: 'Bloqué par', ar: 'متعطل بسبب' } },
  due_at: { say: { en: 'Due', fr: 'Prévu le', ar: 'موعده' } },
  basis: { say: { en: 'Basis', fr: 'Fondement', ar: 'السند' } },
  placed_by: { say: { en: 'Placed by', fr: 'Ordonné par', ar: 'أمر به' } },
  placed_at: { say: { en: 'Placed', fr: 'Ordonné le', ar: 'حُجزت في' } },
  until: { say: { en: 'Until', fr: 'Jusqu’au', ar: 'حتى' } },
  released_at: { say: { en: 'Released', fr: 'Levé le', ar: 'رُفع في' } },
  released_reason: { say: { en: 'Why released', fr: 'Raison de la levée', ar: 'سبب رفعه' } },
}
