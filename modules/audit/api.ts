/** What other modules may ask of the audit trail. */
export { actsOfKinds, record, subjectsOfKinds, type AuditEntry } from './audit.ts'
