-- Asking guardians for a child: the link that was sent to each, what was answered on it, and the small charge that proves it.

create table consent.request (
  guardian_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  asked_by uuid not null,
  purposes text[] not null,
  token_hash text not null,
  state text not null,
  trouble text,                        -- why the last proof came to nothing
  method text,
  answers jsonb,                       -- purpose → hash of the text that was shown; kept until proven
  sealed_origin bytea,                 -- where the answer came from, with the guardian's key
  payment_id uuid,
  attempt smallint not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  constraint request_pkey primary key (guardian_id, id),
  constraint request_token unique (guardian_id, token_hash),
  constraint request_state check (state in ('open', 'proving', 'decided', 'expired', 'cancelled')),
  constraint request_trouble check (trouble in ('declined', 'not_paid', 'disputed', 'text_changed', 'not_entitled')),
  constraint request_ended check ((state in ('open', 'proving')) = (ended_at is null)),
  constraint request_proving check (state <> 'proving' or (payment_id is not null and answers is not null)),
  constraint request_purposes check (cardinality(purposes) between 1 and 20)
);
create index request_about on consent.request (subject_id, asked_at desc);
create index request_due on consent.request (expires_at) where state = 'open';

-- One charge asked for as a proof, and its way back.
create table consent.proof (
  guardian_id uuid not null,
  payment_id uuid not null,
  request_id uuid not null,
  asked_at timestamptz not null,
  paid_at timestamptz,
  refund_state text,
  refund_attempts smallint not null default 0,
  refund_due_at timestamptz,
  constraint proof_pkey primary key (guardian_id, payment_id),
  constraint proof_request foreign key (guardian_id, request_id) references consent.request (guardian_id, id),
  constraint proof_refund check (refund_state in ('asked', 'done', 'failed')),
  constraint proof_refund_follows check ((paid_at is null) = (refund_state is null)),
  constraint proof_due check ((refund_state = 'failed') = (refund_due_at is not null))
);
create index proof_refund_due on consent.proof (refund_due_at) where refund_state = 'failed';

-- Who was told that a text asks them anew, once per version.
create table consent.asked_again (
  subject_id uuid not null,
  decided_by uuid not null,
  purpose text not null,
  major integer not null,
  asked_at timestamptz not null,
  constraint asked_again_pkey primary key (subject_id, decided_by, purpose, major)
);

grant select, insert, update on consent.request, consent.proof to :app;
grant select, insert on consent.asked_again to :app;

select kernel.protect('consent.request', 'guardian_id');
select kernel.protect('consent.proof', 'guardian_id');
select kernel.protect('consent.asked_again', 'subject_id');
