-- Conversations of learners with the tutor. What is said is sealed with the learner's key.

create table tutoring.conversation (
  learner_id uuid not null,
  id uuid not null,
  started_at timestamptz not null,
  last_at timestamptz not null,
  constraint conversation_pkey primary key (learner_id, id)
);
create index conversation_last on tutoring.conversation (learner_id, last_at desc, id desc);

-- A question and its answer. The id is the asker's: the same question sent again is the same row.
create table tutoring.exchange (
  learner_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  asked_at timestamptz not null,
  question bytea not null,
  -- What was streamed so far, then the whole.
  answer bytea,
  streamed_characters integer not null default 0,
  state text not null,
  -- Who answers: the built-in tutor, a model, or the sentences kept for a child in distress.
  helper text not null,
  provider text not null,
  model text not null,
  -- The exercise at hand, by its key; what the built-in tutor gave for it.
  exercise text,
  given text[] not null default '{}',
  concern text,
  -- Whether a quota is set aside under this id.
  reserved boolean not null,
  prompt_tokens integer not null,
  tokens_in integer,
  tokens_out integer,
  -- After this nobody is answering any more.
  deadline_at timestamptz not null,
  finished_at timestamptz,
  constraint exchange_pkey primary key (learner_id, id),
  constraint exchange_conversation foreign key (learner_id, conversation_id)
    references tutoring.conversation (learner_id, id) on delete cascade,
  constraint exchange_state check (state in ('answering', 'answered', 'cut')),
  constraint exchange_finished check ((state = 'answering') = (finished_at is null)),
  constraint exchange_helper check (helper in ('built_in', 'model', 'care')),
  constraint exchange_concern check (concern in ('distress', 'danger')),
  constraint exchange_counts check (
    streamed_characters >= 0 and prompt_tokens >= 0 and tokens_in >= 0 and tokens_out >= 0)
);
create index exchange_conversation on tutoring.exchange (learner_id, conversation_id, asked_at, id);
create index exchange_exercise on tutoring.exchange (learner_id, exercise) where exercise is not null;
create index exchange_due on tutoring.exchange (deadline_at) where state = 'answering';
create index exchange_concern on tutoring.exchange (asked_at desc, id desc) where concern is not null;
create index exchange_asked on tutoring.exchange using brin (asked_at) with (pages_per_range = 32, autosummarize = on);

select kernel.protect('tutoring.conversation', 'learner_id');
select kernel.protect('tutoring.exchange', 'learner_id');

grant select, insert, delete on tutoring.conversation, tutoring.exchange to :app;
grant update (last_at) on tutoring.conversation to :app;
grant update (answer, streamed_characters, state, helper, provider, model, given, tokens_in, tokens_out, finished_at)
  on tutoring.exchange to :app;
