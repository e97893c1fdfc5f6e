/** What other modules may ask of notifications. */
export { notify, stillWanted, type Notification, type Recipient } from './notifications.ts'
