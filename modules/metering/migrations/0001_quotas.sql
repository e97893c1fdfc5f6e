-- Quotas: what a person may use of a meter in a period. The amounts themselves lie in the ledger, one account per grant; these
-- rows say what each account and each transfer is for, so that the ledger's verifier can prove them.

-- One row per person and meter. Whoever reserves, settles, releases or ends a grant locks it first: one order for everybody.
create table metering.quota (
  subject_id uuid not null,
  meter text not null,
  -- The period and the share that were told of last.
  alerted_until timestamptz,
  alerted_percent smallint,
  constraint quota_pkey primary key (subject_id, meter),
  constraint quota_meter check (meter in ('ai_tokens', 'speech_seconds')),
  constraint quota_alerted check ((alerted_until is null) = (alerted_percent is null))
);

create table metering.quota_grant (
  subject_id uuid not null,
  id uuid not null,
  meter text not null,
  amount bigint not null,
  period_start timestamptz not null,
  period_end timestamptz not null,
  -- The end of the period, or earlier when it was taken back.
  closes_at timestamptz not null,
  granted_at timestamptz not null,
  transfer_id uuid not null,
  -- Repeats what the ledger says, for sums over a period without asking it account by account.
  taken bigint not null default 0,
  ended_at timestamptz,
  left_over bigint,
  end_transfer_id uuid,
  constraint quota_grant_pkey primary key (subject_id, id),
  constraint quota_grant_quota foreign key (subject_id, meter) references metering.quota (subject_id, meter),
  constraint quota_grant_amount check (amount between 1 and 1000000000000000),
  constraint quota_grant_period check (period_start < period_end and closes_at <= period_end),
  constraint quota_grant_taken check (taken between 0 and amount),
  constraint quota_grant_ended check (
    (ended_at is null) = (left_over is null) and (end_transfer_id is not null) = (coalesce(left_over, 0) > 0)
    and taken + coalesce(left_over, 0) <= amount)
);
create index quota_grant_open on metering.quota_grant (subject_id, meter, closes_at, id) where ended_at is null;
create index quota_grant_due on metering.quota_grant (closes_at, id) where ended_at is null;
create index quota_grant_transfer on metering.quota_grant (transfer_id);
create index quota_grant_end_transfer on metering.quota_grant (end_transfer_id) where end_transfer_id is not null;

-- An estimate set aside before it is spent.
create table metering.reservation (
  subject_id uuid not null,
  id uuid not null,
  meter text not null,
  estimate bigint not null,
  state text not null,
  reserved_at timestamptz not null,
  expires_at timestamptz not null,
  -- What was really used, and what of it the grants could give.
  used bigint,
  taken bigint,
  resolved_at timestamptz,
  constraint reservation_pkey primary key (subject_id, id),
  constraint reservation_quota foreign key (subject_id, meter) references metering.quota (subject_id, meter),
  constraint reservation_estimate check (estimate between 1 and 1000000000000000),
  constraint reservation_state check (state in ('held', 'settled', 'released')),
  constraint reservation_resolved check ((state = 'held') = (resolved_at is null)),
  constraint reservation_used check (
    (state = 'settled') = (used is not null) and (used is null) = (taken is null)
    and used >= 0 and taken between 0 and used)
);

-- What each grant gives to a reservation: held of it, then taken.
create table metering.reservation_part (
  subject_id uuid not null,
  reservation_id uuid not null,
  no smallint not null,
  grant_id uuid not null,
  -- Absent for what was taken beyond the estimate, or after the hold had run out.
  hold_id uuid,
  held bigint not null,
  taken bigint not null,
  transfer_id uuid,
  constraint reservation_part_pkey primary key (subject_id, reservation_id, no),
  constraint reservation_part_reservation foreign key (subject_id, reservation_id)
    references metering.reservation (subject_id, id),
  constraint reservation_part_grant foreign key (subject_id, grant_id) references metering.quota_grant (subject_id, id),
  constraint reservation_part_held check (held >= 0 and (held > 0) = (hold_id is not null)),
  constraint reservation_part_taken check (
    taken >= 0 and (taken > 0) = (transfer_id is not null) and (hold_id is null or taken <= held))
);
create index reservation_part_transfer on metering.reservation_part (transfer_id) where transfer_id is not null;

select kernel.protect('metering.quota', 'subject_id');
select kernel.protect('metering.quota_grant', 'subject_id');
select kernel.protect('metering.reservation', 'subject_id');
select kernel.protect('metering.reservation_part', 'subject_id');

grant select, insert on metering.quota, metering.quota_grant, metering.reservation, metering.reservation_part to :app;
grant update (alerted_until, alerted_percent) on metering.quota to :app;
grant update (taken, closes_at, ended_at, left_over, end_transfer_id) on metering.quota_grant to :app;
grant update (state, used, taken, resolved_at) on metering.reservation to :app;
grant update (taken, transfer_id) on metering.reservation_part to :app;
