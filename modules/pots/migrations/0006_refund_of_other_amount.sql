-- Money that came as another amount than asked for never made its gift paid, and yet goes back through it.
alter table pots.gift drop constraint gift_paid;
alter table pots.gift add constraint gift_paid check (status in ('pending', 'failed', 'expired') or paid_at is not null
  or (status in ('refunding', 'refund_failed', 'refunded') and reason = 'amount_differs' and applied_at is null));
