-- Money that comes in through a provider: what was asked for, what came, what was given back, and what the provider said.

-- One wish to be paid. `owner_id` is whom the money is for; `purpose` and `reference` are the asking module's.
create table payments.payment (
  owner_id uuid not null,
  id uuid not null,
  provider text not null,
  purpose text not null,
  reference uuid not null,
  amount_minor bigint not null,
  currency text not null,
  state text not null,
  late boolean not null default false,
  payer_id uuid,                     -- whose key seals the number
  payer_mobile bytea,                -- sealed; null once erased
  success_url text not null,
  error_url text not null,
  open_attempts integer not null default 0,
  opening_until timestamptz,         -- somebody is asking the provider for a session right now
  session_ref text,
  launch_url text,
  expires_at timestamptz,
  cancel_requested_at timestamptz,
  failure_code text,
  polls integer not null default 0,
  poll_at timestamptz,               -- when to ask the provider next; null when there is nothing to ask
  created_at timestamptz not null,
  opened_at timestamptz,
  succeeded_at timestamptz,
  ended_at timestamptz,
  constraint payment_pkey primary key (owner_id, id),
  constraint payment_amount check (amount_minor > 0),
  constraint payment_state check (state in ('created', 'opened', 'succeeded', 'expired', 'cancelled', 'disputed')),
  constraint payment_paid_has_instant check ((state = 'succeeded') = (succeeded_at is not null)),
  constraint payment_open_has_session check (state <> 'opened' or session_ref is not null)
);
create index payment_created_at on payments.payment (created_at, id);
create index payment_state_created_at on payments.payment (state, created_at, id);
create index payment_poll_at on payments.payment (poll_at) where poll_at is not null;
create index payment_reference on payments.payment (reference);
create index payment_payer on payments.payment (payer_id) where payer_id is not null;

-- Money that came, once per session of the provider. Only one receipt of a payment serves its purpose.
create table payments.receipt (
  owner_id uuid not null,
  payment_id uuid not null,
  session_ref text not null,
  status text not null,
  amount_minor bigint not null,
  currency text not null,
  transaction_ref text,
  transfer_id uuid not null,
  received_at timestamptz not null,
  recorded_at timestamptz not null,
  constraint receipt_pkey primary key (owner_id, payment_id, session_ref),
  constraint receipt_payment foreign key (owner_id, payment_id) references payments.payment (owner_id, id),
  constraint receipt_amount check (amount_minor > 0),
  constraint receipt_status check (status in ('applied', 'duplicate', 'disputed'))
);
create unique index receipt_one_applied on payments.receipt (owner_id, payment_id) where status = 'applied';
create index receipt_transfer on payments.receipt (transfer_id);

-- Money given back to the payer. One refund that is under way or done per receipt.
create table payments.refund (
  owner_id uuid not null,
  id uuid not null,
  payment_id uuid not null,
  session_ref text not null,
  amount_minor bigint not null,
  currency text not null,
  from_account jsonb not null,
  reason text not null,
  state text not null,
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  last_error text,
  failure_code text,
  settled_transfer_id uuid not null, -- of the transfer that ends it: to the provider, or back
  requested_at timestamptz not null,
  ended_at timestamptz,
  constraint refund_pkey primary key (owner_id, id),
  constraint refund_payment foreign key (owner_id, payment_id) references payments.payment (owner_id, id),
  constraint refund_amount check (amount_minor > 0),
  constraint refund_state check (state in ('requested', 'succeeded', 'failed')),
  constraint refund_ended check ((state = 'requested') = (ended_at is null))
);
create unique index refund_once on payments.refund (owner_id, payment_id, session_ref) where state <> 'failed';
create index refund_due on payments.refund (next_attempt_at) where state = 'requested';
create index refund_by_payment on payments.refund (owner_id, payment_id);
create index refund_by_id on payments.refund (id);
create index refund_settled_transfer on payments.refund (settled_transfer_id);

-- What happened to a payment, in order: for the person who asks where the money is.
create table payments.step (
  owner_id uuid not null,
  payment_id uuid not null,
  id uuid not null,
  code text not null,
  details jsonb,
  at timestamptz not null,
  constraint step_pkey primary key (owner_id, payment_id, id),
  constraint step_payment foreign key (owner_id, payment_id) references payments.payment (owner_id, id)
);

-- From a name the provider knows (our reference, its session) to the payment: the provider never names the owner.
create table payments.provider_reference (
  reference text not null,
  owner_id uuid not null,
  payment_id uuid not null,
  created_at timestamptz not null,
  constraint provider_reference_pkey primary key (reference)
);

-- What the provider told us, once per event.
create table payments.webhook_event (
  event_id text not null,
  provider text not null,
  type text not null,
  status text not null,
  outcome text,                      -- what it did, or why it did nothing
  session_ref text,
  body bytea,                        -- as it came, sealed; null after its retention
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  received_at timestamptz not null,
  processed_at timestamptz,
  constraint webhook_event_pkey primary key (event_id, provider),
  constraint webhook_event_status check (status in ('received', 'processed', 'ignored', 'unmatched', 'disputed'))
);
create index webhook_event_received_at on payments.webhook_event (received_at, event_id);
create index webhook_event_status_received_at on payments.webhook_event (status, received_at, event_id);
create index webhook_event_session on payments.webhook_event (session_ref) where session_ref is not null;
create index webhook_event_due on payments.webhook_event (next_attempt_at) where next_attempt_at is not null;

create trigger receipt_is_append_only before update or delete on payments.receipt
  for each row execute function kernel.refuse_change();
create trigger step_is_append_only before update or delete on payments.step
  for each row execute function kernel.refuse_change();

select kernel.protect('payments.payment', 'owner_id');
select kernel.protect('payments.receipt', 'owner_id');
select kernel.protect('payments.refund', 'owner_id');
select kernel.protect('payments.step', 'owner_id');

grant select, insert, update on payments.payment, payments.refund to :app;
grant select, insert on payments.receipt, payments.step, payments.provider_reference to :app;
grant select, insert, update, delete on payments.webhook_event to :app;
