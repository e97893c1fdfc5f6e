/** What other modules may ask of messaging. */
export { messagesAbout, ownerOfAddress, send, type ReadableMessage, type Sending } from './messaging.ts'
export { mask } from './rules.ts'
