-- Vouchers by how they stand; those that run out are still found by voucher_due.
create index voucher_by_status on redemption.voucher (status, valid_until);
