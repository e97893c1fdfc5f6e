/** What other modules may ask of the audit trail. */
export { record, type AuditEntry } from './audit.ts'
