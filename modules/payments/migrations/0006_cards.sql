-- Providers that can more than one whole payment by hand: parts of a refund, cards kept and charged without a page, subscriptions
-- that the provider charges by itself, and money it gave back without being asked by us.

alter table payments.payment
  add column save_card boolean not null default false,
  add column card_id uuid,                -- charged on this saved card, without a page
  add column charge_asked_at timestamptz, -- the provider was told to charge the card: it is never told again
  add column plan_ref text;               -- the provider's plan that this payment begins
create index payment_card_due on payments.payment (opening_until)
  where card_id is not null and state = 'created' and charge_asked_at is null;

-- A receipt may go back in parts; together never more than came (the statement that inserts sees to it, under the payment's lock).
drop index payments.refund_once;
create index refund_by_receipt on payments.refund (owner_id, payment_id, session_ref);

-- Cards of people, kept by the provider; here is the name it charges them by.
create table payments.saved_card (
  owner_id uuid not null,            -- whose card it is
  id uuid not null,
  provider text not null,
  payment_id uuid not null,          -- the payment it was kept at
  fingerprint text not null,         -- blind index of the token: the same card is kept once
  token bytea not null,              -- sealed with the owner's key
  brand text not null,
  last_four text not null,
  state text not null,
  saved_at timestamptz not null,
  last_used_at timestamptz,
  constraint saved_card_pkey primary key (owner_id, id),
  constraint saved_card_once unique (owner_id, provider, fingerprint),
  constraint saved_card_state check (state in ('usable', 'expired')),
  constraint saved_card_last_four check (last_four ~ '^[0-9]{4}$')
);

-- Money that went back without our asking: a refund or void made at the provider's own desk, a chargeback.
create table payments.reversal (
  owner_id uuid not null,
  id uuid not null,                  -- also of its transfer
  payment_id uuid not null,
  session_ref text not null,         -- the receipt's
  amount_minor bigint not null,
  currency text not null,
  noticed_at timestamptz not null,
  covered_transfer_id uuid not null, -- of the transfer that says whose money it was
  covered_at timestamptz,
  constraint reversal_pkey primary key (owner_id, id),
  constraint reversal_payment foreign key (owner_id, payment_id) references payments.payment (owner_id, id),
  constraint reversal_amount check (amount_minor > 0)
);
create index reversal_by_payment on payments.reversal (owner_id, payment_id);
create index reversal_by_id on payments.reversal (id);
create index reversal_uncovered on payments.reversal (noticed_at) where covered_at is null;
create index reversal_covered on payments.reversal (covered_transfer_id) where covered_at is not null;

-- Subscriptions that the provider charges by itself, begun by a payment.
create table payments.provider_subscription (
  owner_id uuid not null,            -- of the payment
  id uuid not null,
  provider text not null,
  provider_ref text not null,
  payment_id uuid not null,
  state text not null,               -- the provider's word
  amount_minor bigint,
  next_billing date,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  asked_at timestamptz not null,     -- when the provider last told
  constraint provider_subscription_pkey primary key (owner_id, id),
  constraint provider_subscription_once unique (provider, provider_ref),
  constraint provider_subscription_payment foreign key (owner_id, payment_id) references payments.payment (owner_id, id)
);
create index provider_subscription_by_payment on payments.provider_subscription (owner_id, payment_id);

select kernel.protect('payments.saved_card', 'owner_id');
select kernel.protect('payments.reversal', 'owner_id');
select kernel.protect('payments.provider_subscription', 'owner_id');

grant select, insert, update, delete on payments.saved_card to :app;
grant select, insert, update on payments.reversal, payments.provider_subscription to :app;
