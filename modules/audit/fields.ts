/** What people call the fields of the lists of audit, and the values that are states: heads and words of files (modules/reports). */
import type { Fields } from '../../kernel/fields.ts'

export const fields: Fields = {
  action: { say: { en: 'Action', fr: 'Acte', ar: 'الفعل' } },
  subject_type: { say: { en: 'Kind of subject', fr: 'Type d’objet', ar: 'نوع الموضوع' } },
  subject_id: { say: { en: 'Subject', fr: 'Objet', ar: 'الموضوع' } },
  actor_kind: {
    say: { en: 'Kind of actor', fr: 'Type d’auteur', ar: 'نوع الفاعل' },
    values: {
      user: { en: 'person', fr: 'personne', ar: 'شخص' },
      system: { en: 'system', fr: 'système', ar: 'النظام' },
      guest: { en: 'visitor', fr: 'visiteur', ar: 'زائر' },
    },
  },
  actor_id: { say: { en: 'Actor', fr: 'Auteur', ar: 'الفاعل' } },
  actor_name: { say: { en: 'Actor’s name', fr: 'Nom de l’auteur', ar: 'اسم الفاعل' } },
  request_id: { say: { en: 'Request', fr: 'Requête', ar: 'الطلب' } },
  before: { say: { en: 'Before', fr: 'Avant', ar: 'قبل' } },
  after: { say: { en: 'After', fr: 'Après', ar: 'بعد' } },
}
