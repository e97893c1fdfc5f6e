/** What people call the fields of the lists of operations, and the values that are states: heads and words of files (modules/reports). */
import type { Fields } from '../../kernel/fields.ts'

export const fields: Fields = {
  task: { say: { en: 'Job', fr: 'Tâche', ar: 'المهمة' } },
  payload: { say: { en: 'Payload', fr: 'Données', ar: 'المحتوى' } },
  run_at: { say: { en: 'Due', fr: 'Prévue le', ar: 'موعدها' } },
  max_attempts: { say: { en: 'Attempts at most', fr: 'Essais au plus', ar: 'أقصى عدد للمحاولات' } },
  running: { say: { en: 'Running', fr: 'En cours', ar: 'تعمل الآن' } },
  given_up: { say: { en: 'Given up', fr: 'Abandonnée', ar: 'متوقفة' } },
}
