/** What people call the fields of the lists of profiles, and the values that are states: heads and words of files (modules/reports). */
import type { Fields } from '../../kernel/fields.ts'

export const fields: Fields = {
  submitted_at: { say: { en: 'Submitted', fr: 'Déposée le', ar: 'قُدّم في' } },
}
