/** The pages of whoever learns. */
import { route } from '@react-router/dev/routes'

export const learner = [
  route('learner', 'tutor/learner/today.tsx'),
  route('learner/practice', 'tutor/learner/practice.tsx'),
  route('learner/map', 'tutor/learner/map.tsx'),
  route('learner/days', 'tutor/learner/days.tsx'),
  route('learner/tutor', 'tutor/learner/tutor.tsx'),
  route('learner/away', 'tutor/learner/away.tsx'),
  route('learner/grown-up', 'tutor/learner/grown-up.tsx'),
]
