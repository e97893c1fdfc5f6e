-- What products for learning and for subscriptions tell people about.

alter table profiles.preference
  add column learning boolean not null default true,
  add column billing boolean not null default true;
