/** How merchants refuse. */
import { defineErrors } from '../../kernel/errors.ts'

export const errors = defineErrors('merchants', {
  partner_unknown: {
    status: 404,
    retry: 'never',
    say: { en: 'We do not know this partner.', fr: 'Ce partenaire est introuvable.' },
  },
  venue_unknown: {
    status: 404,
    retry: 'never',
    say: { en: 'We do not know this venue.', fr: 'Cet établissement est introuvable.' },
  },
  not_from_here: {
    status: 409,
    retry: 'never',
    say: {
      en: 'Nothing was changed: this partner is in a state that does not allow it. Reload the page to see which.',
      fr: 'Rien n’a été changé : l’état de ce partenaire ne le permet pas. Rechargez la page pour le voir.',
    },
  },
  nowhere_to_pay: {
    status: 409,
    retry: 'never',
    say: {
      en: 'We do not know yet where to pay this partner. Add its mobile money number first.',
      fr: 'Nous ne savons pas encore où payer ce partenaire. Ajoutez d’abord son numéro de mobile money.',
    },
  },
  incomplete: {
    status: 409,
    retry: 'never',
    say: {
      en: 'A partner needs an open venue and a mobile money number before it can start.',
      fr: 'Il faut un établissement ouvert et un numéro de mobile money avant de commencer avec ce partenaire.',
    },
  },
  reason_needed: {
    status: 422,
    retry: 'never',
    say: { en: 'Please say why.', fr: 'Merci d’indiquer la raison.' },
  },
})
