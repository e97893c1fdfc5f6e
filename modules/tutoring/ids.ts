/** The ids tutoring gives out. */
import { idType } from '../../kernel/ids.ts'

export const conversationId = idType('cnv')
