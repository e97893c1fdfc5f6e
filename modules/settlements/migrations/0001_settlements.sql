-- What each partner is owed for a period: totals, lines, who approved and who paid. Sealed when closed.
create table settlements.settlement (
  partner_id uuid not null,
  id uuid not null,
  period_start date not null,
  period_end date not null,              -- the last day, included
  payment_terms text not null,
  asset text not null,
  line_count integer not null default 0,
  gross_minor bigint not null default 0,
  share_minor bigint not null default 0,       -- of redemptions, less those taken back
  commission_minor bigint not null default 0,
  released_minor bigint not null default 0,    -- disputed before, decided since
  carried_in_minor bigint not null default 0,  -- left by earlier periods
  payable_minor bigint not null default 0,
  minimum_payout_minor bigint not null,
  withheld_minor bigint not null default 0,    -- disputed lines; not paid with this statement
  status text not null default 'draft',
  seal text,
  closed_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  paid_by uuid,
  payout_id uuid,
  payout_attempts integer not null default 0,
  payout_failure text,
  paid_at timestamptz,
  carried_into uuid,                     -- the later statement that took what was left
  constraint settlement_pkey primary key (partner_id, id),
  constraint settlement_starts_once unique (partner_id, period_start),
  constraint settlement_ends_once unique (partner_id, period_end),
  constraint settlement_period check (period_end >= period_start),
  constraint settlement_status check (status in ('draft', 'pending', 'approved', 'paying', 'paid', 'disputed', 'carried')),
  constraint settlement_adds_up check (
    gross_minor = share_minor + commission_minor
    and payable_minor = share_minor + released_minor + carried_in_minor),
  constraint settlement_withheld check (withheld_minor >= 0),
  constraint settlement_sealed check (status = 'draft' or seal is not null),
  constraint settlement_two_people check (approved_by <> paid_by),
  constraint settlement_approved_by_somebody check (
    (approved_by is null) = (approved_at is null)
    and (status not in ('approved', 'paying', 'paid') or approved_by is not null)),
  constraint settlement_paid_by_somebody check (
    (status in ('paying', 'paid')) = (paid_by is not null) and (paid_by is null) = (payout_id is null)),
  constraint settlement_pays_something check (
    status not in ('pending', 'approved', 'paying', 'paid') or payable_minor > withheld_minor),
  constraint settlement_carried_once check (carried_into is null or status in ('carried', 'disputed'))
);
create index settlement_id on settlements.settlement (id);
create index settlement_by_status on settlements.settlement (status, closed_at, id);
create index settlement_by_time on settlements.settlement (closed_at, id);

-- One redemption is in one statement, its taking back in a later one, its release after a dispute in one.
create table settlements.line (
  partner_id uuid not null,
  settlement_id uuid not null,
  line_no integer not null,
  kind text not null,
  redemption_id uuid not null,
  occurred_at timestamptz not null,
  pack_name jsonb not null,
  venue_name text not null,
  gross_minor bigint not null,
  share_minor bigint not null,
  commission_minor bigint not null,
  constraint line_pkey primary key (partner_id, settlement_id, line_no),
  constraint line_once unique (partner_id, redemption_id, kind),
  constraint line_settlement foreign key (partner_id, settlement_id) references settlements.settlement (partner_id, id),
  constraint line_kind check (kind in ('redemption', 'reversal', 'released')),
  constraint line_signs check (
    case kind when 'reversal' then gross_minor < 0 and share_minor <= 0 and commission_minor <= 0
      when 'released' then gross_minor = 0 and share_minor > 0 and commission_minor = 0
      else gross_minor > 0 and share_minor >= 0 and commission_minor >= 0 end),
  constraint line_adds_up check (kind = 'released' or gross_minor = share_minor + commission_minor)
);

-- A doubt about one line: its share stays with us until somebody decides, the rest of the statement goes on.
create table settlements.dispute (
  partner_id uuid not null,
  id uuid not null,
  settlement_id uuid not null,
  line_no integer not null,
  redemption_id uuid not null,
  share_minor bigint not null,
  reason text not null,
  opened_by uuid,
  opened_at timestamptz not null,
  resolution text,
  resolution_note text,
  resolved_by uuid,
  resolved_at timestamptz,
  released_into uuid,
  constraint dispute_pkey primary key (partner_id, id),
  constraint dispute_once unique (partner_id, settlement_id, line_no),
  constraint dispute_line foreign key (partner_id, settlement_id, line_no)
    references settlements.line (partner_id, settlement_id, line_no),
  constraint dispute_positive check (share_minor > 0),
  constraint dispute_resolution check (resolution in ('released', 'withdrawn')),
  constraint dispute_resolved_with_a_note check (
    (resolution is null) = (resolved_at is null) and (resolution is null) = (resolution_note is null)),
  constraint dispute_released_once_resolved check (released_into is null or resolution is not null)
);
create index dispute_id on settlements.dispute (id);
create index dispute_open on settlements.dispute (partner_id) where released_into is null;

-- What is sealed does not change; only what happens to the statement does.
create function settlements.keep_sealed() returns trigger language plpgsql as $$
begin
  if old.seal is not null and (new.seal, new.period_start, new.period_end, new.payment_terms, new.asset, new.line_count,
      new.gross_minor, new.share_minor, new.commission_minor, new.released_minor, new.carried_in_minor, new.payable_minor,
      new.minimum_payout_minor, new.closed_at)
    is distinct from (old.seal, old.period_start, old.period_end, old.payment_terms, old.asset, old.line_count,
      old.gross_minor, old.share_minor, old.commission_minor, old.released_minor, old.carried_in_minor, old.payable_minor,
      old.minimum_payout_minor, old.closed_at)
  then
    raise exception 'statement % is sealed', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
comment on function settlements.keep_sealed() is 'shard-local';

create trigger settlement_stays_sealed before update on settlements.settlement
  for each row execute function settlements.keep_sealed();
create trigger settlement_is_never_removed before delete on settlements.settlement
  for each row execute function kernel.refuse_change();
create trigger line_is_append_only before update or delete on settlements.line
  for each row execute function kernel.refuse_change();

grant select, insert, update on settlements.settlement, settlements.dispute to :app;
grant select, insert on settlements.line to :app;
