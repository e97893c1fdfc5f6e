-- Vouchers, the one claim that uses each up, and every attempt to do so.
create table redemption.voucher (
  holder_id uuid not null,
  id uuid not null,
  reference uuid not null,               -- what bought it: the pot
  pack_id uuid not null,
  partner_id uuid not null,
  terms jsonb not null,                  -- as they were promised
  price_minor bigint not null,
  asset text not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null,      -- the first instant at which it no longer is
  code bytea,                            -- the typed code, sealed for the holder; null once erased
  requires_guardian boolean not null,
  guardian_approved_at timestamptz,
  guardian_approved_by uuid,
  status text not null default 'issued', -- repeats the claim, so that the due ones are found; the claim decides
  issued_at timestamptz not null,
  constraint voucher_pkey primary key (holder_id, id),
  constraint voucher_price check (price_minor > 0),
  constraint voucher_window check (valid_until > valid_from),
  constraint voucher_status check (status in ('issued', 'redeemed', 'expired', 'cancelled')),
  constraint voucher_approval_is_somebodys check ((guardian_approved_at is null) = (guardian_approved_by is null)),
  constraint voucher_approved_by_another check (guardian_approved_by <> holder_id)
);
create index voucher_id on redemption.voucher (id);
create index voucher_due on redemption.voucher (valid_until) where status = 'issued';
create index voucher_reference on redemption.voucher (reference);

-- From what is scanned or typed to the voucher: `id:<uuid>` and `code:<blind index>`. The plain code is nowhere.
create table redemption.finder (
  value text not null,
  holder_id uuid not null,
  voucher_id uuid not null,
  constraint finder_pkey primary key (value)
);

-- How a voucher ended. The key lets it end once, whoever comes first: a scan, its last day, a cancellation.
create table redemption.claim (
  holder_id uuid not null,
  voucher_id uuid not null,
  kind text not null,
  redemption_id uuid,
  partner_id uuid,
  venue_id uuid,
  transfer_id uuid not null,
  amount_minor bigint not null,
  claimed_at timestamptz not null,
  constraint claim_pkey primary key (holder_id, voucher_id),
  constraint claim_voucher foreign key (holder_id, voucher_id) references redemption.voucher (holder_id, id),
  constraint claim_kind check (kind in ('redeemed', 'expired', 'cancelled')),
  constraint claim_by_a_scan check (
    (kind = 'redeemed') = (redemption_id is not null) and (kind = 'redeemed') = (partner_id is not null)
    and (kind = 'redeemed') = (venue_id is not null))
);
create index claim_unused on redemption.claim (transfer_id) where kind <> 'redeemed';

-- What a partner honoured. Undone ones stay, with who took them back and when.
create table redemption.redemption (
  partner_id uuid not null,
  id uuid not null,                      -- also the id of its transfer
  holder_id uuid not null,
  voucher_id uuid not null,
  venue_id uuid not null,
  venue_name text not null,
  pack_name jsonb not null,
  price_minor bigint not null,
  share_minor bigint not null,
  commission_minor bigint not null,
  asset text not null,
  scanned_by uuid,
  redeemed_at timestamptz not null,
  undone_at timestamptz,
  undone_by uuid,
  undo_reason text,
  undo_transfer_id uuid,
  settlement_id uuid,                    -- the statement that has it
  reversal_settlement_id uuid,           -- the later statement that takes it off again
  constraint redemption_pkey primary key (partner_id, id),
  constraint redemption_split check (share_minor >= 0 and commission_minor >= 0
    and share_minor + commission_minor = price_minor),
  constraint redemption_undone_for_a_reason check (
    (undone_at is null) = (undo_reason is null) and (undone_at is null) = (undo_transfer_id is null)),
  constraint redemption_reversal_comes_later check (
    reversal_settlement_id is null or (settlement_id is not null and settlement_id <> reversal_settlement_id))
);
create index redemption_id on redemption.redemption (id);
create index redemption_by_time on redemption.redemption (partner_id, redeemed_at);
create index redemption_open on redemption.redemption (partner_id, redeemed_at) where settlement_id is null;
create index redemption_taken_back on redemption.redemption (partner_id, undone_at)
  where undone_at is not null and reversal_settlement_id is null;
create index redemption_undo on redemption.redemption (undo_transfer_id) where undo_transfer_id is not null;

-- Every scan and every undo, refused or not.
create table redemption.attempt (
  partner_id uuid not null,              -- whose staff tried
  attempted_at timestamptz not null,
  id uuid not null,
  act text not null,
  result text not null,
  method text not null,
  venue_id uuid,
  user_id uuid,
  voucher_id uuid,
  redemption_id uuid,
  ip text,
  user_agent text,
  request_id text not null,
  constraint attempt_pkey primary key (partner_id, attempted_at, id),
  constraint attempt_act check (act in ('scan', 'undo')),
  constraint attempt_method check (method in ('token', 'code', 'id'))
);
create index attempt_voucher on redemption.attempt (voucher_id, attempted_at) where voucher_id is not null;
create index attempt_at on redemption.attempt (attempted_at);
create trigger attempt_is_never_changed before update on redemption.attempt
  for each row execute function kernel.refuse_change();

select kernel.protect('redemption.voucher', 'holder_id');
select kernel.protect('redemption.claim', 'holder_id');

grant select, insert, update on redemption.voucher, redemption.redemption to :app;
grant select, insert on redemption.finder to :app;
grant select, insert, delete on redemption.claim, redemption.attempt to :app;
