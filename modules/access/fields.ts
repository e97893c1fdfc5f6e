/** What people call the fields of the lists of access, and the values that are states: heads and words of files (modules/reports). */
import type { Fields } from '../../kernel/fields.ts'

export const fields: Fields = {
  role: { say: { en: 'Role', fr: 'Rôle', ar: 'الدور' } },
  scope: { say: { en: 'Only at', fr: 'Seulement chez', ar: 'ضمن' } },
  granted_by: { say: { en: 'Given by', fr: 'Donné par', ar: 'منحه' } },
  granted_at: { say: { en: 'Given', fr: 'Donné le', ar: 'مُنح في' } },
}
