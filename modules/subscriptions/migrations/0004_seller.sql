-- Who sold, as it was on the day of issue: `{"ar": {"name", "address", "tax_number"}, "en": {…}}`. An issued document says the same
-- for ever, whatever the company is called later. Null: open, void, or issued before this was kept.
alter table subscriptions.invoice add column seller jsonb;
