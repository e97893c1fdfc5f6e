-- Who holds which role, everywhere (scope '') or within one thing such as a partner. What a role may do is the product's policy.
create table access.membership (
  user_id uuid not null,
  role text not null,
  scope text not null default '',
  granted_by uuid,
  granted_at timestamptz not null,
  constraint membership_pkey primary key (user_id, role, scope),
  constraint membership_role_form check (role ~ '^[a-z][a-z_]{0,39}$'),
  constraint membership_scope_form check (scope = '' or scope ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')
);
create index membership_role on access.membership (role, scope, user_id);

-- A membership ends by removal; the audit trail keeps that it was there. It never changes otherwise.
grant select, insert, delete on access.membership to :app;
select kernel.protect('access.membership', 'user_id');
