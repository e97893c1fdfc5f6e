-- One message by its id alone, and the latest of a person.
create index outgoing_by_id on messaging.outgoing (id);
create index outgoing_newest on messaging.outgoing (owner_id, created_at desc);
