/** What the routes of consent share: schemas, and rows as they go over the wire. */
import { Type } from 'typebox'
import { assert } from '../../kernel/assert.ts'
import type { Context } from '../../kernel/context.ts'
import { CivilDate, Instant, Nullable, WireId } from '../../kernel/http/schema.ts'
import { userId } from '../identity/api.ts'
import type { ConsentRecord } from './chain.ts'
import { recordId, textId } from './ids.ts'
import type { ShownText } from './texts.ts'

/** Staff who help people see how it stands; they decide nothing. */
export const VIEW = 'consent.view'

export const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256, hexadecimal' })
export const Purpose = Type.String({
  pattern: '^[a-z_]{1,40}$',
  description: 'One of the product’s: `account`, `learning_data`, `ai_conversation`, `voice_recording`, `marketing`',
})
export const LearnerParams = Type.Object({ id: WireId('usr') })
export const Method = Type.Union(
  (['in_app', 'card_charge', 'id_review', 'link_ended', 'came_of_age', 'restored'] as const).map((method) =>
    Type.Literal(method),
  ),
)
export const DecisionKind = Type.Union(
  (['given', 'refused', 'withdrawn', 'ended'] as const).map((decision) => Type.Literal(decision)),
)

export const TextSchema = Type.Object({
  id: WireId('ltx'),
  purpose: Purpose,
  language: Type.String(),
  version: Type.String({ description: 'major.minor; a new major version asks everybody anew' }),
  title: Type.String(),
  body: Type.String({ description: 'Plain text; blank lines part paragraphs. Show exactly this.' }),
  sha256: Sha256,
  in_force_from: CivilDate,
})

export const RecordSchema = Type.Object({
  id: WireId('cns'),
  seq: Type.Integer(),
  purpose: Purpose,
  decision: DecisionKind,
  decided_by: WireId('usr'),
  decided_as: Type.Union([Type.Literal('self'), Type.Literal('guardian')]),
  text_id: Nullable(WireId('ltx')),
  text_sha256: Nullable(Sha256),
  version: Nullable(Type.String()),
  method: Method,
  at: Instant,
  hash: Sha256,
})

export function textBody(text: ShownText) {
  const { id, purpose, language, major, minor, title, body, sha256, inForceFrom } = text
  return {
    id: textId.wire(id),
    purpose,
    language,
    version: `${major}.${minor}`,
    title,
    body,
    sha256,
    in_force_from: inForceFrom,
  }
}

export function recordBody(row: ConsentRecord) {
  return {
    id: recordId.wire(row.id),
    seq: row.seq,
    purpose: row.purpose,
    decision: row.decision,
    decided_by: userId.wire(row.decided_by),
    decided_as: row.decided_as,
    text_id: row.text_id === null ? null : textId.wire(row.text_id),
    text_sha256: row.text_sha256,
    version: row.major === null ? null : `${row.major}.${row.minor}`,
    method: row.method,
    at: row.at,
    hash: row.hash,
  }
}

export function me(ctx: Context): string {
  assert(ctx.actor.kind === 'user', 'the route lets only signed-in people in')
  return ctx.actor.userId
}
