-- What people here usually give, per currency: looked at by every public page, so kept ready and made anew each hour.
create table pots.typical_amount (
  currency text not null,
  quantiles_minor bigint[] not null,   -- of the gifts received lately: 20, 45, 70 and 90 of 100 give at most this
  gifts integer not null,              -- how many were looked at
  computed_at timestamptz not null,
  constraint typical_amount_pkey primary key (currency),
  constraint typical_amount_four check (cardinality(quantiles_minor) = 4)
);

grant select, insert, update on pots.typical_amount to :app;
