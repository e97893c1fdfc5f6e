-- Birthday pots and the gifts in them. The owner of the pot owns every row, also those that others cause (their gifts).

create table pots.pot (
  owner_id uuid not null,
  id uuid not null,
  slug text not null,
  status text not null,
  end_reason text,
  title text not null,
  story text not null,
  cover text,
  honoree_name text not null,
  visibility text not null,
  allow_anonymous boolean not null,
  show_names boolean not null,
  allow_messages boolean not null,
  currency text not null,
  target_minor bigint not null,
  pack_id uuid,
  pack jsonb,                          -- the terms as they stood when the pot opened, price included
  pack_gone_at timestamptz,            -- the announced pack can no longer be had
  policy jsonb not null,               -- the rules as they stood when the pot opened
  time_zone text not null,
  birthday date not null,
  opens_at timestamptz not null,
  birthday_at timestamptz not null,
  shortfall_until timestamptz not null,
  refund_all_at timestamptz not null,
  due_at timestamptz,                  -- when the sweep must look at the pot next
  minor boolean not null,
  guardian_id uuid,
  guardian_approved_at timestamptz,
  guardian_declined_at timestamptz,
  opened_at timestamptz,
  funded_at timestamptz,
  birthday_seen_at timestamptz,
  shortfall_seen_at timestamptz,
  short_since timestamptz,
  short_choice text,
  wanted_pack_id uuid,                 -- what a minor asks the guardian to buy
  voucher_id uuid,
  ended_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint pot_pkey primary key (owner_id, id),
  constraint pot_status check (status in ('scheduled', 'open', 'funded', 'closed', 'expired')),
  constraint pot_end_reason check (end_reason in
    ('bought', 'cancelled', 'failed_pot', 'unspent', 'fraud', 'user_request', 'admin_action')),
  constraint pot_ended check ((status in ('closed', 'expired')) = (ended_at is not null and end_reason is not null)),
  constraint pot_visibility check (visibility in ('public', 'link', 'private')),
  constraint pot_minor_is_unlisted check (not minor or visibility <> 'public'),
  constraint pot_target check (target_minor > 0),
  constraint pot_pack_has_terms check ((pack_id is null) = (pack is null)),
  constraint pot_opens_before_birthday check ((opens_at at time zone time_zone)::date < birthday),
  constraint pot_opened_before_birthday check (opened_at is null or (opened_at at time zone time_zone)::date < birthday),
  constraint pot_open_was_opened check (status not in ('open', 'funded', 'expired') or opened_at is not null),
  constraint pot_minor_was_approved check (opened_at is null or not minor or guardian_approved_at is not null),
  constraint pot_bought_has_voucher check ((end_reason is not distinct from 'bought') = (voucher_id is not null)),
  constraint pot_short_choice check (short_choice in ('cheaper_pack', 'top_up', 'wait'))
);
-- One pot a birthday, unless it was given up or gave everything back.
create unique index pot_one_a_birthday on pots.pot (owner_id, birthday) where end_reason is null or end_reason = 'bought';
create index pot_id on pots.pot (id);
create index pot_due on pots.pot (due_at) where due_at is not null;
create index pot_pack on pots.pot (pack_id) where pack_id is not null and ended_at is null;
create index pot_listed on pots.pot (opened_at desc, id) where visibility = 'public' and status in ('open', 'funded');

-- What came in, in step with the pot's account in the ledger; apart from the pot so that a gift rewrites a small row.
create table pots.pot_total (
  owner_id uuid not null,
  pot_id uuid not null,
  raised_minor bigint not null default 0,
  gift_count integer not null default 0,
  topped_up_minor bigint not null default 0,
  spent_minor bigint not null default 0,
  to_credit_minor bigint not null default 0,
  set_aside_minor bigint not null default 0, -- gifts whose refund failed: in the account, but not to be spent
  constraint pot_total_pkey primary key (owner_id, pot_id),
  constraint pot_total_pot foreign key (owner_id, pot_id) references pots.pot (owner_id, id),
  constraint pot_total_raised check (raised_minor >= 0 and gift_count >= 0 and topped_up_minor >= 0
    and set_aside_minor >= 0),
  constraint pot_total_covered check (spent_minor >= 0 and to_credit_minor >= 0
    and spent_minor + to_credit_minor <= raised_minor + topped_up_minor)
);

-- The end of a share link, found without knowing the owner.
create table pots.share_link (
  slug text not null,
  owner_id uuid not null,
  pot_id uuid not null,
  constraint share_link_pkey primary key (slug)
);

create table pots.gift (
  owner_id uuid not null,
  id uuid not null,
  pot_id uuid not null,
  payment_id uuid not null,
  transfer_id uuid not null,
  status text not null,
  reason text,                         -- why the last attempt to pay failed
  amount_minor bigint not null,
  currency text not null,
  donor_id uuid,                       -- a signed-in donor
  donor_subject uuid not null,         -- whose key seals the fields below
  donor_name text,                     -- only when the donor lets it be seen
  sealed_name bytea,                   -- sealed; of an anonymous donor
  sealed_phone bytea,                  -- sealed
  message text,
  is_anonymous boolean not null,
  show_amount boolean not null,
  locale text not null,
  created_at timestamptz not null,
  paid_at timestamptz,
  applied_at timestamptz,
  held_at timestamptz,
  choose_until timestamptz,
  choice text,
  credited_at timestamptz,
  refund_id uuid,
  refund_reason text,
  refund_attempts integer not null default 0,
  refund_retry_at timestamptz,
  refund_error text,
  refunding_at timestamptz,
  refunded_at timestamptz,
  constraint gift_pkey primary key (owner_id, id),
  constraint gift_pot foreign key (owner_id, pot_id) references pots.pot (owner_id, id),
  constraint gift_one_a_payment unique (owner_id, payment_id),
  constraint gift_status check (status in ('pending', 'failed', 'expired', 'received', 'held', 'credited', 'refunding',
    'refund_failed', 'refunded')),
  constraint gift_amount check (amount_minor > 0),
  constraint gift_anonymous_has_no_name check (not is_anonymous or donor_name is null),
  constraint gift_paid check (status in ('pending', 'failed', 'expired') or paid_at is not null),
  constraint gift_received_was_applied check (status <> 'received' or applied_at is not null),
  constraint gift_applied_or_held check (applied_at is null or held_at is null),
  constraint gift_held_has_deadline check (status <> 'held' or (held_at is not null and choose_until is not null)),
  constraint gift_choice check (choice in ('refund', 'credit')),
  constraint gift_refund_has_reason check ((refund_id is null) = (refund_reason is null))
);
create index gift_pot on pots.gift (owner_id, pot_id, created_at);
create index gift_shown on pots.gift (owner_id, pot_id, applied_at desc, id desc) where status = 'received';
create index gift_id on pots.gift (id);
create index gift_transfer on pots.gift (transfer_id) where applied_at is not null;
create index gift_choose_until on pots.gift (choose_until) where status = 'held';
create index gift_refund_retry on pots.gift (refund_retry_at) where status = 'refund_failed' and refund_retry_at is not null;
create index gift_trouble on pots.gift (status, created_at) where status in ('held', 'refunding', 'refund_failed');
create index gift_donor on pots.gift (donor_id, created_at) where donor_id is not null;

-- A guest comes back to a gift with the secret in its link; only the secret's hash is kept.
create table pots.gift_link (
  secret_hash text not null,
  owner_id uuid not null,
  gift_id uuid not null,
  constraint gift_link_pkey primary key (secret_hash)
);

-- Money of a pot moved otherwise than by a gift or a refund.
create table pots.movement (
  owner_id uuid not null,
  transfer_id uuid not null,
  pot_id uuid not null,
  gift_id uuid,
  kind text not null,
  amount_minor bigint not null,
  created_at timestamptz not null,
  constraint movement_pkey primary key (owner_id, transfer_id),
  constraint movement_pot foreign key (owner_id, pot_id) references pots.pot (owner_id, id),
  constraint movement_kind check (kind in ('surplus', 'top_up', 'top_up_returned', 'gift_credited')),
  constraint movement_amount check (amount_minor > 0)
);
create index movement_pot on pots.movement (owner_id, pot_id);
create index movement_transfer on pots.movement (transfer_id);

-- Where the money is: what happened to a pot (or, with a gift, to that gift), in plain codes. Nothing personal in it.
create table pots.timeline (
  owner_id uuid not null,
  pot_id uuid not null,
  id uuid not null,
  gift_id uuid,
  at timestamptz not null,
  rank smallint not null,              -- the order of what happened at one instant
  code text not null,
  detail jsonb not null,
  constraint timeline_pkey primary key (owner_id, pot_id, id),
  constraint timeline_pot foreign key (owner_id, pot_id) references pots.pot (owner_id, id)
);
create index timeline_of_pot on pots.timeline (owner_id, pot_id, at, rank) where gift_id is null;
create index timeline_of_gift on pots.timeline (owner_id, gift_id, at, rank) where gift_id is not null;

-- A refund asked for by one member of staff and decided by another.
create table pots.refund_request (
  owner_id uuid not null,
  id uuid not null,
  pot_id uuid not null,
  gift_id uuid,                        -- null: every gift of the pot
  reason text not null,
  note text not null,
  status text not null,
  requested_by uuid not null,
  requested_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decision_note text,
  constraint refund_request_pkey primary key (owner_id, id),
  constraint refund_request_pot foreign key (owner_id, pot_id) references pots.pot (owner_id, id),
  constraint refund_request_gift foreign key (owner_id, gift_id) references pots.gift (owner_id, id),
  constraint refund_request_reason check (reason in ('user_request', 'fraud', 'failed_pot', 'admin_action')),
  constraint refund_request_status check (status in ('pending', 'approved', 'rejected')),
  constraint refund_request_decided check ((status = 'pending') = (decided_by is null)
    and (decided_by is null) = (decided_at is null)),
  constraint refund_request_two_people check (decided_by is null or decided_by <> requested_by)
);
-- A double click is one request.
create unique index refund_request_one_a_gift on pots.refund_request (owner_id, gift_id)
  where status = 'pending' and gift_id is not null;
create unique index refund_request_one_a_pot on pots.refund_request (owner_id, pot_id)
  where status = 'pending' and gift_id is null;
create index refund_request_pot on pots.refund_request (owner_id, pot_id);
create index refund_request_gift on pots.refund_request (owner_id, gift_id) where gift_id is not null;
create index refund_request_id on pots.refund_request (id);
create index refund_request_newest on pots.refund_request (requested_at desc, id desc);

create table pots.daily_count (
  owner_id uuid not null,
  pot_id uuid not null,
  day date not null,
  views integer not null,
  shares integer not null,
  constraint daily_count_pkey primary key (owner_id, pot_id, day),
  constraint daily_count_pot foreign key (owner_id, pot_id) references pots.pot (owner_id, id)
);

select kernel.protect('pots.pot', 'owner_id');
select kernel.protect('pots.pot_total', 'owner_id');
select kernel.protect('pots.gift', 'owner_id');
select kernel.protect('pots.movement', 'owner_id');
select kernel.protect('pots.timeline', 'owner_id');
select kernel.protect('pots.refund_request', 'owner_id');
select kernel.protect('pots.daily_count', 'owner_id');

grant select, insert, update on pots.pot, pots.pot_total, pots.gift, pots.refund_request, pots.daily_count to :app;
grant select, insert on pots.share_link, pots.gift_link, pots.movement, pots.timeline to :app;
