-- The orders and filters that staff may ask of gifts, each read from an index; and what insights count by day.
create index gift_newest on pots.gift (created_at, id);
create index gift_newest_of_status on pots.gift (status, created_at, id);
create index gift_largest on pots.gift (amount_minor, id);
create index gift_largest_of_status on pots.gift (status, amount_minor, id);
-- Covered by gift_newest_of_status.
drop index pots.gift_trouble;

-- Everything a sum by day reads stands in the index, the owner because row-level security looks at it.
create index gift_paid_at on pots.gift (paid_at) include (amount_minor, owner_id) where paid_at is not null;
create index daily_count_day on pots.daily_count (day) include (views, shares, owner_id);
create index pot_bought on pots.pot (ended_at) where end_reason = 'bought';
