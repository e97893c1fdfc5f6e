-- Packs that pots turn into. Small and read often: copied everywhere. Units live apart, by pack.
create table catalog.pack (
  id uuid not null,
  partner_id uuid not null,
  category text not null,
  name jsonb not null,                   -- language → text, as the other texts
  description jsonb not null,
  terms jsonb,
  price_minor bigint not null,
  validity_days integer not null,
  venue_ids uuid[] not null default '{}',  -- empty: every venue of the partner
  available_from date,
  available_until date,
  image_key text,
  status text not null default 'draft',
  created_at timestamptz not null,
  constraint pack_pkey primary key (id),
  constraint pack_category check (category in ('cinema', 'restaurant', 'spa', 'experience')),
  constraint pack_price check (price_minor > 0),
  constraint pack_validity check (validity_days between 1 and 3650),
  constraint pack_window check (available_until >= available_from),
  constraint pack_status check (status in ('draft', 'active', 'withdrawn'))
);
create index pack_partner on catalog.pack (partner_id);
create index pack_shown on catalog.pack (price_minor, id) where status = 'active';

-- How many units there are and how many are taken. The check is the limit: nobody counts first.
create table catalog.stock (
  pack_id uuid not null,
  total integer,                         -- null: as many as wanted
  taken integer not null default 0,
  constraint stock_pkey primary key (pack_id),
  constraint stock_pack foreign key (pack_id) references catalog.pack (id),
  constraint stock_total check (total >= 0),
  constraint stock_not_oversold check (taken between 0 and coalesce(total, 2147483647))
);

-- Who took a unit: the key lets nobody take two for one purpose.
create table catalog.claim (
  pack_id uuid not null,
  reference uuid not null,               -- the pot, say
  claimed_at timestamptz not null,
  returned_at timestamptz,
  constraint claim_pkey primary key (pack_id, reference),
  constraint claim_stock foreign key (pack_id) references catalog.stock (pack_id)
);

grant select, insert, update on catalog.pack, catalog.stock, catalog.claim to :app;
