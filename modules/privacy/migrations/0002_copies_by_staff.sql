-- Copies that staff made: why, on which ground the person was not told, and whether it is the person's own to take away.

alter table privacy.export
  add column for_person boolean not null default true,
  add column reason text,
  add column untold_because text,
  add constraint export_by_staff check (for_person or reason is not null);
