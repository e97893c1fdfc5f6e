-- Accounts of one kind, whosever they are, for staff.
create index account_kind on ledger.account (kind, id);
