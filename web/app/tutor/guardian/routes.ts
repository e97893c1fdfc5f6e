/** The pages of guardians, and of adults who learn: what messages link to has its address here for good. */
import { route } from '@react-router/dev/routes'

export const guardian = [
  route('guardian', 'tutor/guardian/home.tsx'),
  route('guardian/plan', 'tutor/guardian/plan.tsx'),
  route('guardian/children/new', 'tutor/guardian/new-child.tsx'),
  route('guardian/children/:id/ready', 'tutor/guardian/ready.tsx'),
  route('learners/:id/consents', 'tutor/guardian/consents.tsx'),
  route('consent/:token', 'tutor/guardian/answer.tsx'),
  route('consents/requests/:id', 'tutor/guardian/request.tsx'),
  route('verify-consent', 'tutor/guardian/verify.tsx'),
]
