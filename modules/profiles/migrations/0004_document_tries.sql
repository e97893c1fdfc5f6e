-- A checked document's number is asked for again where something is proven by it: how many wrong ones were typed, and when last.

alter table profiles.identity_document
  add column number_tries smallint not null default 0,
  add column number_tried_at timestamptz;
