-- The gifts of a guest, found by the number left with them through the id that follows from it.
create index gift_donor_subject on pots.gift (donor_subject, created_at);
