/** Learning: practice, mastery that can be explained, reviews, streaks. Courses come with the product. */
import { owner } from '../../kernel/db/placement.ts'
import { defineModule } from '../../kernel/module.ts'
import { audit } from '../audit/module.ts'
import { identity } from '../identity/module.ts'
import { notifications } from '../notifications/module.ts'
import { profiles } from '../profiles/module.ts'
import { config } from './config.ts'
import { errors } from './errors.ts'
import { events } from './events.ts'
import { search, trace } from './inquiry.ts'
import { remind, renewMastery, tellConceptMastered } from './jobs.ts'
import { messages } from './messages.ts'
import { eraseLearning, exportLearning, removeIdle } from './personal.ts'
import { routes } from './routes.ts'
import { staffRoutes } from './staff-routes.ts'

export const learning = defineModule({
  name: 'learning',
  folder: import.meta.dirname,
  needs: [audit, identity, profiles, notifications],
  routes: [...routes, ...staffRoutes],
  jobs: [tellConceptMastered, remind, renewMastery],
  events,
  errors,
  messages,
  config,
  search: [search],
  trace: [trace],
  placement: {
    learner: owner('learner_id'),
    enrolment: owner('learner_id'),
    answer: owner('learner_id'),
    mastery: owner('learner_id'),
    study_day: owner('learner_id'),
    concept_day: owner('learner_id'),
  },
  personalData: {
    export: (_ctx, tx, subjectId) => exportLearning(tx, subjectId),
    erase: eraseLearning,
    // All of it is kept for learning alone.
    purposes: { learning_data: eraseLearning },
  },
  // The log is what mastery follows from, so it is kept whole while somebody practises and goes whole after three idle years.
  retention: [
    {
      table: 'learning.answer',
      keep: { days: 1095 },
      remove: (_ctx, tx, before, held) => removeIdle(tx, before, held),
    },
  ],
  usesPolicy: true,
})
