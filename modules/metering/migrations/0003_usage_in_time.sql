-- One person's events in order of time, as analysts ask for them.
create index usage_event_in_time on metering.usage_event (subject_id, occurred_at);
