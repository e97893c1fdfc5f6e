/** How settlements refuse. */
import { defineErrors } from '../../kernel/errors.ts'

export const errors = defineErrors('settlements', {
  settlement_unknown: {
    status: 404,
    retry: 'never',
    say: { en: 'We could not find this statement.', fr: 'Ce relevé est introuvable.' },
  },
  period_not_over: {
    status: 409,
    retry: 'later',
    say: {
      en: 'The period ends on {end}; it can be closed after that.',
      fr: 'La période se termine le {end} ; elle pourra être clôturée ensuite.',
    },
  },
  out_of_order: {
    status: 409,
    retry: 'never',
    say: {
      en: 'The next period to close for this partner ends on {end}.',
      fr: 'La prochaine période à clôturer pour ce partenaire se termine le {end}.',
    },
  },
  nothing_to_close: {
    status: 409,
    retry: 'never',
    say: {
      en: 'There is nothing to settle with this partner.',
      fr: 'Il n’y a rien à régler avec ce partenaire.',
    },
  },
  not_from_here: {
    status: 409,
    retry: 'never',
    say: {
      en: 'Nothing was done: this statement has moved on. Reload the page to see where it stands.',
      fr: 'Rien n’a été fait : ce relevé a déjà avancé. Rechargez la page pour voir où il en est.',
    },
  },
  second_person_needed: {
    status: 403,
    retry: 'never',
    say: {
      en: 'You approved this statement, so somebody else must pay it.',
      fr: 'Vous avez approuvé ce relevé : une autre personne doit le payer.',
    },
  },
  person_needed: {
    status: 403,
    retry: 'never',
    say: {
      en: 'Only a signed-in person approves and pays statements.',
      fr: 'Seule une personne connectée approuve et paie les relevés.',
    },
  },
  destination_changed: {
    status: 409,
    retry: 'never',
    say: {
      en: 'Where the partner is paid was changed after the approval. Check it and approve again.',
      fr: 'Le compte du partenaire a changé après l’approbation. Vérifiez-le puis approuvez de nouveau.',
    },
  },
  line_unknown: {
    status: 404,
    retry: 'never',
    say: { en: 'There is no such line to dispute.', fr: 'Cette ligne n’existe pas ou ne se conteste pas.' },
  },
  already_disputed: {
    status: 409,
    retry: 'never',
    say: { en: 'This line is already disputed.', fr: 'Cette ligne est déjà contestée.' },
  },
  dispute_unknown: {
    status: 404,
    retry: 'never',
    say: { en: 'We could not find this dispute.', fr: 'Cette contestation est introuvable.' },
  },
  already_resolved: {
    status: 409,
    retry: 'never',
    say: { en: 'This dispute was already decided.', fr: 'Cette contestation a déjà été tranchée.' },
  },
})
