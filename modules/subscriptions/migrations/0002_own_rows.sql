-- What belongs to a subscription, or to one of its invoices, is seen by whom those rows are seen by: the payer, and with a wider scope.
-- An invoice stays its payer's though another pays now, and what was paid for it with it.
create function subscriptions.protect(tab regclass, own text) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tab);
  execute format('create policy own_rows on %s using (current_setting(''app.scope'', true) = ''all'' or %s)', tab, own);
end $$;

select subscriptions.protect(tab, 'exists (select from subscriptions.invoice i where i.subscription_id = ' || tab || '.subscription_id and i.id = '
    || tab || '.invoice_id)')
  from unnest(array['subscriptions.line', 'subscriptions.charge', 'subscriptions.recognition']::regclass[]) as tab;
select subscriptions.protect('subscriptions.repayment', 'exists (select from subscriptions.charge c
  where c.subscription_id = repayment.subscription_id and c.id = repayment.charge_id)');
select subscriptions.protect('subscriptions.pause', 'exists (select from subscriptions.subscription s where s.id = pause.subscription_id)');
select subscriptions.protect('subscriptions.allowance', 'exists (select from subscriptions.subscription s where s.id = allowance.subscription_id)');
-- What staff weigh, and who has had a trial, is nobody's own.
select subscriptions.protect(tab, 'false')
  from unnest(array['subscriptions.refund_request', 'subscriptions.trial_claim']::regclass[]) as tab;
drop function subscriptions.protect(regclass, text);

-- Whatever subscription it was given in.
create index allowance_learner on subscriptions.allowance (learner_id, meter, until_on);
