-- Lessons that are closed because the payer's account is, not for want of payment: no failure, nothing that runs out meanwhile.

alter table subscriptions.subscription drop constraint subscription_failed;
alter table subscriptions.subscription add constraint subscription_failed
  check (status <> 'grace' or failed_on is not null) not valid;
alter table subscriptions.subscription validate constraint subscription_failed;
create index subscription_closed_with_payer on subscriptions.subscription (payer_id)
  where status = 'suspended' and failed_on is null;
