/** What Tutor teaches, and how practice counts. A child practises on the days of Egypt, whose week begins on Saturday. */
import type { LearningPolicy } from '../../modules/learning/api.ts'
import { refusalFor } from '../../modules/subscriptions/api.ts'
import { mathematics } from './mathematics/course.ts'

export const learning: LearningPolicy = {
  courses: [mathematics],
  admits: refusalFor,
  answers_a_day: 5,
  idle_seconds: 180,
  late_after_days: 7,
  exercise_days: 90,
  reminder_hour: 18,
  week_starts_on: 6,
}
