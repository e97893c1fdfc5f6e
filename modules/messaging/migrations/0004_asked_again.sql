-- A message that waited (quiet hours, a provider that did not answer) is asked again when it is sent: what it is about, for a person
-- who may switch that off or take a consent back. Null: a person needs to know it in any case.

alter table messaging.outgoing add column category text;

alter table messaging.outgoing drop constraint outgoing_status;
alter table messaging.outgoing add constraint outgoing_status
  check (status in ('queued', 'sending', 'sent', 'failed', 'unknown', 'dropped', 'suppressed')) not valid;
alter table messaging.outgoing validate constraint outgoing_status;
