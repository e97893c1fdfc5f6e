-- Messages that are not simply sent: nearly all are, so the index stays small and costs a sent message nothing for long.
create index outgoing_not_sent on messaging.outgoing (status, created_at) where status <> 'sent';
