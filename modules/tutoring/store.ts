/** SQL of conversations. Everything is found by its learner. */
import { statement } from '../../kernel/db/statement.ts'
import type { Given } from './rules.ts'
import type { Concern } from './words.ts'

export interface ExchangeRow {
  learner_id: string
  id: string
  conversation_id: string
  asked_at: Temporal.Instant
  question: Buffer
  answer: Buffer | null
  streamed_characters: number
  state: 'answering' | 'answered' | 'cut'
  helper: 'built_in' | 'model' | 'care'
  provider: string
  model: string
  exercise: string | null
  given: Given[]
  concern: Concern | null
  reserved: boolean
  prompt_tokens: number
  deadline_at: Temporal.Instant
}

const EXCHANGE = `learner_id, id, conversation_id, asked_at, question, answer, streamed_characters, state, helper, provider,
  model, exercise, given, concern, reserved, prompt_tokens, deadline_at`

/** Makes the conversation when it is new, else notes that it went on. */
export const touchConversation = statement(
  'tutoring.touch_conversation',
  `insert into tutoring.conversation as c (learner_id, id, started_at, last_at) values ($1, $2, $3, $3)
   on conflict on constraint conversation_pkey do update set last_at = greatest(c.last_at, excluded.last_at)`,
)

export const insertExchange = statement(
  'tutoring.insert_exchange',
  `insert into tutoring.exchange (learner_id, id, conversation_id, asked_at, question, answer, streamed_characters, state,
     helper, provider, model, exercise, concern, reserved, prompt_tokens, deadline_at, finished_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
   on conflict on constraint exchange_pkey do nothing`,
)

export const findExchange = statement<ExchangeRow>(
  'tutoring.find_exchange',
  `select ${EXCHANGE} from tutoring.exchange where learner_id = $1 and id = $2`,
)

export const lockExchange = statement<ExchangeRow>(
  'tutoring.lock_exchange',
  `select ${EXCHANGE} from tutoring.exchange where learner_id = $1 and id = $2 for update`,
)

export const saveStreamed = statement(
  'tutoring.save_streamed',
  `update tutoring.exchange set answer = $3, streamed_characters = $4
   where learner_id = $1 and id = $2 and state = 'answering'`,
)

export const finishExchange = statement(
  'tutoring.finish_exchange',
  `update tutoring.exchange set answer = coalesce($3, answer), streamed_characters = $4, state = $5, helper = $6,
     provider = $7, model = $8, given = $9, tokens_in = $10, tokens_out = $11, finished_at = $12
   where learner_id = $1 and id = $2 and state = 'answering'`,
)

/** The latest of a conversation before now, newest first. */
export const latestOf = statement<ExchangeRow>(
  'tutoring.latest_of',
  `select ${EXCHANGE} from tutoring.exchange
   where learner_id = $1 and conversation_id = $2 and state <> 'answering' and concern is null and id <> $3
   order by asked_at desc, id desc limit $4`,
)

/** All that was given for an exercise. */
export const givenFor = statement<{ given: Given[] }>(
  'tutoring.given_for',
  `select given from tutoring.exchange where learner_id = $1 and exercise = $2 and cardinality(given) > 0
   order by asked_at, id limit 200`,
)

export interface ConversationRow {
  id: string
  started_at: Temporal.Instant
  last_at: Temporal.Instant
  exchanges: bigint
}

/** With at least one exchange that may be shown: those of danger only where $5 says so. */
export const listConversations = statement<ConversationRow>(
  'tutoring.list_conversations',
  `select c.id, c.started_at, c.last_at, x.exchanges
   from tutoring.conversation c
   cross join lateral (
     select count(*) as exchanges from tutoring.exchange e
     where e.learner_id = c.learner_id and e.conversation_id = c.id and ($5 or e.concern is distinct from 'danger')) x
   where c.learner_id = $1 and x.exchanges > 0
     and ($2::timestamptz is null or (c.last_at, c.id) < ($2::timestamptz, $3::uuid))
   order by c.last_at desc, c.id desc limit $4`,
)

export const exchangesOf = statement<ExchangeRow>(
  'tutoring.exchanges_of',
  `select ${EXCHANGE} from tutoring.exchange
   where learner_id = $1 and conversation_id = $2 and ($6 or concern is distinct from 'danger')
     and ($3::timestamptz is null or (asked_at, id) > ($3::timestamptz, $4::uuid))
   order by asked_at, id limit $5`,
)

export const allOf = statement<ExchangeRow>(
  'tutoring.all_of',
  `select ${EXCHANGE} from tutoring.exchange where learner_id = $1 order by asked_at, id limit $2`,
)

export const dueExchanges = statement<{ learner_id: string; id: string }>(
  'tutoring.due_exchanges',
  `select learner_id, id from tutoring.exchange where state = 'answering' and deadline_at <= $1
   order by deadline_at limit $2`,
)

export const answeringOf = statement<{ id: string }>(
  'tutoring.answering_of',
  `select id from tutoring.exchange where learner_id = $1 and state = 'answering' limit 100`,
)

/** Every learner's: for staff who look after children. Without what was said. */
export const listConcerns = statement<{
  learner_id: string
  id: string
  conversation_id: string
  concern: Concern
  asked_at: Temporal.Instant
}>(
  'tutoring.list_concerns',
  `select learner_id, id, conversation_id, concern, asked_at from tutoring.exchange
   where concern is not null and ($1::timestamptz is null or (asked_at, id) < ($1::timestamptz, $2::uuid))
   order by asked_at desc, id desc limit $3`,
)

export const deleteConversationsOf = statement(
  'tutoring.delete_conversations_of',
  'delete from tutoring.conversation where learner_id = $1',
)

export const removeExchangesBefore = statement(
  'tutoring.remove_exchanges_before',
  `delete from tutoring.exchange
   where asked_at < $1 and state <> 'answering' and not (learner_id = any($2::uuid[]))`,
)

export const removeEmptyConversations = statement(
  'tutoring.remove_empty_conversations',
  `delete from tutoring.conversation c where c.last_at < $1 and not (c.learner_id = any($2::uuid[]))
     and not exists (select from tutoring.exchange e where e.learner_id = c.learner_id and e.conversation_id = c.id)`,
)
