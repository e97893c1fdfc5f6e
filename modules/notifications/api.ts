/** What other modules may ask of notifications. */
export { notify, type Notification, type Recipient } from './notifications.ts'
