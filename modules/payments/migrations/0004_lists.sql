-- Payments by their amount, for the lists of staff.
create index payment_largest on payments.payment (amount_minor, id);
