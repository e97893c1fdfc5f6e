-- When the holder asked for a QR code on paper; without it only what a screen shows counts. What was issued before screens
-- renewed their codes may have been printed or kept as a picture in good faith, and stays good.
alter table redemption.voucher add column paper_at timestamptz default now();
alter table redemption.voucher alter column paper_at drop default;
