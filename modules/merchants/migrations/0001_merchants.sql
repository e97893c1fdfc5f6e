-- Partners that honour packs, and the places where they do. Small, read often, written by staff: copied everywhere.
create table merchants.partner (
  id uuid not null,
  name text not null,
  kind text not null,
  description jsonb not null default '{}',
  contact bytea,                         -- name, e-mail and phone of whom we talk to; sealed for the partner
  business_registration text,
  tax_id text,
  revenue_split_basis_points integer not null,
  payment_terms text not null,
  minimum_payout_minor bigint not null,
  payout bytea,                          -- number and name the money goes to; sealed for the partner
  payout_hint text,                      -- the masked number
  payout_changed_at timestamptz,
  status text not null default 'pending',
  verified_at timestamptz,
  verified_by uuid,
  created_at timestamptz not null,
  constraint partner_pkey primary key (id),
  constraint partner_name_length check (length(name) between 1 and 200),
  constraint partner_kind check (kind in ('cinema', 'restaurant', 'spa', 'experience', 'retail')),
  constraint partner_split check (revenue_split_basis_points between 0 and 10000),
  constraint partner_payment_terms check (payment_terms in ('weekly', 'monthly', 'quarterly')),
  constraint partner_minimum_payout check (minimum_payout_minor >= 0),
  constraint partner_status check (status in ('pending', 'active', 'suspended', 'terminated')),
  constraint partner_payout_is_dated check (payout is null or payout_changed_at is not null),
  constraint partner_active_was_verified check (status <> 'active' or verified_at is not null)
);
create index partner_name on merchants.partner (name, id);

create table merchants.venue (
  id uuid not null,
  partner_id uuid not null,
  name text not null,
  address text not null,
  city text not null,
  phone text,
  is_open boolean not null default true,
  created_at timestamptz not null,
  constraint venue_pkey primary key (id),
  constraint venue_partner foreign key (partner_id) references merchants.partner (id)
);
create index venue_partner on merchants.venue (partner_id);

grant select, insert, update on merchants.partner, merchants.venue to :app;
