/** How the catalogue refuses. */
import { defineErrors } from '../../kernel/errors.ts'

export const errors = defineErrors('catalog', {
  pack_unknown: {
    status: 404,
    retry: 'never',
    say: { en: 'We could not find this pack.', fr: 'Ce pack est introuvable.' },
  },
  not_available: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This pack cannot be chosen at the moment. Please choose another one.',
      fr: 'Ce pack n’est pas disponible en ce moment. Choisissez-en un autre.',
    },
  },
  sold_out: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This pack has just sold out. Please choose another one; your money is safe.',
      fr: 'Ce pack vient d’être épuisé. Choisissez-en un autre : votre argent est en sécurité.',
    },
  },
  not_from_here: {
    status: 409,
    retry: 'never',
    say: {
      en: 'Nothing was changed: this pack is in a state that does not allow it. Reload the page to see which.',
      fr: 'Rien n’a été changé : l’état de ce pack ne le permet pas. Rechargez la page pour le voir.',
    },
  },
  below_taken: {
    status: 409,
    retry: 'never',
    say: {
      en: 'More units than that are already sold.',
      fr: 'Un plus grand nombre d’unités est déjà vendu.',
    },
  },
  foreign_venue: {
    status: 422,
    retry: 'never',
    say: {
      en: 'A pack is honoured only in venues of its own partner.',
      fr: 'Un pack n’est valable que dans les établissements de son partenaire.',
    },
  },
  window_reversed: {
    status: 422,
    retry: 'never',
    say: { en: 'The last day comes before the first.', fr: 'Le dernier jour précède le premier.' },
  },
})
