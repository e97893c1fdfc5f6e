/** How the ledger says no: the closed list. The database decides; store.ts turns its codes into these. */
import { defineErrors } from '../../kernel/errors.ts'

export const errors = defineErrors('ledger', {
  insufficient_funds: {
    status: 409,
    retry: 'never',
    say: { en: 'There is not enough money for that.', fr: 'Le solde ne suffit pas.', ar: 'الرصيد لا يكفي لذلك.' },
  },
  transfer_conflict: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This movement was already recorded with other content. Nothing was moved.',
      fr: 'Ce mouvement a déjà été enregistré avec un autre contenu. Rien n’a bougé.',
      ar: 'سُجّلت هذه الحركة من قبل بمحتوى مختلف. لم يتحرّك أي مبلغ.',
    },
  },
  hold_conflict: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This amount was already set aside with other content.',
      fr: 'Cette somme a déjà été réservée avec un autre contenu.',
      ar: 'حُجز هذا المبلغ من قبل بمحتوى مختلف.',
    },
  },
  hold_unknown: {
    status: 404,
    retry: 'never',
    say: {
      en: 'Nothing was set aside under this number.',
      fr: 'Aucune somme n’est réservée sous ce numéro.',
      ar: 'لا يوجد مبلغ محجوز بهذا الرقم.',
    },
  },
  hold_resolved: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This amount is no longer set aside: it was already used or given back.',
      fr: 'Cette somme n’est plus réservée : elle a déjà été utilisée ou rendue.',
      ar: 'لم يعد هذا المبلغ محجوزًا: استُعمل أو أُعيد بالفعل.',
    },
  },
  hold_exceeded: {
    status: 409,
    retry: 'never',
    say: {
      en: 'That is more than was set aside.',
      fr: 'C’est plus que la somme réservée.',
      ar: 'هذا أكثر من المبلغ المحجوز.',
    },
  },
  over_reversed: {
    status: 409,
    retry: 'never',
    say: {
      en: 'That is more than what is left to give back.',
      fr: 'C’est plus que ce qui reste à rendre.',
      ar: 'هذا أكثر من المتبقّي للردّ.',
    },
  },
  not_reversible: {
    status: 409,
    retry: 'never',
    say: {
      en: 'A correction cannot itself be undone.',
      fr: 'Une correction ne peut pas être annulée.',
      ar: 'لا يمكن التراجع عن التصحيح نفسه.',
    },
  },
  transfer_unknown: {
    status: 404,
    retry: 'never',
    say: { en: 'We could not find this movement.', fr: 'Mouvement introuvable.', ar: 'لم نجد هذه الحركة.' },
  },
  account_frozen: {
    status: 409,
    retry: 'later',
    say: {
      en: 'This balance is being checked by our team. Please try again later.',
      fr: 'Ce solde est en cours de vérification par notre équipe. Réessayez plus tard.',
      ar: 'يراجع فريقنا هذا الرصيد الآن. حاول لاحقًا من فضلك.',
    },
  },
})
