/** What people call the fields of the lists of tutoring, and the values that are states: heads and words of files (modules/reports). */
import type { Fields } from '../../kernel/fields.ts'

export const fields: Fields = {
  learner: { say: { en: 'Learner', fr: 'Élève', ar: 'المتعلّم' } },
  conversation: { say: { en: 'Conversation', fr: 'Conversation', ar: 'المحادثة' } },
  concern: {
    say: { en: 'Why', fr: 'Motif', ar: 'السبب' },
    values: {
      distress: { en: 'distress', fr: 'détresse', ar: 'ضيق' },
      danger: { en: 'danger from somebody', fr: 'danger venant de quelqu’un', ar: 'خطر من شخص' },
    },
  },
  asked_at: { say: { en: 'Written', fr: 'Écrit le', ar: 'كُتب في' } },
}
