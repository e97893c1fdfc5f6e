/** What other modules may ask of messaging. */
export { messagesAbout, ownerOfAddress, send, type ReadableMessage, type Sending } from './messaging.ts'
export type { MessagingPolicy, Waiting } from './policy.ts'
export { fill, mask, textFor } from './rules.ts'
