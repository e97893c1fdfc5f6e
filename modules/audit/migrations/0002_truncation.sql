-- What is never deleted row by row is not emptied at once either. A trigger of the parent does not fire for a partition.
create trigger record_is_not_emptied before truncate on audit.record
  for each statement execute function kernel.refuse_change();
create trigger record_is_not_emptied before truncate on audit.record_default
  for each statement execute function kernel.refuse_change();
