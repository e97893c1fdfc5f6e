/** What people call the fields of the lists of identity, and the values that are states: heads and words of files (modules/reports). */
import type { Fields } from '../../kernel/fields.ts'

export const fields: Fields = {
  status: {
    say: { en: 'State', fr: 'État', ar: 'الحالة' },
    values: {
      active: { en: 'active', fr: 'actif', ar: 'نشط' },
      suspended: { en: 'suspended', fr: 'suspendu', ar: 'موقوف' },
      erased: { en: 'erased', fr: 'effacé', ar: 'ممحو' },
    },
  },
  phone: { say: { en: 'Phone (masked)', fr: 'Téléphone (masqué)', ar: 'الهاتف (مخفي جزئيًا)' } },
  last_sign_in_at: { say: { en: 'Last sign-in', fr: 'Dernière connexion', ar: 'آخر دخول' } },
  second_factor_since: { say: { en: 'Second factor since', fr: 'Second facteur depuis', ar: 'العامل الثاني منذ' } },
  second_factor_required: {
    say: { en: 'Second factor required', fr: 'Second facteur exigé', ar: 'العامل الثاني مطلوب' },
  },
}
