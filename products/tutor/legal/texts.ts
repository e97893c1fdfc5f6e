/**
 * Every legal text of Tutor ever published. A text that somebody agreed to never changes: other words are a new version at the
 * end of its list (minor: wording; major: everybody is asked anew), with the day from which it is in force.
 */
import type { LegalText } from '../../../modules/consent/api.ts'
import { account } from './account.ts'
import { aiConversation } from './ai-conversation.ts'
import { learningData } from './learning-data.ts'
import { marketing } from './marketing.ts'
import { voiceRecording } from './voice-recording.ts'

export const texts: readonly LegalText[] = [
  ...account,
  ...learningData,
  ...aiConversation,
  ...voiceRecording,
  ...marketing,
]
