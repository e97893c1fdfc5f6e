-- A subscription is unique with its owner first, as every row of an owner is; whose it is follows from the payment that began it.
alter table payments.provider_subscription drop constraint provider_subscription_once;
alter table payments.provider_subscription
  add constraint provider_subscription_once unique (owner_id, provider, provider_ref);
create index provider_subscription_by_ref on payments.provider_subscription (provider, provider_ref);
