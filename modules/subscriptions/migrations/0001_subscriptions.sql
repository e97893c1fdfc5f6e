-- Subscriptions: who pays for whose lessons, until when; what was billed, paid, credited, given back; what is earned by the day.
-- Everything about one lives with it, whoever pays: a payer may change, its money and its documents stay.
create table subscriptions.subscription (
  id uuid not null,
  payer_id uuid not null,
  status text not null,
  plan text not null,
  plan_version integer not null,
  cycle text not null,
  base_minor bigint not null,            -- as promised for the running period, tax included
  extra_minor bigint not null,
  seats_included integer not null,
  seats_max integer not null,
  price_minor bigint not null,           -- of a period with the learners there are
  currency text not null,
  anchor_on date not null,               -- every billing day is counted from it
  period_start date not null,
  period_end date not null,              -- the first day of the next one
  period_days integer not null,          -- its own length; a pause moves the end, not this
  allowed_until date not null,           -- allowances are given up to here
  reminded_for date,                     -- the end of the trial of which the payer was reminded
  cancel_at_period_end boolean not null default false,
  paid_ahead uuid,                       -- the paid invoice of the period after this one
  charging uuid,                         -- the charge of the card that is under way
  card_id uuid,
  provider_subscription_id uuid,         -- when the provider renews: the id that payments know it by
  failed_on date,
  retries integer not null default 0,
  paused_on date,
  paused_until date,
  next_plan text,
  next_cycle text,
  noticed_version integer,               -- of the price that was announced to the payer, and when
  noticed_on date,
  due_at timestamptz,                    -- when something has to happen next
  created_at timestamptz not null,
  created_by uuid not null,
  started_at timestamptz,
  suspended_at timestamptz,
  ended_at timestamptz,
  end_reason text,
  constraint subscription_pkey primary key (id),
  constraint subscription_status check (
    status in ('pending', 'trial', 'active', 'grace', 'suspended', 'paused', 'cancelled')),
  constraint subscription_cycle check (cycle in ('monthly', 'quarterly', 'yearly')),
  constraint subscription_next_cycle check (next_cycle in ('monthly', 'quarterly', 'yearly')),
  constraint subscription_period check (period_end >= period_start),
  constraint subscription_prices check (base_minor > 0 and extra_minor >= 0 and price_minor > 0),
  constraint subscription_seats check (seats_included >= 1 and seats_max >= seats_included),
  constraint subscription_failed check (status not in ('grace', 'suspended') or failed_on is not null),
  constraint subscription_paused check ((status = 'paused') = (paused_on is not null) and (status = 'paused') = (paused_until is not null)),
  constraint subscription_ended check ((status = 'cancelled') = (ended_at is not null) and (status = 'cancelled') = (end_reason is not null)),
  constraint subscription_end_reason check (end_reason in ('payer', 'unpaid', 'abandoned', 'staff', 'erased', 'provider', 'nobody_left'))
);
create index subscription_payer on subscriptions.subscription (payer_id, status);
create index subscription_due on subscriptions.subscription (due_at) where due_at is not null;
create index subscription_provider on subscriptions.subscription (provider_subscription_id)
  where provider_subscription_id is not null;
create index subscription_by_time on subscriptions.subscription (created_at, id);
create index subscription_plan on subscriptions.subscription (plan, id) where status <> 'cancelled';

-- Whom it covers and covered; from, to (the first day no more).
create table subscriptions.seat (
  subscription_id uuid not null,
  learner_id uuid not null,
  from_on date not null,
  to_on date,
  leaves_at_period_end boolean not null default false,
  constraint seat_pkey primary key (subscription_id, learner_id, from_on),
  constraint seat_days check (to_on >= from_on)
);
create index seat_learner on subscriptions.seat (learner_id, from_on);
create unique index seat_once on subscriptions.seat (subscription_id, learner_id) where to_on is null;

-- One current subscription per learner, whoever starts it.
create table subscriptions.cover (
  learner_id uuid not null,
  subscription_id uuid not null,
  constraint cover_pkey primary key (learner_id)
);

-- Who has had a trial: payers, children, and keyed hashes of the contacts they used. Never freed.
create table subscriptions.trial_claim (
  claimant text not null,
  subscription_id uuid not null,
  claimed_at timestamptz not null,
  constraint trial_claim_pkey primary key (claimant)
);

-- Pauses, so that those of twelve months can be summed.
create table subscriptions.pause (
  subscription_id uuid not null,
  from_on date not null,
  until_on date not null,
  ended_on date,
  constraint pause_pkey primary key (subscription_id, from_on),
  constraint pause_days check (until_on > from_on and ended_on >= from_on)
);

-- What a learner was given for a month, so that changing plans to and fro, or leaving and joining again, gives nothing twice.
create table subscriptions.allowance (
  subscription_id uuid not null,
  learner_id uuid not null,
  meter text not null,
  until_on date not null,
  amount bigint not null,
  constraint allowance_pkey primary key (subscription_id, learner_id, meter, until_on)
);

-- Prices after the first ones, announced by staff. The first ones stand in the product's policy.
create table subscriptions.plan_version (
  plan text not null,
  version integer not null,
  prices jsonb not null,
  effective_on date not null,
  announced_by uuid,
  announced_at timestamptz not null,
  constraint plan_version_pkey primary key (plan, version),
  constraint plan_version_later check (version >= 2)
);

-- Invoices and credit notes. Open ones have no number; numbers have no gaps.
create table subscriptions.invoice (
  subscription_id uuid not null,
  id uuid not null,                      -- also the id of its transfer
  kind text not null,
  reason text not null,
  status text not null,
  number text,
  payer_id uuid not null,
  billed_to bytea,                       -- the payer's name as issued, sealed; null once erased
  plan text not null,
  plan_version integer not null,
  cycle text not null,
  base_minor bigint not null,
  extra_minor bigint not null,
  learners integer not null,
  adds_learner uuid,                     -- a change: whom it adds
  currency text not null,
  gross_minor bigint not null,
  net_minor bigint not null,
  tax_minor bigint not null,
  tax_basis_points integer not null,
  credit_minor bigint not null default 0, -- paid from credit; the rest came as money
  refunded_minor bigint not null default 0, -- credit notes on it, tax included
  moved_minor bigint not null default 0, -- what its transfer moved
  from_on date not null,
  to_on date not null,
  days integer not null,
  days_done integer not null default 0,
  next_on date,                          -- the next day that will be earned; null when there is none
  corrects uuid,                         -- a credit note: of which invoice
  pages integer not null default 0,      -- payment pages and charges of cards made for it
  due_on date not null,
  issued_on date,
  created_at timestamptz not null,
  settled_at timestamptz,
  constraint invoice_pkey primary key (subscription_id, id),
  constraint invoice_kind check (kind in ('invoice', 'credit_note')),
  constraint invoice_reason check (reason in ('period', 'change', 'unused', 'allowance')),
  constraint invoice_status check (status in ('open', 'paid', 'void')),
  constraint invoice_adds_up check (gross_minor = net_minor + tax_minor and net_minor >= 0 and tax_minor >= 0),
  constraint invoice_credit check (credit_minor between 0 and gross_minor),
  constraint invoice_refunded check (refunded_minor between 0 and gross_minor),
  constraint invoice_days check (days >= 1 and days_done between 0 and days),
  constraint invoice_numbered check ((status = 'paid') = (number is not null) and (status = 'paid') = (issued_on is not null)
    and (status = 'paid') = (settled_at is not null)),
  constraint invoice_corrects check ((kind = 'credit_note') = (corrects is not null)),
  constraint invoice_earned check (next_on is null or (status = 'paid' and kind = 'invoice' and days_done < days))
);
-- One paid period per first day, whoever renews and however often.
create unique index invoice_one_period on subscriptions.invoice (subscription_id, from_on)
  where reason = 'period' and status = 'paid';
create unique index invoice_one_open on subscriptions.invoice (subscription_id, reason) where status = 'open';
create unique index invoice_number on subscriptions.invoice (subscription_id, number) where number is not null;
create index invoice_id on subscriptions.invoice (id);
create index invoice_payer on subscriptions.invoice (payer_id, created_at, id);
create index invoice_earning on subscriptions.invoice (next_on) where next_on is not null;
create index invoice_by_number on subscriptions.invoice (number) where number is not null;
create index invoice_paid on subscriptions.invoice (id) where status = 'paid';

create table subscriptions.line (
  subscription_id uuid not null,
  invoice_id uuid not null,
  line_no integer not null,
  kind text not null,
  plan text not null,
  quantity integer not null,
  gross_minor bigint not null,
  from_on date not null,
  to_on date not null,
  constraint line_pkey primary key (subscription_id, invoice_id, line_no),
  constraint line_invoice foreign key (subscription_id, invoice_id) references subscriptions.invoice (subscription_id, id),
  constraint line_kind check (kind in ('plan', 'seats', 'new_terms', 'old_terms', 'unused', 'allowance')),
  constraint line_quantity check (quantity >= 1)
);

-- The last number of each series: `invoice:2026`. Taken in the transaction that issues, so that none is lost.
create table subscriptions.numbering (
  series text not null,
  last integer not null,
  constraint numbering_pkey primary key (series)
);

-- Each try to be paid for an invoice. Its id is the payment's.
create table subscriptions.charge (
  subscription_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  method text not null,
  status text not null,
  amount_minor bigint not null,
  returned_minor bigint not null default 0,
  failure text,
  made_at timestamptz not null,
  ended_at timestamptz,
  constraint charge_pkey primary key (subscription_id, id),
  constraint charge_invoice foreign key (subscription_id, invoice_id) references subscriptions.invoice (subscription_id, id),
  constraint charge_method check (method in ('page', 'card', 'provider')),
  constraint charge_status check (status in ('open', 'applied', 'returned', 'failed', 'expired', 'disputed')),
  constraint charge_returned check (returned_minor between 0 and amount_minor)
);
-- The same invoice is paid once, and tried one way at a time.
create unique index charge_applied_once on subscriptions.charge (subscription_id, invoice_id) where status = 'applied';
create unique index charge_open_once on subscriptions.charge (subscription_id, invoice_id, method) where status = 'open';

-- Money on its way back to whoever paid it.
create table subscriptions.repayment (
  subscription_id uuid not null,
  id uuid not null,                      -- the refund's in payments
  charge_id uuid not null,
  amount_minor bigint not null,
  reason text not null,
  status text not null default 'sent',
  failure text,
  asked_at timestamptz not null,
  ended_at timestamptz,
  constraint repayment_pkey primary key (subscription_id, id),
  constraint repayment_charge foreign key (subscription_id, charge_id) references subscriptions.charge (subscription_id, id),
  constraint repayment_amount check (amount_minor > 0),
  constraint repayment_reason check (reason in ('paid_twice', 'too_late', 'unused', 'allowance')),
  constraint repayment_status check (status in ('sent', 'succeeded', 'failed'))
);

-- What staff want to give back; above a limit another one decides.
create table subscriptions.refund_request (
  subscription_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  amount_minor bigint not null,
  ends boolean not null,
  note text not null,
  status text not null,
  requested_by uuid not null,
  requested_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decision_note text,
  constraint refund_request_pkey primary key (subscription_id, id),
  constraint refund_request_amount check (amount_minor > 0),
  constraint refund_request_status check (status in ('pending', 'approved', 'rejected', 'alone')),
  constraint refund_request_two_people check (decided_by <> requested_by),
  constraint refund_request_decided check ((status in ('approved', 'rejected')) = (decided_by is not null))
);
create index refund_request_id on subscriptions.refund_request (id);
create index refund_request_waiting on subscriptions.refund_request (requested_at, id);
create unique index refund_request_one_waiting on subscriptions.refund_request (subscription_id, invoice_id)
  where status = 'pending';

-- What a day earned. One transfer each.
create table subscriptions.recognition (
  subscription_id uuid not null,
  invoice_id uuid not null,
  on_day date not null,
  day_no integer not null,
  amount_minor bigint not null,
  transfer_id uuid not null,
  constraint recognition_pkey primary key (subscription_id, invoice_id, on_day),
  constraint recognition_counted_once unique (subscription_id, invoice_id, day_no),
  constraint recognition_amount check (amount_minor > 0)
);
create index recognition_transfer on subscriptions.recognition (transfer_id);
create index recognition_day on subscriptions.recognition (subscription_id, on_day);

create trigger recognition_is_append_only before update or delete on subscriptions.recognition
  for each row execute function kernel.refuse_change();
create trigger line_is_append_only before update or delete on subscriptions.line
  for each row execute function kernel.refuse_change();
create trigger plan_version_is_append_only before update or delete on subscriptions.plan_version
  for each row execute function kernel.refuse_change();
create trigger invoice_is_never_removed before delete on subscriptions.invoice
  for each row execute function kernel.refuse_change();

-- What is issued stays as it was issued; only how far it is earned and credited moves on.
create function subscriptions.keep_issued() returns trigger language plpgsql as $$
begin
  if old.status <> 'open' and (new.status, new.number, new.kind, new.reason, new.payer_id, new.plan, new.plan_version, new.cycle,
      new.learners, new.currency, new.gross_minor, new.net_minor, new.tax_minor, new.tax_basis_points, new.credit_minor, new.moved_minor,
      new.from_on, new.to_on, new.days, new.issued_on, new.corrects, new.settled_at)
    is distinct from (old.status, old.number, old.kind, old.reason, old.payer_id, old.plan, old.plan_version, old.cycle,
      old.learners, old.currency, old.gross_minor, old.net_minor, old.tax_minor, old.tax_basis_points, old.credit_minor, old.moved_minor,
      old.from_on, old.to_on, old.days, old.issued_on, old.corrects, old.settled_at)
  then
    raise exception 'invoice % is issued', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
comment on function subscriptions.keep_issued() is 'shard-local';
create trigger invoice_stays_as_issued before update on subscriptions.invoice
  for each row execute function subscriptions.keep_issued();

select kernel.protect('subscriptions.subscription', 'payer_id');
select kernel.protect('subscriptions.invoice', 'payer_id');
select kernel.protect('subscriptions.cover', 'learner_id');
select kernel.protect('subscriptions.seat', 'learner_id');

grant select, insert, update on subscriptions.subscription, subscriptions.seat, subscriptions.invoice, subscriptions.charge,
  subscriptions.repayment, subscriptions.refund_request, subscriptions.numbering, subscriptions.allowance,
  subscriptions.pause to :app;
grant select, insert, update, delete on subscriptions.cover to :app;
grant delete on subscriptions.allowance to :app;
grant select, insert on subscriptions.line, subscriptions.recognition, subscriptions.plan_version, subscriptions.trial_claim
  to :app;
