create view members with (security_invoker = true) as
select user_id as id, status, created_at as joined_at from identity.user_account;
comment on view members is 'Everybody who signed up.';
