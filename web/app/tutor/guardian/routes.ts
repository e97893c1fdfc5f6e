/** The pages of guardians, and of adults who learn: what messages link to has its address here for good. */
import { route } from '@react-router/dev/routes'

export const guardian = [
  route('guardian', 'tutor/guardian/home.tsx'),
  route('guardian/plan', 'tutor/guardian/plan.tsx'),
  route('guardian/children/new', 'tutor/guardian/new-child.tsx'),
  route('guardian/children/:id/ready', 'tutor/guardian/ready.tsx'),
  route('guardian/children/:id', 'tutor/guardian/child.tsx'),
  route('guardian/children/:id/account', 'tutor/guardian/account.tsx'),
  route('guardian/children/:id/conversations', 'tutor/guardian/conversations.tsx'),
  route('guardian/children/:id/conversations/:conversation', 'tutor/guardian/conversation.tsx'),
  route('guardian/:token', 'tutor/guardian/invitation.tsx'),
  route('people/:id/data', 'tutor/guardian/data.tsx'),
  route('erasures/:id', 'tutor/guardian/certificate.tsx'),
  route('learners/:id/consents', 'tutor/guardian/consents.tsx'),
  route('consent/:token', 'tutor/guardian/answer.tsx'),
  route('consents/requests/:id', 'tutor/guardian/request.tsx'),
  route('billing', 'tutor/guardian/billing/list.tsx'),
  route('billing/:id', 'tutor/guardian/billing/subscription.tsx'),
  route('billing/:id/change', 'tutor/guardian/billing/change.tsx'),
  route('invoices/:id', 'tutor/guardian/billing/invoice.tsx'),
  route('verify-consent', 'tutor/guardian/verify.tsx'),
]
