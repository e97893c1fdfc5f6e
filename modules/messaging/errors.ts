/** How messaging refuses. */
import { defineErrors } from '../../kernel/errors.ts'

export const errors = defineErrors('messaging', {
  no_outbox: {
    status: 404,
    retry: 'never',
    say: { en: 'There is no outbox here.', fr: 'Il n’y a pas de boîte d’envoi ici.', ar: 'لا يوجد صندوق صادر هنا.' },
  },
})
