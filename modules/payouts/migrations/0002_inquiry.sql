-- A payout by the provider's own number, which is what partners read out from their statement.
create index payout_provider_ref on payouts.payout (provider_ref) where provider_ref is not null;
