-- The provider's own number of a transaction, which is what payers read out from their receipt.
create index receipt_transaction on payments.receipt (transaction_ref) where transaction_ref is not null;
