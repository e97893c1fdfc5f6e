-- Pots by how they stand and by their days, for whoever counts them.
create index pot_by_status on pots.pot (status);
create index pot_opens_at on pots.pot (opens_at);
create index pot_birthday on pots.pot (birthday);
