/** How payouts say no: the closed list. */
import { defineErrors } from '../../kernel/errors.ts'

export const errors = defineErrors('payouts', {
  not_found: {
    status: 404,
    retry: 'never',
    say: { en: 'We could not find this payout.', fr: 'Versement introuvable.', ar: 'لم نجد عملية التحويل هذه.' },
  },
  conflict: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This payout was already asked for with other details.',
      fr: 'Ce versement a déjà été demandé avec d’autres informations.',
      ar: 'طُلب هذا التحويل من قبل ببيانات مختلفة.',
    },
  },
  already_requested: {
    status: 409,
    retry: 'never',
    say: {
      en: 'This was already paid out, or the payout is on its way.',
      fr: 'C’est déjà versé, ou le versement est en route.',
      ar: 'تم التحويل بالفعل، أو أنه في طريقه.',
    },
  },
})
