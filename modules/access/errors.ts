/** How access refuses. */
import { defineErrors } from '../../kernel/errors.ts'

export const errors = defineErrors('access', {
  unknown_role: {
    status: 422,
    retry: 'never',
    say: { en: 'There is no role of that name.', fr: 'Aucun rôle ne porte ce nom.', ar: 'لا يوجد دور بهذا الاسم.' },
  },
  scope_required: {
    status: 422,
    retry: 'never',
    say: {
      en: 'Say for which partner this role is.',
      fr: 'Précisez pour quel partenaire ce rôle vaut.',
      ar: 'حدّد الشريك الذي يخصه هذا الدور.',
    },
  },
  scope_not_allowed: {
    status: 422,
    retry: 'never',
    say: {
      en: 'This role holds everywhere; it cannot be limited to one partner.',
      fr: 'Ce rôle vaut partout ; il ne peut pas être limité à un partenaire.',
      ar: 'هذا الدور يسري في كل مكان، ولا يمكن قصره على شريك واحد.',
    },
  },
  own_roles: {
    status: 403,
    retry: 'never',
    say: {
      en: 'Nobody changes their own roles. Ask another administrator.',
      fr: 'Personne ne change ses propres rôles. Demandez à un autre administrateur.',
      ar: 'لا يغيّر أحد أدواره بنفسه. اطلب ذلك من مسؤول آخر.',
    },
  },
})
