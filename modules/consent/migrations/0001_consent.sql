-- Consent: the legal texts that were shown, and who decided what about whose data on which text, as one chain per person that
-- is only ever added to.

-- Exactly the text that was shown when somebody decided. A published version never changes: another text is another version.
create table consent.legal_text (
  id uuid not null,
  country text not null,
  purpose text not null,
  major integer not null,              -- a new one asks everybody anew
  minor integer not null,              -- wording only
  language text not null,
  title text not null,
  body text not null,
  sha256 text not null,
  in_force_from date not null,
  kept_at timestamptz not null,
  constraint legal_text_pkey primary key (id),
  constraint legal_text_version unique (country, purpose, major, minor, language),
  constraint legal_text_hash_is_of_body check (sha256 = encode(sha256(convert_to(body, 'UTF8')), 'hex'))
);
create trigger legal_text_is_append_only before update or delete on consent.legal_text
  for each row execute function kernel.refuse_change();
create trigger legal_text_is_not_emptied before truncate on consent.legal_text
  for each statement execute function kernel.refuse_change();

-- Where each person's chain ends. The row is locked while the next record is added.
create table consent.chain (
  subject_id uuid not null,
  length integer not null,
  head_hash text not null,
  constraint chain_pkey primary key (subject_id),
  constraint chain_length check (length >= 0),
  constraint chain_head check (head_hash ~ '^[0-9a-f]{64}$')
);

-- One decision. `hash` covers every column but the sealed details (which it covers by their own salted hash), `prev_hash` the
-- record before; `signature` is ours over `hash`. What would identify somebody beyond ids is sealed with the decider's key.
create table consent.record (
  subject_id uuid not null,
  seq integer not null,
  id uuid not null,
  purpose text not null,
  decision text not null,
  decided_by uuid not null,            -- the person whose yes or no it is, also where it ended by itself
  decided_as text not null,
  text_id uuid,
  text_sha256 text,
  text_language text,
  text_country text,
  major integer,
  minor integer,
  method text not null,
  proof text,
  at timestamptz not null,
  details_hash text,
  sealed_details bytea,
  prev_hash text not null,
  hash text not null,
  signature text not null,
  key_id text not null,
  constraint record_pkey primary key (subject_id, seq),
  constraint record_id unique (subject_id, id),
  constraint record_seq check (seq >= 1),
  constraint record_decision check (decision in ('given', 'refused', 'withdrawn', 'ended')),
  constraint record_decided_as check (decided_as in ('self', 'guardian')),
  constraint record_method check (method in ('in_app', 'card_charge', 'id_review', 'link_ended', 'came_of_age')),
  constraint record_guardians_prove check (
    not (decision = 'given' and decided_as = 'guardian') or (method in ('card_charge', 'id_review') and proof is not null)),
  constraint record_on_a_text check (
    num_nulls(text_id, text_sha256, text_language, text_country, major, minor) in (0, 6)
    and (decision <> 'given' or text_id is not null)),
  constraint record_hashes check (
    hash ~ '^[0-9a-f]{64}$' and prev_hash ~ '^[0-9a-f]{64}$'
    and (text_sha256 is null or text_sha256 ~ '^[0-9a-f]{64}$')
    and (details_hash is null or details_hash ~ '^[0-9a-f]{64}$'))
);
create index record_by_id on consent.record (id);
create index record_latest on consent.record (subject_id, purpose, decided_by, seq desc);
create index record_given on consent.record (purpose, major, subject_id) where decision = 'given';
create trigger record_is_append_only before update or delete on consent.record
  for each row execute function kernel.refuse_change();
create trigger record_is_not_emptied before truncate on consent.record
  for each statement execute function kernel.refuse_change();

-- A record follows the one before it, whoever writes it.
create function consent.follow_the_chain() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  before_it text;
begin
  if new.seq = 1 then
    before_it := repeat('0', 64);
  else
    select r.hash into before_it from consent.record r where r.subject_id = new.subject_id and r.seq = new.seq - 1;
  end if;
  if before_it is distinct from new.prev_hash then
    raise exception 'record % of % does not follow the one before', new.seq, new.subject_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
comment on function consent.follow_the_chain() is 'shard-local';
create trigger record_follows before insert on consent.record
  for each row execute function consent.follow_the_chain();

grant select, insert on consent.legal_text, consent.record to :app;
grant select, insert, update on consent.chain to :app;

select kernel.protect('consent.record', 'subject_id');
select kernel.protect('consent.chain', 'subject_id');
