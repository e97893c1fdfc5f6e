-- Money that goes out to people and partners. The row is written, and the money set aside, before the provider is asked.
create table payouts.payout (
  owner_id uuid not null,            -- whose money it is
  id uuid not null,                  -- also the key under which the provider is asked
  provider text not null,
  purpose text not null,
  reference uuid not null,
  amount_minor bigint not null,
  currency text not null,
  from_account jsonb not null,
  mobile bytea,                      -- sealed; null once erased
  name bytea,                        -- sealed
  note text,
  state text not null,
  provider_ref text,
  fee_minor bigint,                  -- what the provider takes on top; ours to bear
  failure_code text,
  attempts integer not null default 0,
  next_check_at timestamptz,         -- when to try or to ask again; null when there is nothing left to learn
  last_error text,
  settled_transfer_id uuid not null, -- of the transfer that ends it: to the provider, or back
  returned_transfer_id uuid not null,
  requested_at timestamptz not null,
  succeeded_at timestamptz,
  ended_at timestamptz,
  constraint payout_pkey primary key (owner_id, id),
  constraint payout_amount check (amount_minor > 0),
  constraint payout_state check (state in ('requested', 'processing', 'succeeded', 'failed', 'reversed')),
  constraint payout_paid_has_instant check ((state in ('succeeded', 'reversed')) = (succeeded_at is not null))
);
-- One thing is paid out once: another try is possible only when this one came to nothing.
create unique index payout_once on payouts.payout (owner_id, purpose, reference) where state not in ('failed', 'reversed');
create index payout_requested_at on payouts.payout (requested_at, id);
create index payout_state_requested_at on payouts.payout (state, requested_at, id);
create index payout_due on payouts.payout (next_check_at) where next_check_at is not null;
create index payout_by_id on payouts.payout (id);
create index payout_by_reference on payouts.payout (reference);
create index payout_settled_transfer on payouts.payout (settled_transfer_id);
create index payout_returned_transfer on payouts.payout (returned_transfer_id) where state = 'reversed';

select kernel.protect('payouts.payout', 'owner_id');
grant select, insert, update on payouts.payout to :app;
