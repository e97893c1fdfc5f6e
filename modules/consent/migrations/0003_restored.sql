-- After a backup was restored, consents that had been withdrawn since are withdrawn again.
alter table consent.record
  drop constraint record_method,
  add constraint record_method check (
    method in ('in_app', 'card_charge', 'id_review', 'link_ended', 'came_of_age', 'restored'));
