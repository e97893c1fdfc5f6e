-- What belongs to a subscription without naming its payer is seen with the wider scope only, which every route of ours declares and
-- answers for by the payer or a permission. Whoever comes with a person's own scope sees none of it.
create policy wide_scope on subscriptions.line using (current_setting('app.scope', true) = 'all');
create policy wide_scope on subscriptions.charge using (current_setting('app.scope', true) = 'all');
create policy wide_scope on subscriptions.recognition using (current_setting('app.scope', true) = 'all');
create policy wide_scope on subscriptions.repayment using (current_setting('app.scope', true) = 'all');
create policy wide_scope on subscriptions.refund_request using (current_setting('app.scope', true) = 'all');
create policy wide_scope on subscriptions.pause using (current_setting('app.scope', true) = 'all');
create policy wide_scope on subscriptions.trial_claim using (current_setting('app.scope', true) = 'all');
create policy own_rows on subscriptions.allowance using (current_setting('app.scope', true) = 'all'
  or learner_id = nullif(current_setting('app.user_id', true), '')::uuid);
alter table subscriptions.line enable row level security;
alter table subscriptions.charge enable row level security;
alter table subscriptions.recognition enable row level security;
alter table subscriptions.repayment enable row level security;
alter table subscriptions.refund_request enable row level security;
alter table subscriptions.pause enable row level security;
alter table subscriptions.trial_claim enable row level security;
alter table subscriptions.allowance enable row level security;

-- Whatever subscription it was given in.
create index allowance_learner on subscriptions.allowance (learner_id, meter, until_on);
