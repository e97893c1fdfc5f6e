/** SQL of the chains: texts that were shown, records, heads. */
import { statement } from '../../../kernel/db/statement.ts'
import type { Decision } from '../rules.ts'

export interface TextRow {
  id: string
  country: string
  purpose: string
  major: number
  minor: number
  language: string
  title: string
  body: string
  sha256: string
}

export interface RecordRow {
  subject_id: string
  seq: number
  id: string
  purpose: string
  decision: Decision
  decided_by: string
  decided_as: 'self' | 'guardian'
  text_id: string | null
  text_sha256: string | null
  text_language: string | null
  text_country: string | null
  major: number | null
  minor: number | null
  method: string
  proof: string | null
  at: Temporal.Instant
  details_hash: string | null
  sealed_details: Buffer | null
  prev_hash: string
  hash: string
  signature: string
  key_id: string
}

const RECORD = `subject_id, seq, id, purpose, decision, decided_by, decided_as, text_id, text_sha256, text_language, text_country,
  major, minor, method, proof, at, details_hash, sealed_details, prev_hash, hash, signature, key_id`

export const keepText = statement(
  'consent.keep_text',
  `insert into consent.legal_text (id, country, purpose, major, minor, language, title, body, sha256, in_force_from, kept_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
)
export const findText = statement<TextRow>(
  'consent.find_text',
  'select id, country, purpose, major, minor, language, title, body, sha256 from consent.legal_text where id = $1',
)
export const startChain = statement(
  'consent.start_chain',
  `insert into consent.chain (subject_id, length, head_hash) values ($1, 0, repeat('0', 64)) on conflict do nothing`,
)
export const lockChain = statement<{ length: number; head_hash: string }>(
  'consent.lock_chain',
  'select length, head_hash from consent.chain where subject_id = $1 for update',
)
/** Nobody adds to the chain until the transaction ends; others may read it. */
export const holdChain = statement(
  'consent.hold_chain',
  'select subject_id from consent.chain where subject_id = $1 for share',
)
export const advanceChain = statement(
  'consent.advance_chain',
  'update consent.chain set length = length + 1, head_hash = $2 where subject_id = $1',
)
export const findChain = statement<{ length: number; head_hash: string }>(
  'consent.find_chain',
  'select length, head_hash from consent.chain where subject_id = $1',
)
/** Every person with a chain or a record, in order: one without the other is a finding too. */
export const subjectsAfter = statement<{ subject_id: string }>(
  'consent.subjects_after',
  `select subject_id from (
     (select subject_id from consent.chain where subject_id > $1 order by subject_id limit $2)
     union
     (select distinct subject_id from consent.record where subject_id > $1 order by subject_id limit $2)) as known
   order by subject_id limit $2`,
)
export const insertRecord = statement<RecordRow>(
  'consent.insert_record',
  `insert into consent.record (${RECORD})
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
   returning ${RECORD}`,
)
/** The newest decision of each person about one purpose. */
export const latestOf = statement<{
  decided_by: string
  decision: Decision
  major: number | null
  decided_as: 'self' | 'guardian'
  method: string
  text_id: string | null
  at: Temporal.Instant
}>(
  'consent.latest_of',
  `select distinct on (decided_by) decided_by, decision, major, decided_as, method, text_id, at
   from consent.record
   where subject_id = $1 and purpose = $2 order by decided_by, seq desc`,
)
/** The newest decision of each person about each purpose. */
export const latestOfAll = statement<RecordRow>(
  'consent.latest_of_all',
  `select distinct on (purpose, decided_by) ${RECORD} from consent.record
   where subject_id = $1 order by purpose, decided_by, seq desc`,
)
export const findRecord = statement<RecordRow>(
  'consent.find_record',
  `select ${RECORD} from consent.record where id = $1`,
)
export const findAt = statement<RecordRow>(
  'consent.find_at',
  `select ${RECORD} from consent.record where subject_id = $1 and seq = $2`,
)
/** A chain from after one of its records on. */
export const recordsAfter = statement<RecordRow>(
  'consent.records_after',
  `select ${RECORD} from consent.record where subject_id = $1 and seq > $2 order by seq limit $3`,
)
export const newestRecords = statement<RecordRow>(
  'consent.newest_records',
  `select ${RECORD} from consent.record where subject_id = $1 and seq < $2 order by seq desc limit $3`,
)
