-- What each guardian may do for the child, and children who were added by a guardian: nobody was invited for them, so such a
-- link has no contact and no token. Links made before let the guardian do everything, as before.

alter table profiles.guardian_link
  add column capabilities text[] not null default '{view,pay,consent,manage}',
  -- The guardian who invited or added; null: the child did.
  add column invited_by uuid,
  alter column contact_kind drop not null,
  alter column sealed_contact drop not null,
  alter column contact_index drop not null,
  alter column token_hash drop not null,
  add constraint guardian_link_capabilities check (
    capabilities <@ '{view,pay,consent,manage}'::text[] and cardinality(capabilities) between 1 and 4),
  add constraint guardian_link_sent check (
    num_nulls(contact_kind, sealed_contact, contact_index, token_hash) = 0
    or (num_nonnulls(contact_kind, sealed_contact, contact_index, token_hash) = 0
      and status in ('accepted', 'unlinked', 'came_of_age')));
