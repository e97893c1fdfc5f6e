-- What happened when learners practised. Courses stand in code; here are the keys and seeds of what was asked. The log of
-- answers is the truth; all else follows from it and can be replayed.

-- One row per person who ever practised. Its lock puts everything written about them in one order.
create table learning.learner (
  learner_id uuid not null,
  time_zone text not null,
  last_at timestamptz not null,
  streak_day date,
  streak_days integer not null default 0,
  streak_longest integer not null default 0,
  freezes_used smallint not null default 0,
  risk_told_on date,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint learner_pkey primary key (learner_id),
  constraint learner_streak check (
    streak_days >= 0 and streak_longest >= streak_days and (streak_days = 0) = (streak_day is null)),
  constraint learner_freezes check (freezes_used between 0 and 2)
);
create index learner_streak_day on learning.learner (streak_day, learner_id) where streak_days > 0;
create index learner_last_at on learning.learner (last_at, learner_id);

create table learning.enrolment (
  learner_id uuid not null,
  subject text not null,
  enrolled_at timestamptz not null,
  constraint enrolment_pkey primary key (learner_id, subject)
);

-- `id` is made by the device, so that a repeat is one; `exercise_id` follows from the signed exercise, so that it counts once.
-- `given` is the number that was read, never other words; null where the learner asked to be shown.
create table learning.answer (
  learner_id uuid not null,
  id uuid not null,
  exercise_id uuid not null,
  subject text not null,
  course_version integer not null,
  concept text not null,
  template text not null,
  seed bigint not null,
  choices smallint,
  given text,
  correct boolean not null,
  hints smallint not null,
  seconds integer not null,
  answered_at timestamptz not null,
  received_at timestamptz not null,
  day date not null,
  time_zone text not null,
  clamped boolean not null,
  late boolean not null,
  constraint answer_pkey primary key (learner_id, id),
  constraint answer_exercise_key unique (learner_id, exercise_id),
  constraint answer_given check (length(given) between 1 and 120),
  constraint answer_shown check (given is not null or not correct),
  constraint answer_hints check (hints between 0 and 9),
  constraint answer_seconds check (seconds between 0 and 86400),
  constraint answer_not_ahead check (answered_at <= received_at)
);
create index answer_of_concept on learning.answer (learner_id, subject, concept, answered_at, id);
create index answer_in_time on learning.answer (learner_id, answered_at, id);

-- Derived: the probability that a concept is mastered, how sure that is, and the memory of it once it was. `id` names the row
-- to the outside; `trace` is the fold's own state, exact, and says nothing without rules.ts.
create table learning.mastery (
  learner_id uuid not null,
  subject text not null,
  concept text not null,
  id uuid not null,
  model_version text not null,
  probability double precision not null,
  deviation double precision not null,
  trace double precision[] not null,
  answers integer not null,
  right_answers integer not null,
  lately smallint not null,
  last_at timestamptz not null,
  last_answer_id uuid not null,
  mastered_at timestamptz,
  due_at timestamptz,
  reviewed_at timestamptz,
  stability double precision,
  difficulty double precision,
  repetitions integer,
  lapses integer,
  constraint mastery_pkey primary key (learner_id, subject, concept),
  constraint mastery_probability check (probability between 0 and 1 and deviation between 0 and 1),
  constraint mastery_counts check (right_answers between 0 and answers),
  constraint mastery_memory check (
    num_nulls(due_at, reviewed_at, stability, difficulty, repetitions, lapses) in (0, 6)
    and (mastered_at is null) = (due_at is null))
);

-- Derived: what dashboards read, so that a year costs what a week does. `counts`: enough answers for the streak.
create table learning.study_day (
  learner_id uuid not null,
  day date not null,
  answers integer not null,
  right_answers integer not null,
  seconds integer not null,
  counts boolean not null,
  constraint study_day_pkey primary key (learner_id, day)
);
create table learning.concept_day (
  learner_id uuid not null,
  day date not null,
  subject text not null,
  concept text not null,
  answers integer not null,
  right_answers integer not null,
  seconds integer not null,
  constraint concept_day_pkey primary key (learner_id, day, subject, concept)
);

comment on table learning.answer is 'Append-only: nothing may be changed; rows go with the person or after long disuse.';
create trigger answer_append_only before update on learning.answer
  for each row execute function kernel.refuse_change();

grant select, insert, update, delete on learning.learner, learning.mastery, learning.study_day, learning.concept_day to :app;
grant select, insert, delete on learning.enrolment, learning.answer to :app;

select kernel.protect('learning.learner', 'learner_id');
select kernel.protect('learning.enrolment', 'learner_id');
select kernel.protect('learning.answer', 'learner_id');
select kernel.protect('learning.mastery', 'learner_id');
select kernel.protect('learning.study_day', 'learner_id');
select kernel.protect('learning.concept_day', 'learner_id');
