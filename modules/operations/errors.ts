/** How operations refuses. */
import { defineErrors } from '../../kernel/errors.ts'

export const errors = defineErrors('operations', {
  job_not_found: {
    status: 404,
    retry: 'never',
    say: {
      en: 'This job is no longer in the queue: it was done or removed.',
      fr: 'Cette tâche n’est plus dans la file : elle a été faite ou retirée.',
      ar: 'لم تعد هذه المهمة في قائمة الانتظار: نُفّذت أو أزيلت.',
    },
  },
})
